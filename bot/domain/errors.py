"""What can go wrong, in words a person may read: an error's docstring is its message.

`raise TextTooLong(limit=3000)` fills the places in the docstring; a field that is missing or misspelled is a
bug and says so. A field that is a tuple becomes a list, an item a line.
"""

import inspect
import string
from datetime import time


class BedsideError(Exception):
    """Something went wrong. Please try again in a moment."""

    def __init__(self, **fields: object) -> None:
        template = " ".join((inspect.getdoc(type(self)) or "").split())
        named = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        if named != fields.keys():
            raise TypeError(f"{type(self).__name__} takes the fields {sorted(named)}, not {sorted(fields)}")
        self.fields = fields
        super().__init__(template.format(**{name: _in_words(value) for name, value in fields.items()}))


def _in_words(field: object) -> object:
    return "".join(f"\n• {item}" for item in field) if isinstance(field, tuple) else field


# What a student may read.


class NotOnRoster(BedsideError):
    """You are not on a roster here yet. Your clerkship coordinator can add you."""


class Forgotten(NotOnRoster):
    """You had everything about you deleted, so there is nothing here any more, and nothing more will come."""


class NotAPreceptor(NotOnRoster):
    """This is for preceptors. If you teach here, your clerkship coordinator can add you."""


class ReplyRefused(BedsideError):
    """This can't be kept as it is. Your text is still here."""


class NotYourQuestion(ReplyRefused):
    """This can't be opened from here. Your own questions are on the Home tab."""


class QuestionClosed(ReplyRefused):
    """This question has closed and takes no more answers. Newer ones are on your Home tab."""


class ReplyAlreadyUsed(ReplyRefused):
    """A digest has already used this reply, so it can't be changed or withdrawn any more."""


class ReplyChanged(ReplyRefused):
    """You have changed this reply since. Open it again to share words from it."""


class ReplyGone(ReplyRefused):
    """Nothing is saved for this question any more, so nothing of it is shared."""


class NothingToSave(ReplyRefused):
    """There is nothing to save yet. Tick a theme or write a few words."""


class ThemesNeedATick(ReplyRefused):
    """Tick at least one theme to share themes, or keep this in your journal."""


class TextTooLong(ReplyRefused):
    """That is a little too long. Up to {limit:,} characters fit here."""


class ExcerptTooLong(ReplyRefused):
    """Shared words are kept short. Up to {limit:,} characters fit into a digest."""


class SettingRefused(BedsideError):
    """This can't be set like that. Your settings are on the Home tab."""


class NothingIsSent(SettingRefused):
    """Nothing is sent to you at present. You can start on the Home tab, whenever you like."""


class RotationOver(SettingRefused):
    """Your rotation is over, so nothing more is sent to you."""


class TakenOff(RotationOver):
    """You are in no rotation any more, so nothing more is sent to you. If that is a mistake, your clerkship coordinator
    can place you again."""


class PauseTooShort(SettingRefused):
    """That day is here already. Pick a later one, up to {last}."""


class PauseTooLong(SettingRefused):
    """Your rotation ends on {last}. Pick a day up to then, or leave on the Home tab."""


class OutsideHours(SettingRefused):
    """Pick a time from {earliest:%H:%M} to {last:%H:%M}, so that nothing comes in the quiet hours."""

    def __init__(self, *, earliest: time, last: time) -> None:
        self._earliest, self._last = earliest, last
        super().__init__(earliest=earliest, last=last)

    def is_about(self, at: time) -> bool:
        """Whether a time is one that can't be picked."""
        return not self._earliest <= at <= self._last


class QuestionTooEarly(SettingRefused):
    """The question comes after the reminder. Leave at least an hour between them."""


class QuestionTooLate(SettingRefused):
    """After a night the question comes in the morning. Pick a time at least an hour before the reminder's."""


class DayUnclear(SettingRefused):
    """That could be more than one day. Write “/bedside pause tomorrow”, “/bedside pause monday” or a date such as
    “/bedside pause December 1”; or “/bedside pause” alone, and pick a day."""


class NotAStudent(SettingRefused):
    """This is for students. Write “/bedside help” to see what you can do here."""


class Entangled(BedsideError):
    """Somebody else changed the same at that moment. Please try again."""


class PressAgain(BedsideError):
    """Slack was a little slow just now. Please press again."""


class SlackUnavailable(BedsideError):
    """Slack can't be asked at the moment. Please try again in a minute."""


class AppShutOut(BedsideError):
    """Slack tells this app nothing until somebody mends it: {code}. `bedside check --live` says what to put right."""


class PersonRefused(BedsideError):
    """Slack refuses to tell of this person, and its code says nothing of them: {code}. Please try again later."""


# What a preceptor may read.


class AnswerRefused(BedsideError):
    """This can't be answered from here. Under the digests of your own cohorts there is a button for it."""


class NotConfirmedYet(AnswerRefused):
    """Please confirm first how digests are to be read. The button for it is on your Home tab."""


class AnswerTooLate(AnswerRefused):
    """This digest is more than two weeks old, so it takes no answer any more. The next one will."""


class AnswerIsBlank(AnswerRefused):
    """There are no words to send yet. Write a line or two to all of your students."""


class AnswerTooLong(AnswerRefused):
    """That is a little too long: {number:,} characters, and up to {limit:,} are sent. Please shorten it."""


class AnswerPointsAtSomebody(AnswerRefused):
    """This could point to somebody, or can't be sent to students: {found}. Please leave it out or say it in general
    words."""


class AnswerNamesSomebody(AnswerRefused):
    """This looks like a name: {found}. Please write to the whole group (“you all”, “many of you”), and of others
    without a name (“a patient”, “a colleague”)."""


class AnswerSinglesOut(AnswerRefused):
    """This could ask one student to step forward: {found}. Please write to the whole group, such as “I heard you all”
    or “my door is open to all of you”."""


class AnswerAsksSomething(AnswerRefused):
    """Students can't answer here, and a question would put somebody on the spot: {found}. Please say it as a statement,
    such as “I will start rounds later”."""


class AnswerHasFaults(AnswerRefused):
    """A few things can't go out like this:{faults}"""


# What a coordinator may read.


class NoSuchRotation(SettingRefused):
    """There is no rotation of this name. Write “/bedside preview” and one of these:{names}"""


class WhichRotation(NoSuchRotation):
    """Which rotation would you like to see? Write “/bedside preview” and one of these:{names}"""


class RosterRefused(BedsideError):
    """Nothing was changed. Please put these right and send the roster again:{problems}"""

    @property
    def problems(self) -> tuple[str, ...]:
        """Each of them, with its line where it has one."""
        found = self.fields["problems"]
        return tuple(map(str, found)) if isinstance(found, tuple) else (str(found),)


class RosterMoved(BedsideError):
    """By now this roster would change something else than what was shown."""


class NothingSent(SettingRefused):
    """There is nothing to read yet. Choose a file, or paste the header line and your rows."""


class TwoRosters(SettingRefused):
    """There is a file and there are rows. Please send one of them, so that nothing is left out."""


class EmailsHidden(BedsideError):
    """Slack does not show e-mail addresses to Bedside, so nobody can be found by them. Write Slack member ids instead,
    or ask whoever runs Bedside to reinstall it with the permission users:read.email."""


class FilesHidden(BedsideError):
    """Slack does not show files to Bedside. Paste the rows instead, or ask whoever runs Bedside to reinstall it with
    the permission files:read."""


class FileGone(BedsideError):
    """Slack does not hand out this file any more. Please choose it once more."""


class LessonRefused(BedsideError):
    """This lesson can't be changed like that. Nothing was changed."""


class NothingChosen(LessonRefused):
    """Choose a principle, or a day to change places with."""


class TwoThingsChosen(LessonRefused):
    """Choose a principle or a day to change places with, not both."""


class SameDay(LessonRefused):
    """A day can't change places with itself. Pick another one."""


class LessonTooEarly(LessonRefused):
    """That day has begun already somewhere, or is over. Pick {first} or a later day."""


class LessonTooLate(LessonRefused):
    """That is too far ahead. Pick a day up to {last}."""


class PolicyWrong(BedsideError):
    """This rule can't be set like that: {problem}. {write}."""


class NotACoordinator(BedsideError):
    """This is for clerkship coordinators. Somebody who coordinates here can name you."""


class SetUpRefused(BedsideError):
    """This can't be set up like that. Nothing was changed."""


class RotationGone(SetUpRefused):
    """This rotation or cohort is not there any more, so nothing was changed."""


class NameTaken(SetUpRefused):
    """Another one has this name already. Write a name of its own, such as {example}."""


class NameWrong(SetUpRefused):
    """Write a name of 1 to {longest} characters, in one line."""


class DaysReversed(SetUpRefused):
    """The last day comes before the first. Pick a last day from {first} on."""


class LastDayGone(SetUpRefused):
    """That day is over, and what was sent stays sent. Pick today or a later day."""


class RotationTooLong(SetUpRefused):
    """A rotation has at most a year. Pick a last day up to {last}, and copy the rotation when it goes on."""


class NoWorkingDay(SetUpRefused):
    """Nothing would ever be sent. Tick at least one day."""


class HoursTooWide(SetUpRefused):
    """The program is quiet before {earliest:%H:%M} and after {latest:%H:%M}. Pick a time between them."""


class HoursReversed(SetUpRefused):
    """This comes before the beginning of the day's hours. Pick a time after {earliest:%H:%M}."""


class PromptOutsideHours(SetUpRefused):
    """This falls into the quiet hours or the ten minutes before them. Pick a time from {earliest:%H:%M} to
    {last:%H:%M}."""


class PromptsTooClose(SetUpRefused):
    """Leave at least an hour between the reminder and the question, so that there is something to reflect on."""


class DaysOffUnreadable(SetUpRefused):
    """Line {line} can't be read. Write a date and what it is, such as {example}."""


class TooManyDaysOff(SetUpRefused):
    """That is more than {most} days. Shorten the rotation instead, or untick a working day."""


class DaysOffTooLong(SetUpRefused):
    """These names are too long to be shown here again. Write shorter ones, or the same name for days in a row."""


class CannotBePlaced(SetUpRefused):
    """{number} of those you picked can't be placed: an app, or an account that is deactivated. Please pick people who
    use Slack."""


class NoSuchCalendar(SetUpRefused):
    """There is no such calendar of holidays. Pick a country once more."""


class CohortLeftBehind(SetUpRefused):
    """What students shared waits in {cohort}, and too few students would be left there to bring it into a digest. Leave
    this one in {cohort} until two weeks after its last day."""


class CohortHasRotations(SetUpRefused):
    """{cohort} can't be removed: it has rotations, or had some. Only a cohort in which nobody ever was can go."""


class CohortInUse(SetUpRefused):
    """{cohort} can't be removed: people were placed in it, or a rotation of it began, and what was written for a cohort
    stays with it. It sends nothing without rotations."""


class OverAlready(SetUpRefused):
    """{name} is over: its people, days and cohort stay as they were. Copy it to go on."""


class StudentsNotCopied(SetUpRefused):
    """{name} is over, so its students can't be copied any more. Copy only its preceptors, and pick the students or send
    a roster."""


class TooManyAtOnce(SetUpRefused):
    """That is more than one form holds. Pick at most {most} people here, save, and then go on with the others."""


class TooMuchWritten(SetUpRefused):
    """That is more than one form holds. Give the days off shorter names, or write some of them after you have saved."""


class PolicyNotYours(NotACoordinator):
    """You also teach here and read digests, so these rules are for another coordinator to change."""


class CoordinatorsRefused(BedsideError):
    """The list of coordinators can't be changed like that."""


class LastCoordinator(CoordinatorsRefused):
    """Somebody has to coordinate. Add another person before you take the last one off."""


class TooManyCoordinators(CoordinatorsRefused):
    """Up to {limit} people can coordinate. Take some off first."""


class CannotCoordinate(CoordinatorsRefused):
    """{number} of those you added can't be reached: an app, or an account that is deactivated. Please add people who
    use Slack."""


# What an operator may read.


class OutboxRefused(BedsideError):
    """Nothing was changed.{problems}"""


# What stops the start, for whoever installs the bot. Nobody else is shown these, whenever they come up.


class StartRefused(BedsideError):
    """Bedside can't run like this. `bedside check` says what to put right."""


class ProgramFileWrong(StartRefused):
    """{file}, line {line}, {key}: {problem}. {write}."""


class SettingWrong(StartRefused):
    """{name}: {problem}. {write}."""


class AnotherWorkspace(StartRefused):
    """This database belongs to another workspace. Set DATABASE_URL to this workspace's own database."""


class OutdatedDatabase(StartRefused):
    """The database is older than this version of Bedside. Run `bedside migrate`, then start again."""

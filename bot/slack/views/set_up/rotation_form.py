"""The form for a rotation: where and when it is, when its messages come, who is in it; and the form that ends it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    CheckboxesElement,
    InputBlock,
    Option,
    OptionGroup,
    RichTextElement,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot.domain.calendar import Hours, Weekday
from bot.domain.days_off import LONGEST_TEXT, write_days_off
from bot.domain.people import Role, Rotation, RotationId
from bot.domain.program import Program
from bot.domain.roster import LONGEST_NAME
from bot.domain.set_up import Field
from bot.domain.working_time import working_days_of
from bot.flows.ports import CalendarName
from bot.flows.set_up.outcomes import CohortChoice, RotationForm
from bot.slack.views.desk_buttons import short
from bot.slack.views.preview_week import OPEN_ID as PREVIEW_ID
from bot.slack.views.rich import mention, paragraph, plain, quiet
from bot.slack.views.set_up.fields import (
    changed_meanwhile,
    date_field,
    field,
    people_field,
    text_field,
    time_field,
)
from bot.slack.views.set_up.zones import ZONE, zone_menu

CALLBACK_ID: Final = "rotation_form"
END_CALLBACK_ID: Final = "end_rotation_form"
COPY_ID: Final = "copy_rotation"
END_ID: Final = "end_rotation"
SITE, FIRST_DAY, COUNTRY, STATE = "site", "first_day", Field.COUNTRY, "state"
COPIED, PRECEPTORS, TAKEN_OFF = "copied", "preceptors", "taken_off"
NO_HOLIDAYS: Final = "none"
GROUP: Final = 100
"""What one group of a menu in Slack holds."""

TITLE_NEW, TITLE, TITLE_COPY, TITLE_END = "New rotation", "Rotation", "Next block", "End a rotation"
LOOK, CANCEL = "See what changes", "Cancel"
NEXT = "Nothing is saved yet: next you see what it changes."
PREVIEW, PREVIEW_TO_A_READER = "See what goes out", "See what goes out: {name}"
COPY, COPY_TO_A_READER = "Copy to the next block", "Copy to the next block: {name}"
END, END_TO_A_READER = "End or remove…", "End or remove…: {name}"
COPIED_FROM = "Like {name}, as long and on the same weekdays, right after it. Give it a name that tells them apart."
NAME_LABEL, NAME_HINT = "Name", "What you call it, such as Medicine A, November. Each rotation has a name of its own."
COHORT_LABEL = "Cohort"
COHORT_HINT = "Its students share one digest. A full digest needs enough students: the numbers count the roster."
NEW_COHORT_HINT = (
    "Its students share one digest, so let rotations that run at the same time share a cohort. Call it Medicine, fall, "
    "for example. It is made together with this rotation."
)
COHORT_CHOICE, COHORT_CHOICE_OF_ONE = "{name} ({number} students)", "{name} (1 student)"
SITE_LABEL, ZONE_LABEL = "Site", "Time zone"
FIRST_LABEL, LAST_LABEL = "First day", "Last day"
REMINDER_LABEL, QUESTION_LABEL = "Reminder at", "Question at"
QUESTION_HINT = "A question before the reminder comes on the next morning, as after a night on duty."
DAYS_LABEL = "Working days"
EARLIEST_LABEL, LATEST_LABEL = "Nothing before", "Nothing after"
HOURS_HINT = "Students' own times keep these hours too."
COUNTRY_LABEL = "Holidays of"
COUNTRY_HINT = "Nothing is sent on them. The next step shows which these are."
STATE_LABEL = "State or province"
NONE_LABEL, FIRST_TO_LAST = "Nowhere: only your own days off", "{first} to {last}"
UNITED_STATES: Final = "US"
NO_HOLIDAY_HINT = "No holiday is kept free: messages come on holidays too, unless you choose a country."
FIRST_GROUP = "Usual choices"
DAYS_OFF_LABEL = "Own days off"
DAYS_OFF_HINT = "One line for each, such as 2026-12-24 Winter break, or 2026-12-24 to 2026-12-31 Winter break."
COPIED_LABEL = "People who stay together"
COPIED_STUDENTS, COPIED_PRECEPTORS = "The same students", "The same preceptors"
STUDENTS_LABEL, PRECEPTORS_LABEL, TAKEN_OFF_LABEL = "Add students", "Add preceptors", "Take off"
STUDENTS_HINT = "Each is welcomed, and gets messages only after starting by themselves."
TAKEN_OFF_HINT = "Nothing more is sent to them for this rotation. What they wrote stays theirs."
ON_ROSTER, ONE_ON_ROSTER = "{number} students are in it", "1 student is in it"
COUNTED = ". Students are counted here and not listed, so that nobody can tell who has left."
TAUGHT_BY, NOBODY_TEACHES = "; preceptors: ", "; it has no preceptor"
END_LABEL = "Last day"
END_WORDS = (
    "{name} ends on the day you pick. Its cohort's digests go on for two weeks after that, and students may answer "
    "open questions. Nothing that was sent is taken back."
)


Group = tuple[str, list[Option]]
"""A part of a menu, with its label."""


class Choice(NamedTuple):
    """One choice of a menu: what it stands for, and how it reads."""

    value: str
    name: str


def rotation_form(form: RotationForm, program: Program) -> View:
    """Everything about one rotation, as a draft has it."""
    rotation = form.draft.rotation
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=metadata(rotation, copied_from=form.draft.copied_from, touched=form.draft.touched),
        title=plain(_title(form)),
        submit=plain(LOOK),
        close=plain(CANCEL),
        blocks=[
            *changed_meanwhile(form.differs),
            *_beginning(form),
            text_field(Field.NAME, NAME_LABEL, rotation.name, longest=LONGEST_NAME, hint=NAME_HINT),
            _cohort_field(form),
            text_field(SITE, SITE_LABEL, rotation.site, longest=LONGEST_NAME, optional=True),
            field(ZONE, ZONE_LABEL, zone_menu(rotation.zone)),
            date_field(FIRST_DAY, FIRST_LABEL, rotation.first_day),
            date_field(Field.LAST_DAY, LAST_LABEL, rotation.last_day),
            *_times(rotation, program),
            *_rest(form),
            *_people(form),
            quiet(NEXT),
        ],
    )


def end_form(rotation: Rotation, *, today: date) -> View:
    """Asks for the last day of a rotation that has begun."""
    return View(
        type="modal",
        callback_id=END_CALLBACK_ID,
        private_metadata=metadata(rotation),
        title=plain(TITLE_END),
        submit=plain(LOOK),
        close=plain(CANCEL),
        blocks=[
            paragraph(END_WORDS.format(name=rotation.name)),
            date_field(Field.LAST_DAY, END_LABEL, min(max(today, rotation.first_day), rotation.last_day)),
        ],
    )


def copied_roles(chosen: frozenset[Role]) -> CheckboxesElement:
    """Who stays together in the next block."""
    labels = {Role.STUDENT: COPIED_STUDENTS, Role.PRECEPTOR: COPIED_PRECEPTORS}
    options = {role: Option(text=plain(label), value=role) for role, label in labels.items()}
    ticked = [options[role] for role in labels if role in chosen]
    return CheckboxesElement(action_id=COPIED, options=list(options.values()), initial_options=ticked or None)


def metadata(rotation: Rotation, *, copied_from: RotationId | None = None, touched: Iterable[str] | None = None) -> str:
    """What a form remembers: which rotation it is of, in which edition, of which it is a copy, and which of its fields
    hold what somebody filled in from the beginning."""
    return " ".join((f"{rotation.id} {rotation.edition} {copied_from or 0}", *sorted(touched or ())))


def _title(form: RotationForm) -> str:
    if form.draft.copied_from is not None:
        return TITLE_COPY
    return TITLE_NEW if form.draft.is_new else TITLE


def _beginning(form: RotationForm) -> list[Block]:
    rotation = form.draft.rotation
    if form.copies:
        return [paragraph(COPIED_FROM.format(name=form.copies))]
    if form.draft.is_new or form.differs is not None:
        return []
    buttons = [
        _button(PREVIEW_ID, PREVIEW, PREVIEW_TO_A_READER, rotation),
        _button(COPY_ID, COPY, COPY_TO_A_READER, rotation),
        _button(END_ID, END, END_TO_A_READER, rotation),
    ]
    return [paragraph(*_who_is_in_it(form)), ActionsBlock(elements=buttons)]


def _who_is_in_it(form: RotationForm) -> list[str | RichTextElement]:
    counted = ONE_ON_ROSTER if form.students == 1 else ON_ROSTER.format(number=form.students)
    if not form.preceptors:
        return [counted, NOBODY_TEACHES, COUNTED]
    named = [run for person in form.preceptors for run in (", ", mention(person))][1:]
    return [counted, TAUGHT_BY, *named, COUNTED]


def _button(action_id: str, label: str, to_a_reader: str, rotation: Rotation) -> ButtonElement:
    read = to_a_reader.format(name=short(rotation.name))
    return ButtonElement(text=plain(label), action_id=action_id, accessibility_label=read, value=f"{rotation.id}")


def _cohort_field(form: RotationForm) -> InputBlock:
    """The cohorts to choose from, or where there is none a name for the first one."""
    if form.cohorts:
        return field(Field.COHORT, COHORT_LABEL, _cohorts(form.cohorts, form.draft.rotation), hint=COHORT_HINT)
    name = form.draft.new_cohort
    return text_field(Field.NEW_COHORT, COHORT_LABEL, name, longest=LONGEST_NAME, hint=NEW_COHORT_HINT)


def _cohorts(cohorts: Sequence[CohortChoice], rotation: Rotation) -> StaticSelectElement:
    """The cohorts by name, in groups of what one of Slack's groups holds."""
    named = [Choice(f"{each.id}", _cohort(each)) for each in sorted(cohorts, key=lambda each: each.name)]
    return _menu(Field.COHORT, _alphabet(named), f"{rotation.cohort_id}")


def _cohort(cohort: CohortChoice) -> str:
    words = COHORT_CHOICE_OF_ONE if cohort.students == 1 else COHORT_CHOICE
    return words.format(name=short(cohort.name, 55), number=cohort.students)


def _times(rotation: Rotation, program: Program) -> list[Block]:
    hours = rotation.hours or Hours(program.hours.earliest, program.hours.latest)
    return [
        time_field(Field.REMINDER, REMINDER_LABEL, rotation.reminder_at),
        time_field(Field.QUESTION, QUESTION_LABEL, rotation.question_at, hint=QUESTION_HINT),
        field(Field.WORKING_DAYS, DAYS_LABEL, _weekdays(working_days_of(rotation, program))),
        time_field(Field.EARLIEST, EARLIEST_LABEL, hours.earliest),
        time_field(Field.LATEST, LATEST_LABEL, hours.latest, hint=HOURS_HINT),
    ]


def _weekdays(chosen: frozenset[Weekday]) -> CheckboxesElement:
    options = {day: Option(text=plain(day.in_full), value=f"{int(day)}") for day in Weekday}
    ticked = [options[day] for day in sorted(chosen)]
    return CheckboxesElement(
        action_id=Field.WORKING_DAYS, options=list(options.values()), initial_options=ticked or None
    )


def _rest(form: RotationForm) -> list[Block]:
    rotation = form.draft.rotation
    country = rotation.calendar.partition("-")[0]
    blocks: list[Block] = []
    if form.countries:
        menu = _menu(COUNTRY, _countries(form.countries), country or NO_HOLIDAYS)
        shown = plain(COUNTRY_HINT if country else NO_HOLIDAY_HINT)
        blocks.append(
            InputBlock(block_id=COUNTRY, label=plain(COUNTRY_LABEL), element=menu, hint=shown, dispatch_action=True)
        )
    if form.states:
        menu = _menu(STATE, _alphabet(_choices(form.states)), rotation.calendar)
        # Another country needs another block, or the menu would keep what was chosen in it.
        blocks.append(field(f"{STATE}_{country}", STATE_LABEL, menu, optional=True))
    days_off = write_days_off(rotation.days_off)
    return [
        *blocks,
        text_field(
            Field.DAYS_OFF,
            DAYS_OFF_LABEL,
            days_off,
            longest=LONGEST_TEXT,
            hint=DAYS_OFF_HINT,
            optional=True,
            lines=True,
        ),
    ]


def _countries(calendars: Sequence[CalendarName]) -> list[Group]:
    """All of them by name, after the choices that most want."""
    choices = _choices(calendars)
    first = [each for each in choices if each.value == UNITED_STATES]
    others = [each for each in choices if each.value != UNITED_STATES]
    return [(FIRST_GROUP, _options([*first, Choice(NO_HOLIDAYS, NONE_LABEL)])), *_alphabet(others)]


def _choices(calendars: Sequence[CalendarName]) -> list[Choice]:
    return [Choice(each.code, each.name) for each in calendars]


def _menu(name: str, groups: Sequence[Group], chosen: str) -> StaticSelectElement:
    """A menu with one choice, if it is among them."""
    options = [option for _, group in groups for option in group]
    return StaticSelectElement(
        action_id=name,
        option_groups=[OptionGroup(label=plain(label), options=group) for label, group in groups],
        initial_option=next((option for option in options if option.value == chosen), None),
    )


def _alphabet(choices: Sequence[Choice]) -> list[Group]:
    """Choices in groups of what one of Slack's groups holds, called by their first and last ones."""
    parts = [choices[first : first + GROUP] for first in range(0, len(choices), GROUP)]
    return [(_first_to_last(part), _options(part)) for part in parts]


def _first_to_last(part: Sequence[Choice]) -> str:
    return FIRST_TO_LAST.format(first=short(part[0].name, 30), last=short(part[-1].name, 30))


def _options(choices: Iterable[Choice]) -> list[Option]:
    return [Option(text=plain(each.name), value=each.value) for each in choices]


def _people(form: RotationForm) -> list[Block]:
    draft = form.draft
    blocks: list[Block] = []
    if draft.copied_from is not None:
        blocks.append(field(COPIED, COPIED_LABEL, copied_roles(draft.copied), optional=True))
    blocks += [
        people_field(Field.STUDENTS, STUDENTS_LABEL, draft.students, hint=STUDENTS_HINT),
        people_field(PRECEPTORS, PRECEPTORS_LABEL, draft.preceptors),
    ]
    if not draft.is_new:
        blocks.append(people_field(TAKEN_OFF, TAKEN_OFF_LABEL, draft.taken_off, hint=TAKEN_OFF_HINT))
    return blocks

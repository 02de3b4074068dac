"""What a coordinator is told once of what stands in a digest's way: what is wrong, what to do, and what happens
meanwhile."""

from datetime import date, datetime
from typing import Final

from slack_sdk.models.blocks import Block, RichTextElement

from bot.domain.notices import Meanwhile, Notice, Obstacle
from bot.slack.views.message import Message
from bot.slack.views.obstacles import why_not
from bot.slack.views.question import day
from bot.slack.views.rich import channel, mention, paragraph, quiet, strong

NOT_POSTED: Final = "The digest of {day} for {cohort} can't be posted in its channel: {why}."
THE_CHANNEL: Final = "The channel: "
NOT_REACHED: Final = "The digest of {day} for {cohort} does not reach one of its preceptors: {why}."
THE_PRECEPTOR: Final = "The preceptor: "
TRIED_AGAIN: Final = (
    "Bedside tries again every ten minutes. If the channel still does not take it on {directly}, it goes to the "
    "preceptors as direct messages."
)
WENT: Final = "So it went to the preceptors as direct messages."
STUCK: Final = (
    "Bedside tries again every ten minutes, until {until}. No preceptor on the roster may read it directly: place one, "
    "and once they have confirmed how a digest is to be read, it goes to them. After that nobody gets it: no digest is "
    "made twice."
)
PERSON_TRIED_AGAIN: Final = "Bedside tries again every hour, until {until}. Nobody else's digest is affected."
ONLY_READER: Final = (
    "Bedside tries again every hour, until {until}. Nobody else may read what students say in it, so after that it is "
    "gone: no digest is made twice. The next ones only teach, and what students share waits, until a preceptor who has "
    "confirmed can be reached."
)
NO_READER: Final = "The digests of {cohort} only teach: no preceptor is on the roster to read what students share."
PLACE_A_READER: Final = (
    "Place a preceptor in one of its rotations. Bedside writes to them, and they confirm how a digest is to be read."
)
NOBODY_CONFIRMED: Final = "The digests of {cohort} only teach: no preceptor has confirmed how a digest is to be read."
ASK_THEM: Final = (
    "Ask its preceptors to open Bedside's Home tab and confirm it there, once. Your own Home tab names them."
)
SAID_ONCE_FOR_COHORT: Final = "What students share waits meanwhile, for a few weeks at most. Said once for each cohort."
NO_PRECEPTOR: Final = (
    "Nobody got the digest of {day} for {cohort}: it goes to each preceptor directly, and there is none."
)
PLACE_ONE: Final = "Place a preceptor in one of its rotations, or choose a channel for the cohort."
REPLIES_WAIT: Final = "Nothing is lost: what students share waits for a digest that somebody reads."
EVERYBODY: Final = "Everybody in this workspace can read the digests of {cohort}: their channel is public."
SOME_STUDENTS: Final = "Students can read the digests of {cohort}: {students} in their channel."
ONE, MORE = "one student on the roster is", "{number} students on the roster are"
KEEP_THEM_OUT: Final = (
    "A digest is meant for preceptors. Choose a private channel without students for the cohort, or none: then each "
    "preceptor gets the digest directly."
)
NOT_INVITED: Final = "The digests of {cohort} can't be posted yet: Bedside is not in their channel."
INVITE_IT: Final = (
    "Write this in the channel: /invite @Bedside. If the channel is gone, choose another one for the cohort, or none: "
    "then each preceptor gets the digest directly."
)
SAID_ONCE: Final = "Said once for each channel."
MOMENT: Final = "{day} at {at:%H:%M}"


def notice_of_trouble(notice: Notice) -> Message:
    """What is wrong in strong letters, where, what to do, and what becomes of the digest."""
    match notice.obstacle:
        case Obstacle.CHANNEL:
            return _not_posted(notice)
        case Obstacle.PRECEPTOR:
            return _not_reached(notice)
        case Obstacle.NO_PRECEPTOR:
            said = NO_PRECEPTOR.format(day=_day(notice.on), cohort=notice.cohort)
            return _message(said, None, PLACE_ONE, REPLIES_WAIT)
        case Obstacle.NO_READER:
            return _message(NO_READER.format(cohort=notice.cohort), None, PLACE_A_READER, SAID_ONCE_FOR_COHORT)
        case Obstacle.NOBODY_CONFIRMED:
            return _message(NOBODY_CONFIRMED.format(cohort=notice.cohort), None, ASK_THEM, SAID_ONCE_FOR_COHORT)
        case Obstacle.NOT_INVITED | Obstacle.EVERYBODY | Obstacle.STUDENTS:
            return _of_the_channel(notice)


def _of_the_channel(notice: Notice) -> Message:
    students = ONE if notice.students == 1 else MORE.format(number=notice.students)
    said, remedy = {
        Obstacle.NOT_INVITED: (NOT_INVITED, INVITE_IT),
        Obstacle.EVERYBODY: (EVERYBODY, KEEP_THEM_OUT),
    }.get(notice.obstacle, (SOME_STUDENTS, KEEP_THEM_OUT))
    place = (THE_CHANNEL, channel(notice.channel), notice.channel)
    return _message(said.format(cohort=notice.cohort, students=students), place, remedy, SAID_ONCE)


def _not_posted(notice: Notice) -> Message:
    why, remedy = why_not(notice.reason, to_person=False)
    said = NOT_POSTED.format(day=_day(notice.on), cohort=notice.cohort, why=why)
    place = (THE_CHANNEL, channel(notice.channel), notice.channel) if notice.channel else None
    match notice.meanwhile:
        case Meanwhile.WENT:
            meanwhile = WENT
        case Meanwhile.STUCK:
            meanwhile = STUCK.format(until=_moment(notice.until))
        case Meanwhile.WAITS:
            meanwhile = TRIED_AGAIN.format(directly=_moment(notice.directly_at))
    return _message(said, place, remedy, meanwhile)


def _not_reached(notice: Notice) -> Message:
    why, remedy = why_not(notice.reason, to_person=True)
    said = NOT_REACHED.format(day=_day(notice.on), cohort=notice.cohort, why=why)
    person = str(notice.person)
    tried = ONLY_READER if notice.meanwhile is Meanwhile.STUCK else PERSON_TRIED_AGAIN
    meanwhile = tried.format(until=_moment(notice.until))
    return _message(said, (THE_PRECEPTOR, mention(person), person), remedy, meanwhile)


def _message(said: str, place: tuple[str, RichTextElement, str] | None, remedy: str, meanwhile: str) -> Message:
    """`place` is where, for who sees it and for who hears it: a screen reader is told the id, which Slack can't
    turn into a name there."""
    blocks: list[Block] = [paragraph(strong(said)), paragraph(remedy), quiet(meanwhile)]
    lines = [said, remedy, meanwhile]
    if place is not None:
        label, seen, heard = place
        blocks.insert(1, paragraph(label, seen))
        lines.insert(1, f"{label}{heard}")
    return Message("\n".join(lines), blocks)


def _day(on: date | None) -> str:
    return day(on) if on else ""


def _moment(at: datetime | None) -> str:
    return MOMENT.format(day=day(at.date()), at=at) if at else ""

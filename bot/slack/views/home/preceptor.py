"""A preceptor's Home: how a digest is to be read, the cohorts and their digests so far, and two weeks of principles."""

from calendar import day_name
from collections.abc import Iterable

from slack_sdk.models.blocks import Block, HeaderBlock, RichTextBlock, RichTextElement

from bot.domain.curriculum import Principle
from bot.domain.digest import CLOSING
from bot.domain.people import Cohort
from bot.domain.zones import clock_in_words
from bot.flows.open_home.coordinator import CohortAtAGlance
from bot.flows.open_home.preceptor import PreceptorHome
from bot.flows.records.digests import PostedDigest
from bot.slack.views import promise
from bot.slack.views.briefing import PLEASE_CONFIRM, confirm_button, rules_of
from bot.slack.views.home.coordinator import MORE_COHORTS, rotation_line
from bot.slack.views.question import day
from bot.slack.views.rich import bullets, channel, link, paragraph, plain, quiet, strong, together

BEFORE_THE_FIRST = "Before your first digest"
COHORTS = "Your cohorts"
NO_COHORT = "You are placed in no cohort that has digests at present. Your clerkship coordinator can add you."
STUDENTS = "{students} on the roster. "
ONE_STUDENT = "1 student"
MANY_STUDENTS = "{number} students"
COMES = "The digest comes on {day} at {at:%H:%M}, {clock}, "
IN_CHANNEL = "in "
DIRECTLY = "as a direct message to you"
TEACHING_ONLY = (
    "A digest can show what students said with {needed} or more of them on the roster. Until then it brings the "
    "teaching part only; your coordinator can pool this cohort with another."
)
PAST_DIGESTS = "Past digests"
THIS_WEEK = "This week your students practice"
NEXT_WEEK = "Next week"


def confirmation(found: PreceptorHome) -> list[Block]:
    """How a digest is to be read, until that is confirmed."""
    if found.is_confirmed:
        return []
    return [
        HeaderBlock(text=plain(BEFORE_THE_FIRST)),
        bullets(rules_of(found.voices)),
        paragraph(strong(CLOSING)),
        paragraph(PLEASE_CONFIRM),
        confirm_button(),
    ]


def teaching(found: PreceptorHome, *, workspace_url: str) -> list[Block]:
    """The cohorts, their digests so far, then this week's principles and the next one's."""
    more = found.cohorts_in_all - len(found.cohorts)
    return [
        HeaderBlock(text=plain(COHORTS)),
        *([_cohort(each, needed=found.students_needed) for each in found.cohorts] or [paragraph(NO_COHORT)]),
        *([quiet(MORE_COHORTS.format(number=more))] if more else []),
        *_past_digests(found, workspace_url),
        HeaderBlock(text=plain(THIS_WEEK)),
        _principles(found.this_week),
        HeaderBlock(text=plain(NEXT_WEEK)),
        _principles(found.next_week),
    ]


def _cohort(found: CohortAtAGlance, *, needed: int) -> RichTextBlock:
    """One block, since Home holds a hundred, and a coordinator's needs most of them."""
    students = ONE_STUDENT if found.students == 1 else MANY_STUDENTS.format(number=found.students)
    too_few = TEACHING_ONLY.format(needed=promise.in_words(needed))
    return together(
        paragraph(strong(found.cohort.name)),
        paragraph(STUDENTS.format(students=students), *_where(found.cohort), "."),
        *([bullets(map(rotation_line, found.rotations))] if found.rotations else []),
        *([paragraph(too_few)] if found.students < needed else []),
    )


def _where(cohort: Cohort) -> tuple[str | RichTextElement, ...]:
    clock = clock_in_words(cohort.zone)
    comes = COMES.format(day=f"{day_name[cohort.digest_day]}s", at=cohort.digest_at, clock=clock)
    place = (IN_CHANNEL, channel(cohort.digest_channel)) if cohort.digest_channel else (DIRECTLY,)
    return comes, *place


def _past_digests(found: PreceptorHome, workspace_url: str) -> list[Block]:
    if not found.digests:
        return []
    names = {each.cohort.id: each.cohort.name for each in found.cohorts} if len(found.cohorts) > 1 else {}
    lines = ((_link(each, workspace_url), *_of(names.get(each.cohort_id))) for each in found.digests)
    return [HeaderBlock(text=plain(PAST_DIGESTS)), bullets(lines)]


def _of(cohort: str | None) -> tuple[str, ...]:
    return (f", {cohort}",) if cohort else ()


def _link(digest: PostedDigest, workspace_url: str) -> str | RichTextElement:
    """Slack knows a message's address by channel and timestamp, so nobody has to ask it for one."""
    if not workspace_url:
        return day(digest.on)
    return link(f"{workspace_url}archives/{digest.channel}/p{digest.ts.replace('.', '')}", day(digest.on))


def _principles(principles: Iterable[Principle]) -> RichTextBlock:
    return together(*(paragraph(strong(principle.title), f": {principle.teaching}") for principle in principles))

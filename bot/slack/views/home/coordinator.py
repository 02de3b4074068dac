"""A coordinator's Home: the cohorts as their rosters have them, and whom nothing reaches."""

from calendar import day_name

from slack_sdk.models.blocks import Block, HeaderBlock

from bot.domain.people import Rotation
from bot.flows.open_home.coordinator import CohortAtAGlance, CoordinatorHome
from bot.slack.views import promise
from bot.slack.views.briefing import zone_of
from bot.slack.views.home.digest_place import digest_place
from bot.slack.views.lost import lost_people
from bot.slack.views.question import day
from bot.slack.views.rich import bullets, paragraph, plain, quiet, strong, together

ON_THE_ROSTER = "{students} students on the roster. The digest comes on {day} at {at:%H:%M}, {zone} time."
TOO_SMALL = (
    "With {needed} or more students on the roster, a digest can show what they said. Until then it only teaches; "
    "put another rotation into this cohort."
)
ROTATION = "{name}{site}: {first} to {last}"
NO_COHORTS = "Nobody is placed yet. Place people with a roster file: bedside roster FILE."
MORE_COHORTS = "And {number} more."
MOST_COHORTS = 23
"""Home holds a hundred blocks: a cohort takes up to four, and who could not be reached three."""
COORDINATORS_SEE = "You see whom the roster places. Nobody sees who answers, and replies appear in digests only."


def coordinator_home(found: CoordinatorHome, *, most_cohorts: int = MOST_COHORTS) -> list[Block]:
    """Cohorts with their rotations and how many more there are, then whom nothing reaches."""
    shown, more = found.cohorts[:most_cohorts], len(found.cohorts) - most_cohorts
    cohorts = [block for each in shown for block in _cohort(each, needed=found.students_needed)]
    lost = lost_people(found.lost, in_all=found.lost_in_all)
    return [
        *(cohorts or [paragraph(NO_COHORTS)]),
        *([quiet(MORE_COHORTS.format(number=more))] if more > 0 else []),
        *lost,
        quiet(COORDINATORS_SEE),
    ]


def _cohort(found: CohortAtAGlance, *, needed: int) -> list[Block]:
    cohort = found.cohort
    roster = ON_THE_ROSTER.format(
        students=found.students,
        day=f"{day_name[cohort.digest_day]}s",
        at=cohort.digest_at,
        zone=zone_of(cohort),
    )
    too_small = [TOO_SMALL.format(needed=promise.in_words(needed))] if found.students < needed else []
    return [
        HeaderBlock(text=plain(cohort.name)),
        together(paragraph(roster), *digest_place(found)),
        *([bullets(map(rotation_line, found.rotations))] if found.rotations else []),
        *(paragraph(strong(remedy)) for remedy in too_small),
    ]


def rotation_line(rotation: Rotation) -> str:
    """A rotation with its site and its dates."""
    return ROTATION.format(
        name=rotation.name,
        site=f", {rotation.site}" if rotation.site else "",
        first=day(rotation.first_day),
        last=day(rotation.last_day),
    )

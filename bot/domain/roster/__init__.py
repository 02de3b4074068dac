"""Rosters: a file is read, its people are found, what it changes is shown, and then it is applied as a whole."""

from bot.domain.roster.changes import Headcount, RosterChanges, Shift, There, changes_of
from bot.domain.roster.columns import COLUMNS, LONGEST_NAME, TEMPLATE
from bot.domain.roster.finding import NOBODY_ASKED, Found, Member, Trouble, asks_one_by_one, found_among, has_addresses
from bot.domain.roster.plan import PlannedCohort, PlannedPlacement, PlannedRotation, RosterPlan
from bot.domain.roster.reading import Reading, RosterDraft, draft_roster, plan_roster, read_roster
from bot.domain.roster.renaming import renamed_cohorts
from bot.domain.roster.table import MOST_BYTES, Problem, decoded
from bot.domain.roster.words import changes_in_words, changes_to_note, channels_of, fingerprint_of, reading_in_words

__all__ = [
    "COLUMNS",
    "LONGEST_NAME",
    "MOST_BYTES",
    "NOBODY_ASKED",
    "TEMPLATE",
    "Found",
    "Headcount",
    "Member",
    "PlannedCohort",
    "PlannedPlacement",
    "PlannedRotation",
    "Problem",
    "Reading",
    "RosterChanges",
    "RosterDraft",
    "RosterPlan",
    "Shift",
    "There",
    "Trouble",
    "asks_one_by_one",
    "changes_in_words",
    "changes_of",
    "changes_to_note",
    "channels_of",
    "decoded",
    "draft_roster",
    "fingerprint_of",
    "found_among",
    "has_addresses",
    "plan_roster",
    "read_roster",
    "reading_in_words",
    "renamed_cohorts",
]

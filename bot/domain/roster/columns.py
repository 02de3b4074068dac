"""The columns of a roster, and what is to be written in each."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

COLUMNS: Final = (
    "cohort",
    "digest_channel",
    "rotation",
    "site",
    "timezone",
    "first_day",
    "last_day",
    "reminder_at",
    "question_at",
    "role",
    "person",
)
DATES: Final = ("first_day", "last_day")
TIMES: Final = ("reminder_at", "question_at")
MAY_BE_EMPTY: Final = frozenset({"digest_channel", "site", *TIMES})
IDS: Final = frozenset({"digest_channel", "person"})
LONGEST_NAME: Final = 75
"""A cohort's name becomes a header in Slack, and no other name needs to be longer."""
LONGEST_ID: Final = 32
LONGEST_ADDRESS: Final = 254
"""What mail itself allows."""
LONGEST_LINK: Final = 200

EXAMPLE: Final = (
    ("Medicine", "", "Medicine A", "General", "America/New_York", "2026-11-23", "2026-12-18", "07:00", "17:30")
)  # fmt: skip
"""The cells that two lines of one rotation share."""
TEMPLATE: Final = "\n".join(
    [
        ",".join(COLUMNS),
        ",".join([*EXAMPLE, "student", "alice@example.edu"]),
        ",".join([*EXAMPLE, "preceptor", "U012ABCDEF"]),
    ]
)
"""A roster to copy and to write over."""

HOW_TO_FIND_A_CHANNEL: Final = (
    "Write the channel's link or its id, such as C012ABCDEF (in Slack: right-click the channel, Copy, Copy link; the "
    "id is the part that begins with C)."
)
HOW_TO_WRITE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cohort": f"Write the cohort's name, in at most {LONGEST_NAME} characters.",
        "digest_channel": (
            f"{HOW_TO_FIND_A_CHANNEL} Or leave it empty: then each preceptor gets the digest as a direct message, or "
            "in the channel that the cohort has already."
        ),
        "rotation": f"Write the rotation's name, in at most {LONGEST_NAME} characters.",
        "site": f"Write the site's name, in at most {LONGEST_NAME} characters, or leave it empty.",
        "timezone": "Write a zone such as America/New_York.",
        "first_day": "Write a date such as 2026-11-23.",
        "last_day": "Write a date such as 2026-12-18.",
        "reminder_at": "Write a time such as 07:00, or leave it empty.",
        "question_at": "Write a time such as 17:30, or leave it empty.",
        "role": "Write student or preceptor.",
        "person": (
            "Write an e-mail address, or a Slack member id such as U012ABCDEF (in Slack: the profile, ⋮, Copy member "
            "ID)."
        ),
    }
)

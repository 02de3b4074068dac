"""The numbers that are locked where there is no row to lock."""

from enum import IntEnum, unique


@unique
class Advisory(IntEnum):
    """Any numbers that no other user of the same server locks. Whoever waits for one of these waits for no other."""

    MIGRATIONS = 0xBED51DE
    PROGRAM = 0xBED51DF
    """What coordinators change of the program."""
    SETTING_UP = 0xBED51E0
    """Cohorts, rotations and placements. SQLite has one writer at a time anyhow."""

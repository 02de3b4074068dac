"""How many examples a property is tried on that costs more, or deserves more, than the others."""

from hypothesis import settings


def examples(for_each_hundred: int) -> int:
    """So many for each hundred that the profile of this run draws: a few at a desk, more in CI, many on a hunt."""
    return max(2, settings().max_examples * for_each_hundred // 100)

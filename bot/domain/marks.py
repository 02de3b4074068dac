"""What stays of somebody who had everything deleted: a mark in the roster that only who knows the person can find."""

import hashlib
import hmac
from typing import Final

from bot.domain.people import PersonId

MARK: Final = "~"
"""How a mark begins, and no id of Slack's does."""
FADED: Final = MARK + MARK
"""How what a mark fades to begins."""
LONGEST: Final = 32


def mark_of(person: PersonId, *, key: bytes) -> PersonId:
    """The mark of a person: the same each time, so that the next roster does not enroll them again. Without the key
    nobody can tell whose it is."""
    return _cut(MARK + hmac.digest(key, person.encode(), hashlib.sha256).hex())


def faded(noise: str) -> PersonId:
    """What a mark becomes once it has served: a placement that counts, and that nothing ties to a person any more."""
    return _cut(FADED + noise)


def is_mark(person: PersonId) -> bool:
    """Whether this is a mark, faded or not, and nobody to write to or to mention."""
    return person.startswith(MARK)


def _cut(mark: str) -> PersonId:
    return PersonId(mark[:LONGEST])

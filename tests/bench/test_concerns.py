"""How well concerns and languages are told. Nothing here is a ratio of speed: the numbers go into the documentation."""

import pytest

from bot.domain.screening import ConcernKind
from tests.bench.table import Table
from tests.screening.concern_examples import PARTS, Score, score_of_concerns, score_of_languages

pytestmark = pytest.mark.bench


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("kind", ConcernKind)
def test_concerns_by_kind(kind: ConcernKind, part: str, table: Table) -> None:
    table.note(f"explicit phrases of {kind.value}, {part} examples", _in_words(score_of_concerns(kind, part)))


@pytest.mark.parametrize("part", PARTS)
def test_other_languages(part: str, table: Table) -> None:
    table.note(f"text in another language, {part} examples", _in_words(score_of_languages(part)))


def _in_words(score: Score) -> str:
    return (
        f"recall {score.recall:.0%} ({score.told} of {score.of}), "
        f"false alarms {score.false_alarms:.1%} ({score.falsely} of {score.others})"
    )

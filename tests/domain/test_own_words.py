"""A journal in pages: every word once, in its order, and no page longer than a message may be."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.own_words import ENTRIES_ON_A_PAGE, LETTERS_ON_A_PAGE, OwnWords, page_of

MONDAY = date(2026, 11, 23)


def journal(lengths: list[int]) -> list[OwnWords]:
    return [OwnWords(MONDAY + timedelta(days=day), "", "?", "a" * length) for day, length in enumerate(lengths)]


def test_an_empty_journal_is_one_empty_page() -> None:
    assert page_of([], since=date.min).entries == ()
    assert page_of([], since=date.min).next_on is None


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=60))
def test_page_after_page_holds_every_entry_once_and_fits_into_a_message(lengths: list[int]) -> None:
    entries, since, read = journal(lengths), date.min, list[OwnWords]()
    while True:
        page = page_of(entries, since=since)
        assert 0 < len(page.entries) <= ENTRIES_ON_A_PAGE
        assert len(page.entries) == 1 or sum(len(each.text) for each in page.entries) <= LETTERS_ON_A_PAGE
        read += page.entries
        if page.next_on is None:
            break
        assert page.next_on > since
        since = page.next_on
    assert read == entries

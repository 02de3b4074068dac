"""The mark of somebody who had everything deleted."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.marks import faded, is_mark, mark_of
from bot.domain.people import PersonId

people = st.from_regex(r"\A[UW][A-Z0-9]{2,31}\Z").map(PersonId)


@given(people, people)
def test_a_mark_is_the_same_each_time_fits_where_an_id_fits_and_is_nobodys_else(one: PersonId, other: PersonId) -> None:
    mark = mark_of(one, key=b"key")
    assert mark == mark_of(one, key=b"key")
    assert (mark == mark_of(other, key=b"key")) is (one == other)
    assert len(mark) == 32
    assert one not in mark


@given(people)
def test_with_another_key_it_is_another_mark(person: PersonId) -> None:
    assert mark_of(person, key=b"key") != mark_of(person, key=b"another")


@given(people)
def test_no_id_of_slacks_is_a_mark(person: PersonId) -> None:
    assert not is_mark(person)
    assert is_mark(mark_of(person, key=b"key"))
    assert is_mark(faded("0" * 64))
    assert len(faded("0" * 64)) == 32

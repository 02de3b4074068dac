"""A digest: the week's lessons and what was released, in words; the same layout whatever happened."""

from dataclasses import fields
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.anonymity import Band, Release, ThemeShare
from bot.domain.curriculum import Curriculum, Principle, PrincipleSlug, Theme, ThemeSlug
from bot.domain.digest import CLOSING, NOT_ENOUGH, Digest, PrincipleLine, ThemeLine, compose, decode, encode

MONDAY = date(2026, 11, 23)
RUSH, TRUST, QUIET = ThemeSlug("time-pressure"), ThemeSlug("trust-took-work"), ThemeSlug("hard-to-stay-quiet")


def principle(name: str) -> Principle:
    return Principle(
        slug=PrincipleSlug(name),
        title=f"The title of {name}",
        source_paragraphs=(1,),
        teaching=f"The teaching of {name}.",
        reminders=(f"Do {name} today.",),
        questions=(f"How was {name}?", f"Where was {name}?"),
        acts=(f"Teach {name}.",),
    )


CURRICULUM = Curriculum(
    themes=(
        Theme(RUSH, "Time pressure"),
        Theme(QUIET, "Hard to stay quiet and listen"),
        Theme(TRUST, "Trust took work"),
    ),
    principles=tuple(principle(name) for name in ("listening", "sitting", "asking", "caring")),
)


def test_a_digest_teaches_its_weeks_lessons() -> None:
    digest = compose(None, curriculum=CURRICULUM, on=MONDAY)
    first, second = CURRICULUM.week_of(MONDAY)
    assert digest.on == MONDAY
    assert digest.principles == (
        PrincipleLine(first.title, first.teaching),
        PrincipleLine(second.title, second.teaching),
    )
    assert digest.act == CURRICULUM.act_for(MONDAY)
    assert digest.questions == CURRICULUM.round_questions(MONDAY)


def test_without_a_release_nothing_from_students_is_in_it() -> None:
    digest = compose(None, curriculum=CURRICULUM, on=MONDAY)
    assert digest.themes == ()
    assert digest.quotes == ()


def test_a_release_changes_nothing_but_themes_and_quotes() -> None:
    released = Release((ThemeShare(RUSH, Band.MOST),), ("I sat down.",))
    with_it, without = (compose(each, curriculum=CURRICULUM, on=MONDAY) for each in (released, None))
    differing = {field.name for field in fields(Digest) if getattr(with_it, field.name) != getattr(without, field.name)}
    assert differing == {"themes", "quotes"}


def test_themes_stand_from_most_to_a_few_and_then_as_in_the_form() -> None:
    released = Release(
        (ThemeShare(TRUST, Band.MOST), ThemeShare(QUIET, Band.A_FEW), ThemeShare(RUSH, Band.A_FEW)),
        (),
    )
    assert compose(released, curriculum=CURRICULUM, on=MONDAY).themes == (
        ThemeLine("Trust took work", "Most"),
        ThemeLine("Time pressure", "A few"),
        ThemeLine("Hard to stay quiet and listen", "A few"),
    )


def test_half_of_the_voices_read_as_about_half() -> None:
    released = Release((ThemeShare(RUSH, Band.ABOUT_HALF),), ())
    assert compose(released, curriculum=CURRICULUM, on=MONDAY).themes == (ThemeLine("Time pressure", "About half"),)


def test_a_theme_that_the_form_no_longer_has_is_left_out() -> None:
    released = Release((ThemeShare(ThemeSlug("long-gone"), Band.MOST), ThemeShare(RUSH, Band.A_FEW)), ())
    assert compose(released, curriculum=CURRICULUM, on=MONDAY).themes == (ThemeLine("Time pressure", "A few"),)


def test_quotes_come_as_they_left_the_gate() -> None:
    quotes = ("I waited, and she told me.", "  <!channel> *bold*\n", "I sat down.")
    assert compose(Release((), quotes), curriculum=CURRICULUM, on=MONDAY).quotes == quotes


def test_the_sentence_for_too_little_gives_no_reason_and_no_number() -> None:
    assert NOT_ENOUGH == "Not enough to share safely this week. That says nothing about anyone; please don't ask."
    assert not any(character.isdigit() for character in NOT_ENOUGH + CLOSING)


def test_the_closing_line_is_one_line_and_promises_no_anonymity() -> None:
    for word in ("pooled", "confidential", "not an evaluation", "don't guess"):
        assert word in CLOSING.lower()
    assert "anonym" not in CLOSING.lower()
    assert "\n" not in CLOSING


any_text = st.text() | st.sampled_from(["", "\ud83d", "\0", '"', "\u2028", "𝟖🩺"])
any_digest = st.builds(
    Digest,
    on=st.dates(),
    act=any_text,
    principles=st.tuples(*[st.builds(PrincipleLine, any_text, any_text)] * 2),
    themes=st.lists(st.builds(ThemeLine, any_text, any_text), max_size=10).map(tuple),
    quotes=st.lists(any_text, max_size=6).map(tuple),
    questions=st.tuples(any_text, any_text),
)


@given(any_digest)
def test_a_digest_survives_the_outbox_to_the_letter(digest: Digest) -> None:
    kept = encode(digest)
    assert decode(kept) == digest
    # A column of any database holds it, also half an emoji and a zero byte.
    assert kept.isascii()
    assert "\0" not in kept


@given(st.integers(0, 400))
def test_a_digest_of_any_date_survives_the_outbox(days: int) -> None:
    released = Release((ThemeShare(QUIET, Band.ABOUT_HALF),), ("I asked, “and then?”",))
    digest = compose(released, curriculum=CURRICULUM, on=MONDAY + timedelta(days=days))
    assert decode(encode(digest)) == digest

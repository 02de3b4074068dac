"""A reply: drafted, accepted, changed, shared in a second step, and out of reach once a digest has used it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.curriculum import ThemeSlug
from bot.domain.errors import (
    BedsideError,
    ExcerptTooLong,
    NothingToSave,
    QuestionClosed,
    ReplyAlreadyUsed,
    ReplyChanged,
    TextTooLong,
    ThemesNeedATick,
)
from bot.domain.people import CohortId, PersonId
from bot.domain.reply import (
    LONGEST_EXCERPT,
    LONGEST_TEXT,
    Draft,
    Question,
    Reply,
    Sharing,
    accept,
    excerpt_of,
    is_open,
    kept_private,
    overwrites,
    own_words,
    share_words,
)

RUSH, TRUST = ThemeSlug("time-pressure"), ThemeSlug("trust-took-work")
ASKED = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
LATER = ASKED + timedelta(hours=1)
MUCH_LATER = ASKED + timedelta(days=30)
WEEK = timedelta(days=7)
QUESTION = Question(PersonId("U0ALICE"), date(2026, 11, 23), CohortId(1), ASKED, "D0ALICE", "1.0")
EVERYTHING = Draft(frozenset({RUSH}), "I sat down first.", Sharing.WORDS)

drafts = st.builds(
    Draft,
    themes=st.frozensets(st.sampled_from([RUSH, TRUST])),
    text=st.sampled_from(["", "  ", "I sat down first.", "I waited."]),
    sharing=st.sampled_from(Sharing),
)


def accepted(draft: Draft, previous: Reply | None = None, *, at: datetime = LATER) -> Reply:
    return accept(draft, QUESTION, previous=previous, at=at, open_for=WEEK)


def shared() -> Reply:
    return previewed("I sat down.", at=LATER)


def previewed(excerpt: str, *, at: datetime) -> Reply:
    """The reply after its second form, holding this excerpt, was sent."""
    reply = accepted(EVERYTHING)
    return share_words(reply, excerpt, version=reply.changed_at, at=at)


# ── Saving ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_reply_belongs_to_the_cohort_and_date_it_was_asked_for() -> None:
    reply = accepted(EVERYTHING)
    assert (reply.student, reply.cohort_id, reply.on) == (QUESTION.student, QUESTION.cohort_id, QUESTION.on)
    assert (reply.themes, reply.text, reply.changed_at) == (EVERYTHING.themes, EVERYTHING.text, LATER)
    assert not reply.spent


def test_saving_shares_no_words_yet_even_when_words_are_to_be_shared() -> None:
    reply = accepted(EVERYTHING)
    assert reply.excerpt is None
    assert reply.sharing is Sharing.THEMES


@pytest.mark.parametrize(
    ("themes", "chosen", "in_force"),
    [
        ({RUSH}, Sharing.JOURNAL, Sharing.JOURNAL),
        ({RUSH}, Sharing.THEMES, Sharing.THEMES),
        ({RUSH}, Sharing.WORDS, Sharing.THEMES),
        (set(), Sharing.JOURNAL, Sharing.JOURNAL),
        (set(), Sharing.WORDS, Sharing.JOURNAL),
    ],
)
def test_what_is_in_force_after_saving(themes: set[ThemeSlug], chosen: Sharing, in_force: Sharing) -> None:
    assert accepted(Draft(frozenset(themes), "I waited.", chosen)).sharing is in_force


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        (Draft(frozenset(), "", Sharing.JOURNAL), NothingToSave),
        (Draft(frozenset(), " \n", Sharing.WORDS), NothingToSave),
        (Draft(frozenset(), "I waited.", Sharing.THEMES), ThemesNeedATick),
        (Draft(frozenset({RUSH}), "a" * (LONGEST_TEXT + 1), Sharing.JOURNAL), TextTooLong),
    ],
)
def test_a_draft_that_cannot_be_kept_says_why(draft: Draft, error: type[BedsideError]) -> None:
    with pytest.raises(error):
        accepted(draft)


def test_a_tick_alone_is_enough_and_so_are_three_thousand_characters() -> None:
    assert accepted(Draft(frozenset({RUSH}), "", Sharing.THEMES)).text == ""
    assert len(accepted(Draft(frozenset(), "a" * LONGEST_TEXT, Sharing.JOURNAL)).text) == 3000


def test_a_question_stays_open_for_seven_days() -> None:
    last = ASKED + WEEK - timedelta(seconds=1)
    assert is_open(QUESTION, at=last, open_for=WEEK)
    assert not is_open(QUESTION, at=ASKED + WEEK, open_for=WEEK)
    assert accepted(EVERYTHING, at=last).changed_at == last
    with pytest.raises(QuestionClosed):
        accepted(EVERYTHING, at=ASKED + WEEK)


def test_a_kept_reply_can_be_changed_after_its_question_has_closed() -> None:
    changed = accepted(replace(EVERYTHING, text="I waited."), accepted(EVERYTHING), at=MUCH_LATER)
    assert (changed.text, changed.changed_at) == ("I waited.", MUCH_LATER)


@given(drafts, drafts)
def test_a_reply_shares_words_only_with_an_excerpt_that_was_confirmed(first: Draft, second: Draft) -> None:
    for previous in (None, shared()):
        try:
            reply = accepted(second, accepted(first, previous))
        except (NothingToSave, ThemesNeedATick):
            continue
        assert (reply.sharing is Sharing.WORDS) == (reply.excerpt is not None)
        assert reply.sharing is not Sharing.THEMES or reply.themes
        assert reply.excerpt is None or (previous is not None and reply.excerpt == previous.excerpt)


@given(drafts)
def test_sending_the_same_form_twice_changes_nothing_but_the_time_of_a_choice_to_share_less(draft: Draft) -> None:
    for previous in (None, shared()):
        try:
            once = accepted(draft, previous)
        except (NothingToSave, ThemesNeedATick):
            continue
        twice = accepted(draft, once, at=MUCH_LATER)
        assert replace(twice, changed_at=once.changed_at) == once
        if draft.sharing is Sharing.WORDS or not draft.text.strip():
            assert twice == once


# ── Sharing words ────────────────────────────────────────────────────────────────────────────────────────────────


def test_sharing_commits_the_excerpt_to_the_letter() -> None:
    reply = previewed("  I sat down.\nFirst. ", at=MUCH_LATER)
    assert (reply.sharing, reply.excerpt) == (Sharing.WORDS, "  I sat down.\nFirst. ")
    assert reply.changed_at == MUCH_LATER
    assert reply.text == EVERYTHING.text


def test_sharing_the_same_excerpt_again_does_not_start_the_settling_anew() -> None:
    for version in (shared().changed_at, LATER - timedelta(minutes=5)):
        assert share_words(shared(), "I sat down.", version=version, at=MUCH_LATER) == shared()


@pytest.mark.parametrize("version", [LATER - timedelta(microseconds=1), LATER + timedelta(microseconds=1)])
def test_a_preview_of_another_version_shares_nothing(version: datetime) -> None:
    for reply in (accepted(EVERYTHING), shared()):
        with pytest.raises(ReplyChanged):
            share_words(reply, "I stood.", version=version, at=MUCH_LATER)


@pytest.mark.parametrize(
    ("themes", "less"), [({RUSH}, Sharing.JOURNAL), ({RUSH}, Sharing.THEMES), (set(), Sharing.JOURNAL)]
)
def test_choosing_less_ends_every_preview_even_where_nothing_else_changes(
    themes: set[ThemeSlug], less: Sharing
) -> None:
    words = replace(EVERYTHING, themes=frozenset(themes))
    waiting = accepted(words)
    chosen = accepted(replace(words, sharing=less), waiting, at=MUCH_LATER)
    with pytest.raises(ReplyChanged):
        share_words(chosen, "I sat down.", version=waiting.changed_at, at=MUCH_LATER)


def test_an_excerpt_needs_words_and_at_most_six_hundred_characters() -> None:
    for blank in ("", " \n "):
        with pytest.raises(NothingToSave):
            previewed(blank, at=LATER)
    assert previewed("a" * LONGEST_EXCERPT, at=LATER).excerpt == "a" * 600
    with pytest.raises(ExcerptTooLong, match="600"):
        previewed("a" * (LONGEST_EXCERPT + 1), at=LATER)


def test_a_changed_text_takes_its_excerpt_back_until_it_is_previewed_again() -> None:
    changed = accepted(replace(EVERYTHING, text="I waited."), shared())
    assert (changed.excerpt, changed.sharing) == (None, Sharing.THEMES)


def test_ticking_another_theme_keeps_the_confirmed_excerpt() -> None:
    changed = accepted(replace(EVERYTHING, themes=frozenset({TRUST})), shared(), at=MUCH_LATER)
    assert (changed.excerpt, changed.themes) == ("I sat down.", frozenset({TRUST}))
    assert changed.changed_at == MUCH_LATER


@pytest.mark.parametrize("back", [Sharing.THEMES, Sharing.JOURNAL])
def test_choosing_less_takes_the_words_back(back: Sharing) -> None:
    withdrawn = accepted(replace(EVERYTHING, sharing=back), shared())
    assert (withdrawn.excerpt, withdrawn.sharing) == (None, back)


# ── Without a copy ───────────────────────────────────────────────────────────────────────────────────────────────


def without_a_copy() -> Reply:
    reply = accepted(EVERYTHING)
    return share_words(reply, "I sat down.", version=reply.changed_at, keep_copy=False, at=LATER)


def test_without_a_copy_only_the_excerpt_is_left() -> None:
    reply = without_a_copy()
    assert (reply.text, reply.excerpt, reply.sharing) == ("", "I sat down.", Sharing.WORDS)
    assert share_words(reply, "I sat down.", version=ASKED, keep_copy=False, at=MUCH_LATER) == reply


def test_words_without_a_copy_are_still_their_students_own() -> None:
    assert own_words(without_a_copy()) == "I sat down."
    assert own_words(shared()) == "I sat down first."
    assert own_words(accepted(Draft(frozenset({RUSH}), "", Sharing.THEMES))) == ""


def test_a_copy_can_be_given_up_later_and_needs_the_version_that_was_seen() -> None:
    with pytest.raises(ReplyChanged):
        share_words(shared(), "I sat down.", version=ASKED, keep_copy=False, at=MUCH_LATER)
    reply = share_words(shared(), "I sat down.", version=LATER, keep_copy=False, at=MUCH_LATER)
    assert (reply.text, reply.changed_at) == ("", MUCH_LATER)


def test_saving_words_without_a_copy_once_more_changes_nothing() -> None:
    for themes in (frozenset({RUSH}), frozenset[ThemeSlug]()):
        reply = replace(without_a_copy(), themes=themes)
        assert accepted(Draft(themes, "I sat down.", Sharing.WORDS), reply, at=MUCH_LATER) == reply


@pytest.mark.parametrize("less", [Sharing.THEMES, Sharing.JOURNAL])
def test_words_without_a_copy_return_to_the_journal_when_they_are_taken_back(less: Sharing) -> None:
    reply = accepted(Draft(frozenset({RUSH}), own_words(without_a_copy()), less), without_a_copy())
    assert (reply.text, reply.excerpt, reply.sharing) == ("I sat down.", None, less)
    other = accepted(Draft(frozenset({RUSH}), "I waited.", less), without_a_copy())
    assert (other.text, other.excerpt) == ("I waited.", None)


# ── Taking back ──────────────────────────────────────────────────────────────────────────────────────────────────


@given(drafts)
def test_nothing_of_a_reply_kept_private_is_shared_and_nothing_is_lost(draft: Draft) -> None:
    for previous in (None, shared(), without_a_copy()):
        try:
            reply = accepted(draft, previous)
        except (NothingToSave, ThemesNeedATick):
            continue
        private = kept_private(reply, at=MUCH_LATER)
        assert (private.sharing, private.excerpt, private.changed_at) == (Sharing.JOURNAL, None, MUCH_LATER)
        assert (private.themes, private.text) == (reply.themes, own_words(reply))


def test_taking_back_ends_every_preview() -> None:
    waiting = accepted(EVERYTHING)
    with pytest.raises(ReplyChanged):
        share_words(kept_private(waiting, at=MUCH_LATER), "I sat.", version=waiting.changed_at, at=MUCH_LATER)


# ── Once used ────────────────────────────────────────────────────────────────────────────────────────────────────


def spent() -> Reply:
    return replace(accepted(EVERYTHING), themes=frozenset(), sharing=Sharing.JOURNAL, spent=True)


def test_what_a_digest_has_used_can_be_neither_shared_nor_taken_back() -> None:
    with pytest.raises(ReplyAlreadyUsed):
        share_words(spent(), "I sat down.", version=spent().changed_at, at=LATER)
    with pytest.raises(ReplyAlreadyUsed):
        kept_private(spent(), at=LATER)


@given(drafts)
def test_of_what_a_digest_has_used_only_the_journal_changes(draft: Draft) -> None:
    late = accepted(draft, spent(), at=MUCH_LATER)
    assert replace(late, text=spent().text, changed_at=LATER) == spent()
    assert late.text == (draft.text if draft.text.strip() else spent().text)


def test_a_text_that_is_too_long_for_the_journal_says_so_after_a_digest_too() -> None:
    with pytest.raises(TextTooLong):
        accepted(replace(EVERYTHING, text="a" * (LONGEST_TEXT + 1)), spent())


# ── Two forms ────────────────────────────────────────────────────────────────────────────────────────────────────

OLD = ASKED + timedelta(minutes=1)
OTHER = replace(EVERYTHING, text="I waited.")


@pytest.mark.parametrize(
    "draft", [OTHER, replace(EVERYTHING, sharing=Sharing.JOURNAL), replace(EVERYTHING, themes=frozenset({TRUST}))]
)
@pytest.mark.parametrize("version", [None, OLD])
def test_a_form_that_did_not_show_what_is_saved_must_not_undo_it(draft: Draft, version: datetime | None) -> None:
    saved = accepted(EVERYTHING)
    newer = accepted(draft, saved, at=MUCH_LATER)
    assert overwrites(newer, saved, version=version)
    assert not overwrites(newer, saved, version=saved.changed_at)


@given(drafts)
def test_the_same_form_sent_twice_undoes_nothing(draft: Draft) -> None:
    for previous in (None, shared(), without_a_copy()):
        try:
            saved = accepted(draft, previous)
        except (NothingToSave, ThemesNeedATick):
            continue
        again = accepted(draft, saved, at=MUCH_LATER)
        assert not overwrites(again, saved, version=previous.changed_at if previous else None)


def test_a_form_of_a_reply_that_was_deleted_asks_first_and_a_fresh_one_does_not() -> None:
    assert overwrites(accepted(EVERYTHING), None, version=LATER)
    assert not overwrites(accepted(EVERYTHING), None, version=None)


# ── The proposed excerpt ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_short_text_is_proposed_whole() -> None:
    assert excerpt_of("I sat down first.") == "I sat down first."
    assert excerpt_of("a" * LONGEST_EXCERPT) == "a" * LONGEST_EXCERPT


def test_a_long_text_is_cut_between_words() -> None:
    assert excerpt_of("word " * 200) == "word " * 118 + "word…"


@given(st.text(alphabet="ab \n", max_size=40), st.integers(1, 100))
def test_a_proposed_excerpt_always_fits_and_begins_the_text(text: str, times: int) -> None:
    proposed = excerpt_of(text * times)
    assert len(proposed) <= LONGEST_EXCERPT
    assert (text * times).strip().startswith(proposed.removesuffix("…"))
    assert bool(proposed) == bool((text * times).strip())


@pytest.mark.parametrize("text", [" " * 700, "\n" * 700 + "word", " " * 700 + "a" * 700])
def test_blank_space_before_a_text_does_not_count(text: str) -> None:
    assert excerpt_of(text) in {"", "word", "a" * 599 + "…"}

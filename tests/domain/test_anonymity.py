"""The narrow gate: what passes it, what never does, and that nobody's name could matter."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.anonymity import (
    Band,
    PooledReply,
    Release,
    ThemeShare,
    Voice,
    batches,
    may_release,
    pooled_until,
    release,
    still_pooled_since,
)
from bot.domain.curriculum import ThemeSlug
from bot.domain.policy import Policy

ALICE, BOB, CAROL, DEV, ESI, FEMI, GUS, HANA = CAST = tuple(Voice(number) for number in range(8))
RUSH, TRUST, QUIET = ThemeSlug("time-pressure"), ThemeSlug("trust-took-work"), ThemeSlug("hard-to-stay-quiet")
KEY = b"a key that stays in the house"
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def said(voice: Voice, *themes: ThemeSlug, words: str | None = None) -> PooledReply:
    return PooledReply(voice, frozenset(themes), words)


def released(replies: Iterable[PooledReply], *, roster_size: int = 8, smallest_group: int = 5) -> Release | None:
    return release(replies, roster_size=roster_size, policy=Policy(smallest_group), key=KEY)


def shown(replies: Iterable[PooledReply], *, roster_size: int = 8, smallest_group: int = 5) -> Release:
    outcome = released(replies, roster_size=roster_size, smallest_group=smallest_group)
    assert outcome is not None
    return outcome


themes = st.frozensets(st.sampled_from([RUSH, TRUST, QUIET]))
# Few different words, so that several voices often say the same; "\ud83d" is half an emoji, as a cut text may hold.
real_words = st.sampled_from(["I sat down.", "She smiled.", "Hard day.", "\ud83d", "Why?", "Not today."])
words = st.none() | st.sampled_from(["", " "]) | real_words
anything = st.builds(PooledReply, st.integers(0, 11).map(Voice), themes, words)


@st.composite
def pool_lists(draw: st.DrawFn) -> list[PooledReply]:
    """Replies by up to twelve voices, some of whom share nothing, and some of whom write again and again."""
    each_once = [PooledReply(Voice(number), draw(themes), draw(words)) for number in range(draw(st.integers(0, 12)))]
    return each_once + draw(st.lists(anything, max_size=12))


pools = pool_lists()
policies = st.integers(4, 8).map(Policy)
rosters = st.integers(0, 14)
keys = st.binary(max_size=8)


def voices_in(pool: Iterable[PooledReply]) -> set[Voice]:
    return {reply.voice for reply in pool if reply.themes or (reply.words or "").strip()}


def words_of(pool: Iterable[PooledReply], voice: Voice) -> set[str]:
    return {reply.words for reply in pool if reply.voice == voice and reply.words and reply.words.strip()}


# ── Names and order ──────────────────────────────────────────────────────────────────────────────────────────────


@given(pools, st.permutations(range(100, 112)), rosters, policies, keys)
def test_renaming_students_leaves_the_release_equal_to_the_byte(
    pool: list[PooledReply], names: list[int], roster_size: int, policy: Policy, key: bytes
) -> None:
    renamed = [replace(reply, voice=Voice(names[reply.voice])) for reply in pool]
    before = release(pool, roster_size=roster_size, policy=policy, key=key)
    after = release(renamed, roster_size=roster_size, policy=policy, key=key)
    assert repr(before) == repr(after)


@given(st.data(), pools, rosters, policies, keys)
def test_the_order_in_which_replies_come_in_does_not_show(
    data: st.DataObject, pool: list[PooledReply], roster_size: int, policy: Policy, key: bytes
) -> None:
    mixed = data.draw(st.permutations(pool))
    before = release(pool, roster_size=roster_size, policy=policy, key=key)
    after = release(mixed, roster_size=roster_size, policy=policy, key=key)
    assert repr(before) == repr(after)


def test_the_order_of_quotes_is_neither_that_of_the_alphabet_nor_alike_under_every_key() -> None:
    pool = [said(voice, words=f"quote {letter}") for voice, letter in zip(CAST, "abcdefgh", strict=True)]
    orders = {
        outcome.quotes
        for number in range(20)
        if (outcome := release(pool, roster_size=10, policy=Policy(), key=bytes([number])))
    }
    assert len(orders) > 10


def test_who_shares_often_is_not_quoted_more_often() -> None:
    chatty = [said(ALICE, words=f"Alice on day {day}") for day in range(20)]
    others = [said(voice, words=f"one word of {voice}") for voice in CAST[1:]]
    quoted = 0
    for number in range(400):
        outcome = release(chatty + others, roster_size=10, policy=Policy(), key=number.to_bytes(2))
        assert outcome is not None
        quoted += any(quote.startswith("Alice") for quote in outcome.quotes)
    # Three of eight voices are quoted: by chance 150 times; with a single shuffle it would be nearly 400.
    assert 100 < quoted < 200


def test_which_of_a_students_words_are_quoted_depends_on_the_key_and_not_on_when_they_were_written() -> None:
    alice = [said(ALICE, words=f"Alice on day {day}") for day in range(5)]
    others = [said(voice, words="The same for all.") for voice in CAST[1:5]]
    chosen = set()
    for number in range(60):
        outcomes = {
            release(order + others, roster_size=8, policy=Policy(), key=bytes([number]))
            for order in (alice, alice[::-1])
        }
        assert len(outcomes) == 1
        chosen |= {quote for outcome in outcomes if outcome for quote in outcome.quotes if quote.startswith("Alice")}
    assert len(chosen) == 5


# ── Voices and the roster ────────────────────────────────────────────────────────────────────────────────────────


@given(pools, rosters, policies, keys)
def test_nothing_appears_with_fewer_voices_than_the_smallest_group_or_too_small_a_roster(
    pool: list[PooledReply], roster_size: int, policy: Policy, key: bytes
) -> None:
    if release(pool, roster_size=roster_size, policy=policy, key=key) is not None:
        assert len(voices_in(pool)) >= policy.smallest_group
        assert roster_size >= policy.smallest_group + 2


def test_five_voices_of_seven_students_are_enough_and_four_are_not() -> None:
    pool = [said(voice, RUSH) for voice in CAST[:5]]
    assert shown(pool, roster_size=7) == Release((ThemeShare(RUSH, Band.MOST),), ())
    assert released(pool[:4], roster_size=7) is None


def test_a_roster_of_six_gets_no_release_even_if_everybody_speaks() -> None:
    assert released([said(voice, RUSH, words=f"word {voice}") for voice in CAST[:6]], roster_size=6) is None


def test_voices_count_students_and_not_replies() -> None:
    assert released([said(voice, RUSH) for voice in CAST[:4]] * 10) is None


@given(pools, rosters, policies, keys)
def test_a_student_who_keeps_everything_in_the_journal_changes_nothing(
    pool: list[PooledReply], roster_size: int, policy: Policy, key: bytes
) -> None:
    journal_only = [PooledReply(Voice(99), frozenset(), None), PooledReply(Voice(98), frozenset(), "  \n")]
    with_them = release(journal_only + pool, roster_size=roster_size, policy=policy, key=key)
    assert with_them == release(pool, roster_size=roster_size, policy=policy, key=key)


def test_a_release_that_would_show_nothing_is_none_so_that_its_replies_wait() -> None:
    five_alone = [said(ALICE, RUSH), said(BOB, TRUST), said(CAROL, QUIET), said(DEV, words="Hm."), said(ESI, RUSH)]
    assert released(five_alone) is None
    assert shown([*five_alone, said(FEMI, RUSH)]).themes == (ThemeShare(RUSH, Band.ABOUT_HALF),)


def test_all_that_waits_is_offered_first_and_then_without_what_was_promised_more_voices() -> None:
    assert list(batches([5, 8, 6, 5], smallest_group=5)) == [8, 6, 5]
    assert list(batches([5, 8, 6], smallest_group=7)) == [8, 7], "a stricter rule holds for all of them at once"
    assert list(batches([], smallest_group=5)) == []


# ── Themes ───────────────────────────────────────────────────────────────────────────────────────────────────────


@given(pools, policies, keys)
def test_a_theme_appears_exactly_when_three_students_ticked_it(
    pool: list[PooledReply], policy: Policy, key: bytes
) -> None:
    outcome = release(pool, roster_size=20, policy=policy, key=key) or Release((), ())
    enough = len(voices_in(pool)) >= policy.smallest_group
    behind = {theme: {reply.voice for reply in pool if theme in reply.themes} for theme in (RUSH, TRUST, QUIET)}
    wanted = {theme for theme, who in behind.items() if enough and len(who) >= 3}
    assert {share.theme for share in outcome.themes} == wanted


def test_a_few_is_not_said_where_it_would_tell_that_all_seven_took_part() -> None:
    pool = [said(voice, RUSH if voice < 3 else TRUST) for voice in CAST[:7]]
    assert shown(pool, roster_size=7).themes == (ThemeShare(TRUST, Band.ABOUT_HALF),)
    few = ThemeShare(RUSH, Band.A_FEW)
    assert few in shown(pool, roster_size=8).themes


@pytest.mark.parametrize(
    "roster_size", [*range(6, 11), *(pytest.param(size, marks=pytest.mark.slow) for size in (11, 12))]
)
@pytest.mark.parametrize("smallest_group", [4, 5, 6])
def test_no_release_tells_that_everybody_on_the_roster_took_part(smallest_group: int, roster_size: int) -> None:
    """Whatever is shown when all of them speak could have been shown had one of them kept silent."""

    def outcomes(voices: int) -> set[tuple[Band | None, Band | None, int]]:
        return {
            _what_it_shows(ticking, more, sharing, voices, roster_size=roster_size, smallest_group=smallest_group)
            for ticking in range(voices + 1)
            for more in range(voices + 1)
            for sharing in range(voices + 1)
        }

    assert outcomes(roster_size) <= outcomes(roster_size - 1)


def _what_it_shows(
    ticking: int, more: int, sharing: int, voices: int, *, roster_size: int, smallest_group: int
) -> tuple[Band | None, Band | None, int]:
    """The bands of two themes and the number of quotes, from so many voices behind each."""
    pool = [
        said(
            Voice(number),
            QUIET,
            *([RUSH] if number < ticking else []),
            *([TRUST] if number < more else []),
            words=f"words {number}" if number < sharing else None,
        )
        for number in range(voices)
    ]
    outcome = released(pool, roster_size=roster_size, smallest_group=smallest_group) or Release((), ())
    band_of = {share.theme: share.band for share in outcome.themes}
    return band_of.get(RUSH), band_of.get(TRUST), len(outcome.quotes)


@pytest.mark.parametrize(
    ("behind", "voices", "band"),
    [
        (3, 7, Band.A_FEW),
        (3, 6, Band.ABOUT_HALF),
        (4, 7, Band.ABOUT_HALF),
        (13, 20, Band.ABOUT_HALF),  # 65 % exactly.
        (14, 20, Band.MOST),
        (131, 200, Band.MOST),  # 65.5 %.
        (4, 6, Band.MOST),
        (8, 8, Band.MOST),  # Unanimity looks like any other "most".
        (7, 8, Band.MOST),
    ],
)
def test_bands_are_counted_over_voices(behind: int, voices: int, band: Band) -> None:
    pool = [said(Voice(number), RUSH if number < behind else TRUST) for number in range(voices)]
    assert ThemeShare(RUSH, band) in shown(pool, roster_size=300).themes


def test_voices_that_only_share_words_count_for_the_bands() -> None:
    ticking = [said(voice, RUSH) for voice in CAST[:3]]
    assert shown([*ticking, said(DEV, TRUST), said(ESI, TRUST)]).themes == (ThemeShare(RUSH, Band.ABOUT_HALF),)
    writing = [said(voice, words="A chair.") for voice in CAST[3:]]
    assert shown(ticking + writing).themes == (ThemeShare(RUSH, Band.A_FEW),)


def test_ticking_a_theme_every_day_counts_once() -> None:
    pool = [said(ALICE, RUSH)] * 5 + [said(BOB, RUSH)] + [said(voice, TRUST) for voice in CAST[2:7]]
    assert [share.theme for share in shown(pool).themes] == [TRUST]


@given(pools, policies, keys)
def test_themes_stand_by_band_and_then_by_name(pool: list[PooledReply], policy: Policy, key: bytes) -> None:
    outcome = release(pool, roster_size=20, policy=policy, key=key)
    if outcome is not None:
        order = [Band.MOST, Band.ABOUT_HALF, Band.A_FEW]
        assert list(outcome.themes) == sorted(outcome.themes, key=lambda share: (order.index(share.band), share.theme))


# ── Quotes ───────────────────────────────────────────────────────────────────────────────────────────────────────


@given(pools, policies, keys)
def test_quotes_keep_every_limit(pool: list[PooledReply], policy: Policy, key: bytes) -> None:
    outcome = release(pool, roster_size=20, policy=policy, key=key) or Release((), ())
    voices = voices_in(pool)
    enough = len(voices) >= policy.smallest_group
    sharing = [own for voice in voices if (own := words_of(pool, voice))]
    few = min(3, (policy.smallest_group + 1) // 2)
    many = len(voices) >= 11 and len(sharing) >= 6
    wanted = (6 if many else few) if enough and len(sharing) >= 3 else 0
    assert len(outcome.quotes) == wanted <= (len(voices) + 1) // 2
    assert _one_a_voice(outcome.quotes, sharing)


def _one_a_voice(quotes: tuple[str, ...], sharing: list[set[str]]) -> bool:
    """Whether each quote can be given to a voice of its own that shared exactly these words."""
    if not quotes:
        return True
    return any(
        quotes[0] in own and _one_a_voice(quotes[1:], sharing[:place] + sharing[place + 1 :])
        for place, own in enumerate(sharing)
    )


def test_two_students_words_are_not_quoted_and_threes_are() -> None:
    ticking = [said(voice, RUSH) for voice in CAST[:5]]
    two = [said(FEMI, words="I listened."), said(GUS, words="I waited.")]
    assert shown(ticking + two).quotes == ()
    three = [*two, said(HANA, words="I sat.")]
    assert set(shown(ticking + three).quotes) == {"I listened.", "I waited.", "I sat."}


def test_many_words_by_two_students_are_still_two_students() -> None:
    ticking = [said(voice, RUSH) for voice in CAST[:5]]
    assert shown(ticking + [said(CAST[day % 2], words=f"day {day}") for day in range(8)]).quotes == ()


@given(st.integers(6, 19), st.data())
def test_the_number_of_quotes_tells_nothing_about_how_many_took_part(roster_size: int, data: st.DataObject) -> None:
    policy = Policy(data.draw(st.integers(4, min(9, roster_size - 2))))
    voices = data.draw(st.integers(policy.smallest_group, roster_size))
    sharing = data.draw(st.integers(3, voices))
    pool = [said(Voice(number), RUSH, words=f"w{number}" if number < sharing else None) for number in range(voices)]
    outcome = shown(pool, roster_size=roster_size, smallest_group=policy.smallest_group)
    assert len(outcome.quotes) == (2 if policy.smallest_group == 4 else 3)


@pytest.mark.parametrize(
    ("roster_size", "voices", "sharing", "quotes"),
    [(20, 11, 6, 6), (19, 11, 11, 3), (20, 10, 10, 3), (20, 11, 5, 3), (40, 30, 30, 6), (40, 5, 5, 3)],
)
def test_there_are_six_quotes_only_in_a_large_cohort_where_half_the_voices_are_enough(
    roster_size: int, voices: int, sharing: int, quotes: int
) -> None:
    pool = [said(Voice(number), RUSH, words=f"w{number}" if number < sharing else None) for number in range(voices)]
    assert len(shown(pool, roster_size=roster_size).quotes) == quotes


def test_the_same_words_by_several_students_are_each_their_own() -> None:
    pool = [said(voice, words="Nobody asked her.") for voice in CAST[:5]]
    assert shown(pool).quotes == ("Nobody asked her.",) * 3


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=5, max_size=8))
def test_a_quote_is_exactly_what_was_shared(excerpts: list[str]) -> None:
    outcome = shown(said(voice, words=excerpt) for voice, excerpt in zip(CAST, excerpts, strict=False))
    assert set(outcome.quotes) <= set(excerpts)


# ── What the types can hold ──────────────────────────────────────────────────────────────────────────────────────


def test_beyond_the_gate_there_is_no_place_for_an_author_an_instant_or_an_id() -> None:
    assert _leaves(Release) == {"Release.quotes: str", "ThemeShare.theme: str", "ThemeShare.band: Band"}
    assert not issubclass(Band, int)
    assert [str(band) for band in Band] == ["a few", "about half", "most"]


def test_into_the_gate_goes_no_author_and_no_instant_either() -> None:
    assert _leaves(PooledReply) == {"PooledReply.voice: int", "PooledReply.themes: str", "PooledReply.words: str"}


def _leaves(kind: type) -> set[str]:
    """Every field that a value of this type can hold, down to what is no container any more."""
    assert is_dataclass(kind)
    hints = get_type_hints(kind)
    assert not hasattr(kind, "__dict__") or "__slots__" in vars(kind)
    return {leaf for field in fields(kind) for leaf in _leaves_of(f"{kind.__name__}.{field.name}", hints[field.name])}


def _leaves_of(name: str, hint: object) -> set[str]:
    inner = [part for part in get_args(hint) if part not in (Ellipsis, type(None))]
    if inner:
        return {leaf for part in inner for leaf in _leaves_of(name, part)}
    plain = getattr(hint, "__supertype__", hint)
    assert isinstance(plain, type)
    return _leaves(plain) if is_dataclass(plain) else {f"{name}: {plain.__name__}"}


# ── When ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_two_releases_of_a_cohort_are_at_least_six_days_apart() -> None:
    assert may_release(None, at=AT)
    assert may_release(AT - timedelta(days=6), at=AT)
    assert not may_release(AT - timedelta(days=6) + timedelta(seconds=1), at=AT)
    assert not may_release(AT, at=AT)
    # A host's clock that jumped back is no second release.
    assert not may_release(AT + timedelta(days=30), at=AT)


def test_a_weekly_digest_is_never_held_back_by_a_change_of_clocks() -> None:
    assert may_release(AT - timedelta(days=7) + timedelta(hours=1), at=AT)


def test_a_cohort_digests_for_fourteen_days_after_its_last_rotation() -> None:
    assert pooled_until(date(2026, 12, 18)) == date(2027, 1, 1)
    assert still_pooled_since(date(2027, 1, 1)) == date(2026, 12, 18)

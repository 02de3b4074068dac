"""The file that a student takes along: it says what it is, and every word in it reads as it was written."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outbox import MessageId
from bot.domain.own_words import ENTRIES_ON_A_PAGE, OwnWords
from bot.practice.block_kit import message_problems
from bot.slack.views.journal_file import COMMENT, EMPTY, TITLE, WHAT_IT_IS, file_name, markdown
from bot.slack.views.journal_page import journal_page
from tests.slack.drawings import HOSTILE, MONDAY, OWN_WORDS

MEANINGFUL = "\\`*_[]<>|~&"


def entry(text: str, *, on: date = MONDAY) -> OwnWords:
    return OwnWords(on, "A principle", "How was it?", text)


def read_back(file: str) -> str:
    """The words of the one quote in a file, as a reader of Markdown shows them."""
    lines = [line.removeprefix(">").removeprefix(" ") for line in file.splitlines() if line.startswith(">")]
    shown = "\n".join(line.rstrip(" ").replace("\N{NO-BREAK SPACE}", " ") for line in lines)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", shown)


def test_the_first_lines_say_what_it_is() -> None:
    assert markdown(OWN_WORDS).splitlines()[:3] == [f"# {TITLE}", "", WHAT_IT_IS]


def test_it_holds_dates_principles_questions_and_own_words_in_this_order_and_nothing_else() -> None:
    assert markdown([entry("I sat down.\nShe talked.")]).splitlines()[4:] == [
        "## Monday, November 23, 2026",
        "",
        "**A principle**",
        "",
        "How was it?",
        "",
        "> I sat down.  ",
        "> She talked.",
    ]


def test_a_journal_that_was_emptied_meanwhile_says_so() -> None:
    assert EMPTY in markdown([])


def test_what_is_said_beside_it_warns_and_tells_when_it_goes() -> None:
    for told in (COMMENT, journal_page(OWN_WORDS).text):
        assert "under the rules of this workspace" in told
        assert "after 24 hours" in told


@pytest.mark.parametrize(
    "text",
    ["# no heading", "1. no list", "- no list", "> no quote", "---", "===", "    no code", "+ x", "a\n-\nb", HOSTILE],
)
def test_what_looks_like_markdown_is_words(text: str) -> None:
    file = markdown([entry(text)])
    assert read_back(file) == text.strip()
    for line in file.splitlines()[8:]:
        assert not re.match(r"> ([#>+=-]|\d+[.)]|    )", line)


@given(st.text("ab1 \t\n#*_-+=>`~|[]()<>!&.:\\", min_size=1).filter(str.strip))
def test_no_sign_of_markdowns_stands_unescaped_and_no_letter_is_lost(text: str) -> None:
    file = markdown([entry(text)])
    quoted = "\n".join(line[1:] for line in file.splitlines() if line.startswith(">"))
    without_escapes = re.sub(r"\\[!-/:-@\[-`{-~]", "", quoted)
    assert not set(without_escapes) & set(MEANINGFUL)
    written = "\n".join(line.rstrip().replace("\t", "    ") for line in text.strip().splitlines())
    assert read_back(file).replace("\t", "    ") == written


def test_the_name_of_the_file_tells_it_from_any_other_and_nothing_of_anybody() -> None:
    assert file_name(MessageId("0123456789abcdef" * 2)) == "bedside-journal-01234567.md"


def test_the_longest_page_keeps_slacks_limits() -> None:
    page = [entry("a" * 500)] * ENTRIES_ON_A_PAGE
    assert message_problems(journal_page(page).block_dicts) == []
    assert len(journal_page(page).blocks) <= 50
    assert message_problems(journal_page([entry("a" * 3000)]).block_dicts) == []

"""The forms in which a preceptor answers the students of a digest: what to say, then exactly what they will see."""

from datetime import date
from typing import Final

from slack_sdk.models.blocks import Block, InputBlock, PlainTextInputElement, RichTextBlock
from slack_sdk.models.views import View

from bot.domain.group_answer import LONGEST_ANSWER, UNSIGNED, GroupAnswer
from bot.domain.letters import digest_name
from bot.domain.people import CohortId
from bot.slack.views.group_answer import group_answer
from bot.slack.views.question import day
from bot.slack.views.rich import paragraph, plain, quiet, quote, strong

CALLBACK_ID: Final = "answer_group_form"
PREVIEW_ID: Final = "answer_group_preview"
TEXT: Final = "group_answer"
"""The block and the element in it share this id."""

TITLE = "Answer the group"
PREVIEW, CANCEL, CLOSE = "Preview", "Cancel", "Close"
TO_WHOM = "To all students of {cohort}, on the digest of {day}"
TEXT_LABEL = "Your words to all of them"
HINT = (
    "Say what you heard and what you will do. Write to the whole group: no names, nobody singled out, no question, "
    "since nobody can answer here."
)
WHAT_HAPPENS = (
    "Your name stands below it. Everyone on the roster finds it on the Home tab, and those who take part get it as a "
    "message too. A digest takes one answer. Next you see exactly what they will see."
)

PREVIEW_TITLE = "What they will see"
SEND, BACK = "Send", "Back"
TO_THE_LETTER = "Exactly this goes to them, to the letter:"
FOR_GOOD = "It can't be changed or taken back once it is sent."

SENT = "Your answer is on its way. Students see that you listened."
ALREADY_YOURS = "You have answered this digest already:"
ALREADY = "{name} has answered this digest already:"
COLLEAGUE = "A colleague"
"""Who answered, where no name can be shown: a student reads "One of your preceptors" there."""
ONE_ANSWER = "A digest takes one answer, so that nobody has to wonder about a second one."


def answer_form(cohort: CohortId, on: date, *, name: str) -> View:
    """An empty form for the answer to the digest of a date, of the cohort with this name."""
    text = PlainTextInputElement(action_id=TEXT, multiline=True, max_length=LONGEST_ANSWER)
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=digest_name(cohort, on),
        title=plain(TITLE),
        submit=plain(PREVIEW),
        close=plain(CANCEL),
        blocks=[
            _to_whom(name, on),
            InputBlock(block_id=TEXT, label=plain(TEXT_LABEL), element=text, hint=plain(HINT)),
            quiet(WHAT_HAPPENS),
        ],
    )


def preview_form(cohort: CohortId, on: date, text: str, signature: str, *, name: str) -> View:
    """The message itself, between what has to be known before it is sent. It lies above the first form, which keeps
    what was typed."""
    return View(
        type="modal",
        callback_id=PREVIEW_ID,
        private_metadata="\n".join((digest_name(cohort, on), signature, text)),
        title=plain(PREVIEW_TITLE),
        submit=plain(SEND),
        close=plain(BACK),
        blocks=[
            _to_whom(name, on),
            quiet(TO_THE_LETTER),
            *group_answer(on, text, signature).blocks,
            quiet(FOR_GOOD),
        ],
    )


def sent_notice() -> View:
    """That it is sent. Closing it closes the first form too."""
    return View(type="modal", title=plain(TITLE), close=plain(CLOSE), blocks=[paragraph(SENT)], clear_on_close=True)


def answered_notice(answer: GroupAnswer, *, is_own: bool) -> View:
    """The answer that a digest has already."""
    name = COLLEAGUE if answer.signature == UNSIGNED else answer.signature
    whose = ALREADY_YOURS if is_own else ALREADY.format(name=name)
    blocks: list[Block] = [paragraph(strong(whose)), quote(answer.text), quiet(ONE_ANSWER)]
    return View(type="modal", title=plain(TITLE), close=plain(CLOSE), blocks=blocks)


def _to_whom(cohort: str, on: date) -> RichTextBlock:
    return paragraph(strong(TO_WHOM.format(cohort=cohort, day=day(on))))

"""Text that Slack shows letter for letter: nothing in it can become a mention, a link or formatting."""

from collections.abc import Iterable

from slack_sdk.models.blocks import (
    ConfirmObject,
    ContextBlock,
    PlainTextObject,
    RichTextBlock,
    RichTextElement,
    RichTextElementParts,
    RichTextListElement,
    RichTextPreformattedElement,
    RichTextQuoteElement,
    RichTextSectionElement,
)


def paragraph(*runs: str | RichTextElement) -> RichTextBlock:
    """One paragraph of plain and strong runs."""
    return RichTextBlock(elements=[RichTextSectionElement(elements=[_run(run) for run in runs])])


def bullets(items: Iterable[str | tuple[str | RichTextElement, ...]]) -> RichTextBlock:
    """A list, an item a line; an item may have several runs."""
    runs = ((item,) if isinstance(item, str) else item for item in items)
    lines = [RichTextSectionElement(elements=[_run(run) for run in item]) for item in runs]
    return RichTextBlock(elements=[RichTextListElement(style="bullet", elements=lines)])


def quote(text: str) -> RichTextBlock:
    """Somebody's own words. Each quote is a block, or Slack would draw one line beside them all."""
    return RichTextBlock(elements=[RichTextQuoteElement(elements=[_run(text)])])


def preformatted(text: str) -> RichTextBlock:
    """Lines in letters of one width, as they stand."""
    return RichTextBlock(elements=[RichTextPreformattedElement(elements=[_run(text)])])


def together(*blocks: RichTextBlock) -> RichTextBlock:
    """Several of these as one block, with less space between them."""
    parts = [part for block in blocks for part in block.elements]
    return RichTextBlock(elements=[part for part in parts if isinstance(part, RichTextElement)])


def strong(text: str) -> RichTextElement:
    """A run of bold text."""
    return RichTextElementParts.Text(text=text, style=RichTextElementParts.TextStyle(bold=True))


def mention(person: str) -> RichTextElement:
    """A person by their name in Slack. On the Home tab nobody is notified of it."""
    return RichTextElementParts.User(user_id=person)


def channel(channel_id: str) -> RichTextElement:
    """A channel by its name in Slack, which opens it."""
    return RichTextElementParts.Channel(channel_id=channel_id)


def link(url: str, text: str) -> RichTextElement:
    """A few words that open an address of ours or of Slack's; what somebody typed never becomes one."""
    return RichTextElementParts.Link(url=url, text=text)


def quiet(text: str) -> ContextBlock:
    """A line in small grey letters."""
    return ContextBlock(elements=[plain(text)])


def plain(text: str) -> PlainTextObject:
    """A text object in which emoji codes stay letters too."""
    return PlainTextObject(text=text, emoji=False)


def confirmation(title: str, text: str, confirm: str, deny: str) -> ConfirmObject:
    """What a button asks once before it does what can't be undone."""
    return ConfirmObject(title=plain(title), text=plain(text), confirm=plain(confirm), deny=plain(deny))


def _run(run: str | RichTextElement) -> RichTextElement:
    return RichTextElementParts.Text(text=run) if isinstance(run, str) else run

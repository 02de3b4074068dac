"""A student's settings on the Home tab: the pace, a pause, the times, and the way out."""

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.domain.calendar import in_words
from bot.domain.own_pace import OwnSettings
from bot.domain.people import Standing
from bot.slack.views import own_times, pace, pause
from bot.slack.views.rich import paragraph

STARTED = "You get {pace}, and a reminder every working day."
BEGINS = "Your rotation begins on {day}. Until then nothing comes."
NOT_STARTED = "Nothing is sent to you. Start whenever you like."
TAKE_A_BREAK = "A break? It ends by itself."


def settings_blocks(own: OwnSettings) -> list[Block]:
    """Each setting in words, with the buttons that change it."""
    if own.standing is not Standing.STARTED:
        return [paragraph(NOT_STARTED), pace.start_buttons(with_decline=False)]
    leave = ActionsBlock(elements=[pace.leave_button()])
    return [
        *([paragraph(BEGINS.format(day=in_words(own.begins)))] if own.begins else []),
        paragraph(STARTED.format(pace=pace.IN_WORDS[own.pace])),
        pace.pace_buttons(own.pace),
        *_pause(own),
        *_times(own),
        leave,
    ]


def _times(own: OwnSettings) -> list[Block]:
    return [paragraph(own_times.in_words(own.times)), own_times.times_buttons(own)] if own.times else []


def _pause(own: OwnSettings) -> list[Block]:
    menu = pause.pause_menu()
    if own.paused_until is None:
        return [paragraph(TAKE_A_BREAK), ActionsBlock(elements=[menu])]
    return [paragraph(pause.paused(own)), ActionsBlock(elements=[pause.resume_button(), menu])]

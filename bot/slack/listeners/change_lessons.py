"""A coordinator puts another lesson on a date, and undoes it."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import LessonRefused
from bot.domain.permissions import Action
from bot.flows.change_lessons import change_lessons, list_lessons, undo_lesson, weigh_lessons
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, lesson_of_button, lesson_wish_in, person_in, previewed_lesson_in
from bot.slack.responses import shown_in_time
from bot.slack.switchboard import Switchboard
from bot.slack.views import lessons_form


def register(switchboard: Switchboard, house: House) -> None:
    """Open the form, show above it what would change, commit what was shown, and take a change back."""
    world, now = house.world, house.clock.now

    async def ask(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await open_view(client, body, lessons_form.lessons_form(await list_lessons(world, at=now())))
        await ack()

    async def look(body: Body, ack: AsyncAck) -> None:
        wish = lesson_wish_in(body)
        try:
            found = await weigh_lessons(world, wish, at=now())
        except LessonRefused as error:
            await ack(response_action="errors", errors=lessons_form.errors_for(error))
            return
        await ack(response_action="push", view=lessons_form.lessons_preview(wish, found))

    async def save(body: Body, ack: AsyncAck) -> None:
        seen, wish = previewed_lesson_in(body)
        found = await change_lessons(world, person_in(body), wish, seen=seen, at=now())
        if found.fulfills(seen):
            await ack(response_action="update", view=lessons_form.done_notice())
        else:
            await ack(response_action="update", view=lessons_form.lessons_preview(wish, found, meanwhile=True))

    async def undo(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await undo_lesson(world, person_in(body), lesson_of_button(body), at=now())
        form, shown = lessons_form.lessons_form(await list_lessons(world, at=now())), body["view"]
        await shown_in_time(client.views_update(view_id=shown["id"], hash=shown["hash"], view=form))
        await ack()

    switchboard.action(lessons_form.OPEN_ID, needs=Action.CHANGE_LESSONS)(ask)
    switchboard.view(lessons_form.CALLBACK_ID, needs=Action.CHANGE_LESSONS)(look)
    switchboard.view(lessons_form.PREVIEW_ID, needs=Action.CHANGE_LESSONS)(save)
    switchboard.action(lessons_form.UNDO_ID, needs=Action.CHANGE_LESSONS)(undo)

"""Somebody looks over a student's shoulder, or owns the workspace: what does a conversation with the bot tell?"""

import json
from datetime import timedelta

from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.practice.hands import Hands
from bot.practice.workspace import Workspace
from bot.slack.messenger import SlackMessenger
from bot.slack.tasks import Tasks
from bot.slack.views.question import DONE
from bot.slack.views.reminder import NOTHING_SHOWN
from tests.attacks.attack import Attack, Table
from tests.fakes import FakeClock
from tests.slack.conftest import (  # noqa: F401 - a fixture is used by naming it
    Straight,
    app,
    client,
    clock,
    hands,
    identity,
    pokes,
    server,
    sqlite_only,
    straight,
    tasks,
    workspace,
    world,
)
from tests.slack.thumb import Thumb
from tests.stories import (
    ALICE,
    BOB,
    CAROL,
    DEV,
    EIGHT,
    ESI,
    FEMI,
    GUS,
    HANA,
    MONDAY,
    NEXT_MONDAY,
    at,
    deliver,
    deliver_all,
    everybody_starts,
    place,
)

SHOULDER = Attack(
    "A look over somebody's shoulder.",
    "A student's whole conversation with the bot, and every request of the bot's about it.",
    "what was done with the question",
    Table.SYSTEM,
)
NOTE = "I sat down first, and she talked about her garden."


async def answers(thumb: Thumb, sharing: str, *, note: str = NOTE) -> None:
    await thumb.press("Answer")
    await thumb.pick("Time pressure")
    await thumb.type(note)
    if sharing != "Share themes only":
        await thumb.pick(sharing)
    await thumb.send("Save")


async def shares_words(thumb: Thumb, *, copy: bool = True) -> None:
    await answers(thumb, "Share words too")
    if not copy:
        await thumb.pick("Keep no copy")
    await thumb.send("Share this")


async def takes_back(thumb: Thumb, label: str) -> None:
    await thumb.press("Open")
    await thumb.press(label)


async def test_a_conversation_shows_the_same_whatever_was_done_with_its_question(
    world: World,  # noqa: F811
    hands: Hands,  # noqa: F811
    straight: Straight,  # noqa: F811
    workspace: Workspace,  # noqa: F811
    client: AsyncWebClient,  # noqa: F811
    clock: FakeClock,  # noqa: F811
    tasks: Tasks,  # noqa: F811
) -> None:
    messenger = SlackMessenger(client)
    await place(world)
    await everybody_starts(world)
    clock.at = at(MONDAY, "17:45")
    await deliver_all(world, messenger, when=clock.now())  # type: ignore[arg-type]
    thumbs = {student: Thumb(hands, student) for student in EIGHT}
    clock.at = at(MONDAY, "18:00")

    await answers(thumbs[ALICE], "Keep in my journal")
    await answers(thumbs[BOB], "Share themes only")
    await shares_words(thumbs[CAROL])
    await shares_words(thumbs[DEV], copy=False)
    await thumbs[ESI].press("Skip")
    await answers(thumbs[FEMI], "Share themes only")
    await answers(thumbs[GUS], "Keep in my journal", note="I want to kill myself.")
    await answers(thumbs[HANA], "Share words too")
    await deliver(world, messenger, when=clock.now())
    for student in EIGHT:
        for view in await hands.open_views(student):
            await hands.close(student, view.id)
    clock.at += timedelta(hours=1)
    await takes_back(thumbs[FEMI], "Withdraw")
    await takes_back(thumbs[CAROL], "Delete this reply")
    await deliver(world, messenger, when=clock.now())
    await tasks.close()
    # Nobody's reply passes the gate: the digest shows nothing, and the reminder after it says so.
    clock.at = at(NEXT_MONDAY, "07:15")
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    await deliver_all(world, messenger, when=clock.now())  # type: ignore[arg-type]

    seen = {student: await conversation(hands, student) for student in EIGHT}
    assert DONE in seen[ALICE]
    assert seen[ALICE].count(NOTHING_SHOWN) == 2, "in the blocks and in the text of one message"
    assert {student for student in EIGHT if seen[student] != seen[ALICE]} == set()
    edits = [each for each in workspace.accepted if each.method == "chat.update"]
    assert len(edits) == len(EIGHT), "one for each, and none when something is changed or taken back"
    SHOULDER.told("nothing", "that something was pressed, and when; not what")


async def conversation(hands: Hands, student: str) -> str:  # noqa: F811
    """Everything that stands there, but for the instants and ids that are Slack's."""
    return json.dumps(
        [
            (
                each.text,
                [{name: value for name, value in block.items() if name != "block_id"} for block in each.blocks],
                each.edited_ts is not None,
                len(each.files),
            )
            for each in await hands.messages(student)
        ]
    )

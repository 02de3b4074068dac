import pytest
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.practice.hands import Hands
from bot.practice.server import PracticeServer
from bot.practice.workspace import Workspace
from tests.practice.stand_ins import MovableTime, section


@pytest.fixture
def question(server: PracticeServer, workspace: Workspace) -> tuple[str, str]:
    """The ts of a question to Alice, and the URL that answers what she does with it."""
    message = workspace.post(workspace.open_im("U0ALICE").id, "How was your day?")
    return message.ts, workspace.response_url("U0ALICE", message.channel, message.ts)


async def texts(hands: Hands, user: str = "U0ALICE") -> list[str]:
    return [each.text for each in await hands.messages(user)]


async def test_an_answer_is_ephemeral_unless_it_says_otherwise(
    question: tuple[str, str], workspace: Workspace, hands: Hands
) -> None:
    client = AsyncWebhookClient(question[1])
    await client.send(text="Only you see this.")
    await client.send(text="Everybody sees this.", response_type="in_channel")

    messages = await hands.messages("U0ALICE")
    assert [each.ephemeral_to for each in messages] == [None, "U0ALICE", None]
    assert [each.method for each in workspace.accepted] == ["response_url", "response_url"]


async def test_the_original_can_be_replaced_and_deleted(question: tuple[str, str], hands: Hands) -> None:
    client = AsyncWebhookClient(question[1])
    await client.send(text="Done for today", blocks=[section("Done for today")], replace_original=True)
    assert await texts(hands) == ["Done for today"]

    await client.send(delete_original=True)
    assert await texts(hands) == []
    assert (await client.send(delete_original=True)).status_code == 200


async def test_an_answer_is_as_strict_as_a_message(question: tuple[str, str], hands: Hands) -> None:
    answer = await AsyncWebhookClient(question[1]).send(text="a", blocks=[section("")])

    assert answer.status_code == 400
    assert "invalid_blocks" in answer.body
    assert await texts(hands) == ["How was your day?"]


async def test_five_answers_are_enough(question: tuple[str, str]) -> None:
    client = AsyncWebhookClient(question[1])
    answers = [await client.send(text=f"{number}") for number in range(6)]

    assert [each.status_code for each in answers] == [200] * 5 + [404]
    assert "used_url" in answers[5].body


async def test_after_half_an_hour_it_is_too_late(
    question: tuple[str, str], monotonic: MovableTime, hands: Hands
) -> None:
    monotonic.seconds += 1801
    answer = await AsyncWebhookClient(question[1]).send(text="Too late")

    assert answer.status_code == 404
    assert "expired_url" in answer.body
    assert await texts(hands) == ["How was your day?"]

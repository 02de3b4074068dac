"""What Slack accepted, beside what the outbox says: every message once, and none lost without a word."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.outbox import Kind, MessageId, OutboxMessage, State
from bot.flows.ports import World
from bot.practice.workspace import Accepted, Workspace
from bot.slack.views.question import DONE
from tests.stories import MALLORY

EVERYTHING = 1_000_000
ENDED = frozenset({State.SENT, State.EXPIRED, State.CANCELLED, State.FAILED})
MAY_HAVE_ARRIVED = frozenset({State.SENT, State.UNKNOWN})


async def outbox_of(world: World) -> tuple[OutboxMessage, ...]:
    """Every message there is, in any state."""
    async with world.open_work() as work:
        return await work.outbox.listed(list(State), limit=EVERYTHING)


def posts(workspace: Workspace) -> list[Accepted]:
    """The posts that Slack accepted."""
    return [each for each in workspace.accepted if each.method == "chat.postMessage"]


def id_of(post: Accepted) -> MessageId | None:
    """The id that a post carries in its metadata."""
    found = (post.metadata or {}).get("event_payload", {}).get("id")
    return MessageId(found) if isinstance(found, str) else None


def doubled_ids(workspace: Workspace) -> list[str]:
    """Ids that more than one post carries, and `None` for posts that carry none."""
    return [str(each) for each, times in Counter(map(id_of, posts(workspace))).items() if times > 1 or each is None]


def doubled_texts(workspace: Workspace) -> list[tuple[str | None, str]]:
    """What the same person, or channel, was told more than once, with or without an id."""
    told = Counter((each.user or each.channel, str(each.arguments.get("text"))) for each in posts(workspace))
    return [each for each, times in told.items() if times > 1]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found when the two were laid side by side; everything in `wrong` breaks the promise."""

    messages: int
    states: Counter[State]
    wrong: tuple[str, ...]
    stood_still: float = 0.0
    """For how many seconds at the most Slack's stand-in answered nobody: long silences are its fault, not the bot's."""

    def __str__(self) -> str:
        states = ", ".join(f"{number} {state}" for state, number in sorted(self.states.items()))
        still = f"Slack stood still for {self.stood_still:.1f} s at the most"
        return f"{self.messages} accepted; {states}; {still}; wrong: {len(self.wrong)}"


def judge(rows: Sequence[OutboxMessage], workspace: Workspace) -> Verdict:
    """Lay the outbox beside Slack's own record, once nothing is on its way any more."""
    wrong = [
        *(f"the id {each} was posted more than once, or not at all by us" for each in doubled_ids(workspace)),
        *(f"{who} was told the same twice" for who, _ in doubled_texts(workspace)),
        *_unended(rows),
        *_sent_but_not_there(rows, workspace),
        *_there_but_not_sent(rows, workspace),
        *_updates_undone(rows, workspace),
    ]
    if workspace.im_of(MALLORY) is not None:
        wrong.append("Mallory was written to")
    return Verdict(len(workspace.accepted), Counter(row.state for row in rows), tuple(wrong))


def _unended(rows: Iterable[OutboxMessage]) -> Iterable[str]:
    return (f"{row.planned.kind} is still {row.state}" for row in rows if row.state in (State.LEASED, State.SENDING))


def _sent_but_not_there(rows: Iterable[OutboxMessage], workspace: Workspace) -> Iterable[str]:
    """A row that says `sent` has exactly the post that it says it has."""
    places = {id_of(each): (each.channel, each.ts) for each in posts(workspace)}
    for row in rows:
        is_post = row.planned.kind is not Kind.UPDATE
        if is_post and row.state is State.SENT and places.get(row.id) != (row.channel, row.ts):
            yield f"{row.planned.kind} {row.id} is sent, but Slack has it at {places.get(row.id)}"


def _there_but_not_sent(rows: Iterable[OutboxMessage], workspace: Workspace) -> Iterable[str]:
    """Slack has nothing that the outbox does not know to be there, and nothing that was meant for somebody else."""
    known: dict[MessageId | None, OutboxMessage] = {row.id: row for row in rows}
    for post in posts(workspace):
        row = known.get(id_of(post))
        if row is None or row.state not in MAY_HAVE_ARRIVED:
            yield f"{id_of(post)} arrived, but the outbox says {row.state if row else 'nothing'}"
        elif row.planned.student != post.user or (post.user is None and post.channel != row.planned.channel):
            yield f"{row.planned.kind} {row.id} went to somebody else"


def _updates_undone(rows: Iterable[OutboxMessage], workspace: Workspace) -> Iterable[str]:
    for row in rows:
        if row.planned.kind is Kind.UPDATE and row.state is State.SENT:
            shown = workspace.message(row.channel or "", row.ts or "")
            if shown is None or shown.text != DONE:
                yield f"the update {row.id} is sent, but the question does not say so"

"""A clock to hand to the page, and an app that answers with forms as Bedside does."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.practice.page.controls import ClockStuck, Moved, Stop
from bot.practice.wire import Ack, Json, Kind, Retry
from bot.practice.workspace import Workspace
from tests.practice.stand_ins import MONDAY_NOON, actions, button, entry, modal, plain, text_field

THEMES = ("Time pressure", "Someone opened up", "Trust took work", "Tried something new")
SHARING = ("Keep in my journal", "Share themes only", "Share words too")


@dataclass
class StandInClock:
    """Moves an hour at a time and remembers where to; `stuck` makes it refuse."""

    at: datetime = field(default_factory=lambda: datetime.fromtimestamp(MONDAY_NOON, UTC))
    moves: list[Stop] = field(default_factory=list)
    stuck: str = ""

    def now(self) -> datetime:
        return self.at

    async def move_to_next(self, stop: Stop) -> Moved:
        if self.stuck:
            raise ClockStuck(self.stuck)
        self.moves.append(stop)
        self.at += timedelta(hours=1)
        return Moved(self.at, f"The {stop.value} has gone out.")


@dataclass
class ReflectingApp:
    """An app with a welcome, a question, its form and a preview; it keeps what is submitted, by person."""

    workspace: Workspace
    refuse_words: bool = False
    started: list[str] = field(default_factory=list)
    answers: list[tuple[str, Json]] = field(default_factory=list)
    previews: list[tuple[str, str]] = field(default_factory=list)

    def welcome(self, user: str) -> None:
        start = [labelled("begin", "Start: three days a week", "three"), labelled("begin2", "Start: daily", "daily")]
        self._post(user, "Welcome", *start, labelled("no", "Not now"))

    def ask(self, user: str, question: str) -> None:
        self._post(user, question, labelled("a1", "Answer", question), labelled("s1", "Skip", question))

    async def deliver(self, kind: Kind, payload: Json, *, retry: Retry | None = None) -> Ack:
        user = payload["user"]["id"]
        if payload["type"] == "block_actions":
            return self._pressed(user, payload["actions"][0]["text"]["text"])
        values = payload["view"]["state"]["values"]
        return self._previewed(user, values) if "excerpt" in values else self._answered(user, values)

    def _post(self, user: str, text: str, *elements: Json) -> None:
        self.workspace.post(self.workspace.open_im(user).id, text, blocks=[actions(*elements)])

    def _pressed(self, user: str, label: str) -> Ack:
        if label.startswith("Start"):
            self.started.append(user)
        elif label == "Answer":
            self.workspace.views.open(user, form())
        return Ack(ok=True)

    def _answered(self, user: str, values: Json) -> Ack:
        text = values["text"]["typed"]["value"]
        if self.refuse_words and text:
            return Ack(ok=True, payload={"response_action": "errors", "errors": {"text": "Please leave that out."}})
        self.answers.append((user, values))
        if "words" not in values["sharing"]["share"]["selected_option"]["text"]["text"]:
            return Ack(ok=True)
        shown = modal(entry("excerpt", text_field(initial_value=text)), submit=plain("Share this"))
        return Ack(ok=True, payload={"response_action": "update", "view": shown})

    def _previewed(self, user: str, values: Json) -> Ack:
        self.previews.append((user, values["excerpt"]["typed"]["value"]))
        return Ack(ok=True, payload={"response_action": "clear"})


def labelled(action_id: str, label: str, value: str | None = None) -> Json:
    return button(action_id, text=plain(label), **({"value": value} if value else {}))


def form() -> Json:
    ticks = {"type": "checkboxes", "action_id": "ticks", "options": choices(THEMES)}
    share: Json = {"type": "radio_buttons", "action_id": "share", "options": choices(SHARING)}
    share["initial_option"] = choices(SHARING)[1]
    return modal(
        entry("themes", ticks, optional=True, label=plain("What was it about?")),
        entry("text", text_field(multiline=True), optional=True, label=plain("Your words")),
        entry("sharing", share, label=plain("Sharing")),
    )


def choices(labels: tuple[str, ...]) -> list[Json]:
    return [{"text": plain(label), "value": f"v{index}"} for index, label in enumerate(labels)]

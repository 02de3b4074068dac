"""Modals and Home tabs: what is open in front of whom, and what has been typed into it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from itertools import count

from bot.practice.forms import Values, first_values, with_ids
from bot.practice.refusals import Refused
from bot.practice.wire import Json

DEEPEST_STACK = 3


@dataclass(slots=True, eq=False)
class OpenView:
    """A modal in front of a person, or their Home tab, with what stands in its fields.

    `errors` are by block_id; `trouble` is what the client says when the app did not answer well; `attached` describes
    the files that people put into its fields, by id.
    """

    id: str
    user: str
    view: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    values: Values = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    trouble: str | None = None
    attached: dict[str, Json] = field(default_factory=dict)

    @property
    def blocks(self) -> list[Json]:
        """The view's blocks; every one of them has an id."""
        blocks: list[Json] = self.view["blocks"]
        return blocks


class Views:
    """The stack of modals of each person, and each person's Home tab."""

    def __init__(self, touch: Callable[[], None]) -> None:
        self._touch = touch
        self._stacks: dict[str, list[OpenView]] = {}
        self._homes: dict[str, OpenView] = {}
        self._ids, self._hashes = count(1), count(1)

    def home(self, user: str) -> OpenView | None:
        """Return the person's Home tab, once the app has published one."""
        return self._homes.get(user)

    def stack(self, user: str) -> list[OpenView]:
        """Return the person's open modals; the last one is in front."""
        return list(self._stacks.get(user, []))

    def find(self, *, view_id: str | None = None, external_id: str | None = None) -> OpenView:
        """Return an open modal, or refuse with `not_found`."""
        for opened in (each for stack in self._stacks.values() for each in stack):
            if view_id == opened.id or (external_id and external_id == opened.view.get("external_id")):
                return opened
        raise Refused("not_found")

    def open(self, user: str, view: Json) -> OpenView:
        """Put a modal in front of the person, in place of whatever was open."""
        self._check_external_id(view, leaving=self.stack(user))
        opened = self._new(user, view)
        self._stacks[user] = [opened]
        self._touch()
        return opened

    def push(self, user: str, view: Json) -> OpenView:
        """Put a modal on top of those that are open; refuse a fourth one."""
        stack = self._stacks.get(user, [])
        if not stack:
            raise Refused("not_found")
        if len(stack) >= DEEPEST_STACK:
            raise Refused("push_limit_reached")
        self._check_external_id(view)
        opened = self._new(user, view, below=stack[-1])
        stack.append(opened)
        self._touch()
        return opened

    def replace(self, opened: OpenView, view: Json) -> None:
        """Show another view in its place; a field keeps its value while its block_id and action_id stay."""
        self._check_external_id(view, leaving=[opened])
        opened.view = {**view, "blocks": with_ids(view["blocks"])}
        opened.hash = self._next_hash()
        opened.values = first_values(opened.blocks, kept=opened.values)
        opened.errors, opened.trouble = {}, None
        self._touch()

    def publish(self, user: str, view: Json) -> OpenView:
        """Show this as the person's Home tab."""
        home = self._homes.get(user)
        if home is None:
            home = self._homes[user] = self._new(user, view)
            self._touch()
        else:
            self.replace(home, view)
        return home

    def close(self, opened: OpenView) -> list[OpenView]:
        """Close a modal and those on top of it, and return them; what lies below comes to the front."""
        stack = self._stacks[opened.user]
        place = stack.index(opened)
        closed, self._stacks[opened.user] = stack[place:], stack[:place]
        self._touch()
        return closed

    def clear(self, user: str) -> list[OpenView]:
        """Close all of a person's modals and return them."""
        closed = self._stacks.pop(user, [])
        self._touch()
        return closed

    def _check_external_id(self, view: Json, *, leaving: Collection[OpenView] = ()) -> None:
        """Two views never share what the app calls them by."""
        staying = [each for stack in self._stacks.values() for each in stack if each not in leaving]
        if view.get("external_id") in {each.view["external_id"] for each in staying if each.view.get("external_id")}:
            raise Refused("duplicate_external_id")

    def _new(self, user: str, view: Json, *, below: OpenView | None = None) -> OpenView:
        name = f"V{next(self._ids):06d}"
        shown = {**view, "blocks": with_ids(view["blocks"])}
        return OpenView(
            id=name,
            user=user,
            view=shown,
            hash=self._next_hash(),
            root_id=below.root_id if below else name,
            previous_id=below.id if below else None,
            values=first_values(shown["blocks"]),
        )

    def _next_hash(self) -> str:
        return f"{next(self._hashes)}.practice"

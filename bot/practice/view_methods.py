"""`views.*`: modals and Home tabs, as strictly as Slack lets an app show them."""

from typing import Literal

from bot.practice.block_kit import asks_for_files, is_too_large, view_problems
from bot.practice.method_calls import Method, Methods, decoded
from bot.practice.payloads import view_json
from bot.practice.refusals import Refused
from bot.practice.scopes import FILES_SCOPE
from bot.practice.views import OpenView
from bot.practice.wire import Json
from bot.practice.workspace import Accepted, Workspace


def open_view(workspace: Workspace, arguments: Json) -> Json:
    """Open a modal in front of the person who did something within the last three seconds."""
    view = _modal(workspace, arguments)
    trigger = workspace.redeem_trigger(arguments["trigger_id"])
    return _shown(workspace, "views.open", workspace.views.open(trigger.user, view), arguments)


def push_view(workspace: Workspace, arguments: Json) -> Json:
    """Open a modal on top of the one in which the person just did something."""
    view = _modal(workspace, arguments)
    trigger = workspace.redeem_trigger(arguments["trigger_id"])
    if trigger.view_id is None:
        raise Refused("not_found")
    return _shown(workspace, "views.push", workspace.views.push(trigger.user, view), arguments)


def update_view(workspace: Workspace, arguments: Json) -> Json:
    """Show something else in an open modal, unless it changed since the given `hash`."""
    view = _modal(workspace, arguments)
    view_id, external_id = arguments.get("view_id"), arguments.get("external_id")
    if not view_id and not external_id:
        raise Refused.because("invalid_arguments", ["[ERROR] missing required field: view_id"])
    opened = workspace.views.find(view_id=view_id, external_id=external_id)
    _check_hash(opened, arguments)
    workspace.views.replace(opened, view)
    return _shown(workspace, "views.update", opened, arguments)


def publish_view(workspace: Workspace, arguments: Json) -> Json:
    """Show a person's Home tab, unless it changed since the given `hash`."""
    view = _view(arguments, "home")
    person = workspace.person(arguments["user_id"])
    _check_hash(workspace.views.home(person.id), arguments)
    return _shown(workspace, "views.publish", workspace.views.publish(person.id, view), arguments)


METHODS: Methods = {
    "views.open": Method(("trigger_id", "view"), open_view),
    "views.push": Method(("trigger_id", "view"), push_view),
    "views.update": Method(("view",), update_view),
    "views.publish": Method(("user_id", "view"), publish_view),
}


def _modal(workspace: Workspace, arguments: Json) -> Json:
    view = _view(arguments, "modal")
    if asks_for_files(view) and FILES_SCOPE not in workspace.scopes:
        raise Refused("missing_scope", needed=FILES_SCOPE, provided=",".join(sorted(workspace.scopes)))
    return view


def _view(arguments: Json, kind: Literal["modal", "home"]) -> Json:
    try:
        view = decoded(arguments, "view")
    except ValueError:
        raise Refused.because("invalid_arguments", ["[ERROR] view must be JSON"]) from None
    if is_too_large(view):
        raise Refused("view_too_large")
    problems = view_problems(view, kind=kind)
    if problems or not isinstance(view, dict):
        raise Refused("invalid_arguments", response_metadata={"messages": problems})
    return view


def _check_hash(opened: OpenView | None, arguments: Json) -> None:
    expected = arguments.get("hash")
    if expected and (opened is None or opened.hash != expected):
        raise Refused("hash_conflict")


def _shown(workspace: Workspace, method: str, opened: OpenView, arguments: Json) -> Json:
    workspace.accepted.append(Accepted(method, user=opened.user, arguments=dict(arguments)))
    workspace.touch()
    return {"view": view_json(opened)}

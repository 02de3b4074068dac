"""Who is there and what was said: `auth.test`, `apps.connections.open`, `users.*` and `conversations.*`."""

from bot.practice.method_calls import Method, Methods, is_on, one_page
from bot.practice.payloads import message_json, user_json
from bot.practice.refusals import Refused
from bot.practice.scopes import needed
from bot.practice.wire import Json
from bot.practice.workspace import (
    BOT_ID,
    BOT_USER_ID,
    SLACKBOT,
    TEAM_DOMAIN,
    TEAM_ID,
    Accepted,
    Channel,
    Message,
    Person,
    Workspace,
)

_KIND_OF_TYPE = {"public_channel": "channel", "private_channel": "group"}
_SLACKBOT = Person(SLACKBOT, "slackbot", "Slackbot", "", "America/Los_Angeles")


def auth_test(workspace: Workspace, _: Json) -> Json:
    """Say who the app is here."""
    return {
        "url": f"{workspace.origin}/",
        "team": TEAM_DOMAIN,
        "user": workspace.person(BOT_USER_ID).name,
        "team_id": TEAM_ID,
        "user_id": BOT_USER_ID,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def open_connection(workspace: Workspace, _: Json) -> Json:
    """Hand out the address of a socket; it lets one connection in."""
    host = workspace.origin.removeprefix("http://")
    return {"url": f"ws://{host}/link?ticket={workspace.tickets.issue(None)}"}


def users_info(workspace: Workspace, arguments: Json) -> Json:
    """Describe a person; their address only with the scope for it."""
    return {"user": user_json(workspace, workspace.person(arguments["user"]))}


def users_list(workspace: Workspace, arguments: Json) -> Json:
    """Describe everybody of this team, closed accounts and Slack's own among them, in pages."""
    ours = [_SLACKBOT, *(each for each in workspace.people.values() if each.team_id == TEAM_ID)]
    page, cursor = one_page(ours, arguments, otherwise=100)
    members = [user_json(workspace, each) for each in page]
    return {"members": members, "response_metadata": {"next_cursor": cursor}}


def lookup_by_email(workspace: Workspace, arguments: Json) -> Json:
    """Describe whoever has this address, in whatever case it is written; a closed account has none any more."""
    wanted = str(arguments["email"]).strip().casefold()
    for person in workspace.people.values():
        if person.email and person.email.casefold() == wanted and not person.deleted:
            return {"user": user_json(workspace, person)}
    raise Refused("users_not_found")


def open_conversation(workspace: Workspace, arguments: Json) -> Json:
    """Begin the app's conversation with one person, or find the one there is."""
    if arguments.get("channel"):
        return {"channel": {"id": workspace.channel(arguments["channel"]).id}}
    users = arguments.get("users") or ""
    names = users if isinstance(users, list) else users.split(",")
    if len(names) != 1:
        raise Refused.because("invalid_arguments", ["[ERROR] there are no group messages here: name one user"])
    person = _to_talk_with(workspace, names[0])
    is_new = workspace.im_of(person.id) is None
    channel = workspace.open_im(person.id)
    workspace.accepted.append(Accepted("conversations.open", channel.id, user=person.id, arguments=dict(arguments)))
    described = _conversation(channel) if is_on(arguments, "return_im") else {"id": channel.id}
    return {"channel": described, **({} if is_new else {"no_op": True, "already_open": True})}


def history(workspace: Workspace, arguments: Json) -> Json:
    """Read a conversation the app is in, newest first; metadata only if asked for, ephemeral messages never."""
    channel = _joined(workspace, arguments)
    lasting = [each for each in workspace.messages(channel.id) if not each.ephemeral_to and not each.thread_ts]
    found = [each for each in sorted(lasting, key=_when, reverse=True) if _is_between(each, arguments)]
    page, cursor = one_page(found, arguments, otherwise=100)
    with_metadata = is_on(arguments, "include_all_metadata")
    return {
        "messages": [message_json(each, with_metadata=with_metadata) for each in page],
        "has_more": bool(cursor),
        "response_metadata": {"next_cursor": cursor},
    }


def replies(workspace: Workspace, arguments: Json) -> Json:
    """Read a thread, oldest first; the message that it began with comes first, whatever stretch is asked for."""
    channel = _joined(workspace, arguments)
    root = workspace.message(channel.id, str(arguments["ts"]))
    if root is None or root.ephemeral_to:
        raise Refused("thread_not_found")
    under = [each for each in workspace.messages(channel.id) if each.thread_ts == root.ts]
    found = [each for each in sorted(under, key=_when) if _is_between(each, arguments)]
    page, cursor = one_page(found, arguments, otherwise=1000)
    return {
        "messages": [message_json(each) for each in [root, *page]],
        "has_more": bool(cursor),
        "response_metadata": {"next_cursor": cursor},
    }


def conversation_info(workspace: Workspace, arguments: Json) -> Json:
    """Describe a conversation."""
    return {"channel": _conversation(_shown(workspace, arguments))}


def conversations_list(workspace: Workspace, arguments: Json) -> Json:
    """Describe the channels of some types, in pages; of private ones, those that the app is in."""
    kinds = [_KIND_OF_TYPE.get(each.strip()) for each in str(arguments.get("types") or "public_channel").split(",")]
    if None in kinds:
        raise Refused("invalid_types")
    for kind in kinds:
        scope = needed("conversations.list", str(kind))
        if scope not in workspace.scopes:
            raise Refused("missing_scope", needed=scope, provided=",".join(sorted(workspace.scopes)))
    without_archived = is_on(arguments, "exclude_archived")
    found = [
        each
        for each in workspace.channels.values()
        if each.kind in kinds
        and not (each.is_private and BOT_USER_ID not in each.members)
        and not (each.archived and without_archived)
    ]
    page, cursor = one_page(found, arguments, otherwise=100)
    return {"channels": [_conversation(each) for each in page], "response_metadata": {"next_cursor": cursor}}


def conversation_members(workspace: Workspace, arguments: Json) -> Json:
    """List who is in a conversation, in pages."""
    page, cursor = one_page(sorted(_shown(workspace, arguments).members), arguments, otherwise=100)
    return {"members": page, "response_metadata": {"next_cursor": cursor}}


METHODS: Methods = {
    "auth.test": Method((), auth_test),
    "apps.connections.open": Method((), open_connection),
    "users.info": Method(("user",), users_info),
    "users.list": Method((), users_list),
    "users.lookupByEmail": Method(("email",), lookup_by_email),
    "conversations.open": Method((), open_conversation),
    "conversations.history": Method(("channel",), history),
    "conversations.replies": Method(("channel", "ts"), replies),
    "conversations.info": Method(("channel",), conversation_info),
    "conversations.list": Method((), conversations_list),
    "conversations.members": Method(("channel",), conversation_members),
}


def _to_talk_with(workspace: Workspace, user: str) -> Person:
    person = workspace.person(user)
    if person.deleted:
        raise Refused("user_disabled")
    if person.is_bot:
        raise Refused("cannot_dm_bot")
    return person


def _shown(workspace: Workspace, arguments: Json) -> Channel:
    """A conversation as far as the app may know of it: of private ones, only those that it is in."""
    channel = workspace.channel(arguments["channel"])
    if channel.is_private and BOT_USER_ID not in channel.members:
        raise Refused("channel_not_found")
    return channel


def _joined(workspace: Workspace, arguments: Json) -> Channel:
    channel = _shown(workspace, arguments)
    if BOT_USER_ID not in channel.members:
        raise Refused("not_in_channel")
    return channel


def _when(message: Message) -> float:
    return float(message.ts)


def _is_between(message: Message, arguments: Json) -> bool:
    oldest, latest = float(arguments.get("oldest") or 0), float(arguments.get("latest") or "inf")
    is_at_an_end = _when(message) in (oldest, latest)
    return oldest <= _when(message) <= latest and (is_on(arguments, "inclusive") or not is_at_an_end)


def _conversation(channel: Channel) -> Json:
    described = {
        "id": channel.id,
        "is_im": channel.is_im,
        "is_channel": channel.kind == "channel",
        "is_group": channel.kind == "group",
        "is_private": channel.kind != "channel",
        "is_archived": channel.archived,
        "is_member": BOT_USER_ID in channel.members,
    }
    return {**described, "user": channel.user} if channel.is_im else {**described, "name": channel.name}

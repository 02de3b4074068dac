"""`chat.*`: writing, changing and taking away messages, as strictly as Slack lets an app do it."""

from bot.practice.block_kit import message_problems
from bot.practice.method_calls import Method, Methods, decoded
from bot.practice.payloads import message_json
from bot.practice.refusals import Refused
from bot.practice.wire import Json
from bot.practice.workspace import BOT_USER_ID, Accepted, Channel, Message, Workspace

LONGEST_TEXT = 40_000


def post_message(workspace: Workspace, arguments: Json) -> Json:
    """Post into a conversation the app is in; a user id stands for the conversation with that person."""
    text, blocks = written(arguments)
    metadata = _metadata(arguments)
    channel = _writable(workspace, arguments["channel"])
    message = workspace.post(channel.id, text or "", blocks=blocks or (), metadata=metadata)
    _accept(workspace, "chat.postMessage", message, channel.user, arguments)
    return {"channel": channel.id, "ts": message.ts, "message": message_json(message, with_metadata=True)}


def update(workspace: Workspace, arguments: Json) -> Json:
    """Change one of the app's own messages; what is not given stays."""
    text, blocks = written(arguments)
    metadata = _metadata(arguments)
    message = _own(workspace, arguments, "cant_update_message")
    changed = workspace.edit(message, text=text, blocks=blocks, metadata=metadata)
    _accept(workspace, "chat.update", changed, workspace.channel(message.channel).user, arguments)
    shown = message_json(changed, with_metadata=True)
    return {"channel": message.channel, "ts": message.ts, "text": changed.text, "message": shown}


def delete(workspace: Workspace, arguments: Json) -> Json:
    """Take away one of the app's own messages."""
    message = _own(workspace, arguments, "cant_delete_message")
    workspace.remove(message)
    _accept(workspace, "chat.delete", message, workspace.channel(message.channel).user, arguments)
    return {"channel": message.channel, "ts": message.ts}


def post_ephemeral(workspace: Workspace, arguments: Json) -> Json:
    """Show something to one member of a conversation; no history knows of it."""
    text, blocks = written(arguments)
    channel, user = _writable(workspace, arguments["channel"]), arguments["user"]
    if user not in channel.members:
        raise Refused("user_not_in_channel")
    message = workspace.post(channel.id, text or "", blocks=blocks or (), ephemeral_to=user)
    _accept(workspace, "chat.postEphemeral", message, user, arguments)
    return {"message_ts": message.ts}


def written(arguments: Json) -> tuple[str | None, list[Json] | None]:
    """Return the text and the blocks of a message to be, or refuse them as Slack does."""
    text = arguments.get("text")
    try:
        blocks = decoded(arguments, "blocks")
    except ValueError:
        raise Refused("invalid_blocks_format") from None
    if not text and not blocks:
        raise Refused("no_text")
    if len(text or "") > LONGEST_TEXT:
        raise Refused("msg_too_long")
    if blocks is None:
        return text, None
    problems = message_problems(blocks)
    if problems or not isinstance(blocks, list):
        raise Refused.because("invalid_blocks", problems)
    return text, blocks


METHODS: Methods = {
    "chat.postMessage": Method(("channel",), post_message),
    "chat.update": Method(("channel", "ts"), update),
    "chat.delete": Method(("channel", "ts"), delete),
    "chat.postEphemeral": Method(("channel", "user"), post_ephemeral),
}


def _metadata(arguments: Json) -> Json | None:
    try:
        metadata = decoded(arguments, "metadata")
    except ValueError:
        raise Refused("invalid_metadata_format") from None
    if metadata is None:
        return None
    if not isinstance(metadata, dict):
        raise Refused("invalid_metadata_format")
    is_whole = isinstance(metadata.get("event_type"), str) and isinstance(metadata.get("event_payload"), dict)
    if metadata and not is_whole:
        raise Refused("invalid_metadata_schema")
    return metadata


def _writable(workspace: Workspace, name: str) -> Channel:
    person = workspace.people.get(name)
    channel = workspace.open_im(name) if person and not person.is_bot else workspace.channel(name)
    if channel.archived:
        raise Refused("is_archived")
    if BOT_USER_ID not in channel.members:
        raise Refused("channel_not_found" if channel.is_private else "not_in_channel")
    return channel


def _own(workspace: Workspace, arguments: Json, refusal: str) -> Message:
    channel = workspace.channel(arguments["channel"])
    message = workspace.message(channel.id, str(arguments["ts"]))
    if message is None or message.ephemeral_to:
        raise Refused("message_not_found")
    if message.user != BOT_USER_ID:
        raise Refused(refusal)
    if channel.archived:
        raise Refused("is_archived")
    return message


def _accept(workspace: Workspace, method: str, message: Message, user: str | None, arguments: Json) -> None:
    workspace.accepted.append(Accepted(method, message.channel, message.ts, user, message.metadata, dict(arguments)))
    workspace.touch()

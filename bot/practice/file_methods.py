"""`files.*`: sharing a file in three steps, as Slack wants it, and deleting it again."""

from collections.abc import Sequence

from aiohttp import web

from bot.practice.method_calls import Method, Methods, decoded, whole_number
from bot.practice.passes import PassTurnedAway
from bot.practice.payloads import file_json
from bot.practice.refusals import Refused
from bot.practice.wire import Json
from bot.practice.workspace import BOT_USER_ID, Accepted, File, Upload, Workspace


def get_upload_url(workspace: Workspace, arguments: Json) -> Json:
    """Hand out the address to which the bytes of one new file are to be sent."""
    name, length = str(arguments["filename"]), whole_number(arguments, "length", 0)
    if not length:
        raise Refused.because("invalid_arguments", ["[ERROR] length must be greater than 0"])
    file = workspace.new_file(name)
    return {
        "file_id": file.id,
        "upload_url": f"{workspace.origin}/upload/{workspace.uploads.issue(Upload(file, length))}",
    }


def complete_upload(workspace: Workspace, arguments: Json) -> Json:
    """Show uploaded files in a conversation the app is in, which has to be named by its id.

    As in Slack the answer does not say in which message.
    """
    files = [_uploaded(workspace, given) for given in _given(arguments)]
    if arguments.get("channel_id"):
        channel = workspace.channel(str(arguments["channel_id"]))
        if BOT_USER_ID not in channel.members:
            raise Refused("not_in_channel")
        message = workspace.post(channel.id, str(arguments.get("initial_comment") or ""), files=files)
        accepted = Accepted("files.completeUploadExternal", channel.id, message.ts, channel.user, None, dict(arguments))
        workspace.accepted.append(accepted)
    for file in files:
        file.shared = True
    workspace.touch()
    return {"files": [{"id": file.id, "title": file.title} for file in files]}


def delete(workspace: Workspace, arguments: Json) -> Json:
    """Delete a file; the message that showed it stays."""
    file = workspace.files.get(str(arguments["file"]))
    if file is None or not file.shared:
        raise Refused("file_not_found")
    if file.deleted:
        raise Refused("file_deleted")
    if file.user != BOT_USER_ID:
        raise Refused("cant_delete_file")
    file.deleted, file.content = True, None
    workspace.accepted.append(Accepted("files.delete", arguments=dict(arguments)))
    workspace.touch()
    return {}


def info(workspace: Workspace, arguments: Json) -> Json:
    """Describe a file, also one that somebody attached to a form."""
    file = workspace.files.get(str(arguments["file"]))
    if file is None or not file.shared:
        raise Refused("file_not_found")
    if file.deleted:
        raise Refused("file_deleted")
    return {"file": file_json(workspace, file)}


METHODS: Methods = {
    "files.getUploadURLExternal": Method(("filename", "length"), get_upload_url),
    "files.completeUploadExternal": Method(("files",), complete_upload),
    "files.delete": Method(("file",), delete),
    "files.info": Method(("file",), info),
}


class Uploads:
    """Takes the bytes of files."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Return where the bytes come in."""
        return [web.post("/upload/{id}", self._handle)]

    async def _handle(self, request: web.Request) -> web.Response:
        content = await request.read()
        try:
            upload = self._workspace.uploads.redeem(request.match_info["id"])
        except PassTurnedAway:
            return web.Response(text="upload_url_not_valid", status=404)
        if len(content) != upload.length:
            return web.Response(text="length_mismatch", status=400)
        upload.file.content = content
        return web.Response(text=f"OK - {len(content)}")


def _given(arguments: Json) -> list[Json]:
    try:
        given = decoded(arguments, "files")
    except ValueError:
        given = None
    if not isinstance(given, list) or not given or not all(isinstance(each, dict) for each in given):
        raise Refused.because("invalid_arguments", ["[ERROR] files must be a list of objects with an id"])
    return given


def _uploaded(workspace: Workspace, given: Json) -> File:
    file = workspace.files.get(str(given.get("id")))
    if file is None or file.content is None or file.shared:
        raise Refused("file_not_found")
    file.title = str(given.get("title") or file.name)
    return file

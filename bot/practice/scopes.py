"""Which bot scope each method and each event needs: what a manifest has to hold, and no more."""

from collections.abc import Mapping

ANY = "any"
EMAIL_SCOPE = "users:read.email"
FILES_SCOPE = "files:read"

# By kind of conversation (`im`, `group`, `channel`) where Slack tells them apart, else under ANY.
SCOPES: Mapping[str, Mapping[str, str]] = {
    "auth.test": {},
    "apps.connections.open": {},
    "chat.postMessage": {ANY: "chat:write"},
    "chat.update": {ANY: "chat:write"},
    "chat.delete": {ANY: "chat:write"},
    "chat.postEphemeral": {ANY: "chat:write"},
    "files.getUploadURLExternal": {ANY: "files:write"},
    "files.completeUploadExternal": {ANY: "files:write"},
    "files.delete": {ANY: "files:write"},
    "files.info": {ANY: "files:read"},
    "conversations.open": {ANY: "im:write"},
    "conversations.history": {"im": "im:history", "group": "groups:history", "channel": "channels:history"},
    "conversations.replies": {"im": "im:history", "group": "groups:history", "channel": "channels:history"},
    "conversations.info": {"im": "im:read", "group": "groups:read", "channel": "channels:read"},
    "conversations.members": {"im": "im:read", "group": "groups:read", "channel": "channels:read"},
    "conversations.list": {"group": "groups:read", "channel": "channels:read"},
    "users.info": {ANY: "users:read"},
    "users.list": {ANY: "users:read"},
    "users.lookupByEmail": {ANY: EMAIL_SCOPE},
    "views.open": {},
    "views.push": {},
    "views.update": {},
    "views.publish": {},
}
COMMAND_SCOPE = "commands"
EVENT_SCOPES: Mapping[str, str | None] = {
    "message.im": "im:history",
    "app_home_opened": None,
    "user_change": "users:read",
    "team_join": "users:read",
}
# What the practice workspace grants unless it is told otherwise.
BOT_SCOPES = frozenset(
    {
        "chat:write",
        "commands",
        FILES_SCOPE,
        "files:write",
        "im:write",
        "im:history",
        "channels:history",
        "groups:history",
        "users:read",
        EMAIL_SCOPE,
    }
)


def needed(method: str, kind: str = ANY) -> str | None:
    """Return the scope that calling the method for this kind of conversation needs, if any."""
    return SCOPES[method].get(kind, SCOPES[method].get(ANY))

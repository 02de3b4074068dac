"""The app's manifest, as Slack is given it."""

import json
from pathlib import Path
from typing import Any

from bot.domain.errors import SettingWrong

MANIFEST = "slack_manifest.json"


def scopes_asked_for(config: Path) -> frozenset[str]:
    """What the manifest in a folder asks Slack to allow the bot. Raises SettingWrong when it is not there."""
    return _scopes(config, "bot")


def events_asked_for(config: Path) -> frozenset[str]:
    """Which events the manifest in a folder subscribes to. Raises SettingWrong when it is not there."""
    return frozenset(_manifest(config)["settings"]["event_subscriptions"]["bot_events"])


def optional_scopes(config: Path) -> frozenset[str]:
    """What of it whoever installs the app may leave out. Raises SettingWrong when it is not there."""
    return _scopes(config, "bot_optional")


def _scopes(config: Path, which: str) -> frozenset[str]:
    return frozenset(str(scope) for scope in _manifest(config)["oauth_config"]["scopes"].get(which, ()))


def _manifest(config: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((config / MANIFEST).read_text(encoding="utf-8"))
    except OSError:
        raise SettingWrong(
            name="BEDSIDE_CONFIG",
            problem=f"{config / MANIFEST} is not there",
            write="Copy it from Bedside's config folder",
        ) from None
    return manifest

"""What a command cannot start without."""

from bot.configuration.settings import Settings, missing_for


def demand(command: str, settings: Settings) -> None:
    """Raise SettingWrong for the first thing that a command still needs."""
    for missing in missing_for(command, settings):
        raise missing

"""The environment (and `.env`) → frozen Settings. Nothing is read at import."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

from pydantic import SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.errors import SettingWrong
from bot.domain.people import PersonId

SLACK = "https://slack.com/api/"
EMBEDDED = "sqlite:///data/bedside.sqlite3"

_HOW_TO_WRITE = {
    "SLACK_BOT_TOKEN": "Write the token that begins with xoxb- (Slack app page, OAuth & Permissions)",
    "SLACK_APP_TOKEN": "Write the token that begins with xapp- (Slack app page, Basic Information, App-Level Tokens)",
    "SLACK_SIGNING_SECRET": "Write the signing secret (Slack app page, Basic Information, App Credentials)",
    "SLACK_API_URL": f"Write an address such as {SLACK}, or leave it out",
    "DATABASE_URL": "Write an address such as postgresql://user:password@host/bedside, or leave it out",
    "BEDSIDE_KEY": (
        "Write a key made with: python -c "
        "'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'"
    ),
    "BEDSIDE_CONFIG": "Write the folder that holds program.yaml and principles.yaml",
    "BEDSIDE_COORDINATORS": "Write Slack member ids such as U012ABCDEF, separated by commas",
    "PORT": "Write a port number from 1 to 65535",
}


class Settings(BaseSettings):
    """Everything the environment decides. Secrets do not show when it is printed."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_file_encoding="utf-8", env_ignore_empty=True)

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = SLACK
    database_url: SecretStr = SecretStr(EMBEDDED)
    bedside_key: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    bedside_config: Path = Path("config")
    bedside_coordinators: Annotated[tuple[PersonId, ...], NoDecode] = ()
    port: int = 3000

    @field_validator("bedside_key", "bedside_coordinators", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("slack_api_url")
    @classmethod
    def _end_with_slash(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("it is not a web address")
        return value.rstrip("/") + "/"

    @field_validator("slack_bot_token", "slack_app_token")
    @classmethod
    def _not_swapped(cls, value: SecretStr | None, info: Any) -> SecretStr | None:  # noqa: ANN401 - pydantic's own type is private to it
        other = {"slack_bot_token": "xapp-", "slack_app_token": "xoxb-"}[info.field_name]
        if value and value.get_secret_value().startswith(other):
            raise ValueError(f"it begins with {other}, so it is the other token")
        return value

    @field_validator("port")
    @classmethod
    def _port_in_range(cls, value: int) -> int:
        if not 1 <= value <= 65535:
            raise ValueError("no such port")
        return value

    @property
    def embedded(self) -> bool:
        """Whether the database is an embedded file, used by this one process."""
        return self.database_url.get_secret_value().startswith("sqlite")


def read_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the environment, then what `.env` adds. Raises SettingWrong for the first wrong setting, naming it."""
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = str(first["loc"][0]).upper()
        raise SettingWrong(name=name, problem=_in_words(first["type"], first["msg"]), write=_how(name)) from None


def missing_for(command: str, settings: Settings) -> tuple[SettingWrong, ...]:
    """What a command (`run`, `web` or `worker`) still needs before it can start."""
    return tuple(_missing(command, settings))


def _missing(command: str, settings: Settings) -> Iterable[SettingWrong]:
    needed = {
        "run": {"SLACK_BOT_TOKEN": settings.slack_bot_token, "SLACK_APP_TOKEN": settings.slack_app_token},
        "web": {
            "SLACK_BOT_TOKEN": settings.slack_bot_token,
            "SLACK_SIGNING_SECRET": settings.slack_signing_secret,
        },
        "worker": {"SLACK_BOT_TOKEN": settings.slack_bot_token},
    }[command]
    for name, value in needed.items():
        if value is None:
            yield SettingWrong(name=name, problem="it is missing", write=_how(name))
    if command in ("web", "worker") and settings.embedded:
        yield SettingWrong(
            name="DATABASE_URL",
            problem=f"`bedside {command}` shares a PostgreSQL database",
            write=_how("DATABASE_URL"),
        )
    if not settings.embedded and not settings.bedside_key:
        yield SettingWrong(name="BEDSIDE_KEY", problem="a shared database needs it", write=_how("BEDSIDE_KEY"))


def _how(name: str) -> str:
    return _HOW_TO_WRITE.get(name, "See .env.example")


def _in_words(kind: str, message: str) -> str:
    if kind == "int_parsing":
        return "it is not a whole number"
    return message.removeprefix("Value error, ")

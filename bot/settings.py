"""Settings: read once from the environment and `.env`, checked, frozen, handed down."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import time
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from dotenv import dotenv_values
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

WECARE = Path(__file__).resolve().parent.parent / "content" / "wecare"


class SettingsError(Exception):
    """A setting is missing or wrong; the message names it and says what it should be."""


def _ids(value: object) -> object:
    if not isinstance(value, str):
        return value
    parts = [part.strip() for part in value.split(",") if part.strip()]
    if not all(re.fullmatch(r"\d{1,19}", part) for part in parts):
        raise ValueError("must be Telegram user ids (numbers) separated by commas")
    return frozenset(int(part) for part in parts)


def _token(value: str) -> str:
    if value and not re.fullmatch(r"\d+:[\w-]{10,}", value):
        raise ValueError("does not look like a token from BotFather (123456789:AA...)")
    return value


def _url(value: str) -> str:
    if not re.match(r"https?://[^/]", value):
        raise ValueError("must begin with http:// or https://")
    return value.rstrip("/")


def _quiet(value: str) -> str:
    if value and _clock_pair(value) is None:
        raise ValueError('must be two times like "21:00-08:00", or empty for none')
    return value


def _clock_pair(value: str) -> tuple[time, time] | None:
    found = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)", value.replace(" ", ""))
    if found is None:
        return None
    hour, minute, to_hour, to_minute = (int(part) for part in found.groups())
    return time(hour, minute), time(to_hour, to_minute)


def _blank(value: object) -> object:
    return None if value == "" else value


def _yes_or_no(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.lower() not in ("yes", "no"):
        raise ValueError("must be yes or no")
    return value.lower() == "yes"


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


class Settings(BaseModel):
    """Names as in `.env.example`, where each is explained."""

    model_config = ConfigDict(frozen=True)

    telegram_bot_token: Annotated[str, AfterValidator(_token)] = Field("", repr=False)
    telegram_api_url: Annotated[str, AfterValidator(_url)] = "https://api.telegram.org"
    database_url: str = Field("sqlite+aiosqlite:///data/campanile.db", repr=False)
    owner_ids: Annotated[frozenset[int], BeforeValidator(_ids)] = frozenset()
    programme_dir: Path = WECARE
    programme_year: Annotated[int | None, BeforeValidator(_blank)] = Field(None, ge=2000, le=2100)
    quiet_hours: Annotated[str, AfterValidator(_quiet)] = "21:00-08:00"
    approval_above: int = Field(0, ge=0)
    feedback: Annotated[bool, BeforeValidator(_yes_or_no)] = True
    sunset_days: int = Field(90, ge=0, le=3650)
    paid_broadcast: int = Field(0, ge=0, le=1000)
    log_format: Literal["text", "json"] = "text"
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = "INFO"

    @cached_property
    def quiet(self) -> tuple[time, time]:
        """Start and end of the quiet hours; equal when there are none."""
        return _clock_pair(self.quiet_hours) or (time(0), time(0))


_PLAIN = {
    "literal_error": "must be one of the values named in .env.example",
    "int_parsing": "must be a whole number",
}


def load(environment: Mapping[str, str | None] | None = None) -> Settings:
    """From `environment`, else from `.env` with the process's environment over it.

    Raises `SettingsError` with one plain sentence; a value is never shown, it may be a secret.
    """
    given = {**dotenv_values(".env"), **os.environ} if environment is None else environment
    values = {name: given[name.upper()] for name in Settings.model_fields if given.get(name.upper())}
    if given.get("QUIET_HOURS") == "":
        values["quiet_hours"] = ""  # elsewhere empty means the default; here it means none
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]).upper()
        problem = _PLAIN.get(first["type"]) or first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{name} {problem[:1].lower()}{problem[1:]}.") from error


def require_token(settings: Settings) -> None:
    if not settings.telegram_bot_token:
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN is missing: get one from @BotFather and put it into .env, "
            "or try everything without one: campanile sandbox."
        )

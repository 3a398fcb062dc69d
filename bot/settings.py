"""Read the settings once from the environment and `.env`, check them, and hand them down frozen."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import time
from functools import cached_property
from io import StringIO
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

# Not pydantic-settings: it costs 100 ms and 5 MB at each start, and a function for each setting says as much.
from dotenv import dotenv_values
from dotenv.parser import parse_stream

from speech import whisper

T = TypeVar("T")
Name = TypeVar("Name", bound=str)
WECARE = Path(__file__).resolve().parent.parent / "content" / "wecare"


class SettingsError(Exception):
    """A setting is missing or wrong; the message names it and says what it should be."""


def _ids(value: str) -> frozenset[int]:
    parts = [part.strip() for part in value.split(",") if part.strip()]
    if not all(re.fullmatch(r"[1-9][0-9]{0,15}", part) for part in parts):
        raise ValueError("must be Telegram user ids (numbers) separated by commas")
    return frozenset(int(part) for part in parts)


def _token(value: str) -> str:
    if value and not re.fullmatch(r"[0-9]{1,16}:[A-Za-z0-9_-]{10,}", value):
        raise ValueError("does not look like a token from BotFather (123456789:AA...)")
    return value


def _url(value: str) -> str:
    if not _is_http(value):
        raise ValueError("must be an address that begins with http:// or https://")
    return value.rstrip("/")


def _private(value: str) -> str:
    host = urlsplit(value).hostname if _is_http(value) else None
    if not host or not (host.isidentifier() or _is_private(host)):
        raise ValueError("must be an address of this machine or this network, such as http://127.0.0.1:8000")
    return value.rstrip("/")


def _is_private(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return False


def _public(value: str) -> str:
    if not _is_http(value) or urlsplit(value).path.strip("/"):
        raise ValueError("must be an address such as https://bot.example.org, with nothing behind the name")
    here = re.fullmatch(r"127\.0\.0\.1|::1|([a-z0-9-]+\.)?localhost", urlsplit(value).hostname or "")
    if value.startswith("http:") and not here:
        raise ValueError("must begin with https://: browsers and Telegram want it")
    if value.startswith("https:") and urlsplit(value).port not in (None, 443, 80, 88, 8443):
        raise ValueError("must have no port, or 443, 80, 88 or 8443: Telegram brings updates to no other")
    return value.rstrip("/")


def _host(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9.:_-]+", value):
        raise ValueError("must be a name or number of this machine, such as 127.0.0.1 or 0.0.0.0")
    return value


def _is_http(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and not _ODD(value)
    except ValueError:  # a port that is no number, half an IPv6 address
        return False


_ODD = re.compile(r"[\s\x00-\x1f<>\"{}|\\^`?#]").search
"""What no such address may hold."""


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


def _yes_or_no(value: str) -> bool:
    if value.lower() not in ("yes", "no"):
        raise ValueError("must be yes or no")
    return value.lower() == "yes"


def _model(value: str) -> Path:
    folder = Path(value)
    if whisper.lacking(folder):
        raise ValueError(f"must be a folder with a Whisper model in CTranslate2's form: {', '.join(whisper.FILES)}")
    return folder


def _whole(least: int, most: int | None = None) -> Callable[[str], int]:
    wanted = f"from {least} to {most}" if most is not None else f"of at least {least}"

    def read(value: str) -> int:
        number = int(value) if re.fullmatch(r"\s*[+-]?[0-9]{1,18}\s*", value) else None
        if number is None or number < least or (most is not None and number > most):
            raise ValueError(f"must be a whole number {wanted}")
        return number

    return read


def _one_of(*known: Name) -> Callable[[str], Name]:
    def read(value: str) -> Name:
        found = next((each for each in known if each.lower() == value.lower()), None)
        if found is None:
            raise ValueError(f"must be {', '.join(known[:-1])} or {known[-1]}")
        return found

    return read


def _setting(default: T, read: Callable[[str], T], *, secret: bool = False) -> T:
    """Declare a setting. `read` makes a value of the text, or raises `ValueError`: "must be ...".

    A secret may stand in a file instead, which NAME_FILE names, as container tools hand it over.
    """
    return field(default=default, repr=not secret, metadata={"read": read, "secret": secret})


@dataclass(frozen=True)
class Settings:
    """Names as in `.env.example`, where each is explained."""

    telegram_bot_token: str = _setting("", _token, secret=True)
    telegram_api_url: str = _setting("https://api.telegram.org", _url)
    database_url: str = _setting("sqlite+aiosqlite:///data/campanile.db", str, secret=True)
    owner_ids: frozenset[int] = _setting(frozenset(), _ids)
    programme_dir: Path = _setting(WECARE, Path)  # noqa: RUF009 - a path does not change
    programme_year: int | None = _setting(None, _whole(2000, 2100))
    quiet_hours: str = _setting("21:00-08:00", _quiet)
    approval_above: int = _setting(0, _whole(0))
    feedback: bool = _setting(True, _yes_or_no)
    sunset_days: int = _setting(90, _whole(0, 3650))
    paid_broadcast: int = _setting(0, _whole(0, 1000))
    backup_dir: Path | None = _setting(None, Path)  # noqa: RUF009 - a path does not change
    backup_keep: int = _setting(14, _whole(1, 3650))
    speech_model: Path | None = _setting(None, _model)  # noqa: RUF009 - a path does not change
    embeddings_url: str = _setting("", _private)
    embeddings_model: str = _setting("multilingual-e5-small", str)
    http_port: int | None = _setting(None, _whole(0, 65535))
    http_host: str = _setting("127.0.0.1", _host)
    public_url: str = _setting("", _public)
    log_format: Literal["text", "json"] = _setting("text", _one_of("text", "json"))
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = _setting(
        "INFO", _one_of("DEBUG", "INFO", "WARNING", "ERROR")
    )

    @cached_property
    def quiet(self) -> tuple[time, time]:
        """Return start and end of the quiet hours; equal when there are none."""
        return _clock_pair(self.quiet_hours) or (time(0), time(0))


Given = Mapping[str, str | None]


def given() -> Given:
    """Return the texts of `.env` with the process's environment over them. Raise `SettingsError`."""
    return {**file_of(Path()), **os.environ}


def load(environment: Given | None = None) -> Settings:
    """Read `environment`, else what is `given`.

    Raise `SettingsError` with one plain sentence. It never shows a value, which may be a secret.
    """
    texts = given() if environment is None else environment
    values: dict[str, Any] = {}
    for setting in fields(Settings):
        name = setting.name.upper()
        value = _bare(_secret(name, texts) if setting.metadata["secret"] else texts.get(name))
        # Empty means the default; only for the quiet hours it means none.
        if value or (value == "" and name == "QUIET_HOURS"):
            values[setting.name] = _read(name, value, setting.metadata["read"])
    if values.get("public_url") and values.get("http_port") is None:
        raise SettingsError("PUBLIC_URL is set, but HTTP_PORT is not: nobody could be answered there.")
    return Settings(**values)


def file_of(folder: Path) -> dict[str, str | None]:
    """Return the texts of the folder's `.env`, of which there may be none. Raise `SettingsError`."""
    file = folder / ".env"
    if not file.is_file():
        return {}
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} is not UTF-8 text: save it again with that encoding.") from error
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}.") from error
    wrong = next((each for each in parse_stream(StringIO(text)) if each.error), None)
    if wrong is not None or "\0" in text:
        line = wrong.original.line if wrong else 1 + text[: text.index("\0")].count("\n")
        raise SettingsError(f"{file}, line {line} is not a setting: write NAME=value.")
    return dotenv_values(stream=StringIO(text))


def _secret(name: str, given: Given) -> str | None:
    """Return a secret from where it is given: itself, or the file that holds it and nothing else."""
    file = _bare(given.get(f"{name}_FILE"))
    if not file:
        return given.get(name)
    if _bare(given.get(name)):
        raise SettingsError(f"{name} and {name}_FILE are both set: leave one of them empty.")
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is no text"
        raise SettingsError(f"{name}_FILE names a file that cannot be read: {why}.") from error


def _bare(value: str | None) -> str | None:
    """Return the value without blanks and quotes around it: container tools pass them on as written."""
    bare = value and value.strip()
    if bare and len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'":
        return bare[1:-1].strip()
    return bare


def _read(name: str, value: str, read: Callable[[str], object]) -> object:
    try:
        if "\0" in value:
            raise ValueError("must not hold a zero byte")
        return read(value)
    except ValueError as error:
        raise SettingsError(f"{name} {error}.") from error


def require_proxy(settings: Settings) -> None:
    """Raise `SettingsError` for a proxy that is not HTTP: the transport knows no other."""
    parts = urlsplit(settings.telegram_api_url)
    proxy = None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)
    if proxy and not _is_http(proxy):
        raise SettingsError(
            f"{parts.scheme.upper()}_PROXY must be an address that begins with http://: "
            "the bot knows no other proxies (SOCKS among them)."
        )


def require_token(settings: Settings) -> None:
    if not settings.telegram_bot_token:
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN is missing: get one from @BotFather and put it into .env, "
            "or try everything without one: campanile sandbox."
        )

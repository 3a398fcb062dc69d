"""Write logs that say what happened to which update or row, and never hold a token or what a person wrote."""

from __future__ import annotations

import json
import logging
import sys
import time
import traceback
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.settings import Settings
from domain.log_subject import PROGRAMME, subject
from storage.database import outage, reason

SAID_AGAIN_AFTER = 60.0
"""Seconds for which a database that is out of reach, or full, is not complained of in the same words."""

IDS = ("announcement", "event", "ticket", "repair")
"""What a line may name besides, as its `extra`."""


class Discreet(logging.Formatter):
    """Formats lines of text in which no error quotes a value, and nothing shows a token.

    Where a process has several programmes, each line begins with the one that it is about.
    """

    def __init__(self, tokens: Collection[str]) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(programme)s%(name)s: %(message)s")
        self._tokens = tokens

    def format(self, record: logging.LogRecord) -> str:
        line = self.line(record)
        for token in (*self._tokens,):  # others may come meanwhile
            line = line.replace(token, "<token>")
        return line

    def line(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # as another formatter has made it
        programme = subject().get(PROGRAMME)
        record.programme = f"[{programme}] " if programme else ""
        return super().format(record)

    def formatException(self, ei: Any) -> str:
        return "\n".join(_told(ei[1]))


class JsonLines(Discreet):
    """Formats the same as JSON, one object a line, with the ids of what it is about as fields."""

    def line(self, record: logging.LogRecord) -> str:
        entry = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "what": record.getMessage(),
            **subject(),
            **{name: value for name, value in vars(record).items() if name in IDS},
        }
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def _told(error: BaseException | None) -> Iterator[str]:
    """Yield the traceback of an error and its causes, the first cause first."""
    if error is None:
        return
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(before)
        yield "-- and of it came:"
    yield "".join(traceback.format_tb(error.__traceback__)).rstrip()
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    yield f"{kind}: {message}" if (message := _message(error)) else kind


def _message(error: BaseException) -> str:
    """Return the error's message, or nothing if it may quote values: they can be somebody's words."""
    if isinstance(error, SQLAlchemyError):
        statement = getattr(error, "statement", None)
        return f"{reason(error)} [SQL: {statement}]" if statement else reason(error)
    drivers = type(error).__module__.startswith(("sqlalchemy", "sqlite3", "asyncpg"))
    return "" if drivers or isinstance(error, (ValueError, LookupError)) else str(error)


class Sparing(logging.Filter):
    """Lets one short line a minute through while the database is full or out of reach."""

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[object, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        trouble = outage(record.exc_info[1]) if record.exc_info else None
        if trouble is None:
            return True
        said = subject().get(PROGRAMME), trouble
        if time.monotonic() - self._said.get(said, float("-inf")) < SAID_AGAIN_AFTER:
            return False
        self._said[said] = time.monotonic()
        record.msg, record.args = "%s (the database: %s)", (record.getMessage(), trouble)
        record.exc_info = None
        return True


def set_up(settings: Settings, tokens: Collection[str] | None = None) -> None:
    """Write the log as the settings say. `tokens`: all that must not be shown, if there are others than theirs."""
    secret = tokens if tokens is not None else {*filter(None, [settings.telegram_bot_token])}
    handler = logging.StreamHandler(sys.stderr)
    form = JsonLines if settings.log_format == "json" else Discreet
    handler.setFormatter(form(secret))
    handler.addFilter(Sparing())
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    # These tell of every request or tick, at INFO; our own lines would drown.
    level = logging.getLevelName(settings.log_level)
    logging.getLogger("telegram").setLevel(max(logging.INFO, level))  # its DEBUG holds calls with their texts
    for chatty in ("httpx", "httpcore", "telegram.ext.Application", "sqlalchemy", "aiosqlite", "alembic"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, level))
    # It warns of each tick that finds the one before still at work, which is as it should be.
    logging.getLogger("apscheduler").setLevel(max(logging.ERROR, level))

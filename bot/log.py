"""Logs without texts and tokens: what happened, to which update or row, never what a person wrote."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

from bot.settings import Settings


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "what": record.getMessage(),
        }
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


class WithoutToken(logging.Filter):
    """The last guard: whatever a library logs, the token is not in it."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self.token = token

    def filter(self, record: logging.LogRecord) -> bool:
        if self.token and self.token in record.getMessage():
            record.msg, record.args = record.getMessage().replace(self.token, "<token>"), ()
        return True


def set_up(settings: Settings) -> None:
    handler = logging.StreamHandler(sys.stderr)
    text = logging.Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
    handler.setFormatter(JsonLines() if settings.log_format == "json" else text)
    handler.addFilter(WithoutToken(settings.telegram_bot_token))
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    # These tell of every request or tick, at INFO; our own lines would drown.
    level = logging.getLevelName(settings.log_level)
    logging.getLogger("telegram").setLevel(max(logging.INFO, level))  # its DEBUG holds calls with their texts
    for chatty in ("httpx", "httpcore", "telegram.ext.Application", "aiosqlite", "alembic"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, level))
    # It warns of each tick that finds the one before still at work, which is as it should be.
    logging.getLogger("apscheduler").setLevel(max(logging.ERROR, level))

"""Read what claims to be an update, and say what went wrong on the way to Telegram."""

from __future__ import annotations

import logging
from random import Random
from typing import Any

from telegram import Update
from telegram.error import RetryAfter
from telegram.ext import ExtBot

from delivery.outage import LISTENING, Outage
from delivery.outcome import back_off, seconds

log = logging.getLogger(__name__)

LONGEST_BACK_OFF = 60.0


def is_update(data: Any) -> bool:
    """Return whether it has a number that Telegram could have given: asking from a higher one would bring nothing."""
    return isinstance(data, dict) and type(data.get("update_id")) is int and 0 <= data["update_id"] < 2**31


def read(data: dict[str, Any], bot: ExtBot[Any]) -> Update | None:
    """Return the update; None, and a line in the log, if it cannot be read, so that the next one still comes."""
    try:
        return Update.de_json(data, bot)
    except Exception as error:  # any shape can come
        log.error("update %s cannot be read and is passed over: %s", data["update_id"], type(error).__name__)
        return None


def setback(error: Exception, failures: int, outage: Outage) -> float:
    """Log that no updates can be had and return the seconds to wait before the next try."""
    reason = str(error.__cause__ or error) or type(error).__name__
    rest = min(back_off(failures, Random()).total_seconds(), LONGEST_BACK_OFF)
    if isinstance(error, RetryAfter):
        rest = max(rest, seconds(error))
    log.warning("Telegram cannot be asked for updates (%s): trying again in %.0f s", reason, rest)
    outage.failed(LISTENING, reason)
    return rest

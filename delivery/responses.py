"""Tell Telegram's own answers from everybody else's, and correct their parameters.

Telegram answers with a JSON object: `ok` and `result`, or `ok`, `error_code` and `description`
(https://core.telegram.org/bots/api#making-requests). A firewall, a proxy, a captive portal or a server in
front of Telegram's answers with a page of its own; whatever its status, it says nothing about people.
"""

from __future__ import annotations

import json
import math
from typing import Any

from telegram.error import NetworkError

LONGEST_WAIT = 24 * 60 * 60
"""Seconds: no wait that Telegram asks for is honoured for longer, for it may be a mistake."""
_WAIT_UNTOLD = 5


class NotSent(NetworkError):
    """No connection came about: Telegram has certainly not seen the request."""


class Uncertain(NetworkError):
    """The connection broke after the request was written: Telegram may have acted on it."""


class NotTelegram(NetworkError):
    """Somebody else answered in Telegram's place. Its text never quotes the page."""


class ServerFault(NetworkError):
    """Telegram itself answered that it is in trouble (5xx)."""


def checked(status: int, payload: bytes) -> tuple[int, bytes]:
    """Return Telegram's own answer, its parameters corrected. Raise `NotTelegram` and `ServerFault`."""
    body = _object(payload)
    if body is not None and status == 200 and body.get("ok") is True and "result" in body:
        return status, payload
    if body is None or not _refuses(status, body):
        raise NotTelegram(f"the answer is not Telegram's ({status})")
    if status >= 500:
        raise ServerFault(f"{body['description'] or 'Telegram is in trouble'} ({status})")
    kept = {"ok": False, "error_code": status, "description": body["description"] or f"refused ({status})"}
    return status, json.dumps(kept | _parameters(status, body.get("parameters"))).encode()


def _object(payload: bytes) -> dict[str, Any] | None:
    try:
        body = json.loads(payload)
    except (ValueError, RecursionError):  # a hundred thousand brackets are no answer either
        return None
    return body if isinstance(body, dict) else None


def _refuses(status: int, body: dict[str, Any]) -> bool:
    code = body.get("error_code")
    agrees = body.get("ok") is False and type(code) is int and code == status
    return agrees and status >= 400 and isinstance(body.get("description"), str)


def _parameters(status: int, given: Any) -> dict[str, Any]:
    """Keep a group's new number and a wait of some seconds; a flood always says how long to wait."""
    values = given if isinstance(given, dict) else {}
    moved = values.get("migrate_to_chat_id")
    if type(moved) is int and moved:
        return {"parameters": {"migrate_to_chat_id": moved}}
    if status == 429 or "retry_after" in values:
        return {"parameters": {"retry_after": wait(values.get("retry_after"))}}
    return {}


def wait(value: Any) -> int:
    """Return the seconds to wait: a whole number from 1 to a day, whatever the answer said."""
    try:
        seconds = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        seconds = math.nan
    except OverflowError:  # a whole number beyond all floats
        seconds = math.inf if value > 0 else -math.inf
    if math.isnan(seconds):
        return _WAIT_UNTOLD
    return math.ceil(min(max(seconds, 1), LONGEST_WAIT))

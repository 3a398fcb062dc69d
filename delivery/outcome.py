"""Classify errors as permanent, temporary, uncertain or migrated. No other file decides this."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from random import Random

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from delivery.responses import LONGEST_WAIT, NotSent, NotTelegram, ServerFault, Uncertain


class OutcomeKind(StrEnum):
    DONE = "done"
    """What was asked for is already so, for example an edit that changes nothing."""
    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    UNCERTAIN = "uncertain"
    MIGRATED = "migrated"


@dataclass(frozen=True)
class SendOutcome:
    """`reason` is in Telegram's own words. `retry_after` (seconds) is set for floods and strangers' pages.

    `unreachable` says that no message will reach this chat until the person comes back.
    `muted` says that nothing may be written there for now, though the bot is in: the next message is tried.
    `no_topic` says that the topic it was for is not there any more.
    `offline` says that Telegram itself was not reached, so that the next message would fare no better. A page
    that is not Telegram's is the line's fault, whatever it says: it decides about no message and no person.
    `stranger` says that it was such a page.
    """

    kind: OutcomeKind
    reason: str
    retry_after: float | None = None
    new_chat_id: int | None = None
    unreachable: bool = False
    muted: bool = False
    no_topic: bool = False
    offline: bool = False
    stranger: bool = False


# The texts of the public Bot API server. 403 is always about the chat (blocked, deactivated, kicked, never
# started); these are the 400s that mean the same.
_GONE = re.compile(
    r"chat not found|user not found|peer_id_invalid|user is deactivated"
    r"|group chat was (deactivated|deleted)|user_is_blocked|input_user_deactivated|bot was kicked",
    re.IGNORECASE,
)
_MUTED = re.compile(
    r"chat_write_forbidden|chat_restricted|chat_send_\w+_forbidden|topic_closed|topic_deleted"
    r"|(not enough|no) rights|need administrator rights|chat_admin_required|no write access|slowmode_wait",
    re.IGNORECASE,
)
_NO_TOPIC = re.compile(r"thread not found|topic_id_invalid", re.IGNORECASE)
_ALREADY_SO = re.compile(r"message is not modified|message to delete not found", re.IGNORECASE)
_SERVER_FAULT = re.compile(
    r"internal server error|bad gateway|gateway time-?out|service unavailable|restart|\(5\d\d\)",
    re.IGNORECASE,
)
_LONGEST_BACK_OFF = 300.0
_STRANGER_GONE = 30.0
"""Seconds until what somebody else answered is tried again: a filter may object to one message only."""


def classify(error: Exception) -> SendOutcome:
    """Classify an error. One that comes neither from Telegram nor from the network is the message's own: permanent."""
    reason = str(error) or type(error).__name__
    match error:
        case RetryAfter():
            return SendOutcome(OutcomeKind.TEMPORARY, reason, retry_after=seconds(error))
        case ChatMigrated():
            return SendOutcome(OutcomeKind.MIGRATED, reason, new_chat_id=error.new_chat_id)
        case Forbidden() | BadRequest() if _MUTED.search(reason) or _NO_TOPIC.search(reason):
            return SendOutcome(OutcomeKind.PERMANENT, reason, muted=True, no_topic=bool(_NO_TOPIC.search(reason)))
        case Forbidden():
            return SendOutcome(OutcomeKind.PERMANENT, reason, unreachable=True)
        case BadRequest():
            return _refused(reason)
        case NotSent():
            return SendOutcome(OutcomeKind.TEMPORARY, reason, offline=True)
        case NotTelegram():
            return SendOutcome(OutcomeKind.TEMPORARY, reason, retry_after=_STRANGER_GONE, offline=True, stranger=True)
        case TimedOut() | Uncertain():
            return SendOutcome(OutcomeKind.UNCERTAIN, reason)
        case InvalidToken() | EndPointNotFound():
            return _not_found(error, reason)
        case Conflict() | ServerFault():
            return SendOutcome(OutcomeKind.TEMPORARY, reason)
        case NetworkError():
            return _unforeseen(reason)
        case TelegramError():  # an answer that cannot be read: the message may have gone out
            return SendOutcome(OutcomeKind.UNCERTAIN, reason)
    return SendOutcome(OutcomeKind.PERMANENT, f"{type(error).__name__}: {reason}")


def seconds(flood: RetryAfter) -> float:
    """Return the wait that Telegram asks for: a day at most, and never less than nothing."""
    value = flood.retry_after
    asked = value.total_seconds() if isinstance(value, timedelta) else float(value)
    return min(max(asked, 0.0), LONGEST_WAIT)


def _refused(reason: str) -> SendOutcome:
    if _ALREADY_SO.search(reason):
        return SendOutcome(OutcomeKind.DONE, reason)
    return SendOutcome(OutcomeKind.PERMANENT, reason, unreachable=bool(_GONE.search(reason)))


def _not_found(error: TelegramError, reason: str) -> SendOutcome:
    """Classify a 401 as temporary, since a token can be put right, and a 404 as the message's own fault."""
    if "unauthorized" in f"{reason} {error.__cause__}".lower():
        return SendOutcome(OutcomeKind.TEMPORARY, reason, offline=True)
    return SendOutcome(OutcomeKind.PERMANENT, reason)


def _unforeseen(reason: str) -> SendOutcome:
    """Classify an error of the library that our transport has no name for."""
    if reason.startswith("Unknown error in HTTP implementation"):
        return SendOutcome(OutcomeKind.UNCERTAIN, reason)
    return SendOutcome(OutcomeKind.TEMPORARY if _SERVER_FAULT.search(reason) else OutcomeKind.PERMANENT, reason)


def back_off(attempts: int, random: Random) -> timedelta:
    """Return about 1, 2, 4... seconds after the first, second, third failure; at most five and a half minutes."""
    base = min(_LONGEST_BACK_OFF, 2.0 ** min(max(attempts - 1, 0), 16))
    return timedelta(seconds=base * random.uniform(0.5, 1.1))

"""Try to send one message: call Telegram and return what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from telegram.ext import ExtBot

from delivery.outcome import OutcomeKind, SendOutcome, back_off, classify
from delivery.rate_limiter import BULK
from delivery.responses import NotTelegram
from domain.delivery import DeliveryState
from messages.message import endpoint, parameters
from storage.outbox.deliveries import Claimed, Settled
from storage.people.groups import LASTING

MOST_ATTEMPTS = 20
"""Tries after which a message that Telegram's server keeps failing on is given up: about an hour."""
MOST_UNCERTAIN = 4
"""Tries after which a message that may have arrived is not sent once more."""
TOLD_AFTER = 5
"""Tries after which it is told that something on the way refuses a message: about a quarter of an hour."""
_OBJECTION_REST, _LONGEST_OBJECTION_REST = timedelta(seconds=30), timedelta(minutes=30)

_DELIVERED = SendOutcome(OutcomeKind.DONE, "")


async def attempt(
    bot: ExtBot[Any],
    row: Claimed,
    now: Callable[[], datetime],
    random: Random,
    reached: Callable[[], bool] = lambda: False,
) -> tuple[Settled, SendOutcome]:
    """Send one row and return its result. Never raise because of the message: one bad row must not stop the rest."""
    try:
        answer = await bot.do_api_request(endpoint(row.method), _parameters(row), rate_limit_args=BULK)
    except Exception as error:
        outcome = classify(error)
        if isinstance(error, NotTelegram) and reached():
            return _objected_to(row, outcome, now()), replace(outcome, offline=False)
        return _settled(row, outcome, now(), random), outcome
    return replace(_sent(row, now()), message_id=_message_id(answer)), _DELIVERED


def _parameters(row: Claimed) -> dict[str, Any]:
    target: dict[str, Any] = {"chat_id": row.chat_id}
    if row.method == "deleteMessages":  # an album: Telegram numbers its parts one after another
        parts = range(row.payload["parts"])
        return target | {"message_ids": [(row.message_id or 0) + part for part in parts]}
    payload = dict(row.payload)
    part = payload.pop("part", 0)  # which message of an album is edited
    if row.message_id is not None:
        target["message_id"] = row.message_id + part
    elif row.thread_id is not None:
        target["message_thread_id"] = row.thread_id
    return parameters(payload) | target


def _message_id(answer: Any) -> int | None:
    first = answer[0] if isinstance(answer, list) else answer
    return first.get("message_id") if isinstance(first, dict) else None


def _settled(row: Claimed, outcome: SendOutcome, now: datetime, random: Random) -> Settled:
    match outcome.kind:
        case OutcomeKind.DONE:
            return _sent(row, now)
        case OutcomeKind.PERMANENT if outcome.no_topic and row.thread_id is not None:
            again = _again(row, outcome, now, tried=True)  # to the whole group
            return replace(again, refused=LASTING, lost_topic=row.thread_id)
        case OutcomeKind.PERMANENT if outcome.muted:
            topic = outcome.no_topic or "topic" in outcome.reason.lower()
            return replace(_ended(row, DeliveryState.FAILED, outcome), refused=LASTING if topic else 1)
        case OutcomeKind.PERMANENT:
            return _ended(row, DeliveryState.BLOCKED if outcome.unreachable else DeliveryState.FAILED, outcome)
        case OutcomeKind.UNCERTAIN:
            return _uncertain(row, outcome, now, random)
        case OutcomeKind.MIGRATED:
            return replace(_again(row, outcome, now, tried=True), new_chat_id=outcome.new_chat_id)
    if outcome.retry_after is not None:
        return _again(row, outcome, now + timedelta(seconds=outcome.retry_after), tried=False)
    if outcome.offline:
        return _again(row, outcome, row.not_before, tried=False)
    return _again(row, outcome, now + back_off(row.attempts + 1, random), tried=True)


def _objected_to(row: Claimed, outcome: SendOutcome, now: datetime) -> Settled:
    """Return what becomes of a message that a filter on the way refuses, though Telegram itself can be reached.

    It is tried ever less often, for about seven hours; in an outage, messages are tried until it is over.
    """
    wait = min(_OBJECTION_REST * 2**row.attempts, _LONGEST_OBJECTION_REST)
    return _again(row, outcome, now + wait, tried=True)


def _sent(row: Claimed, now: datetime) -> Settled:
    return replace(_as_it_was(row), state=DeliveryState.SENT, attempts=row.attempts + 1, sent_at=now)


def _ended(row: Claimed, state: DeliveryState, outcome: SendOutcome) -> Settled:
    return replace(
        _as_it_was(row),
        state=state,
        attempts=row.attempts + 1,
        error=outcome.reason,
        unreachable=outcome.unreachable,
    )


def _again(row: Claimed, outcome: SendOutcome, not_before: datetime, *, tried: bool) -> Settled:
    if row.attempts + tried >= MOST_ATTEMPTS:
        return _ended(row, DeliveryState.FAILED, outcome)
    return replace(_as_it_was(row), not_before=not_before, attempts=row.attempts + tried, error=outcome.reason)


def _uncertain(row: Claimed, outcome: SendOutcome, now: datetime, random: Random) -> Settled:
    """Return a result that sends the message again and counts it as perhaps sent twice. An edit does no harm twice."""
    if row.perhaps_twice and row.attempts + 1 >= MOST_UNCERTAIN:
        return _ended(row, DeliveryState.UNCERTAIN, outcome)
    again = _again(row, outcome, now + back_off(row.attempts + 1, random), tried=True)
    return replace(again, perhaps_twice=row.perhaps_twice or row.message_id is None)


def _as_it_was(row: Claimed) -> Settled:
    return Settled(
        row.id,
        row.outgoing_id,
        row.revision,
        row.chat_id,
        DeliveryState.PENDING,
        row.not_before,
        row.attempts,
        row.perhaps_twice,
    )

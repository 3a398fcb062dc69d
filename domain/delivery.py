"""Deliveries: the states of what is sent, the kinds of messages there are, and why one is not sent."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from hashlib import blake2b


class DeliveryState(StrEnum):
    """The state of one message to one chat. The database keeps these words."""

    PENDING = "pending"
    PAUSED = "paused"
    SENDING = "sending"
    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    """The answer to its sending was lost, more than once: perhaps it arrived."""
    SKIPPED = "skipped"


_S = DeliveryState
TRANSITIONS: Mapping[DeliveryState, frozenset[DeliveryState]] = {
    _S.PENDING: frozenset({_S.SENDING, _S.PAUSED, _S.SKIPPED}),
    _S.PAUSED: frozenset({_S.PENDING, _S.SKIPPED}),
    # Back to PENDING to be tried again; if its thing was paused or stopped meanwhile, to that.
    _S.SENDING: frozenset({_S.SENT, _S.BLOCKED, _S.FAILED, _S.UNCERTAIN, _S.PENDING, _S.PAUSED, _S.SKIPPED}),
    _S.SENT: frozenset({_S.PENDING}),  # a message that is edited again and again, such as the progress
    _S.BLOCKED: frozenset({_S.PENDING}),
    _S.FAILED: frozenset({_S.PENDING}),
    _S.UNCERTAIN: frozenset({_S.PENDING, _S.SKIPPED}),
    _S.SKIPPED: frozenset({_S.PENDING}),  # a reminder of an event that takes place after all
}
WAITING = (DeliveryState.PENDING, DeliveryState.PAUSED)
UNSETTLED = (*WAITING, DeliveryState.SENDING)
UNSENT = (*WAITING, DeliveryState.UNCERTAIN)
"""The states in which nothing has reached the chat for certain, and something still could."""


class OutboxStatus(StrEnum):
    """The decision about one message for all its chats; what comes back unsent follows it."""

    OPEN = "open"
    PAUSED = "paused"
    STOPPED = "stopped"


OUTBOX_TRANSITIONS: Mapping[OutboxStatus, frozenset[OutboxStatus]] = {
    OutboxStatus.OPEN: frozenset({OutboxStatus.PAUSED, OutboxStatus.STOPPED}),
    OutboxStatus.PAUSED: frozenset({OutboxStatus.OPEN, OutboxStatus.STOPPED}),
    OutboxStatus.STOPPED: frozenset({OutboxStatus.OPEN}),
}


class MessageKind(StrEnum):
    """The kind of a message in the outbox. Its `ref` is the id of what it is about, by kind."""

    ANNOUNCEMENT = "announcement"
    ANSWER = "answer"
    APPROVAL = "approval"
    BACKUP = "backup"
    BROKEN = "broken"
    CALENDAR = "calendar"
    CARD = "card"
    CHANGE = "change"
    DATES = "dates"
    DRAFT = "draft"
    EDIT = "edit"
    FEEDBACK = "feedback"
    GROUP = "group"
    INBOX = "inbox"
    MISSED = "missed"
    NEW_EVENT = "new-event"
    NONE_AHEAD = "none-ahead"
    ORGANISERS = "organisers"
    OUTAGE = "outage"
    PROGRESS = "progress"
    REMINDER = "reminder"
    REPAIR = "repair"
    REPORT = "report"
    SUMMARY = "summary"
    SUNSET = "sunset"


class SkipReason(StrEnum):
    """Why a delivery is skipped; kept in its `error`."""

    CANCELLED = "cancelled"
    """Its event was: it goes out after all, should the event take place."""
    CHANGED = "changed"
    ERASED = "erased"
    LATER = "taken up into a later one"
    LEFT = "left"
    MISSED = "missed"
    MOVED = "moved"
    """Its event was, or its group was and has it already."""
    SILENCE = "silence"
    STOPPED = "stopped"
    SUPERSEDED = "superseded"
    TOGETHER = "together"
    """It went out inside another's message."""
    TOLD = "told of a change"
    WITHDRAWN = "withdrawn"


def thing_of(key: str) -> int:
    """Return a key as a 64-bit number, the same in every process. If two ever collide, the table refuses one."""
    digest = blake2b(key.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)

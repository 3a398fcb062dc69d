"""Tickets: questions that residents passed on to the organisers, from the first one to the answer."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class TicketState(StrEnum):
    """The states of a ticket. A dismissal can be taken back; an answer, once sent, is corrected, not undone."""

    OPEN = "open"
    ANSWERED = "answered"
    DISMISSED = "dismissed"


TRANSITIONS: Mapping[TicketState, frozenset[TicketState]] = {
    TicketState.OPEN: frozenset({TicketState.ANSWERED, TicketState.DISMISSED}),
    TicketState.ANSWERED: frozenset(),
    TicketState.DISMISSED: frozenset({TicketState.OPEN}),
}

"""Buttons about following a feed, and when to be reminded: `feed` as `domain.feeds.Feed` writes it."""

from __future__ import annotations

from collections.abc import Iterable

from domain.reminders import Lead
from messages.actions.action import Action, Number


def codes(leads: Iterable[Lead]) -> str:
    """Leads as a button carries them, a letter for each."""
    return "".join(lead.code for lead in leads)


def leads_of(codes: str) -> tuple[Lead, ...]:
    """The leads behind the letters; a forged letter means nothing."""
    return tuple(lead for lead in Lead if lead.code in codes)


class Subscribe(Action, frozen=True):
    code = "sub"
    feed: str


class Resubscribe(Action, frozen=True):
    """Undo an unsubscription, with the leads as they were."""

    code = "resub"
    feed: str
    leads: str


class Unsubscribe(Action, frozen=True):
    code = "unsub"
    feed: str


class ShowReminders(Action, frozen=True):
    code = "reminders"
    page: Number = 0


class ShowLeads(Action, frozen=True):
    """Show the leads of a feed's reminders."""

    code = "leads"
    feed: str


class SetLead(Action, frozen=True):
    """Switch a lead to what is `wanted` (1 or 0), so that pressing twice does the same."""

    code = "lead"
    feed: str
    lead: str
    wanted: Number

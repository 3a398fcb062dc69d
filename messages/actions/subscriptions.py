"""Buttons about following a town, and when to be reminded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domain.reminders import Lead
from messages.actions.action import Action


def initials(leads: Iterable[Lead]) -> str:
    """Leads as a button carries them, a letter for each."""
    return "".join(lead.initial for lead in leads)


def leads_of(initials: str) -> tuple[Lead, ...]:
    """The leads behind the letters; a forged letter means nothing."""
    return tuple(lead for lead in Lead if lead.initial in initials)


@dataclass(frozen=True)
class Subscribe(Action):
    code = "sub"
    town: str


@dataclass(frozen=True)
class Resubscribe(Action):
    """Undo of leaving, with the `initials` of the leads as they were."""

    code = "resub"
    town: str
    leads: str


@dataclass(frozen=True)
class Unsubscribe(Action):
    code = "unsub"
    town: str


@dataclass(frozen=True)
class ShowReminders(Action):
    code = "reminders"


@dataclass(frozen=True)
class ShowLeads(Action):
    """When to be reminded of a town's meetings."""

    code = "leads"
    town: str


@dataclass(frozen=True)
class SetLead(Action):
    """Carries what is `wanted` (1 or 0), not "the other way round": pressed twice it does the same."""

    code = "lead"
    town: str
    lead: str
    wanted: int

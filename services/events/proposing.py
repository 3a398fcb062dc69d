"""Proposals of watched calendars: list them, ignore one, or begin the change that one wants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.events import proposals as rules
from domain.events.events import Event
from domain.events.proposals import CalendarProposal, ProposalState
from domain.team.organisers import Organiser, Role
from messages.events import edit_texts
from services.environment import Environment, record
from services.events import editing
from services.events.editing import Opened
from services.results import Done, Refusal, Refused, Stale
from services.rights import lacking
from storage.database import Session
from storage.events import events, proposals


@dataclass(frozen=True)
class Proposals:
    """What waits for an organiser's word, and the events that it is about, by id."""

    waiting: list[CalendarProposal]
    events: Mapping[int, Event]


async def waiting(env: Environment, *, who: Organiser) -> Proposals:
    """Return the proposals about events in the organiser's areas."""
    async with env.database.read() as session:
        there = {event.id: event for event in await events.every(session)}
        every = await proposals.waiting(session)
    mine = [each for each in every if who.responsible(rules.areas(each, there.get(each.difference.event or 0)))]
    return Proposals(mine, there)


async def accept(env: Environment, *, who: Organiser, proposal: int, now: datetime) -> Opened:
    """Begin the change that the proposal wants; it is saved, and followers are told, like an organiser's own."""
    async with env.database.begin() as session:
        known = await _current(session, who, proposal)
        if isinstance(known, Refused):
            return known
        if known is not None and not rules.acceptable(known, env.programme):
            return Refused(Refusal.UNKNOWN)
        if known is None or not await proposals.move(session, proposal, ProposalState.ACCEPTED):
            return Stale()
        return await editing.propose(session, env, who, known.difference.event, known.wanted, now)


async def ignore(
    env: Environment, *, who: Organiser, proposal: int, now: datetime
) -> Done[None] | Stale[None] | Refused:
    """Leave the event as it is; the calendar is believed again when it says something else."""
    async with env.database.begin() as session:
        known = await _current(session, who, proposal)
        if isinstance(known, Refused):
            return known
        if known is None or not await proposals.move(session, proposal, ProposalState.IGNORED):
            return Stale()
        event = await events.one(session, known.difference.event) if known.difference.event else None
        what = edit_texts.in_short(rules.after(known, event), env.voice(env.catalog.default))
        await record(session, who, "calendar-ignored", known.difference.event, now, what=what)
        return Done(None)


async def _current(session: Session, who: Organiser, proposal: int) -> CalendarProposal | Refused | None:
    known = await proposals.one(session, proposal)
    if known is None:
        return None
    event = await events.one(session, known.difference.event) if known.difference.event else None
    return lacking(who, Role.ORGANISER, rules.areas(known, event)) or known

"""The machines: what is declared, what is drawn, and what storage refuses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from answers.search.similarity import Gist
from domain import delivery
from domain.announcements import amendments, announcements
from domain.announcements.amendments import Act, Amendment, Stage
from domain.announcements.announcements import Announcement, AnnouncementState, Audience
from domain.delivery import DeliveryState, SkipReason
from domain.events import change_rules, proposals
from domain.machines import UndeclaredTransition, require, sources
from domain.team import tickets
from domain.team.tickets import TicketState
from storage.announcements import amendments as stored_amendments
from storage.announcements import announcements as stored_announcements
from storage.database import Database
from storage.outbox import control
from storage.team import tickets as stored_tickets

DRAWN = Path(__file__).parents[2] / "docs" / "states.md"
NOW = datetime(2027, 10, 1, 10, tzinfo=UTC)
MACHINES: dict[str, Mapping[Any, frozenset[Any]]] = {
    "A delivery": delivery.TRANSITIONS,
    "An outbox message": delivery.OUTBOX_TRANSITIONS,
    "An announcement": announcements.TRANSITIONS,
    "An amendment": amendments.TRANSITIONS,
    "An event change": change_rules.TRANSITIONS,
    "A proposal": proposals.TRANSITIONS,
    "A ticket": tickets.TRANSITIONS,
}
EDGE = "[*]"


def arrows(title: str) -> set[tuple[str, str]]:
    """The arrows of the diagram below that heading."""
    section = DRAWN.read_text(encoding="utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\s+(\S+) --> ([\w\[\]*]+)", section, re.MULTILINE))


def test_every_machine_is_drawn() -> None:
    assert re.findall(r"^## (.+)$", DRAWN.read_text(encoding="utf-8"), re.MULTILINE) == list(MACHINES)


@pytest.mark.parametrize("title", MACHINES)
def test_the_diagram_has_the_arrows_of_the_code(title: str) -> None:
    declared = {(before, after) for before, following in MACHINES[title].items() for after in following}
    assert {pair for pair in arrows(title) if EDGE not in pair} == declared
    assert {before for before, after in arrows(title) if after == EDGE} == {
        state for state, following in MACHINES[title].items() if not following
    }


@pytest.mark.parametrize("title", MACHINES)
def test_every_state_is_declared_and_can_be_reached(title: str) -> None:
    machine = MACHINES[title]
    states: type[StrEnum] = type(next(iter(machine)))
    assert set(machine) == set(states)
    reached = {state for state in machine if (EDGE, state) in arrows(title)}
    while more := {after for state in reached for after in machine[state]} - reached:
        reached |= more
    assert reached == set(machine)


def test_a_state_may_be_saved_again_and_what_leads_to_it_is_known() -> None:
    require(tickets.TRANSITIONS, TicketState.OPEN, TicketState.OPEN)
    assert sources(tickets.TRANSITIONS, TicketState.ANSWERED) == {TicketState.OPEN, TicketState.ANSWERED}
    with pytest.raises(UndeclaredTransition, match="TicketState open may not follow answered"):
        require(tickets.TRANSITIONS, TicketState.ANSWERED, TicketState.OPEN)


async def test_an_announcement_moves_as_declared_and_never_otherwise(database: Database) -> None:
    for before, after in product(AnnouncementState, repeat=2):
        async with database.begin() as session:
            known = Announcement(0, 1, 5, before, {}, Audience())
            known = await stored_announcements.add(session, known, NOW)
            changed = replace(known, state=after)
            stale = replace(changed, version=known.version + 1)
            assert await stored_announcements.save(session, stale) is None
            if after == before or after in announcements.TRANSITIONS[before]:
                saved = await stored_announcements.save(session, changed)
                assert saved is not None
                assert saved.state is after
            else:
                with pytest.raises(UndeclaredTransition):
                    await stored_announcements.save(session, changed)


async def test_an_amendment_moves_as_declared_and_never_otherwise(database: Database) -> None:
    for before, after in product(Stage, repeat=2):
        async with database.begin() as session:
            known = await stored_amendments.add(session, Amendment(0, 1, 1, 5, Act.EDIT, before, {}), NOW)
            if after == before or after in amendments.TRANSITIONS[before]:
                saved = await stored_amendments.save(session, replace(known, stage=after))
                assert saved is not None
                assert saved.stage is after
            else:
                with pytest.raises(UndeclaredTransition):
                    await stored_amendments.save(session, replace(known, stage=after))


async def test_a_ticket_is_closed_once_and_only_a_dismissal_is_taken_back(database: Database) -> None:
    async with database.begin() as session:
        first, second = [
            await stored_tickets.begin(session, Gist("it", "", frozenset(), frozenset()), NOW) for _ in range(2)
        ]
        assert await stored_tickets.close(session, first, TicketState.ANSWERED)
        assert not await stored_tickets.close(session, first, TicketState.DISMISSED)
        assert not await stored_tickets.reopen(session, first)
        assert await stored_tickets.close(session, second, TicketState.DISMISSED)
        assert await stored_tickets.reopen(session, second)


async def test_the_outbox_refuses_a_step_that_is_not_declared(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing: dict[DeliveryState, frozenset[DeliveryState]] = {state: frozenset() for state in DeliveryState}
    monkeypatch.setattr(control, "TRANSITIONS", nothing)
    async with database.begin() as session:
        with pytest.raises(UndeclaredTransition, match="DeliveryState skipped may not follow pending"):
            await control.stop(session, [1], SkipReason.STOPPED)

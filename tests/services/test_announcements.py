"""Acts on announcements, without a chat: what they return, to whom they are refused, what they record."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.announcements.amendments import Act, Stage
from domain.announcements.announcements import Announcement, AnnouncementState, Content, Every, Link
from domain.team.organisers import Organiser, Role
from sandbox.people.people import Person
from services.announcements import amendments, approvals, drafts, editing, sending
from services.announcements.approvals import Grown
from services.announcements.sending import TooLong
from services.results import Done, NeedsApproval, Refusal, Refused, Stale
from storage.announcements import announcements
from storage.team import audit
from tests.world import MONICA, World, received

OWNER = Organiser(MONICA, Role.OWNER, name="Monica")
HELPER = Organiser(5_000_003_001, Role.HELPER, name="Elio")
ELSEWHERE = Organiser(5_000_003_002, Role.ORGANISER, ("torre-pellice",), "Piera")
GONE = 999

NO_RIGHT, NOT_YOUR_AREA = Refused(Refusal.NO_RIGHT), Refused(Refusal.NOT_YOUR_AREA)
UNKNOWN = Refused(Refusal.UNKNOWN)


@pytest.fixture
async def strict(database_url: str) -> AsyncIterator[World]:
    """A world in which two recipients are many, and Marco is a colleague."""
    world = World(database_url, approval_above=1)
    await world.open()
    await world.organiser(world.marco)
    yield world
    await world.close()


def colleague(world: World) -> Organiser:
    return Organiser(world.marco.id, Role.ORGANISER, name="Marco")


async def crowd(world: World, count: int) -> list[Person]:
    people = [world.telegram.person(4000 + number, f"P{number}") for number in range(count)]
    for person in people:
        await world.follow(person, "pinerolo")
    return people


async def drafted(world: World, text: str = "Ciao", who: Organiser = OWNER) -> Announcement:
    await world.say(world.monica, "/start")
    env, content = world.app.services.environment, Content(text)
    result = await drafts.begin(env, who=who, language="it", content=content, now=world.clock.at)
    assert isinstance(result, Done)
    return result.value


def on(world: World, known: Announcement, who: Organiser = OWNER) -> Any:
    return {"who": who, "announcement": known.id, "version": known.version, "now": world.clock.at}


def of(world: World, known: Announcement, who: Organiser = OWNER) -> Any:
    return {"who": who, "announcement": known.id, "now": world.clock.at}


async def now(world: World, known: Announcement) -> Announcement:
    async with world.app.database.read() as session:
        found = await announcements.one(session, known.id)
    assert found is not None
    return found


async def acts(world: World) -> list[str]:
    async with world.app.database.read() as session:
        return [entry.act for entry in reversed(await audit.latest(session, 20))]


async def confirmed(world: World, known: Announcement) -> Announcement:
    result = await sending.confirm(world.app.services.environment, **on(world, known))
    assert isinstance(result, Done)
    return result.value


async def delivered(world: World, text: str = "Ciao") -> Announcement:
    known = await confirmed(world, await drafted(world, text))
    await world.wait()
    await world.wait()
    return await now(world, known)


async def test_confirmed_once_it_goes_out_and_is_recorded(world: World) -> None:
    env, known = world.app.services.environment, await drafted(world)
    await world.follow(world.anna, "pinerolo")
    first = await sending.confirm(env, **on(world, known))
    again = await sending.confirm(env, **on(world, known))
    assert isinstance(first, Done)
    assert (first.count, first.value.state) == (1, AnnouncementState.SCHEDULED)
    assert again == Stale(first.value)
    assert await acts(world) == ["announcement-confirmed"]
    await world.wait()
    assert received(world.anna, "Ciao") == 1


async def test_of_two_at_once_one_confirms(world: World) -> None:
    env, known = world.app.services.environment, await drafted(world)
    results = await asyncio.gather(*(sending.confirm(env, **on(world, known)) for _ in range(3)))
    assert sorted(type(each).__name__ for each in results) == ["Done", "Stale", "Stale"]
    assert await acts(world) == ["announcement-confirmed"]


async def test_stopped_and_confirmed_at_once_it_is_one_of_both(world: World) -> None:
    env, known = world.app.services.environment, await confirmed(world, await drafted(world))
    results = await asyncio.gather(
        sending.stop(env, **of(world, known)), sending.take_back(env, **on(world, known)), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in results) in (["Done", "Stale"], ["Done", "Done"])
    assert (await now(world, known)).state is AnnouncementState.DRAFT


async def test_what_is_too_long_is_not_confirmed(world: World) -> None:
    env, known = world.app.services.environment, await drafted(world, "a" * 5000)
    assert await sending.confirm(env, **on(world, known)) == TooLong(known)
    assert (await now(world, known)) == known


Asked = Callable[[Any, dict[str, Any]], Awaitable[object]]
VERSIONED: dict[str, Asked] = {
    "confirm": lambda env, on: sending.confirm(env, **on),
    "take back": lambda env, on: sending.take_back(env, **on),
    "retry": lambda env, on: sending.retry(env, **on),
    "approve": lambda env, on: approvals.approve(env, **on),
    "send back": lambda env, on: approvals.send_back(env, **on),
    "cancel": lambda env, on: drafts.cancel(env, **on),
    "drop a language": lambda env, on: drafts.drop_version(env, "it", **on),
    "say something else": lambda env, on: drafts.set_content(env, language="it", content=Content("No"), **on),
    "reword": lambda env, on: drafts.reword(env, language="it", content=Content("No"), **on),
    "a town": lambda env, on: editing.toggle_area(env, "pinerolo", **on),
    "readers": lambda env, on: editing.choose_readers(env, "en", **on),
    "a time": lambda env, on: editing.set_time(env, on["now"] + timedelta(days=1), **on),
    "now": lambda env, on: editing.send_now(env, **on),
    "urgent": lambda env, on: editing.toggle_urgent(env, **on),
    "once": lambda env, on: editing.repeat_once(env, **on),
    "a link": lambda env, on: editing.add_link(env, Link("Programma", "https://example.org"), **on),
    "no links": lambda env, on: editing.drop_links(env, **on),
    "no card": lambda env, on: editing.choose_card(env, None, **on),
}
ALWAYS: dict[str, Asked] = {
    "stop": lambda env, on: sending.stop(env, **on),
    "pause": lambda env, on: sending.pause(env, **on),
    "resume": lambda env, on: sending.resume(env, **on),
    "reopen": lambda env, on: drafts.reopen(env, who=on["who"], announcement=on["announcement"]),
    "withdraw": lambda env, on: amendments.propose(env, act=Act.WITHDRAW, versions={}, **on),
}


async def test_nothing_is_done_by_whom_it_is_not_for_or_to_what_is_not_there(world: World) -> None:
    env, known = world.app.services.environment, await drafted(world)
    for name, act in (VERSIONED | ALWAYS).items():
        given = on if name in VERSIONED else of
        assert await act(env, given(world, known, HELPER)) == NO_RIGHT, name
        assert await act(env, given(world, known, ELSEWHERE)) == NOT_YOUR_AREA, name
        assert await act(env, given(world, replace(known, id=GONE))) == UNKNOWN, name
    assert await now(world, known) == known
    assert await acts(world) == []


async def test_nothing_is_done_at_another_version(world: World) -> None:
    env, known = world.app.services.environment, await drafted(world)
    for name, act in VERSIONED.items():
        for version in (0, known.version + 1):
            assert await act(env, on(world, known) | {"version": version}) == Stale(known), name
    assert await now(world, known) == known
    assert await acts(world) == []


async def test_nothing_of_a_draft_is_done_to_what_is_out(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    env, known = world.app.services.environment, await delivered(world)
    assert known.state is AnnouncementState.DONE
    for name, act in VERSIONED.items():
        if name != "retry":
            assert await act(env, on(world, known)) == Stale(known), name
    for late in (sending.stop, sending.pause, sending.resume):
        assert await late(env, **of(world, known)) == Stale(known)
    assert await now(world, known) == known


async def test_what_is_not_offered_is_refused(world: World) -> None:
    env, known = world.app.services.environment, await drafted(world)
    given, past = on(world, known), world.clock.at - timedelta(minutes=1)
    until = (world.clock.at + timedelta(days=3)).date()
    for result in (
        await editing.toggle_area(env, "atlantide", **given),
        await editing.choose_readers(env, "xx", **given),
        await editing.choose_target(env, -100, **given),
        await editing.choose_card(env, GONE, **given),
        await editing.set_time(env, past, **given),
        await editing.repeat_until(env, Every.DAY, until, **given),  # it has no time yet
    ):
        assert result == editing.NOT_OFFERED
    assert await now(world, known) == known


async def test_an_organiser_of_an_area_announces_to_it_alone(world: World) -> None:
    env, known = world.app.services.environment, await drafted(world, who=ELSEWHERE)
    assert known.audience.areas == ("torre-pellice",)
    given = on(world, known, ELSEWHERE)
    assert await editing.toggle_area(env, "", **given) == editing.NOT_OFFERED
    assert await editing.toggle_area(env, "pinerolo", **given) == editing.NOT_OFFERED
    assert await editing.choose_target(env, None, **given) == editing.NOT_OFFERED


async def test_a_repetition_ends_within_a_year(world: World) -> None:
    env, known = world.app.services.environment, await drafted(world)
    dated = await editing.set_time(env, world.clock.at + timedelta(days=1), **on(world, known))
    assert isinstance(dated, Done)
    for days in (0, 1, 368, 4000):
        until = (world.clock.at + timedelta(days=days)).date()
        assert await editing.repeat_until(env, Every.DAY, until, **on(world, dated.value)) == editing.NOT_OFFERED
    until = (world.clock.at + timedelta(days=367)).date()
    kept = await editing.repeat_until(env, Every.DAY, until, **on(world, dated.value))
    assert isinstance(kept, Done)
    assert kept.value.repeat is not None


async def test_what_is_for_many_waits_for_a_colleague(strict: World) -> None:
    await crowd(strict, 2)
    env, known, marco = strict.app.services.environment, await drafted(strict), colleague(strict)
    asked = await sending.confirm(env, **on(strict, known))
    assert isinstance(asked, NeedsApproval)
    assert (asked.count, asked.asked, asked.value.state) == (2, 1, AnnouncementState.APPROVAL)
    own = await approvals.approve(env, **on(strict, asked.value))
    assert own == Refused(Refusal.OWN_REQUEST)

    await strict.follow(strict.anna, "pinerolo")
    grown = await approvals.approve(env, **on(strict, asked.value, marco))
    assert isinstance(grown, Grown)
    assert grown.value.people == 3
    assert await approvals.approve(env, **on(strict, asked.value, marco)) == Stale(grown.value)
    given = await approvals.approve(env, **on(strict, grown.value, marco))
    assert isinstance(given, Done)
    assert given.value.state is AnnouncementState.SCHEDULED
    assert await acts(strict) == ["approval-asked", "announcement-approved"]
    await strict.wait()
    assert received(strict.anna, "Ciao") == 1


async def test_without_a_colleague_it_stays_a_draft(database_url: str) -> None:
    world = World(database_url, approval_above=1)
    await world.open()
    await crowd(world, 2)
    known = await drafted(world)
    asked = await sending.confirm(world.app.services.environment, **on(world, known))
    kept = await now(world, known)
    await world.close()
    assert isinstance(asked, NeedsApproval)
    assert (asked.count, asked.asked) == (2, 0)
    assert kept == known


async def test_sent_back_it_is_a_draft_and_its_author_is_told(strict: World) -> None:
    await crowd(strict, 2)
    env, known, marco = strict.app.services.environment, await drafted(strict), colleague(strict)
    asked = await sending.confirm(env, **on(strict, known))
    assert isinstance(asked, NeedsApproval)
    back = await approvals.send_back(env, **on(strict, asked.value, marco))
    assert isinstance(back, Done)
    assert back.value.state is AnnouncementState.DRAFT
    await strict.settle()
    assert "Marco" in strict.monica.last.text


async def test_an_amendment_is_made_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    env, known = world.app.services.environment, await delivered(world)
    edit: Any = {"act": Act.EDIT, "versions": {"it": Content("Salve")}}
    proposed = await amendments.propose(env, **edit, **of(world, known))
    assert isinstance(proposed, Done)
    this: Any = {"who": OWNER, "amendment": proposed.value.amendment.id, "version": 1}
    at = world.clock.at
    assert proposed.value.changes == 1
    assert await amendments.confirm(env, **this | {"who": HELPER}, now=at) == NO_RIGHT
    assert await amendments.confirm(env, **this | {"amendment": GONE}, now=at) == UNKNOWN
    assert await amendments.confirm(env, **this | {"version": 2}, now=at) == Stale(proposed.value.amendment)
    results = await asyncio.gather(*(amendments.confirm(env, **this, now=at) for _ in range(2)))
    assert sorted(type(each).__name__ for each in results) == ["Done", "Stale"]
    dropped = await amendments.drop(env, **this)
    assert isinstance(dropped, Stale)
    assert dropped.now is not None
    assert dropped.now.stage is Stage.RUNNING
    await world.settle()
    assert "Salve" in [message.text for message in world.anna.messages]
    assert (await acts(world))[-1] == "announcement-edited"


async def test_other_words_for_many_wait_for_a_colleague(strict: World) -> None:
    await crowd(strict, 2)
    env, known, marco = strict.app.services.environment, await drafted(strict), colleague(strict)
    asked = await sending.confirm(env, **on(strict, known))
    assert isinstance(asked, NeedsApproval)
    await approvals.approve(env, **on(strict, asked.value, marco))
    await strict.wait()
    await strict.wait()
    edit: Any = {"act": Act.EDIT, "versions": {"it": Content("Salve")}}
    proposed = await amendments.propose(env, **edit, **of(strict, known))
    assert isinstance(proposed, Done)
    this: Any = {"amendment": proposed.value.amendment.id, "now": strict.clock.at}
    waits = await amendments.confirm(env, who=OWNER, version=1, **this)
    assert isinstance(waits, NeedsApproval)
    assert (waits.count, waits.asked) == (2, 1)
    version = waits.value.version
    assert await amendments.approve(env, who=OWNER, version=version, **this) == Refused(Refusal.OWN_REQUEST)
    assert isinstance(await amendments.approve(env, who=marco, version=1, **this), Stale)
    assert isinstance(await amendments.approve(env, who=marco, version=version, **this), Done)


async def test_a_draft_is_not_amended(world: World) -> None:
    env, known = world.app.services.environment, await drafted(world)
    result = await amendments.propose(env, act=Act.WITHDRAW, versions={}, **of(world, known))
    assert result == Refused(Refusal.NOT_DELIVERED)


async def under_way(world: World, state: AnnouncementState = AnnouncementState.SENDING) -> Announcement:
    known = await drafted(world)
    async with world.app.database.begin() as session:
        return await announcements.add(session, replace(known, state=state, started_at=world.clock.at), world.clock.at)


async def test_a_sending_is_paused_resumed_and_stopped_once_each(world: World) -> None:
    env, known = world.app.services.environment, await under_way(world)
    for act, state in (
        (sending.pause, AnnouncementState.PAUSED),
        (sending.resume, AnnouncementState.SENDING),
        (sending.stop, AnnouncementState.STOPPING),
    ):
        results = [await act(env, **of(world, known)) for _ in range(2 if act is not sending.stop else 1)]
        assert isinstance(results[0], Done)
        assert results[0].value.state is state
        assert results[1:] in ([], [Stale(results[0].value)])
    assert await acts(world) == ["announcement-paused", "announcement-resumed", "announcement-stopped"]


async def test_of_a_pause_and_a_stop_at_once_the_stop_holds(world: World) -> None:
    env, known = world.app.services.environment, await under_way(world)
    await asyncio.gather(sending.pause(env, **of(world, known)), sending.stop(env, **of(world, known)))
    assert (await now(world, known)).state is AnnouncementState.STOPPING


async def test_a_report_may_ask_for_one_more_try(world: World) -> None:
    env, known = world.app.services.environment, await under_way(world, AnnouncementState.DONE)
    again = await sending.retry(env, **on(world, known))
    assert isinstance(again, Done)
    assert (again.count, again.value.state) == (0, AnnouncementState.SENDING)
    assert await sending.retry(env, **on(world, known)) == Stale(again.value)

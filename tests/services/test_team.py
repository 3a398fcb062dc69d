"""Acts of organisers about each other, groups, reminders, numbers and posters, without a chat."""

from __future__ import annotations

from typing import Any

from domain.reminders import DEFAULT_LEADS
from domain.residents.groups import ChatKind, Group
from domain.team.organisers import Organiser, Role
from services.results import Done, Refusal, Refused, Stale
from services.team import calling_off, group_links, members, posters, records, statistics
from services.team.calling_off import ReminderRef
from storage.events import events
from storage.people import groups
from storage.team import audit, organisers
from tests.world import MONICA, PIAZZA, World

OWNER = Organiser(MONICA, Role.OWNER, name="Monica")
ELSEWHERE = Organiser(5_000_003_001, Role.ORGANISER, ("torre-pellice",), "Elio")
HELPER = Organiser(5_000_003_002, Role.HELPER, name="Ada")
GONE = 999


async def acts(world: World) -> list[str]:
    async with world.app.database.read() as session:
        return [each.act for each in await audit.latest(session, 5)]


async def appointed(world: World, role: Role = Role.ORGANISER) -> Organiser:
    """Anna organises too."""
    await world.say(world.anna, "/start")
    async with world.app.database.begin() as session:
        await organisers.appoint(session, Organiser(world.anna.id, role, (), "Anna"), world.clock.at)
    async with world.app.database.read() as session:
        found = await organisers.one(session, world.anna.id)
    assert found is not None
    return found


async def test_a_right_is_taken_away_once(world: World) -> None:
    env, anna, now = world.app.services.environment, await appointed(world), world.clock.at
    known: Any = {"who": OWNER, "organiser": anna.chat_id, "since": anna.appointed}
    assert await members.look(env, **known) == Done(anna)
    assert await members.revoke(env, **known | {"since": anna.appointed - 1}, now=now) == Stale()
    assert await members.revoke(env, **known, now=now) == Done(anna)
    assert await members.revoke(env, **known, now=now) == Stale()
    assert await members.look(env, **known) == Stale()
    await world.settle()
    assert await acts(world) == ["revoked"]


async def test_the_last_owner_stays(world: World) -> None:
    env, now = world.app.services.environment, world.clock.at
    last = await members.revoke(env, who=OWNER, organiser=MONICA, since=0, now=now)
    assert last == Refused(Refusal.LAST_OWNER)


async def test_only_owners_choose_organisers(world: World) -> None:
    env, anna, now = world.app.services.environment, await appointed(world), world.clock.at
    refused = Refused(Refusal.NO_RIGHT)
    known: Any = {"who": ELSEWHERE, "organiser": anna.chat_id, "since": anna.appointed}
    assert await members.everyone(env, who=ELSEWHERE, now=now) == refused
    assert await members.look(env, **known) == refused
    assert await members.revoke(env, **known, now=now) == refused


async def test_a_group_is_linked_by_who_organises_for_all(world: World) -> None:
    env, now = world.app.services.environment, world.clock.at
    async with env.database.begin() as session:
        await groups.enter(session, Group(PIAZZA, ChatKind.GROUP, "Piazza", "it"), now)
    assert await group_links.link(env, who=ELSEWHERE, group=PIAZZA, now=now) == Refused(Refusal.NOT_YOUR_AREA)
    assert await group_links.link(env, who=OWNER, group=GONE, now=now) == Stale()
    for _ in range(2):
        assert isinstance(await group_links.link(env, who=OWNER, group=PIAZZA, now=now), Done)
    assert await acts(world) == ["group-linked"]


async def test_a_reminder_is_called_off_once(world: World) -> None:
    env, now = world.app.services.environment, world.clock.at
    await world.follow(world.anna, "pinerolo")
    async with env.database.read() as session:
        event = next(event for event in await events.every(session) if event.area == "pinerolo")
    starts, lead = int(event.starts_at.timestamp()), DEFAULT_LEADS[0].code
    reminder = ReminderRef(event.id, starts, lead)
    assert await calling_off.call_off(env, who=ELSEWHERE, reminder=reminder, now=now) == Refused(Refusal.NOT_YOUR_AREA)
    for other in (ReminderRef(event.id, starts + 60, lead), ReminderRef(event.id, starts, "?")):
        assert await calling_off.call_off(env, who=OWNER, reminder=other, now=now) == Stale()
    unknown = ReminderRef(GONE, starts, lead)
    assert await calling_off.look(env, who=OWNER, reminder=unknown, now=now) == Refused(Refusal.UNKNOWN)
    found = await calling_off.look(env, who=OWNER, reminder=reminder, now=now)
    assert isinstance(found, Done)
    assert found.count == 1
    assert isinstance(await calling_off.call_off(env, who=OWNER, reminder=reminder, now=now), Done)
    assert await calling_off.call_off(env, who=OWNER, reminder=reminder, now=now) == Stale()
    assert await calling_off.look(env, who=OWNER, reminder=reminder, now=event.starts_at) == Stale()


async def test_an_organiser_of_some_areas_sees_theirs(world: World) -> None:
    env, now = world.app.services.environment, world.clock.at
    async with env.database.begin() as session:
        await audit.record(session, MONICA, "event-changed", 1, now, name="Monica", area="pinerolo", what="x", count=0)
    assert len(await records.latest(env, who=OWNER, limit=5)) == 1
    assert not await records.latest(env, who=ELSEWHERE, limit=5)


async def test_numbers_are_for_organisers(world: World) -> None:
    env, now = world.app.services.environment, world.clock.at
    await world.follow(world.anna, "pinerolo")
    assert await statistics.count(env, who=HELPER, now=now) == Refused(Refusal.NO_RIGHT)
    counted = await statistics.count(env, who=OWNER, now=now)
    assert isinstance(counted, Done)
    assert counted.value.people == 1
    assert counted.value.following["pinerolo"] == 1


async def test_a_poster_is_of_a_confirmed_meeting_of_ones_areas(world: World) -> None:
    env, now = world.app.services.environment, world.clock.at
    async with env.database.read() as session:
        event = next(event for event in await events.every(session) if event.area == "pinerolo")
    ready: Done[Any] | Refused = Done(event) if event.confirmed else Refused(Refusal.NOT_CONFIRMED)
    assert await posters.printable(env, who=OWNER, event=event.id, now=now) == ready
    assert await posters.printable(env, who=OWNER, event=GONE, now=now) == Stale()
    assert await posters.printable(env, who=OWNER, event=event.id, now=event.ends_at) == Stale(event)
    elsewhere = await posters.printable(env, who=ELSEWHERE, event=event.id, now=now)
    assert elsewhere == Refused(Refusal.NOT_YOUR_AREA)

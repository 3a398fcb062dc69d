"""Acts on events, without a chat."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.events.events import Event, Status
from domain.team.organisers import Organiser, Role
from services.events import confirming, editing
from services.events.editing import OpenChange
from services.results import Done, Refusal, Refused, Stale
from storage.events import events
from storage.team import audit
from tests.world import MONICA, World

OWNER = Organiser(MONICA, Role.OWNER, name="Monica")
ELSEWHERE = Organiser(MONICA, Role.ORGANISER, ("torre-pellice",), "Monica")
COLLEAGUE = Organiser(5_000_002_001, Role.ORGANISER, name="Anna")
HELPER = Organiser(MONICA, Role.HELPER, name="Monica")


async def first(world: World) -> Event:
    """The meeting in Pinerolo."""
    async with world.app.database.read() as session:
        return next(event for event in await events.every(session) if event.area == "pinerolo")


async def opened(world: World, who: Organiser = OWNER) -> OpenChange:
    await world.say(world.monica, "/start")
    await world.say(world.anna, "/start")
    event = await first(world)
    result = await editing.begin(world.app.services.environment, who=who, event=event.id, now=world.clock.at)
    assert isinstance(result, Done)
    return result.value


def at(found: OpenChange, who: Organiser, world: World) -> dict[str, Any]:
    return {"who": who, "change": found.change.id, "version": found.change.version, "now": world.clock.at}


async def test_a_change_is_saved_and_recorded(world: World) -> None:
    env, begun = world.app.services.environment, await opened(world)
    edited = await editing.edit(env, **at(begun, OWNER, world), status=Status.CANCELLED)
    assert isinstance(edited, Done)
    saved = await editing.save(env, **at(edited.value, OWNER, world), tell=True)
    assert isinstance(saved, Done)
    assert saved.value.event.status is Status.CANCELLED
    assert saved.value.told_at is not None
    async with world.app.database.read() as session:
        assert [each.act for each in await audit.latest(session, 5)] == ["event-cancelled"]
    assert await editing.save(env, **at(edited.value, OWNER, world), tell=True) == Stale()


async def test_an_old_version_changes_nothing(world: World) -> None:
    env, begun = world.app.services.environment, await opened(world)
    assert isinstance(await editing.edit(env, **at(begun, OWNER, world), note="Portate una sedia."), Done)
    old, event = at(begun, OWNER, world), await first(world)
    assert await editing.look(env, **old) == Stale()
    assert await editing.edit(env, **old, note="") == Stale()
    assert await editing.choose_venue(env, **old, venue=event.venue) == Stale()
    assert await editing.save(env, **old, tell=False) == Stale()
    assert await editing.drop(env, **old) == Stale()


async def test_who_is_overtaken_begins_again_from_what_is_there(world: World) -> None:
    env, slow, quick = world.app.services.environment, await opened(world), await opened(world, COLLEAGUE)
    edited = await editing.edit(env, **at(quick, COLLEAGUE, world), note="Portate una sedia.")
    assert isinstance(edited, Done)
    await editing.save(env, **at(edited.value, COLLEAGUE, world), tell=False)
    late = await editing.save(env, **at(slow, OWNER, world), tell=False)
    assert isinstance(late, Stale)
    assert late.now is not None
    assert late.now.change.before == await first(world)


async def test_a_change_is_its_authors(world: World) -> None:
    env, begun = world.app.services.environment, await opened(world)
    refused = Refused(Refusal.NOT_YOURS)
    theirs = at(begun, COLLEAGUE, world)
    assert await editing.look(env, **theirs) == refused
    assert await editing.edit(env, **theirs, note="") == refused
    assert await editing.save(env, **theirs, tell=True) == refused
    assert await editing.drop(env, **theirs) == refused


async def test_rights_count_where_the_act_is_done(world: World) -> None:
    """They may have been taken away since the change was begun."""
    env, begun, now = world.app.services.environment, await opened(world), world.clock.at
    event, elsewhere = await first(world), Refused(Refusal.NOT_YOUR_AREA)
    assert await editing.begin(env, who=ELSEWHERE, event=event.id, now=now) == elsewhere
    assert await editing.begin_new(env, who=ELSEWHERE, area="pinerolo", now=now) == elsewhere
    assert await editing.save(env, **at(begun, ELSEWHERE, world), tell=True) == elsewhere
    assert await editing.save(env, **at(begun, HELPER, world), tell=True) == Refused(Refusal.NO_RIGHT)
    assert await confirming.confirm(env, who=ELSEWHERE, event=event.id, version=event.version, now=now) == elsewhere
    assert await confirming.confirm_dates(env, who=HELPER, now=now) == Refused(Refusal.NO_RIGHT)


async def test_nothing_is_begun_of_what_is_over_or_not_there(world: World) -> None:
    env, event = world.app.services.environment, await first(world)
    assert await editing.begin(env, who=OWNER, event=999, now=world.clock.at) == Stale()
    over = event.ends_at + timedelta(minutes=1)
    assert await editing.begin(env, who=OWNER, event=event.id, now=over) == Stale()
    nowhere = await editing.begin_new(env, who=OWNER, area="nowhere", now=world.clock.at)
    assert nowhere == Refused(Refusal.UNKNOWN)


async def test_a_new_event_waits_for_its_day(world: World) -> None:
    await opened(world)
    env, now = world.app.services.environment, world.clock.at
    begun = await editing.begin_new(env, who=OWNER, area="pinerolo", now=now)
    assert isinstance(begun, Done)
    assert await editing.save(env, **at(begun.value, OWNER, world), tell=True) == Stale()
    assert await editing.awaited(env, who=OWNER, change=begun.value.change.id, now=now) == begun
    assert isinstance(await editing.drop(env, **at(begun.value, OWNER, world)), Done)
    assert await editing.awaited(env, who=OWNER, change=begun.value.change.id, now=now) == Stale()


async def test_an_event_is_confirmed_as_it_was_seen(world: World) -> None:
    env, event, now = world.app.services.environment, await first(world), world.clock.at
    stale = await confirming.confirm(env, who=OWNER, event=event.id, version=event.version - 1, now=now)
    assert stale == Stale(event)
    unknown = await confirming.confirm(env, who=OWNER, event=999, version=1, now=now)
    assert unknown == Refused(Refusal.UNKNOWN)
    done = await confirming.confirm(env, who=OWNER, event=event.id, version=event.version, now=now)
    assert isinstance(done, Done)
    assert done.value.confirmed

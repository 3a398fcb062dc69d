"""Acts about invitations, without a chat."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from domain.team.organisers import Invite, Organiser, Role
from services.results import Done, Refusal, Refused, Stale
from services.team import invites
from storage.team import audit, organisers
from tests.world import MONICA, World

OWNER = Organiser(MONICA, Role.OWNER, name="Monica")
PLAIN = Organiser(5_000_003_001, Role.ORGANISER, name="Elio")


async def begun(world: World) -> Invite:
    await world.say(world.monica, "/start")
    await world.say(world.anna, "/start")
    result = await invites.begin(world.app.services.environment, who=OWNER, name="Anna", now=world.clock.at)
    assert isinstance(result, Done)
    return result.value


async def issued(world: World) -> str:
    """The token of an invitation that Monica has given away."""
    env, draft = world.app.services.environment, await begun(world)
    result = await invites.issue(env, who=OWNER, invite=draft.id, version=draft.version, now=world.clock.at)
    assert isinstance(result, Done)
    return result.value.token


async def test_an_invitation_is_put_together_given_and_accepted(world: World) -> None:
    env, now, draft = world.app.services.environment, world.clock.at, await begun(world)
    known = (draft.id, draft.version)
    role = await invites.set_role(env, who=OWNER, invite=known[0], version=known[1], role=Role.HELPER)
    assert isinstance(role, Done)
    link = await invites.issue(env, who=OWNER, invite=draft.id, version=role.value.version, now=now)
    assert isinstance(link, Done)
    opened: Any = {"chat": world.anna.id, "who": None, "first_name": "Anna", "token": link.value.token, "now": now}
    accepted = await invites.accept(env, **opened)
    assert isinstance(accepted, Done)
    assert accepted.value.role is Role.HELPER
    assert await invites.accept(env, **opened) == Refused(Refusal.UNKNOWN)
    async with world.app.database.read() as session:
        assert [each.act for each in await audit.latest(session, 5)] == ["joined", "invited"]
        assert await organisers.one(session, world.anna.id) is not None


async def test_an_old_version_changes_nothing_and_shows_what_is_there(world: World) -> None:
    env, draft = world.app.services.environment, await begun(world)
    named = await invites.set_name(env, who=OWNER, invite=draft.id, name="Bea")
    assert isinstance(named, Done)
    old: Any = {"who": OWNER, "invite": draft.id, "version": draft.version}
    stale = Stale(named.value)
    assert await invites.look(env, **old, now=world.clock.at) == stale
    assert await invites.set_role(env, **old, role=Role.OWNER) == stale
    assert await invites.toggle_area(env, **old, area="pinerolo") == stale
    assert await invites.issue(env, **old, now=world.clock.at) == stale
    assert await invites.withdraw(env, **old, now=world.clock.at) == stale


async def test_what_was_withdrawn_is_gone(world: World) -> None:
    env, draft = world.app.services.environment, await begun(world)
    old: Any = {"who": OWNER, "invite": draft.id, "version": draft.version}
    assert await invites.withdraw(env, **old, now=world.clock.at) == Done(draft)
    assert await invites.withdraw(env, **old, now=world.clock.at) == Stale()
    assert await invites.set_name(env, who=OWNER, invite=draft.id, name="Bea") == Stale()


@pytest.mark.parametrize("area", ["nowhere", ""])
async def test_an_area_that_there_is_not_stands_for_all(world: World, area: str) -> None:
    env, draft = world.app.services.environment, await begun(world)
    one = await invites.toggle_area(env, who=OWNER, invite=draft.id, version=draft.version, area="pinerolo")
    assert isinstance(one, Done)
    assert one.value.areas == ("pinerolo",)
    every = await invites.toggle_area(env, who=OWNER, invite=draft.id, version=one.value.version, area=area)
    assert isinstance(every, Done)
    assert every.value.areas == ()


async def test_only_owners_invite(world: World) -> None:
    env, draft, now = world.app.services.environment, await begun(world), world.clock.at
    refused = Refused(Refusal.NO_RIGHT)
    known: Any = {"who": PLAIN, "invite": draft.id, "version": draft.version}
    assert await invites.begin(env, who=PLAIN, name="Bea", now=now) == refused
    assert await invites.look(env, **known, now=now) == refused
    assert await invites.set_name(env, who=PLAIN, invite=draft.id, name="Bea") == refused
    assert await invites.set_role(env, **known, role=Role.OWNER) == refused
    assert await invites.toggle_area(env, **known, area="") == refused
    assert await invites.issue(env, **known, now=now) == refused
    assert await invites.withdraw(env, **known, now=now) == refused


@pytest.mark.parametrize(
    ("opens", "after", "why"),
    [
        (OWNER, timedelta(0), Refusal.OWN_REQUEST),
        (Organiser(5_000_003_002, Role.OWNER), timedelta(0), Refusal.HAS_IT),
        (None, timedelta(days=3), Refusal.UNKNOWN),
    ],
    ids=["the inviter", "an owner already", "too late"],
)
async def test_a_link_is_refused_to(world: World, opens: Organiser | None, after: timedelta, why: Refusal) -> None:
    env, token = world.app.services.environment, await issued(world)
    opened: Any = {"chat": world.anna.id, "who": opens, "first_name": "Anna", "token": token}
    assert await invites.accept(env, **opened, now=world.clock.at + after) == Refused(why)

"""The agenda without a chat: every organiser sees their own areas, and a page that is there."""

from __future__ import annotations

from typing import Any

from domain.announcements.announcements import Content
from domain.team.organisers import Organiser, Role
from services.announcements import agenda, drafts, sending
from services.results import Done
from tests.world import MONICA, World

OWNER = Organiser(MONICA, Role.OWNER, name="Monica")
ELSEWHERE = Organiser(5_000_003_002, Role.ORGANISER, ("torre-pellice",), "Piera")


async def test_everybody_sees_their_own_areas(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/start")
    env, now = world.app.services.environment, world.clock.at
    draft = await drafts.begin(env, who=OWNER, language="it", content=Content("Ciao"), now=now)
    assert isinstance(draft, Done)
    on: Any = {"announcement": draft.value.id, "version": draft.value.version, "now": now}
    await sending.confirm(env, who=OWNER, **on)
    owner = await agenda.ahead(env, who=OWNER, page=99, size=8, now=now)
    assert owner.entries
    assert len(owner.counts) == len(owner.entries)
    elsewhere = await agenda.ahead(env, who=ELSEWHERE, page=0, size=8, now=now)
    assert draft.value.id not in [getattr(entry.what, "id", None) for entry in elsewhere.entries]
    assert elsewhere.total < owner.total
    await world.wait()
    await world.wait()
    assert (await agenda.past(env, who=OWNER, page=5, size=8)).total == 1
    assert (await agenda.past(env, who=ELSEWHERE, page=0, size=8)).found == []

"""Acts of residents, without a chat."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from domain.reminders import DEFAULT_LEADS, Lead
from services.environment import Environment
from services.residents import attendance, escalation, mute, privacy, subscriptions
from services.residents.attendance import AttendanceChoice
from services.residents.escalation import AskedQuestion
from services.residents.subscriptions import LeftFeed
from services.results import Done, Refusal, Refused, Stale
from storage.events import card_copies, events
from storage.models import Card, Conversation, QuestionRow, Resident, Subscription
from storage.people import conversations, mutes
from storage.team import tickets
from tests.world import World, engine

AREA = "pinerolo"
GONE = 999


async def known(world: World) -> tuple[Environment, int]:
    """Anna has written to the bot."""
    await world.say(world.anna, "/start")
    return world.app.services.environment, world.anna.id


async def test_an_area_is_followed_once_and_left_once(world: World) -> None:
    (env, chat), now = await known(world), world.clock.at
    first = await subscriptions.subscribe(env, chat=chat, feed=AREA, now=now)
    assert isinstance(first, Done)
    assert first.value.promise.leads == DEFAULT_LEADS
    assert first.value.promise.to_come
    assert isinstance(await subscriptions.subscribe(env, chat=chat, feed=AREA, now=now), Stale)
    assert await subscriptions.unsubscribe(env, chat=chat, feed=AREA) == Done(LeftFeed(AREA, DEFAULT_LEADS))
    assert await subscriptions.unsubscribe(env, chat=chat, feed=AREA) == Stale()
    assert await subscriptions.stop(env, chat=chat) == Done([])


@pytest.mark.parametrize("area", ["nowhere", "", "Pinerolo"])
async def test_no_other_area_is_followed(world: World, area: str) -> None:
    env, chat = await known(world)
    refused = await subscriptions.subscribe(env, chat=chat, feed=area, now=world.clock.at)
    assert refused == Refused(Refusal.UNKNOWN)


async def test_leads_are_of_an_area_that_is_followed(world: World) -> None:
    (env, chat), now = await known(world), world.clock.at
    lead = next(lead for lead in Lead if lead not in DEFAULT_LEADS)
    assert await subscriptions.set_leads(env, chat=chat, feed=AREA, leads=(lead,), wanted=True, now=now) == Stale()
    assert await subscriptions.look(env, chat=chat, feed=AREA, now=now) == Stale()
    await subscriptions.subscribe(env, chat=chat, feed=AREA, now=now)
    more = await subscriptions.set_leads(env, chat=chat, feed=AREA, leads=(lead,), wanted=True, now=now)
    assert isinstance(more, Done)
    assert lead in more.value.promise.leads
    less = await subscriptions.set_leads(env, chat=chat, feed=AREA, leads=tuple(Lead), wanted=False, now=now)
    assert isinstance(less, Done)
    assert less.value.promise.leads == ()


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(days=-1)])
async def test_a_mute_ends_in_the_future(world: World, ahead: timedelta) -> None:
    (env, chat), now = await known(world), world.clock.at
    assert await mute.begin(env, chat=chat, until=now + ahead, now=now) == Refused(Refusal.NOT_OFFERED)
    until = now + timedelta(days=3)
    assert await mute.begin(env, chat=chat, until=until, now=now) == Done(until)
    async with env.database.read() as session:
        assert await mutes.until(session, chat, now) == until
    await mute.end(env, chat=chat)
    async with env.database.read() as session:
        assert await mutes.until(session, chat, now) is None


async def test_who_comes_can_take_it_back(world: World) -> None:
    (env, chat), now = await known(world), world.clock.at
    async with env.database.read() as session:
        event = (await events.every(session))[0]
    come: Any = {"person": chat, "event": event.id, "now": now}
    assert await attendance.come(env, **come, coming=True) == Done(AttendanceChoice(event, True))
    assert await attendance.come(env, **come, coming=True) == Done(AttendanceChoice(event, True))
    assert await attendance.come(env, **come, coming=True, toggle=True) == Done(AttendanceChoice(event, False))
    over: Any = {"person": chat, "event": event.id, "now": event.ends_at}
    assert await attendance.come(env, **over, coming=True) == Stale(event)
    assert await attendance.come(env, person=chat, event=GONE, coming=True, now=now) == Stale()


async def test_only_who_was_asked_rates(world: World) -> None:
    (env, chat), now = await known(world), world.clock.at
    async with env.database.read() as session:
        event = (await events.every(session))[0].id
    assert await attendance.rate(env, chat=chat, event=event, rating=3, now=now) == Stale()
    assert await attendance.rate(env, chat=chat, event=event, rating=77, now=now) == Refused(Refusal.NOT_OFFERED)
    assert await attendance.ask_comment(env, chat=chat, event=event, now=now) == Stale()
    assert await attendance.comment(env, chat=chat, event=event, text="Bello!") == Stale()


async def test_who_asks_the_same_asks_once(world: World) -> None:
    (env, chat), now = await known(world), world.clock.at
    await world.say(world.marco, "/start")
    asked = AskedQuestion(chat, "Posso portare il mio cane?", "it")
    too = AskedQuestion(world.marco.id, "posso portare il mio cane", "it")
    first = await escalation.escalate(env, engine=engine(), asked=asked, now=now)
    assert isinstance(first, Done)
    assert await escalation.escalate(env, engine=engine(), asked=too, now=now) == first
    assert await escalation.escalate(env, engine=engine(), asked=asked, now=now) == Stale(first.value)
    async with env.database.read() as session:
        ticket = await tickets.one(session, first.value)
    assert ticket is not None
    assert ticket.people == 2


async def test_who_is_erased_leaves_nothing(world: World) -> None:
    env, chat = await known(world)
    assert (await privacy.choose_language(env, chat=chat, language="fr")).value == "fr"
    assert (await privacy.choose_language(env, chat=chat, language="xx")).value == "it"
    assert (await privacy.export(env, chat=chat)).value["language"] == "it"
    await privacy.erase(env, chat=chat)
    assert (await privacy.export(env, chat=chat)).value == {}


async def test_what_comes_after_the_erasure_leaves_nothing(world: World) -> None:
    """Two buttons pressed at once: the second knows a person that the first has just erased."""
    (env, chat), now = await known(world), world.clock.at
    await privacy.erase(env, chat=chat)

    asked = AskedQuestion(chat, "C'è il parcheggio?", "it")
    refused = Refused(Refusal.UNKNOWN)
    assert await subscriptions.subscribe(env, chat=chat, feed=AREA, now=now) == refused
    assert await escalation.escalate(env, engine=engine(), asked=asked, now=now) == refused
    async with env.database.begin() as session:
        event = (await events.every(session))[0].id
        await conversations.expect(session, chat, "day", None, now)
        await card_copies.keep(session, chat, 7, event)
    async with env.database.read() as session:
        for row in (Subscription, Conversation, Card, QuestionRow, Resident):
            assert await session.scalar(select(func.count()).select_from(row)) == 0

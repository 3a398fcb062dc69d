"""How many get something is counted from indexes: it must be those whom a fan-out reaches."""

from datetime import timedelta
from itertools import product
from random import Random

from sqlalchemy import insert

from domain.reminders import Lead
from storage.database import Database
from storage.models import Resident, Subscription
from storage.outbox import queue
from storage.people import followers, subscriptions
from storage.people.followers import Followers
from tests.delivery.people import LONG_AGO, NOON, message

FEEDS = ("wecare/perosa-argentina", "wecare/pinerolo", "wecare/torre-pellice")
LEADS = ("", "two_hours", "day_before,two_hours", "week_before,morning")
LATER = NOON + timedelta(days=3)


async def _crowd(database: Database) -> None:
    """Readers of two languages, in and out of reach and of a pause, a group among ten; some follow."""
    chance = Random(4)
    people = [
        {
            "chat_id": chat,
            "language": chance.choice(["it", "it", "en"]),
            "reachable": chance.random() < 0.8,
            "first_seen": LONG_AGO,
            "silent_until": chance.choice([None, None, NOON, NOON + timedelta(days=1), LATER]),
            "kind": "private" if chat % 10 else "group",
        }
        for chat in range(1, 201)
    ]
    follow = [
        {"chat_id": each["chat_id"], "feed": feed, "leads": chance.choice(LEADS), "created_at": LONG_AGO}
        for each in people
        for feed in chance.sample(FEEDS, chance.randrange(4))
    ]
    async with database.begin() as session:
        await session.execute(insert(Resident), people)
        await session.execute(insert(Subscription), follow)


async def test_whoever_is_counted_is_whoever_gets_it(database: Database) -> None:
    await _crowd(database)
    feeds = ((), FEEDS[:1], FEEDS[1:], FEEDS)
    every = [
        Followers(at, which, language, lead)
        for at, which, language, lead in product((NOON, LATER), feeds, ("", "it"), ("", *Lead))
    ]
    async with database.begin() as session:
        counted = await followers.counts(session, every)
        for number, whom in enumerate(every):
            outgoing = await queue.add(session, message(f"count:{number}"), NOON)
            reached = await queue.fan_out(
                session,
                outgoing,
                not_before=whom.at or NOON,
                feeds=whom.feeds,
                lead=whom.lead or None,
                languages=[whom.language] if whom.language else ["it", "en"],
                people_only=True,
            )
            assert counted[whom] == reached, whom
    assert len(set(counted.values())) > 20


async def test_silence_does_not_matter_without_a_moment(database: Database) -> None:
    await _crowd(database)
    async with database.read() as session:
        everyone, now = Followers(None, FEEDS), Followers(NOON, FEEDS)
        counted = await followers.counts(session, [everyone, now])
        assert counted[everyone] > counted[now] == await followers.count(session, now)


async def test_a_lead_is_chosen_when_somebody_in_reach_wants_it(database: Database) -> None:
    async with database.begin() as session:
        for chat, reachable, leads in ((1, True, "day_before,two_hours"), (2, False, "morning")):
            session.add(Resident(chat_id=chat, language="it", reachable=reachable, first_seen=NOON))
            await session.flush()
            session.add(Subscription(chat_id=chat, feed="wecare/pinerolo", leads=leads, created_at=NOON))
    choices = {(feed, lead) for feed in FEEDS for lead in Lead}
    async with database.read() as session:
        found = await subscriptions.chosen(session, choices)
        assert found == {("wecare/pinerolo", Lead.DAY_BEFORE), ("wecare/pinerolo", Lead.TWO_HOURS)}
        assert await subscriptions.chosen(session, []) == set()
        assert await followers.counts(session, []) == {}

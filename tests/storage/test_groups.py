"""Groups beside people: told of what they follow, counted apart, and the same after they change their id."""

from datetime import UTC, datetime

from domain.delivery import DeliveryState, MessageKind
from domain.residents.groups import ChatKind, Group
from storage.database import Database
from storage.outbox import deliveries, queue
from storage.people import followers, groups, residents, subscriptions
from storage.people.followers import Followers
from tests.delivery.people import done

NOW = datetime(2027, 10, 9, 10, tzinfo=UTC)
ANNA, PIAZZA, SUPER = 5_000_002_001, -1001234567890, -1005
GROUP = Group(PIAZZA, ChatKind.GROUP, "Piazza <3", "fr")


async def _followers(database: Database) -> int:
    """Anna and the group follow Pinerolo; a message waits for the group."""
    async with database.begin() as session:
        await residents.remember(session, ANNA, "it", NOW)
        assert await groups.enter(session, GROUP, NOW)
        await session.flush()
        for chat in (ANNA, PIAZZA):
            await subscriptions.subscribe(session, chat, "wecare/pinerolo", NOW)
        said = queue.OutboxMessage("k", MessageKind.REMINDER, 1, "fr", "sendMessage", {"text": "x"})
        outgoing = await queue.add(session, said, NOW)
        await queue.add_one(session, outgoing, PIAZZA, NOW)
    return outgoing


async def test_a_group_is_a_subscriber_and_no_person(database: Database) -> None:
    await _followers(database)
    async with database.begin() as session:
        assert await followers.count(session, Followers(NOW, ("wecare/pinerolo",))) == 1
        said = queue.OutboxMessage("r", MessageKind.REMINDER, 2, "fr", "sendMessage", {"text": "x"})
        outgoing = await queue.add(session, said, NOW)
        assert await queue.fan_out(session, outgoing, not_before=NOW, people_only=True) == 0
        assert await queue.fan_out(session, outgoing, not_before=NOW) == 1


async def test_only_what_an_organiser_linked_is_an_audience(database: Database) -> None:
    await _followers(database)
    async with database.begin() as session:
        assert await groups.linked(session) == []
        assert not await groups.link(session, ANNA)
        assert await groups.link(session, PIAZZA)
        assert not await groups.link(session, PIAZZA), "it is already"
        linked = await groups.one(session, PIAZZA)
    assert linked is not None
    assert linked.linked
    async with database.begin() as session:
        assert await groups.linked(session) == [linked]
        await residents.set_reachable(session, PIAZZA, False)
        assert await groups.linked(session) == []
        assert not await groups.link(session, PIAZZA)
        assert await groups.enter(session, GROUP, NOW), "back again: it introduces itself anew"
        assert not await groups.enter(session, GROUP, NOW)
        assert await groups.linked(session) == [linked]


async def test_a_group_that_changes_its_id_keeps_what_it_has(database: Database) -> None:
    outgoing = await _followers(database)
    async with database.begin() as session:
        await groups.enter(session, Group(SUPER, ChatKind.GROUP, "Piazza <3", "it"), NOW)
    async with database.begin() as session:
        (claimed,) = await deliveries.claim(session, NOW, 10)
    moved = done(claimed, DeliveryState.PENDING, new_chat_id=SUPER)
    async with database.begin() as session:
        await deliveries.settle(session, [moved], NOW)
    async with database.begin() as session:
        await groups.move(session, PIAZZA, SUPER)

        assert await groups.one(session, PIAZZA) is None
        known = await groups.one(session, SUPER)
        assert known == Group(SUPER, ChatKind.GROUP, "Piazza <3", "fr")
        assert await subscriptions.feeds(session, SUPER) == ["wecare/pinerolo"]
        (claimed,) = await deliveries.claim(session, NOW, 10)
        assert (claimed.chat_id, outgoing) == (SUPER, 1)

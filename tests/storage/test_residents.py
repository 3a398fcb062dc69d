"""What is kept about a person can be taken away and erased: all of it, also in tables to come."""

from datetime import UTC, datetime

from sqlalchemy import select, update

from answers.search.similarity import Gist
from domain.announcements.amendments import Act, Amendment, Stage
from domain.announcements.announcements import Audience, Content
from domain.delivery import MessageKind
from domain.events.events import PlannedEvent
from storage.announcements import amendments, announcements, reports
from storage.database import Database
from storage.events import card_copies, event_changes, events
from storage.models import AnnouncementRow, Base, OrganiserRow
from storage.outbox import queue
from storage.people import attendance, conversations, residents, subscriptions
from storage.team import invites, learned_answers, tickets

NOW = datetime(2027, 10, 9, 10, tzinfo=UTC)
ANNA = 2001
PINEROLO = PlannedEvent("pinerolo", "pinerolo", "centro-sociale-pinerolo", NOW, NOW)


async def _a_life(database: Database) -> None:
    async with database.begin() as session:
        await residents.remember(session, ANNA, "it", NOW)
        await events.insert(session, [PINEROLO], NOW)
    async with database.begin() as session:
        await subscriptions.subscribe(session, ANNA, "wecare/pinerolo", NOW)
        await conversations.expect(session, ANNA, "something", 1, NOW)
        inquiry = await tickets.begin(session, Gist("it", None, frozenset(), frozenset({"pag"})), NOW)
        await tickets.add(session, inquiry, ANNA, "it", "Si paga?", "si paga", NOW)
        message = queue.OutboxMessage("k", MessageKind.REMINDER, 1, "it", "sendMessage", {"text": "x"})
        await queue.add_one(session, await queue.add(session, message, NOW), ANNA, NOW)
        await card_copies.keep(session, ANNA, 7, 1)
        session.add(OrganiserRow(chat_id=ANNA, role="helper", areas=[], name="Anna", since=NOW))
        await attendance.choose(session, 1, ANNA, True, NOW)
        await attendance.rate(session, 1, ANNA, 5, NOW)
        await invites.draft(session, ANNA, "Paola", NOW)


async def test_every_table_with_a_chat_is_covered(database: Database) -> None:
    """A new table with a resident's data fails here until export and erase know it."""
    await _a_life(database)
    holding = [table for table in Base.metadata.sorted_tables if "chat_id" in table.columns]
    async with database.read() as session:
        for table in holding:
            mine = select(table).where(table.c.chat_id == ANNA)
            assert (await session.execute(mine)).first() is not None, f"the test leaves {table.name} empty"
        exported = await residents.export(session, ANNA)
    parts = (
        "subscriptions",
        "conversation",
        "questions",
        "messages_sent",
        "organiser",
        "coming_to",
        "feedback",
        "cards",
    )
    assert all(exported[part] for part in (*parts, "invites"))
    assert len(parts) + 1 == len(holding)

    async with database.begin() as session:
        await residents.erase(session, ANNA)
    async with database.read() as session:
        for table in holding:
            mine = select(table).where(table.c.chat_id == ANNA)
            assert (await session.execute(mine)).first() is None, f"{table.name} still knows the person"


async def test_an_erased_person_stays_a_number_in_the_report(database: Database) -> None:
    await _a_life(database)
    async with database.begin() as session:
        await residents.erase(session, ANNA)
    async with database.read() as session:
        counts = await reports.counts(session, MessageKind.REMINDER, 1)

    assert (counts.targeted, counts.skipped, counts.pending) == (1, 1, 0)


async def test_what_an_organiser_made_stays_without_the_organiser(database: Database) -> None:
    """A new column that names an author fails here until `erase` knows it."""
    await _a_life(database)
    async with database.begin() as session:
        await residents.remember(session, ANNA + 1, "it", NOW)
        await tickets.add(session, 1, ANNA + 1, "it", "Si paga?", "si paga", NOW)
        made = await announcements.draft(session, ANNA, {"it": Content("Ciao")}, Audience(), NOW)
        await session.execute(update(AnnouncementRow).values(confirmed_by=ANNA))
        await amendments.add(session, Amendment(0, 1, made.id, ANNA, Act.WITHDRAW, Stage.PROPOSED, {}), NOW)
        (event,) = await events.every(session)
        await event_changes.begin(session, ANNA, event, NOW)
        answer = await tickets.draft(session, 1, ANNA, "Anna", "No", NOW)
        await learned_answers.learn(session, answer.id, "it", ["Si paga?"], "No", ANNA, NOW)
    kept = [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.name in ("author", "confirmed_by")
    ]
    for name, expected in (("before", ANNA), ("after", None)):
        if name == "after":
            async with database.begin() as session:
                await residents.erase(session, ANNA)
        async with database.read() as session:
            for column in kept:
                known = [row[0] for row in await session.execute(select(column))]
                assert known == [expected], f"{name}: {column}"

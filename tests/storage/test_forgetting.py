"""Who is forgotten is in no byte of the database's files and in no column: not by number, not by word."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from sandbox.people.people import Person
from storage.database import Database
from storage.models import Base
from storage.outbox import flood_waits
from tests.world import World

ZOE, PIA, ROCCO, GROUP = 7318402951, 7318402777, 7318402666, -1002345678901


async def _left(world: World, numbers: Sequence[int], words: Sequence[str]) -> list[str]:
    """Where the numbers and words still stand: in the rows, and with SQLite in the bytes of its files."""
    found = []
    database = world.app.database
    async with database.read() as session:
        for table in Base.metadata.sorted_tables:
            rows = "\n".join(str(tuple(row)) for row in await session.execute(table.select()))
            found += [f"{table.name}: {each}" for each in (*map(str, numbers), *words) if each in rows]
    if database.dialect == "sqlite":
        main = Path(make_url(database.url).database or "")
        for file in main.parent.glob(f"{main.name}*"):
            content = file.read_bytes()
            sought = [*words, *map(str, numbers)]
            found += [f"{file.name}: {each}" for each in sought if each.encode() in content]
            as_stored = {each: each.to_bytes(6, "big", signed=True) for each in numbers}
            found += [f"{file.name}: {each}, stored" for each, it in as_stored.items() if it in content]
    return found


async def _pass_on(world: World, person: Person, question: str) -> None:
    await world.say(person, question)
    person.press_data("passon", person.last.id)
    await world.settle()


async def _a_life(world: World, person: Person) -> None:
    """Everything that a person can leave in the database: followed, asked, answered, paused, being asked."""
    await world.follow(person, "torre-pellice")
    await world.press(person, "Ci vengo")
    await _pass_on(world, person, "posso portare il bassottozzo brizzolato?")
    async with world.app.database.begin() as session:
        await flood_waits.keep(session, f"chat:{person.id}", world.clock.at + timedelta(days=900))
    await world.say(person, "e il pappagallozzo?")


async def _erase(world: World, person: Person) -> None:
    await world.say(person, "/privacy")
    await world.press(person, "🗑", "✅ Sì")


async def test_the_words_of_the_first_asker_leave_what_others_asked_too(world: World) -> None:
    await world.say(world.monica, "/start")
    zoe, pia = world.telegram.person(ZOE, "Zoe"), world.telegram.person(PIA, "Pia")
    await _a_life(world, zoe)
    await _pass_on(world, pia, "posso portare il bassottozzo?")
    await world.say(world.monica, "/domande")
    before = set(await _left(world, [ZOE], ["brizzol"]))
    assert {"inquiries: brizzol", "questions: brizzol", f"pauses: {ZOE}"} <= before

    await _erase(world, zoe)
    assert await _left(world, [ZOE], ["brizzol", "pappagallozz"]) == []
    assert "questions: bassottozzo" in await _left(world, [PIA], ["bassottozzo"])


async def test_what_was_learned_of_one_person_is_unlearned_at_once(world: World) -> None:
    await world.say(world.monica, "/start")
    zoe, pia = world.telegram.person(ZOE, "Zoe"), world.telegram.person(PIA, "Pia")
    await _pass_on(world, zoe, "posso portare il bassottozzo?")
    await world.say(world.monica, "/domande")
    await world.press(world.monica, "✏️ Rispondi")
    await world.say(world.monica, "Solo al guinzaglio.")
    await world.press(world.monica, "✅ Manda", "✅ Usala")
    assert "guinzaglio" in (await world.say(pia, "posso portare il bassottozzo?")).text

    await _erase(world, zoe)
    assert await _left(world, [ZOE], ["bassottozz"]) == []
    assert "guinzaglio" not in (await world.say(pia, "posso portare il bassottozzo?")).text


async def test_a_group_that_erases_is_in_no_key_and_no_audience(world: World) -> None:
    await world.say(world.monica, "/start")
    group = world.group(GROUP)
    group.add_bot(world.monica)
    await world.settle()
    await world.announce("Ciao piazza", "A chi", "Piazza")
    before = set(await _left(world, [GROUP], []))
    assert {f"outgoing: {GROUP}", f"announcements: {GROUP}"} <= before

    group.join(world.monica, "administrator")
    group.say(world.monica, "/privacy@campanile_bot")
    await world.settle()
    for button in ("🗑", "✅"):
        group.press(world.monica, button)
        await world.settle()
    assert await _left(world, [GROUP], []) == []


async def test_an_organiser_who_erases_leaves_a_name_in_the_record_and_no_number(world: World) -> None:
    await world.say(world.monica, "/start")
    rocco = world.telegram.person(ROCCO, "Rocco")
    await world.organiser(rocco)
    await world.say(rocco, "/modifica")
    await world.press(rocco, "Pinerolo", "✅ È tutto giusto")
    await world.say(world.monica, "/organizzatori")
    await world.press(world.monica, "Rocco", "🗑 Sì")
    await world.say(rocco, "/start")

    await _erase(world, rocco)
    assert await _left(world, [ROCCO], []) == []
    assert "Rocco" in (await world.say(world.monica, "/registro")).text


async def test_after_the_programme_nothing_names_anybody(world: World) -> None:
    await world.say(world.monica, "/start")
    zoe, rocco = world.telegram.person(ZOE, "Zoe"), world.telegram.person(ROCCO, "Rocco")
    await world.organiser(rocco)
    await world.say(rocco, "/annuncia", "Portate una sedia")
    await world.say(world.monica, "/organizzatori")
    await world.press(world.monica, "Rocco", "🗑 Sì")
    group = world.group(GROUP)
    group.add_bot(zoe)
    await _a_life(world, zoe)
    assert await _left(world, [ROCCO, ZOE, GROUP], ["bassottozz"])

    await world.travel("2028-01-29 12:00")
    assert await _left(world, [ROCCO, ZOE, GROUP], ["bassottozz", "pappagallozz"]) == []


async def test_the_log_is_emptied_later_when_somebody_still_reads_it(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    file = Path(make_url(sqlite_url).database or "")
    async with database.begin() as session:
        await session.execute(text("INSERT INTO pauses VALUES ('chat:7318402951', '2099-01-01')"))
    with closing(sqlite3.connect(file)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM pauses").fetchone()
        async with database.begin() as session:
            await session.execute(text("DELETE FROM pauses"))
        await database.scrub()
        reader.rollback()
    await database.tidy()
    files = {each.name: each.read_bytes() for each in file.parent.glob(f"{file.name}*")}
    assert [name for name, content in files.items() if b"7318402951" in content] == []
    await database.close()


async def test_what_is_deleted_is_overwritten_on_every_connection(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    async with database.begin() as writing, database.read() as reading:
        for session in (writing, reading):
            assert await session.scalar(text("PRAGMA secure_delete")) == 1
    await database.close()


@pytest.mark.parametrize("many", [3000])
async def test_one_among_many_leaves_nothing_in_pages_that_were_split(sqlite_url: str, many: int) -> None:
    database = Database(sqlite_url)
    file = Path(make_url(sqlite_url).database or "")
    insert = text("INSERT INTO pauses VALUES (:scope, '2099-01-01')")
    rows = [{"scope": f"chat:{(n * 2654435761) % 2**32}x"} for n in range(many)]
    for start in range(0, many, 300):
        async with database.begin() as session:
            await session.execute(insert, rows[start : start + 300])
    gone = [row["scope"] for row in rows[::7]]
    async with database.begin() as session:
        await session.execute(text("DELETE FROM pauses WHERE scope = :it"), [{"it": each} for each in gone])
    await database.scrub()
    files = [each.read_bytes() for each in file.parent.glob(f"{file.name}*")]
    assert [each for each in gone if any(each.encode() in content for content in files)] == []
    await database.close()

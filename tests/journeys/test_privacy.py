"""What is kept ends by itself, and what is said is in no log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from sqlalchemy import text

from bot import log
from bot.settings import Settings
from sandbox.api.telegram import TOKEN
from storage.models import Base
from tests.world import World, received


async def _known(world: World, chat_id: int) -> list[str]:
    """The tables that still know a chat."""
    tables = [table.name for table in Base.metadata.sorted_tables if "chat_id" in table.columns]
    async with world.app.database.read() as session:
        return [
            table
            for table in tables
            if await session.scalar(text(f"SELECT count(*) FROM {table} WHERE chat_id = {chat_id}"))
        ]


async def test_after_the_programme_everyone_is_forgotten(world: World) -> None:
    await world.say(world.monica, "/start")
    group = world.group()
    group.add_bot(world.anna)
    await world.follow(world.anna, "torre-pellice")
    await world.press(world.anna, "Ci vengo")
    await world.say(world.anna, "si può portare il cane?")
    await world.press(world.anna, "✉️")
    assert "90 giorni" in (await world.say(world.anna, "/privacy")).text
    await world.travel("2028-01-28 12:00")
    assert await _known(world, world.anna.id)
    await world.say(world.marco, "/start")

    await world.travel("2028-01-29 12:00")
    await world.restart()
    await world.settle()
    assert await _known(world, world.anna.id) == await _known(world, group.id) == []
    assert await _known(world, world.marco.id), "he has only just written"
    assert received(world.monica, "Ho dimenticato 2 chat") == 1
    await world.travel("2028-04-28 12:00")
    assert await _known(world, world.marco.id) == []
    assert await _known(world, world.monica.id), "organisers go on"


async def _holding(world: World, word: str) -> list[str]:
    """The tables in which a word stands."""
    found = []
    async with world.app.database.read() as session:
        for table in Base.metadata.sorted_tables:
            rows = await session.execute(table.select())
            found += [table.name] if any(word in str(row) for row in rows) else []
    return found


async def test_a_question_is_erased_wherever_it_was_quoted(world: World) -> None:
    await world.say(world.monica, "/start")
    for person, question in ((world.anna, "si può portare il cane bassotto?"), (world.marco, "c'è il wifi?")):
        await world.say(person, question)
        person.press_data("passon", person.last.id)
        await world.settle()
    await world.say(world.monica, "/domande")
    await world.press(world.monica, "1", "✏️ Rispondi")
    await world.say(world.monica, "Sì")
    await world.press(world.monica, "✅ Manda")
    assert {"questions", "outgoing"} <= set(await _holding(world, "bassotto"))

    await world.say(world.anna, "/privacy")
    await world.press(world.anna, "🗑", "✅ Sì")
    assert await _holding(world, "bassotto") == []
    assert "questions" in await _holding(world, "wifi")


async def test_who_organises_is_told_what_stays_of_the_work(world: World) -> None:
    await world.organiser(world.marco)
    await world.say(world.marco, "/modifica")
    await world.press(world.marco, "Pinerolo", "✅ È tutto giusto")

    policy = await world.say(world.marco, "/privacy")
    assert "un registro di quello che fai" in policy.text
    await world.press(world.marco, "Dammi i miei dati")
    copy = world.marco.last.document
    assert copy is not None
    assert '"act": "event-confirmed"' in copy.content.decode()
    await world.press(world.marco, "🗑")
    assert received(world.marco, "Se ti ha invitato qualcuno, non organizzerai più") == 1
    await world.press(world.marco, "✅ Sì")
    assert received(world.marco, "tranne il registro") == 1


async def test_a_setting_keeps_everything(database_url: str) -> None:
    world = World(database_url, sunset_days=0)
    await world.open()
    await world.follow(world.anna, "torre-pellice")
    assert "giorni dopo" not in (await world.say(world.anna, "/privacy")).text
    await world.travel("2029-01-01 12:00")

    assert await _known(world, world.anna.id)
    await world.close()


@pytest.fixture
def loudest_log() -> Iterator[StringIO]:
    """As the bot sets it up with LOG_LEVEL=DEBUG; the levels are put back afterwards."""
    root, names = logging.getLogger(), list(logging.Logger.manager.loggerDict)
    before = root.handlers[:], root.level, {name: logging.getLogger(name).level for name in names}
    root.handlers.clear()  # else they are closed
    log.set_up(Settings(telegram_bot_token=TOKEN, log_level="DEBUG"))
    written = StringIO()
    (handler,) = (each for each in root.handlers if isinstance(each, logging.StreamHandler))
    handler.setStream(written)
    yield written
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    for name, level in before[2].items():
        logging.getLogger(name).setLevel(level)


async def test_no_log_holds_what_people_write_nor_the_token(loudest_log: StringIO, world: World) -> None:
    zoe = world.telegram.person(4004, "Zoebruna", last_name="Bianchirossi")
    await world.say(world.monica, "/start")
    await world.follow(zoe, "pinerolo")
    await world.say(zoe, "xyzzy ippopotamo qwerty?")
    zoe.press_data("passon", zoe.last.id)
    await world.settle()
    await world.say(world.monica, "/domande")
    await world.press(world.monica, "✏️ Rispondi")
    await world.say(world.monica, "Solo al guinzaglio, marzapane!")
    await world.press(world.monica, "✅")
    zoe.send(contact={"phone_number": "3331234567", "first_name": "Zoebruna"})
    await world.settle()
    world.telegram.faults.next_error(chat_id=zoe.id)
    await world.say(zoe, "e il rinoceronte?")

    logged = loudest_log.getvalue()
    assert "answered by organiser" in logged
    said = ("ippopotamo", "marzapane", "rinoceronte", "Zoebruna", "Bianchirossi", "3331234567")
    assert [word for word in (*said, TOKEN, TOKEN.split(":")[1]) if word in logged] == []

"""Strangers: what they call themselves is only a name, and what they do a thousand times concerns nobody."""

import pytest
from sqlalchemy import event

from messages.message import as_name
from tests.world import World, received

pytestmark = pytest.mark.one_database

LINKS = {"url", "email", "mention", "hashtag", "bot_command", "text_link"}


async def test_adding_and_removing_thirty_times_is_told_once_a_day(world: World) -> None:
    await world.say(world.monica, "/start")
    group = world.group(title="Offerte")
    for _ in range(30):
        group.add_bot(world.anna)
        await world.settle()
        group.remove_bot(world.anna)
        await world.wait(1)
    assert received(world.monica, "Offerte") == 1
    await world.travel("2027-10-10 10:00")
    group.add_bot(world.anna)
    await world.settle()
    assert received(world.monica, "Offerte") == 2


@pytest.mark.parametrize(
    "title",
    [
        "https://evil.example/x",
        "evil.example",
        "t.me/evil",
        "@evil_channel",
        "scrivi a a@evil.example",
        "/start evil",
        "#evil",
        "tg://resolve?domain=evil",
        "<a href='https://evil.example'>qui</a>",
        "www.evil.example " * 40,
        "\u202eevil.example",
        "e\u200bvil.example",
    ],
)
async def test_a_strangers_name_is_plain_text(world: World, title: str) -> None:
    await world.say(world.monica, "/start")
    world.group(title=title).add_bot(world.anna)
    await world.settle()
    told = world.monica.last

    assert LINKS.isdisjoint(entity["type"] for entity in told.entities)
    assert "evil.example" not in told.text
    assert len(told.text) < 400
    assert "\u202e" not in told.text
    assert world.telegram.complaints == []


@pytest.mark.parametrize("name", ["Piazza & <dintorni>", "Amici di Rorà", "Gruppo 18-25", "L'Alpe"])
def test_an_ordinary_name_stays_as_it_is(name: str) -> None:
    assert as_name(name) == name


async def test_a_flood_of_inline_queries_asks_the_database_once(database_url: str) -> None:
    world = World(database_url)
    world.floods = None
    world.app = world.another_app()
    await world.open()
    await world.say(world.anna, "/start")
    statements: list[str] = []
    engine = world.app.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    strangers = [world.telegram.person(6_000_000_000 + each, "X", met=True) for each in range(58)]
    asked = [stranger.inline("pin") for _ in range(30) for stranger in strangers]
    await world.answer()
    assert len(statements) < 10
    answered = sum(query.answered for query in asked)
    assert 50 <= answered <= 200, "bounded for all together"
    assert "via Podgora" in (await world.say(world.anna, "dove si fa a Pinerolo?")).text
    await world.close()


async def test_what_inline_queries_find_follows_a_change(world: World) -> None:
    query = world.anna.inline("pinerolo")
    await world.settle()
    assert "18:00" in str(query.results)
    await world.say(world.monica, "/modifica")
    await world.press(world.monica, "Pinerolo, 23 ottobre", "🕘 Orario")
    await world.say(world.monica, "alle 19")
    await world.press(world.monica, "✅ Salva")
    query = world.marco.inline("pinerolo")
    await world.settle()
    assert "19:00" in str(query.results)

"""«Ci vengo»: one tap, forgotten as soon as it is counted; and how it was, the morning after, once."""

import pytest
from sqlalchemy import text

from tests.world import World, received, texts

pytestmark = pytest.mark.one_database  # `services` and `storage` are tried on both

MORNING_AFTER = "2027-10-24 10:00"
CLOSING = "2027-10-27 10:00"


async def rows(world: World, table: str, where: str = "1 = 1") -> int:
    async with world.app.database.read() as session:
        return await session.scalar(text(f"SELECT count(*) FROM {table} WHERE {where}")) or 0


async def test_coming_is_one_tap_and_can_be_taken_back(world: World) -> None:
    await world.say(world.anna, "/start pinerolo")
    await world.press(world.anna, "Ci vengo")
    assert "non chi" in world.anna.alerts[-1]
    assert "Non ci vengo più" in world.anna.last.labels
    await world.restart()
    card = await world.say(world.anna, "/start pinerolo")
    assert "Non ci vengo più" in card.labels
    await world.press(world.anna, "Non ci vengo più")

    assert "Ci vengo" in world.anna.last.labels
    assert await rows(world, "attendances") == 0


async def test_a_reminder_has_the_button_too(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-22 18:00")
    await world.press(world.anna, "Ci vengo")

    assert await rows(world, "attendances") == 1


async def test_who_said_so_is_asked_once_how_it_was(world: World) -> None:
    await world.say(world.monica, "/start")
    for person in (world.anna, world.marco):
        await world.follow(person, "pinerolo")
    await world.press(world.anna, "Ci vengo")
    rosa = world.telegram.person(2005, "Rosa")
    await world.say(rosa, "/start pinerolo")
    await world.press(rosa, "Ci vengo")
    await world.travel("2027-10-23 20:30")
    assert await rows(world, "attendances") == 0, "over, and nobody is known any more"
    await world.restart()

    await world.travel(MORNING_AFTER)
    await world.travel("2027-10-24 12:00")
    assert received(world.anna, "Com'è andato l'incontro di Pinerolo?") == 1
    assert received(world.marco, "Com'è andato") == 0, "he did not say that he was coming"
    assert received(rosa, "Com'è andato") == 0, "she follows nothing, so nothing is sent to her"
    await world.press(world.anna, "4", "✏️ Aggiungi due parole")
    await world.say(world.anna, "Bello & utile, ma <freddo>")
    assert "Le farò leggere" in world.anna.last.text

    await world.travel(CLOSING)
    (summary,) = (text for text in texts(world.monica) if "Com'è andato" in text)
    assert "Avevano detto «Ci vengo» 2 persone." in summary
    assert "Ha dato un voto 1 persona. Voto medio: 4 su 5." in summary
    assert "Bello & utile, ma <freddo>" in summary
    await world.travel("2027-10-28 10:00")
    assert received(world.monica, "Com'è andato l'incontro") == 1
    assert await rows(world, "feedback") == await rows(world, "feedback", "chat_id IS NULL") == 1
    assert world.telegram.complaints == []


async def test_the_last_mark_counts_and_only_of_those_who_were_asked(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.press(world.anna, "Ci vengo")
    await world.travel("2027-10-23 20:30")
    await world.travel(MORNING_AFTER)
    question = world.anna.last.id
    await world.press(world.anna, "5")
    world.anna.press_data("rate:2:0", question)
    world.anna.press_data("rate:2:6", question)
    world.marco.say("/start")
    await world.settle()
    world.marco.press_data("rate:2:1", world.marco.last.id)
    await world.settle()
    assert "chiuse" in world.marco.alerts[-1]
    assert await rows(world, "feedback", "rating = 0") == await rows(world, "feedback") == 1

    await world.travel(CLOSING)
    world.anna.press_data("rate:2:5", question)
    await world.settle()
    assert "chiuse" in world.anna.alerts[-1]


async def test_nobody_is_asked_where_the_setting_says_no(database_url: str) -> None:
    world = World(database_url, feedback=False)
    await world.open()
    await world.say(world.monica, "/start")
    await world.follow(world.anna, "pinerolo")
    await world.press(world.anna, "Ci vengo")
    await world.travel("2027-10-23 20:30")
    await world.travel(CLOSING)

    assert received(world.anna, "Com'è andato") == 0
    assert received(world.monica, "Aveva detto «Ci vengo» 1 persona.") == 1
    await world.close()


async def test_in_a_group_everyone_taps_the_same_button(world: World) -> None:
    group = world.group()
    group.add_bot(world.anna)
    await world.settle()
    group.say(world.marco, "/start@campanile_bot pinerolo")
    await world.settle()
    for person in (world.marco, world.anna, world.marco):
        group.press(person, "Ci vengo")
        await world.settle()

    assert "Tolto" in world.marco.alerts[-1]
    assert "Ci vengo" in group.last.labels
    assert await rows(world, "attendances", f"chat_id = {world.anna.id}") == 1
    assert await rows(world, "attendances") == 1


@pytest.mark.parametrize("data", ["come:99:1", "come:1:7", "rate:99:3", "comment:99"])
async def test_forged_buttons_do_nothing(world: World, data: str) -> None:
    await world.say(world.anna, "/start")
    world.anna.press_data(data, world.anna.last.id)
    await world.settle()

    assert world.telegram.complaints == []
    assert await rows(world, "attendances") == int(data == "come:1:7")

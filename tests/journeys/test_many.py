"""With 112 areas and 144 events: no screen goes beyond what Telegram takes, and each thing can be reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from answers import knowledge
from answers.engine import Engine
from bot.content.loaded_content import LoadedContent
from messages.actions.events.cards import ShowEvent, ShowEvents
from messages.commands import COMMANDS
from sandbox.people.messages import SentMessage
from sandbox.people.people import Person
from tests.many import AREAS, EVENTS, area, many
from tests.world import World

TURNS = ("◀️", "▶️")
KINDS = 40
"""So many kinds of buttons a walk through all commands meets, at least."""
OFTEN = 3
"""How many buttons of one kind are pressed: the hundredth card is like the first."""
COSTLY = {"poster"}  # draws for seconds


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, LoadedContent, Engine]:
    folder = tmp_path_factory.mktemp("many")
    content = many(folder)
    return folder, content, knowledge.load(content.programme, folder).engine(content.programme)


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, LoadedContent]:
    folder = tmp_path_factory.mktemp("wide")
    return folder, many(folder, areas=500, events=8)


@pytest.fixture
async def large(sqlite_url: str, said: tuple[Path, LoadedContent, Engine]) -> AsyncIterator[World]:
    folder, content, engine = said
    world = World(sqlite_url, said=content, programme_dir=folder)
    await world.open(engine)
    yield world
    await world.close()
    assert _refused(world) == []


def _refused(world: World) -> list[str]:
    """Who presses a button that is gone sees the same again, which Telegram calls a mistake."""
    return [each for each in world.telegram.complaints if "message is not modified" not in each]


def _buttons(message: SentMessage) -> list[dict[str, Any]]:
    return [button for row in message.buttons for button in row if "callback_data" in button]


async def _walk(world: World, person: Person) -> Counter[str]:
    """Press every kind of button there is, and every way to another page; how often each was pressed."""
    pressed: Counter[str] = Counter()
    seen: set[str] = set()
    todo = [(m, b) for m in person.messages if m.from_bot for b in _buttons(m)]
    while todo:
        message, button = todo.pop()
        data = button["callback_data"]
        code = data.split(":")[0]
        turn = any(sign in button["text"] for sign in TURNS)
        if data in seen or code in COSTLY or (not turn and pressed[code] >= OFTEN):
            continue
        seen.add(data)
        pressed[code] += not turn
        known = len(person.messages)
        person.query(data, message.raw)
        await world.answer()
        assert _refused(world) == [], button
        fresh = [message, *person.messages[known:]]
        todo += [(m, b) for m in fresh for b in _buttons(m)]
    return pressed


def _apologies(person: Person) -> list[str]:
    return [m.text for m in person.messages if m.from_bot and "non ha funzionato" in m.text]


async def test_every_screen_behind_a_command_fits(large: World) -> None:
    await large.say(large.monica, "/start", *[f"/{command.name('it')}" for command in COMMANDS])
    assert _refused(large) == []
    assert len(await _walk(large, large.monica)) > KINDS
    assert _apologies(large.monica) == []


async def test_every_event_is_reached_from_the_list(large: World) -> None:
    message = await large.say(large.anna, "/incontri")
    reached: list[str] = []
    while True:
        labels = _buttons(message)
        assert len(labels) <= 10
        reached += [each["callback_data"] for each in labels if ShowEvent.matches(each["callback_data"])]
        further = [each for each in labels if "▶️" in each["text"]]
        if not further:
            break
        assert ShowEvents.matches(further[0]["callback_data"])
        message = await large.press(large.anna, further[0]["callback_data"])
    assert len(set(reached)) == len(reached) == EVENTS


async def test_every_area_can_be_followed(large: World) -> None:
    message = await large.say(large.anna, "/promemoria")
    areas: set[str] = set()
    for _ in range(AREAS // 8):
        areas |= {each["callback_data"] for each in _buttons(message) if each["callback_data"].startswith("sub:")}
        further = [each for each in _buttons(message) if "▶️" in each["text"]]
        message = await large.press(large.anna, further[0]["callback_data"]) if further else message
    assert len(areas) == AREAS


async def test_who_follows_all_of_them_is_reminded_and_sees_them(large: World) -> None:
    for number in range(AREAS):
        large.anna.press_data(f"sub:{area(number)}")
    await large.settle()
    await large.say(large.anna, "/promemoria")
    await _walk(large, large.anna)
    for day in ("2027-10-11 18:00", "2027-10-12 18:00"):
        await large.travel(day)
    assert _apologies(large.anna) == []


async def test_answers_fit(large: World) -> None:
    questions = ["quando sono gli incontri?", "dove?", "chi siete?", "l'incontro di Torino", "a che ora?"]
    await large.say(large.anna, *questions)
    await _walk(large, large.anna)
    assert _apologies(large.anna) == []


async def test_a_page_that_is_no_more_is_the_last(large: World) -> None:
    await large.say(large.anna, "/incontri")
    for number in (-5, 37, 38, 2**31 - 1):
        large.anna.press_data(f"events:{number}", large.anna.last.id)
        await large.settle()
        assert _refused(large) == []


async def test_a_group_sees_pages_too(large: World) -> None:
    group = large.group()
    group.join(large.anna, "creator")
    group.add_bot(large.anna)
    await large.settle()
    areas: set[str] = set()
    for _ in range(AREAS // 8):
        buttons = _buttons(group.last)
        areas |= {each["callback_data"] for each in buttons if each["callback_data"].startswith("sub:")}
        further = [each for each in buttons if "▶️" in each["text"]]
        if further:
            group.press(large.anna, further[0]["text"])
            await large.settle()
    assert len(areas) == AREAS


async def test_all_cards_can_be_shared(large: World) -> None:
    offset, found = "", set()
    while True:
        asked = large.anna.inline("", offset)
        await large.settle()
        found |= {each["id"] for each in asked.results}
        offset = asked.next_offset
        if not offset:
            break
    assert len(found) == 3 * EVENTS


async def test_the_descriptions_are_shortened_not_lost(large: World) -> None:
    await large.app._publish_profile()
    known = large.telegram.profile
    for language in (None, "en", "fr"):
        text = known.text("description", language or "")
        assert "Borgo 000" in text
        assert "… +" in text
        assert len(text.encode("utf-16-le")) // 2 <= 512


async def test_a_typed_name_opens_the_page_where_it_stands(large: World) -> None:
    """Among many events, areas for a new one, and whom an announcement goes to."""
    monica = large.monica
    await large.say(monica, "/modifica")
    await large.press(monica, "🔎")
    assert "non ho trovato nulla" in (await large.say(monica, "Atlantide")).text
    assert any("Borgo 077" in label for label in (await large.say(monica, "borgo 077")).labels)

    await large.press(monica, "Nuovo incontro", "🔎")
    assert any("Borgo 100" in label for label in (await large.say(monica, "BORGO 100")).labels)

    await large.say(monica, "/annuncia", "Portate una sedia")
    await large.press(monica, "👥", "🔎")
    await large.say(monica, "borgo 055")
    await large.press(monica, "Borgo 055")
    assert any(label.startswith("● Borgo 055") for label in monica.last.labels)
    await large.press(monica, "🔎", "❌")
    assert "Borgo 055" in (await large.say(monica, "quando è l'incontro a b55?")).text


async def test_an_area_of_an_invitation_is_found_by_its_name(
    database_url: str, wide: tuple[Path, LoadedContent]
) -> None:
    """Among five hundred; and what is typed after that is again the name of whoever is invited."""
    folder, content = wide
    world = World(database_url, said=content, programme_dir=folder)
    await world.open()
    monica = world.monica
    assert len((await world.say(monica, "/invita")).labels) <= 20
    await world.press(monica, "🔎")
    assert "non ho trovato nulla" in (await world.say(monica, "Atlantide")).text
    assert any("Borgo 333" in label for label in (await world.say(monica, "BORGO 333")).labels)
    await world.press(monica, "Borgo 333")
    assert "Borgo 333" in monica.last.text
    assert any(label.startswith("● Borgo 333") for label in monica.last.labels)
    assert "Paola" in (await world.say(monica, "Paola")).text
    await world.press(monica, "🔎")
    panel = await world.say(monica, "borgo 499")
    assert {"Paola", "Borgo 333"} <= {name for name in ("Paola", "Borgo 333") if name in panel.text}
    assert any("Borgo 499" in label for label in panel.labels)

    await world.press(monica, "🔎", "✅ Crea il link")
    gone = await world.say(monica, "borgo 000")
    assert not any("Borgo 000" in label for label in gone.labels)
    assert _refused(world) == []
    await world.close()

"""A press that Telegram lets nobody answer any more counts like any other.

Two worlds in step: in one every answer to a query comes too late. Whatever is pressed, the same rows come of
it, nothing is logged as an error, and what an alert would have said is read in a message.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Collection
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

import handlers
from messages.actions.action import Action
from sandbox.people.people import Person
from storage.models import Base
from tests.spared_jobs import written
from tests.world import World, texts

pytestmark = pytest.mark.one_database  # `services` and `storage` are tried on both

PIAZZA = -1001234567890
SOURCE = re.compile(r"'source': \[\d+, \d+\]")
DRAWN_BY_LOT = re.compile(r"\b[0-9a-f]{64}\b")
ENDING = {
    "dcancel",
    "ddrop",
    "eddrop",
    "rno",
    "adrop",
    "qdismiss",
    "icancel",
    "revoke!",
    "forget",
    "astop",
    "pback",
}
"""Buttons that end a story: pressed when there is nothing else left to press."""
TOO_LATE = "query is too old and response timeout expired or query ID is invalid"


class Pair:
    """One world as it should be, and its twin that can answer no query."""

    def __init__(self, first: World, late: World) -> None:
        self.worlds = (first, late)
        self.pressed: set[str] = set()
        self.compared: Counter[str] = Counter()
        """How often each table had been written to when the rows were last found to be the same."""
        late.telegram.queries.expired = True

    async def say(self, name: str, *said: str) -> None:
        for world in self.worlds:
            await world.say(_person(world, name), *said)

    async def each(self, act: Any) -> None:
        for world in self.worlds:
            act(world)
            await world.settle()

    async def travel(self, to: str) -> None:
        for world in self.worlds:
            await world.travel(to)

    async def wait(self, seconds: float) -> None:
        for world in self.worlds:
            await world.wait(seconds)

    async def press(self, name: str, *labels: str) -> None:
        for label in labels:
            found = _in_sight(_person(self.worlds[0], name))
            datas = [data for text, data in found if label in text]
            assert datas, f"no {label!r}: {[text for text, _ in found]}"
            await self.press_data(name, datas[-1])

    async def press_data(self, name: str, data: str) -> None:
        self.pressed.add(data.split(":")[0])
        fresh = [len(_person(world, name).alerts) for world in self.worlds]
        for world in self.worlds:
            who = _person(world, name)
            below = [each for each in _chats(who) if any(d == data for _, d in _buttons(each[1]))]
            if below:
                who.query(data, below[-1][1].raw)
            else:
                who.press_data(data)
            await world.settle()
        await self._same(name, data, fresh[0])

    async def _same(self, name: str, data: str, fresh: int) -> None:
        first, late = self.worlds
        changed = (written - self.compared).keys()
        wanted, found = await _rows(first, changed), await _rows(late, changed)
        self.compared = written.copy()
        for table, rows in wanted.items():
            assert rows == found[table], f"{data}: {table}"
        for alert in _person(first, name).alerts[fresh:]:
            assert alert in texts(_person(late, name)), f"{data}: nobody reads {alert!r}"

    async def press_what_is_new(self, name: str) -> None:
        """Every button in sight of a kind that has not been pressed yet."""
        while new := [d for _, d in _in_sight(_person(self.worlds[0], name)) if self._is_new(d)]:
            await self.press_data(name, min(new, key=lambda data: data.split(":")[0] in ENDING))

    def _is_new(self, data: str) -> bool:
        return data.split(":")[0] not in self.pressed | {"erase!"}


def _person(world: World, name: str) -> Person:
    return next(each for each in world.telegram.people.values() if each.user["first_name"] == name)


def _buttons(message: Any) -> list[tuple[str, str]]:
    every = [button for row in message.buttons for button in row]
    return [(button["text"], button["callback_data"]) for button in every if "callback_data" in button]


def _chats(who: Person) -> list[tuple[int, Any]]:
    """The messages of every chat that the person sees, the private one's last."""
    groups = [c for c in who.telegram.chats.values() if who.id in c.members and c is not who.chat]
    return [(chat.id, message) for chat in [*groups, who.chat] for message in chat.messages.values()]


def _last(pair: Pair, name: str, code: str) -> str:
    """What the newest button of that kind carries."""
    datas = [data for _, data in _in_sight(_person(pair.worlds[0], name))]
    return [data for data in datas if data.startswith(f"{code}:")][-1].partition(":")[2]


def _in_sight(who: Person) -> list[tuple[str, str]]:
    return [button for _, message in _chats(who) for button in _buttons(message)]


async def _rows(world: World, tables: Collection[str]) -> dict[str, list[str]]:
    found = {}
    async with world.app.database.read() as session:
        for table in (each for each in Base.metadata.sorted_tables if each.name in tables):
            # Where there are more messages their numbers differ, and what holds them.
            columns = [each for each in table.c if each.name not in ("message_id", "progress", "thing", "heard")]
            rows = [str(tuple(row)) for row in await session.execute(select(*columns))]
            found[table.name] = sorted(DRAWN_BY_LOT.sub("...", SOURCE.sub("...", row)) for row in rows)
    return found


@pytest.fixture
async def pair(tmp_path: Path, sqlite_template: bytes, caplog: pytest.LogCaptureFixture) -> Any:
    caplog.set_level(logging.WARNING)
    worlds = []
    for name in ("first", "late"):
        file = tmp_path / f"{name}.db"
        file.write_bytes(sqlite_template)
        worlds.append(World(f"sqlite+aiosqlite:///{file}", approval_above=1))
        await worlds[-1].open()
    yield Pair(*worlds)
    for world in worlds:
        await world.close()
    expected = {"handlers.gate.permissions", "scheduler.reminders"}
    assert [each.getMessage() for each in caplog.records if each.name not in expected] == []
    late = [each for each in worlds[1].telegram.complaints if TOO_LATE not in each]
    assert late == worlds[0].telegram.complaints


async def test_every_button(pair: Pair) -> None:
    """Most are met in the stories; the others are pressed at their end, as an old or forged one would be."""
    await pair.say("Monica", "/start")
    for world in pair.worlds:
        world.telegram.person(2003, "Claire")
        await world.organiser(world.marco)
    for story in (_resident, _questions, _announcements, _events, _people, _group, _evening):
        await story(pair)
    for kind in sorted(Action.__subclasses__(), key=lambda kind: kind.code):
        if kind.code not in pair.pressed | {"erase!"}:
            await pair.press_data("Monica", _any(kind).pack())
    await pair.press_data("Anna", "erase!")

    assert len(pair.pressed) > 80


def _any(kind: type[Action]) -> Action:
    """A button of the kind that reaches its handler."""
    for values in product([1, "pinerolo", "1", "it"], repeat=len(kind.__struct_fields__)):
        made = kind(*values)
        if kind.matches(made.pack()):
            return made
    raise AssertionError(f"no button is a {kind.__name__}")


async def _resident(pair: Pair) -> None:
    await pair.say("Anna", "/start pinerolo")
    await pair.press_what_is_new("Anna")
    for words in ("/incontri", "/promemoria", "/privacy", "/lingua", "/aiuto"):
        await pair.say("Anna", words)
        await pair.press_what_is_new("Anna")
    await pair.say("Anna", "/start pinerolo")
    await pair.press("Anna", "🔔")


async def _questions(pair: Pair) -> None:
    await pair.say("Anna", "parcheggio torre", "serve la prenotazione o no boh")
    await pair.press_what_is_new("Anna")
    for question in ("si può portare il cane?", "c'è il parcheggio per i camper?"):
        await pair.say("Anna", question)
        await pair.press("Anna", "✉️")
    await pair.say("Monica", "/domande")
    await pair.press("Monica", "1", "✏️ Rispondi")
    await pair.say("Monica", "Sì, al guinzaglio.")
    await pair.press("Monica", "✅ Manda", "✅ Usala", "Risposte che ho imparato", "1")
    await pair.press_what_is_new("Monica")
    await pair.say("Monica", "/domande")
    await pair.press_what_is_new("Monica")


async def _announcements(pair: Pair) -> None:
    await pair.say("Claire", "/start")
    for name in ("Anna", "Claire"):
        await pair.say(name, "/start pinerolo")
        await pair.press(name, "🔔")
    await pair.say("Monica", "/annuncia", "Ciao")
    for label in ("👥 A chi", "🕘 Quando", "🔗 Bottoni"):
        await pair.press("Monica", label)
        await pair.press_what_is_new("Monica")
        await pair.press("Monica", "↩️")
    await _large(pair)
    await _small(pair)


async def _large(pair: Pair) -> None:
    """For more than one: a colleague approves it."""
    await pair.say("Monica", "/annuncia", "Per due", "/annuncia")
    await pair.press("Monica", "✏️ Riprendi", "✅")
    await pair.press("Marco", "👀", "❌ Non così")
    await pair.say("Monica", "/annuncia")
    await pair.press("Monica", "✏️ Riprendi", "✅")
    await pair.press("Marco", "👀", "✅ Approva")
    await pair.each(lambda world: world.telegram.faults.not_found.add(2003))
    await pair.wait(11)
    await pair.each(lambda world: world.telegram.faults.not_found.clear())
    await pair.press_what_is_new("Monica")


async def _small(pair: Pair) -> None:
    """For one: held, stopped, corrected, withdrawn."""
    await pair.say("Claire", "/stop")
    await pair.say("Monica", "/annuncia", "Per una")
    await pair.press("Monica", "✅", "❌ Ferma", "✅")
    await pair.press_data("Monica", f"apause:{_last(pair, 'Monica', 'astop')}")
    await pair.wait(11)
    await pair.press("Monica", "▶️ Riprendi")
    await pair.wait(11)
    await pair.press("Monica", "✏️ Correggi per tutti")
    await pair.say("Monica", "Per una sola")
    await pair.press("Monica", "✅ Correggi")
    await pair.wait(2)
    await pair.press("Monica", "🗑 Ritira", "❌ Lascia", "🗑 Ritira", "🗑 Ritira da 1")
    await pair.say("Monica", "/agenda")
    await pair.press_what_is_new("Monica")


async def _events(pair: Pair) -> None:
    await pair.say("Monica", "/modifica")
    await pair.press("Monica", "Pinerolo, 23 ottobre")
    await pair.press_what_is_new("Monica")
    for end in ("❌ Lascia", "✅ Salva"):
        await pair.say("Monica", "/modifica")
        await pair.press("Monica", "Pinerolo, 23 ottobre", "🕘 Orario")
        await pair.say("Monica", "alle 19")
        await pair.press("Monica", end)


async def _people(pair: Pair) -> None:
    await pair.say("Monica", "/invita Paola")
    await pair.press_what_is_new("Monica")
    await pair.say("Monica", "/organizzatori")
    await pair.press_what_is_new("Monica")
    for words in ("/registro", "/locandina", "/agenda"):
        await pair.say("Monica", words)
        await pair.press_what_is_new("Monica")


async def _group(pair: Pair) -> None:
    await pair.each(lambda world: world.group(PIAZZA).add_bot(world.anna))
    await pair.press_what_is_new("Anna")


async def _evening(pair: Pair) -> None:
    await pair.say("Anna", "/start pinerolo")
    for moment in ("2027-10-22 18:00", "2027-10-23 20:30", "2027-10-24 10:00"):
        await pair.travel(moment)
        for name in ("Anna", "Monica"):
            await pair.press_what_is_new(name)


def test_words_for_a_press_go_through_the_context() -> None:
    """Only there do they become a message when the query has expired."""
    for file in Path(handlers.__file__).parent.rglob("*.py"):
        if file.name not in ("context.py", "sharing.py"):
            direct = re.findall(r"(?:pressed\(update\)|callback_query)\.answer\([^)]", file.read_text())
            assert direct == [], file.name


@pytest.mark.parametrize("query", ["", "pinerolo", "zzz", "torre", "x" * 256])
async def test_an_inline_query_that_is_too_old_is_no_error(
    world: World, query: str, caplog: pytest.LogCaptureFixture
) -> None:
    world.telegram.queries.expired = True
    world.anna.inline(query)
    await world.settle()
    world.telegram.queries.expired = False
    fresh = world.anna.inline("pinerolo")
    await world.settle()

    assert [each for each in caplog.records if each.levelno >= logging.WARNING] == []
    assert world.anna.messages == []
    assert fresh.results

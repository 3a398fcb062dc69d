"""The house over real HTTP: it starts, answers, survives a broken edit of the knowledge, and ends."""

import asyncio
import shutil
from pathlib import Path
from typing import Any

import pytest

from bot import app
from bot.app import App
from bot.settings import WECARE, load
from sandbox.api.telegram import TOKEN, Telegram
from sandbox.people.people import Person
from sandbox.web.clock import Clock
from sandbox.web.server import Server, create_app
from tests.world import MONICA, World, received, rome


async def _heard(person: Person, words: str) -> None:
    async with asyncio.timeout(20):
        while received(person, words) == 0:  # noqa: ASYNC110 - a person looks at the screen
            await asyncio.sleep(0.02)


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(now=Clock(rome("2027-10-09 10:00")))


def _over_http(server: Server, telegram: Telegram, database_url: str) -> App:
    environment = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": database_url,
        "PROGRAMME_YEAR": "2027",
        "OWNER_IDS": str(MONICA),
    }
    return App(load(environment), telegram.now)


async def test_over_http_it_starts_answers_and_ends(telegram: Telegram, database_url: str) -> None:
    server = Server(create_app(telegram, Clock(), people=()), port=0)
    await server.start()
    house = _over_http(server, telegram, database_url)
    await house.open()
    await house.start()
    anna = telegram.person(2001, "Anna")
    anna.say("/incontri")
    await _heard(anna, "Pinerolo")
    anna.say("dove si fa a Pinerolo?")
    await _heard(anna, "via Podgora 22")
    async with asyncio.timeout(5):
        await house.stop()
    await server.stop()

    assert telegram.complaints == []
    assert telegram.profile.menu(2001, "fr")
    assert {"command": "promemoria", "description": "I promemoria del gruppo"} in telegram.profile.menu(-1, "it")


async def test_a_profile_that_was_refused_is_published_later(
    telegram: Telegram, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "PUBLISH_AGAIN", 0.05)
    refused = asyncio.Event()

    def dislikes(params: dict[str, Any]) -> bool:
        if "short_description" not in params:
            return False
        refused.set()
        return True

    telegram.faults.objection = dislikes
    server = Server(create_app(telegram, Clock(), people=()), port=0)
    await server.start()
    house = _over_http(server, telegram, database_url)
    await house.open()
    await house.start()
    async with asyncio.timeout(20):
        await refused.wait()
        telegram.faults.objection = None
        while not telegram.profile.text("short_description", "fr"):  # noqa: ASYNC110 - somebody looks at it
            await asyncio.sleep(0.02)
    await house.stop()
    await server.stop()


async def test_who_asked_before_the_index_was_there_is_answered_before_it_ends(
    telegram: Telegram, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "ANSWERS_WITHIN", 60.0)  # the index takes its time where others compute
    server = Server(create_app(telegram, Clock(), people=()), port=0)
    await server.start()
    house = _over_http(server, telegram, database_url)
    anna, marco = telegram.person(2001, "Anna"), telegram.person(2002, "Marco")
    anna.say("dove si fa a Pinerolo?")
    marco.say("/incontri")
    await house.open()
    await house.start()
    await _heard(marco, "Pinerolo")  # so hers was taken too
    async with asyncio.timeout(70):
        await house.stop()

    assert "via Podgora 22" in anna.last.text
    await server.stop()


async def test_a_broken_edit_keeps_the_answers_and_is_told(tmp_path: Path, database_url: str) -> None:
    shutil.copytree(WECARE, tmp_path / "content")
    world = World(database_url, programme_dir=tmp_path / "content")
    await world.open()
    await world.say(world.monica, "/start")
    file = tmp_path / "content" / "answers" / "it.yaml"
    good = file.read_text()
    file.write_text(good + "\n- id: [broken")
    await world.settle()

    assert received(world.monica, "errore nei testi") == 1
    assert "via Podgora 22" in (await world.say(world.anna, "dove si fa a Pinerolo?")).text

    file.write_text(good)
    await world.settle()
    assert received(world.monica, "errore nei testi") == 1
    await world.close()


async def test_two_processes_on_one_database_remind_once(database_url: str) -> None:
    one = World(database_url)
    await one.open()
    await one.follow(one.anna, "pinerolo")
    other = one.another_app()
    await other.open()
    await other.application.initialize()
    await other.sender.start()
    one.clock.at = rome("2027-10-22 18:00")
    await asyncio.gather(one.app.settle(), other.settle())

    assert received(one.anna, "Domani alle 18:00: incontro") == 1
    await other.stop()
    await one.close()

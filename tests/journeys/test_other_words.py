"""A programme that calls its things otherwise: a library's bus, with visits in villages."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import profile
from bot.content import loaded_content
from bot.settings import WECARE
from domain import programmes
from tests.world import World, received

pytestmark = pytest.mark.one_database

BUS = """
words:
  bot: {it: Biblia, en: Bookie, fr: Ernestine}
  event:
    it: {one: visita, other: visite, gender: f}
    en: {one: visit, other: visits}
    fr: {one: passage, other: passages, gender: m}
  area:
    it: {one: villaggio, other: villaggi, gender: m}
    en: {one: village, other: villages}
    fr: {one: quartier, other: quartiers, gender: m}
commands: {events: {it: visite, en: visits, fr: passages}}
"""


@pytest.fixture
async def bus(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    shutil.copytree(WECARE, tmp_path, dirs_exist_ok=True)
    file = tmp_path / programmes.FILE
    file.write_text(file.read_text(encoding="utf-8") + BUS, encoding="utf-8")
    world = World(database_url, said=loaded_content.load(tmp_path), programme_dir=tmp_path)
    await world.open()
    yield world
    await world.close()


async def test_a_visit_from_the_first_screen_to_the_reminder(bus: World) -> None:
    welcome = await bus.say(bus.anna, "/start")
    assert "Sono Biblia." in welcome.text
    assert "Scegli il tuo villaggio" in welcome.text

    assert "Le visite We.Ca.Re." in (await bus.say(bus.anna, "/visite")).text
    assert "Le visite We.Ca.Re." in (await bus.say(bus.anna, "/incontri")).text
    assert "Ora segui le visite a Pinerolo." in (await bus.follow(bus.anna, "pinerolo")).text
    await bus.travel("2027-10-22 18:00")
    assert received(bus.anna, "Domani alle 18:00: visita We.Ca.Re. a Pinerolo") == 1
    assert not received(bus.anna, "incontr")


async def test_the_menus_and_the_profile_speak_alike(bus: World) -> None:
    await profile.describe(bus.app.bot, bus.app.catalog, bus.app.programme)
    shown = bus.telegram.profile
    menus = {language: shown.menu(bus.anna.id, language) for language in ("it", "en", "fr")}
    described = {language: shown.text("description", language) for language in menus}
    assert [menu[0]["command"] for menu in menus.values()] == ["visite", "visits", "passages"]
    assert menus["en"][0]["description"] == "The visits: when and where"
    assert "Sono Biblia. Ti dico quando e dove sono le visite We.Ca.Re." in described["it"]
    for text in (*map(str, menus.values()), *described.values()):
        assert not re.search("incontr|rencontre|meeting|Campanile", text)


async def test_what_is_called_off_agrees_in_every_language(bus: World) -> None:
    john = bus.telegram.person(3001, "John", language_code="en")
    claire = bus.telegram.person(3002, "Claire", language_code="fr")
    for person in (bus.anna, john, claire):
        await bus.follow(person, "pinerolo")
    await bus.say(bus.monica, "/modifica")
    await bus.press(bus.monica, "Pinerolo, 23 ottobre", "❌ Annulla la visita", "✅ Salva e avvisa")
    await bus.wait(60)
    assert received(bus.anna, "Annullata: la visita We.Ca.Re. a Pinerolo non si farà. Era prevista") == 1
    assert received(john, "Cancelled: the We.Ca.Re. visit in Pinerolo will not take place.") == 1
    assert received(claire, "le passage We.Ca.Re. à Pinerolo n’aura pas lieu. Il était prévu") == 1

"""Answers on the page: the chat's own, of questions that need nobody to ask."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from html import unescape
from pathlib import Path

import aiohttp
import pytest

from answers.dialogue.decisions import FORGOTTEN_AFTER
from bot.content import loaded_content
from tests.web.conftest import Browser
from tests.web.test_public import read
from tests.world import World, rome

PROGRAMME = """
id: valley
name: Valley
time_zone: Europe/Rome
languages: [en]
areas: [{id: alto, name: Alto}]
events:
  - {id: dance, title: Dance class, area: alto, price: 5 euros, when: {date: 2027-10-23, start: "18:00", end: "20:00"}}
"""
MISHEARD = {"What do you know about me?"}
"""The chat takes "do you know" for a courtesy, and answers another question."""
OWN = """
- {id: parish.who, kind: fact, phrasings: [Who rings the bell?], answer: "Rosa rings it."}
- {id: parish.why, kind: unknown, phrasings: [Why does it ring?], answer: "Shall I ask?"}
"""


async def answers(browser: Browser, language: str) -> dict[str, str]:
    """Every question on the pages of a language, with its answer."""
    _, index = await browser.get(f"/{language}/questions")
    found: dict[str, str] = {}
    for page in {way.partition("#")[0] for way in re.findall(rf'href="(/{language}/questions/[^"]*)"', index)}:
        _, text = await browser.get(page)
        for id, said in re.findall(r'<section class="answer" id="([^"]*)"(.*?)</section>', text, re.DOTALL):
            assert f'href="{page}#{id}"' in index
            question, answer = re.findall(r"<h2[^>]*>(.*?)</h2>(.*)", said, re.DOTALL)[0]
            found[unescape(question)] = read(f"<main{answer}")
    return found


def line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.one_database
async def test_the_page_answers_what_the_chat_does(site: World, browser: Browser) -> None:
    for language, code in (("it", "Anna"), ("en", "Ann"), ("fr", "Anne")):
        person = site.telegram.person(6_000_000_000 + len(code), code, language_code=language)
        await site.say(person, "/start")
        found = await answers(browser, language)
        assert len(found) > 40
        told = {}
        for question in found:
            site.clock.at += FORGOTTEN_AFTER + timedelta(seconds=1)
            told[question] = line((await site.say(person, question)).text)
        differ = {question for question in found if found[question].replace(" ,", ",") not in told[question]}
        assert [(found[each], told[each]) for each in differ - MISHEARD] == []


async def test_a_changed_event_changes_the_answers(site: World, browser: Browser) -> None:
    assert "sabato 23 ottobre 2027" in (await answers(browser, "it"))["Quando è l'incontro?"]
    await site.say(site.monica, "/modifica")
    await site.press(site.monica, "Pinerolo, 23 ottobre", "🕘 Giorno")
    await site.say(site.monica, "il 24")
    await site.press(site.monica, "✅ Salva")
    assert "domenica 24 ottobre 2027" in (await answers(browser, "it"))["Quando è l'incontro?"]


@pytest.mark.one_database
async def test_what_needs_somebody_is_left_to_the_chat(site: World, browser: Browser) -> None:
    found = await answers(browser, "it")
    for question in ("Ciao", "È un'emergenza", "C'è il rinfresco?", "Chi è questo ente?", "Mi fai vedere la mappa?"):
        assert question not in found
    assert "Volentieri" in found["Come ricevo un promemoria?"]
    assert (await browser.get("/it/questions/nothing"))[0] == 404
    assert (await browser.get("/questions"))[0] == 307

    site.clock.at = rome("2027-11-01 10:00")
    assert "Quando è l'incontro?" not in await answers(browser, "it"), "there is none"


@pytest.fixture
async def valley(database_url: str, tmp_path: Path) -> AsyncIterator[tuple[World, Browser]]:
    (tmp_path / "programme.yaml").write_text(PROGRAMME)
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "en.yaml").write_text(OWN)
    said = loaded_content.load(tmp_path)
    world = World(database_url, said=said, programme_dir=tmp_path, programme_year=None, http_port=0)
    await world.app.serve()
    await world.open()
    async with aiohttp.ClientSession() as session:
        yield world, Browser(world, session)
    await world.close()


@pytest.mark.one_database
async def test_answers_are_read_again_and_hold_what_events_give(valley: tuple[World, Browser], tmp_path: Path) -> None:
    world, browser = valley
    found = await answers(browser, "en")
    assert found["Who rings the bell?"] == "Rosa rings it."
    assert "Why does it ring?" not in found
    assert "5 euros" in found["How much is it? Do I pay?"]

    (tmp_path / "answers" / "en.yaml").write_text(OWN.replace("Rosa", "Pina"))
    await world.wait(120)
    assert (await answers(browser, "en"))["Who rings the bell?"] == "Pina rings it."

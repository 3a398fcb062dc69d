"""Two meetings in one area, as an organiser may add them: neither is told as if it were the only one."""

from __future__ import annotations

import re

import pytest

from domain.events.events import Place, PlannedEvent
from storage.events import events, venues
from tests.world import World, rome

pytestmark = pytest.mark.one_database

FIRST, SECOND = "23 ottobre", "20 novembre"


async def _second(world: World, starts: str = "2027-11-20 20:00", ends: str = "2027-11-20 22:00") -> int:
    """In Pinerolo, at a place in the organiser's words."""
    async with world.app.database.begin() as session:
        await venues.keep(session, "pinerolo-9", "pinerolo", Place("Cinema Hollywood", "via Nazionale 73"))
        planned = PlannedEvent("pinerolo-due", "pinerolo", "pinerolo-9", rome(starts), rome(ends))
        return await events.create(session, planned, "", world.clock(), tell=False)


async def _call_off(world: World, slug: str) -> None:
    async with world.app.database.begin() as session:
        known = next(each for each in await events.every(session) if each.slug == slug)
        await events.change(session, known, status="cancelled")


@pytest.mark.parametrize(
    "text",
    [
        "quando è a Pinerolo?",
        "Pinerolo",
        "dove si fa a Pinerolo?",
        "a che ora comincia a Pinerolo?",
        "quanto dura a Pinerolo?",
        "c'è parcheggio a Pinerolo?",
        "è annullato l'incontro di Pinerolo?",
        "mi dici tutto di Pinerolo?",
        "giorno, ora e luogo di Pinerolo?",
        "when is it in Pinerolo?",
        "what time does it start in Pinerolo?",
        "c'est quand à Pignerol ?",
        "où se passe la rencontre à Pignerol ?",
    ],
)
async def test_both_are_told(world: World, text: str) -> None:
    await _second(world)
    reply = await world.say(world.anna, text)

    assert len([label for label in reply.labels if label.startswith("Pinerolo, ")]) == 2
    assert "23" in reply.text
    assert "20 nov" in reply.text.lower()


@pytest.mark.parametrize(
    ("text", "words", "others"),
    [
        ("Siete a Pinerolo il 20 novembre?", "Cinema Hollywood", "via Podgora"),
        ("Siete a Pinerolo il 20 novembre?", SECOND, FIRST),
        ("quando è a Pinerolo il 23?", FIRST, SECOND),
        ("a Pinerolo alle 20 dove?", "Cinema Hollywood", "via Podgora"),
        ("a che ora comincia al Cinema Hollywood?", "20:00", "18:00"),
        ("a che ora comincia all'Hollywood di Pinerolo?", "20:00", "18:00"),
        ("a che ora comincia in via Podgora?", "18:00", "20:00"),
        ("a Pinerolo il secondo incontro quando è?", SECOND, FIRST),
        ("quando è il primo incontro a Pinerolo?", FIRST, SECOND),
        ("quando è l'ultimo incontro di Pinerolo?", SECOND, FIRST),
        ("quando è il prossimo incontro a Pinerolo?", FIRST, SECOND),
        ("when is the last meeting in Pinerolo?", "20 November", "23 October"),
        ("when is the next meeting in Pinerolo?", "23 October", "20 November"),
        ("Are you in Pinerolo on 20 November?", "20 November", "23 October"),
        ("Vous êtes à Pignerol le 20 novembre ?", "20 novembre", "23 octobre"),
        ("c'est quand la deuxième rencontre à Pignerol ?", "20 novembre", "23 octobre"),
    ],
)
async def test_what_is_said_of_it_chooses(world: World, text: str, words: str, others: str) -> None:
    await _second(world)
    reply = await world.say(world.anna, text)

    assert words in reply.text
    assert others not in reply.text
    assert not reply.text.startswith("No")


@pytest.mark.parametrize(
    "text",
    [
        "Siete a Pinerolo il 30?",
        "a Pinerolo è alle 15?",
        "a Pinerolo è in biblioteca?",
        "a Pinerolo il 20 novembre è alle 18?",
        "Are you in Pinerolo on the 24th?",
        "Vous êtes à Pignerol le 24 ?",
    ],
)
async def test_what_is_true_of_neither_is_denied(world: World, text: str) -> None:
    await _second(world)
    reply = await world.say(world.anna, text)

    assert reply.text.startswith("No")
    assert SECOND in reply.text or "20 Nov" in reply.text or "20 nov" in reply.text


@pytest.mark.parametrize(
    ("texts", "words", "others"),
    [
        (("Siete a Pinerolo il 20 novembre?", "e a che ora?"), "20:00", "18:00"),
        (("Siete a Pinerolo il 20 novembre?", "e dove?"), "Cinema Hollywood", "via Podgora"),
        (("quando è a Pinerolo?", "la seconda", "a che ora?"), "20:00", "18:00"),
        (("quando è a Pinerolo?", "e il secondo?"), SECOND, FIRST),
        (("quando è a Pinerolo?", "l'ultimo"), SECOND, FIRST),
        (("quando è a Pinerolo?", "quello del 20 novembre", "dove?"), "Cinema Hollywood", "via Podgora"),
        (("Siete a Pinerolo il 23 ottobre?", "e il 20 novembre?"), SECOND, FIRST),
        (("quando è a Pinerolo il 20 novembre?", "e a Torre?"), "30 ottobre", SECOND),
    ],
)
async def test_what_was_chosen_is_still_meant(world: World, texts: tuple[str, ...], words: str, others: str) -> None:
    await _second(world)
    reply = await world.say(world.anna, *texts)

    assert words in reply.text
    assert others not in reply.text


async def test_a_link_to_an_event_opens_it_and_one_to_the_area_lists_both(world: World) -> None:
    second = await _second(world)
    world.anna.start("pinerolo")
    await world.settle()
    assert FIRST in world.anna.last.text
    assert SECOND in world.anna.last.text

    for payload in (f"pinerolo_{second}", f"pinerolo_poster_{second}"):
        world.marco.start(payload)
        await world.settle()
        assert SECOND in world.marco.last.text
        assert FIRST not in world.marco.last.text
    assert "20:00" in (await world.say(world.marco, "a che ora comincia?")).text

    share = next(b for row in world.marco.messages[-3].buttons for b in row if "share" in b.get("url", ""))
    assert f"start%3De{second}" in share["url"]


async def test_a_link_to_an_event_opens_it_when_it_is_over_or_gone(world: World) -> None:
    second = await _second(world)
    await world.travel("2027-10-25 10:00")
    world.anna.start("pinerolo_2")
    await world.settle()
    assert FIRST in world.anna.last.text

    world.anna.start("pinerolo_999")
    await world.settle()
    assert SECOND in world.anna.last.text
    world.anna.start(f"torre-pellice_{second}")
    await world.settle()
    assert "30 ottobre" in world.anna.last.text


async def test_who_follows_hears_of_both(world: World) -> None:
    await _second(world)
    world.anna.start("pinerolo_2")
    await world.settle()
    confirmation = await world.press(world.anna, "🔔")
    assert "sono questi" in confirmation.text
    for words in (FIRST, SECOND, "22 ottobre", "19 novembre"):
        assert words in confirmation.text

    listed = await world.say(world.anna, "/promemoria")
    assert FIRST in listed.text
    assert SECOND in listed.text
    leads = await world.press(world.anna, "Pinerolo")
    assert FIRST in leads.text
    assert SECOND in leads.text


async def test_one_called_off_and_one_over_are_not_mixed_up(world: World) -> None:
    await _second(world)
    await _call_off(world, "pinerolo")
    assert "annullato" in (await world.say(world.anna, "Siete a Pinerolo il 23 ottobre?")).text
    both = await world.say(world.anna, "/lingua", "quando è a Pinerolo?")
    assert SECOND in both.text
    assert "annullato" in both.text

    await world.travel("2027-10-25 10:00")
    assert SECOND in (await world.say(world.marco, "quando è a Pinerolo?")).text
    assert "annullato" in (await world.say(world.marco, "Siete a Pinerolo il 23 ottobre?")).text


async def test_one_that_is_over_is_said_to_be(world: World) -> None:
    await _second(world)
    await world.travel("2027-10-25 10:00")
    reply = await world.say(world.anna, "quando è a Pinerolo il 23 ottobre?")

    assert "c'è già stato" in reply.text
    assert any("Pinerolo" in label for label in reply.labels)


async def test_the_poster_of_an_area_asks_which(world: World) -> None:
    await _second(world)
    choice = await world.say(world.monica, "/locandina Pinerolo")

    assert [FIRST in choice.labels[0], SECOND in choice.labels[1], len(choice.labels)] == [True, True, 2]


async def test_a_guess_keeps_the_meeting_that_was_chosen(world: World) -> None:
    second = await _second(world)
    offer = await world.say(world.anna, "cani e bambini a Pinerolo il 20 novembre")
    picks = [b["callback_data"] for row in offer.buttons for b in row if "pick:" in b["callback_data"]]

    assert picks
    assert all(data.endswith((f":{second}", "::::")) for data in picks)


@pytest.mark.parametrize(
    "text",
    [
        "siete a Pinerolo sabato?",
        "a Pinerolo è di sabato?",
        "c'è qualcosa a Pinerolo in ottobre?",
        "are you in Pinerolo on Saturday?",
        "vous êtes à Pignerol samedi ?",
        "siete a Pinerolo sabato 23?",
        "buongiorno, mi dite a che ora e dove si fa a Pinerolo? grazie mille",
        "Hello, could you please tell me what time and where the meeting in Pinerolo is? Thank you so much",
        "Bonjour, pourriez-vous me dire à quelle heure et où se passe la rencontre à Pignerol ? Merci beaucoup",
    ],
)
async def test_what_is_so_is_told_whole(world: World, text: str) -> None:
    reply = await world.say(world.anna, text)

    assert not reply.text.startswith(("No", "Per allora"))
    assert "via Podgora 22" in reply.text
    assert "18:00" in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "siete a Pinerolo venerdì?",
        "c'è qualcosa domani a Pinerolo?",
        "c'è qualcosa stasera a Pinerolo?",
        "siete a Pinerolo questo weekend?",
        "venite a Pinerolo martedì prossimo?",
        "c'è qualcosa a Pinerolo a dicembre?",
        "venerdì 23 ottobre a Pinerolo?",
        "are you in Pinerolo tomorrow?",
        "is it on Friday in Pinerolo?",
        "à Pignerol c'est demain ?",
        "vous êtes à Pignerol ce soir ?",
    ],
)
async def test_a_weekday_or_tomorrow_that_is_wrong_is_denied(world: World, text: str) -> None:
    reply = await world.say(world.anna, text)

    assert reply.text.startswith(("No", "Non"))
    assert "23" in reply.text
    await _second(world)
    both = await world.say(world.marco, text)
    assert {"23", "20"} <= set(re.findall(r"\b\d\d\b", both.text))
    assert both.text.startswith(("No", "Non"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("c'è qualcosa sabato prossimo?", "Perosa Argentina"),
        ("c'è qualcosa la settimana prossima?", "Perosa Argentina"),
        ("is there a meeting this Saturday?", "Perosa Argentina"),
        ("c'è un incontro oggi?", "Per allora"),
        ("venerdì c'è qualcosa?", "Per allora"),
        ("is there anything tomorrow?", "no We.Ca.Re. meeting then"),
        ("il y a quelque chose demain ?", "pas de rencontre"),
        ("domani piove?", "Il tempo non lo so"),
        ("a domani!", "Arrivederci"),
        ("ieri non sono riuscita a telefonare, dove si fa a Pinerolo?", "via Podgora"),
    ],
)
async def test_a_day_without_a_area(world: World, text: str, words: str) -> None:
    assert words in (await world.say(world.anna, text)).text


@pytest.mark.parametrize("area", ["Villar Perosa", "Villar Pellice", "Torino", "Porte"])
async def test_another_area_after_one_of_ours_is_told_to_have_none(world: World, area: str) -> None:
    reply = await world.say(world.anna, "quando è a Pinerolo?", f"e a {area}?")

    assert "112" not in reply.text
    assert reply.text.startswith(f"A {area} ")


async def test_two_on_one_day_are_told_apart_by_their_hour(world: World) -> None:
    await _second(world, "2027-10-23 21:00", "2027-10-23 23:00")
    expected = ["Pinerolo, 23 ottobre, 18:00", "Pinerolo, 23 ottobre, 21:00"]
    for text in ("quando è a Pinerolo?", "siete a Pinerolo il 24?", "/incontri", "/start"):
        labels = (await world.say(world.anna, text)).labels
        assert [label for label in labels if label.startswith("Pinerolo, 23")] == expected, text
    assert (await world.say(world.monica, "/locandina Pinerolo")).labels == expected
    assert "Cinema Hollywood" in (await world.press(world.anna, expected[1])).text


async def test_no_reminder_left_is_told_of_all_of_them(world: World) -> None:
    await _second(world, "2027-10-23 18:30", "2027-10-23 20:00")
    await world.travel("2027-10-23 17:30")
    world.anna.start("pinerolo_2")
    await world.settle()

    assert "per questi incontri" in (await world.press(world.anna, "🔔")).text

"""Each kind of reply to a question, as a person sees it."""

from typing import Any

import pytest

from storage.people import conversations
from tests.world import World, received

pytestmark = pytest.mark.one_database

DOUBTFUL = "che misura aiuta i giovani in cooperativa?"
"""A measure, or the bodies: whatever the thresholds, no single answer is sure."""


async def test_without_an_area_every_meeting_at_a_glance(world: World) -> None:
    reply = await world.say(world.anna, "dove si fa l'incontro?")

    for place in ("piazza Europa", "via Podgora 22", "via R. D'Azeglio 10"):
        assert place in reply.text


async def test_the_thread_goes_on_after_a_restart(world: World) -> None:
    await world.say(world.anna, "dove si fa a Pinerolo?")
    await world.restart()

    assert "via R. D'Azeglio 10" in (await world.say(world.anna, "e a Torre Pellice?")).text


async def test_the_thread_is_forgotten_after_a_quarter_of_an_hour(world: World) -> None:
    await world.say(world.anna, "dove si fa a Pinerolo?")
    await world.travel("2027-10-09 10:16")
    reply = await world.say(world.anna, "e quando?")

    assert "Pinerolo" not in reply.text or "Torre Pellice" in reply.text


@pytest.mark.parametrize("topic", [{"of": "tomorrow"}, {"at": 7, "entry": "event.when", "language": "tlh"}])
async def test_a_thread_that_another_version_wrote_begins_anew(world: World, topic: dict[str, Any]) -> None:
    await world.say(world.anna, "dove si fa a Pinerolo?")
    async with world.app.database.begin() as session:
        await conversations.talk_about(session, world.anna.id, topic, world.clock())

    assert "piazza Europa" in (await world.say(world.anna, "dove si fa a Perosa?")).text
    offer = await world.say(world.anna, DOUBTFUL)
    async with world.app.database.begin() as session:
        await conversations.talk_about(session, world.anna.id, topic, world.clock())
    await world.press(world.anna, offer.labels[0])
    assert world.telegram.complaints == []


async def test_the_day_comes_with_a_bell_until_one_follows(world: World) -> None:
    reply = await world.say(world.anna, "quando si fa a Pinerolo?")
    assert reply.labels[1] == "🔔 Avvisami"
    await world.press(world.anna, "🔔 Avvisami")
    assert "Ora segui gli incontri a Pinerolo" in world.anna.last.text
    assert "🔔" not in "".join(world.anna.chat.messages[reply.id].labels)

    reply = await world.say(world.anna, "quando si fa a Pinerolo?")
    assert "I miei promemoria" in reply.labels
    assert "🔔" not in "".join(reply.labels)


async def test_an_offer_is_chosen_or_refused(world: World) -> None:
    offer = await world.say(world.anna, DOUBTFUL)
    assert "Intendevi una di queste?" in offer.text
    chosen = offer.labels[0]
    world.anna.press(chosen)
    await world.settle()
    assert "Intendevi" not in world.anna.last.text

    await world.say(world.anna, DOUBTFUL)
    refused = await world.press(world.anna, "Nessuna di queste")
    assert "non voglio tirare a indovinare" in refused.text
    await world.press(world.anna, "✉️")
    assert "passato la tua domanda" in world.anna.last.text


async def test_a_single_guess_is_asked_as_one(world: World) -> None:
    offer = await world.say(world.anna, "le sei misre quali sono?")
    assert "Intendevi questa?" in offer.text

    refused = await world.press(world.anna, "No, altro")
    assert "non voglio tirare a indovinare" in refused.text


@pytest.mark.parametrize(
    "question",
    ["mi traduci una lettera in tedesco?", "mutuo casa"],
)
async def test_what_is_likely_not_said_is_first_called_unknown(world: World, question: str) -> None:
    reply = await world.say(world.anna, question)

    assert reply.text.startswith("Questo non lo so, e non voglio tirare a indovinare.")
    assert "Oppure intendevi una di queste?" in reply.text
    assert len(reply.labels) > 1
    assert "organizzatori" in reply.labels[-1]


@pytest.mark.parametrize(
    "question", ["c'è una casa di riposo qui vicino?", "che orari fa lo sportello degli stranieri?"]
)
async def test_care_and_desks_are_none_of_ours(world: World, question: str) -> None:
    assert "non sono cosa mia" in (await world.say(world.anna, question)).text


async def test_below_an_honest_no_one_may_still_choose_ask_or_leave_it(world: World) -> None:
    question = "mi traduci una lettera in tedesco?"
    reply = await world.say(world.anna, question)
    world.anna.press(reply.labels[0])
    await world.settle()
    assert "Questo non lo so" not in world.anna.last.text

    await world.say(world.anna, question)
    await world.press(world.anna, "✉️")
    assert "passato la tua domanda" in world.anna.last.text

    await world.say(world.anna, question)
    assert "nessun problema" in (await world.say(world.anna, "no")).text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("l'incontro di Pinerolo è il 16?", "No, l'incontro di Pinerolo è sabato 23 ottobre 2027"),
        ("quando è l'incontro a Torino?", "Torino il programma We.Ca.Re. non ha incontri"),
        ("che cosa dice la misura 9?", "sono 5: la numero 9 non c'è"),
        ("misura 3", "welfare nelle aziende"),
        ("chi è la Tarta Volante?", "Cooperativa La Tarta Volante"),
        ("quanto costa?", "✉️"),
        ("mio marito non respira", "112"),
        (
            "Wo findet das Treffen statt und wann beginnt es?",
            "Ich bin ein Programm und spreche nur Italienisch, Englisch und Französisch",
        ),
        ("متى الاجتماع؟", "السبت، 23 أكتوبر 2027"),
        ("Pinerolo", "via Podgora 22"),
        ("a Torre si comincia alle 18?", "dalle 19:00 alle 21:30"),
        ("a Pinerolo è in biblioteca?", "Centro Sociale, via Podgora 22"),
        ("ciao", "Sono Campanile"),
        ("sei un cretino", "perdere la pazienza"),
        ("devo divorziare, che diritti ho?", "Pareri legali non ne do"),
        ("quando passa la spazzatura?", "rivolgiti al tuo comune"),
        ("perché non mi è arrivato niente", "silenziata"),
        ("gibt es einen Parkplatz in Pinerolo?", "via Podgora 22"),
    ],
)
async def test_each_decision_in_words(world: World, question: str, words: str) -> None:
    reply = await world.say(world.anna, question)

    assert words in reply.text or any(words in label for label in reply.labels)


async def test_ask_with_and_without_a_question(world: World) -> None:
    assert "come la diresti a voce" in (await world.say(world.anna, "/chiedi")).text
    assert "via Podgora 22" in (await world.say(world.anna, "/ask dove si fa a Pinerolo?")).text


async def test_when_all_is_over_nothing_is_promised(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-11-15 10:00")

    assert "non ci sono" in (await world.say(world.anna, "quando è a Pinerolo?")).text
    assert "non ci sono incontri" in (await world.say(world.anna, "/incontri")).text
    assert "nessun incontro in programma" in (await world.say(world.anna, "/promemoria")).text
    assert "non ci sono altri incontri" in (await world.say(world.marco, "/start")).text


async def test_the_menus_lead_where_they_say(world: World) -> None:
    assert "Che cosa posso fare" in (await world.say(world.monica, "/help")).text
    assert "/annuncia" in world.monica.last.text
    assert "I tuoi promemoria" in (await world.press(world.monica, "I miei promemoria")).text
    await world.press(world.monica, "🔔 Promemoria per Torre Pellice")
    assert received(world.monica, "Ora segui gli incontri a Torre Pellice") == 1


async def test_an_error_nobody_foresaw_ends_in_an_apology(world: World, caplog: pytest.LogCaptureFixture) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("nobody foresaw this")

    john = world.telegram.person(5_000_002_009, "John", language_code="en")
    await world.say(john, "/start")
    for group in (0, -1):  # a handler, then the gate: it knows less, and nothing comes after it
        world.app.application.handlers[group][0].callback = broken
        caplog.clear()
        replies = [await world.say(person, "/start") for person in (world.anna, john)]
        assert "qualcosa non ha funzionato" in replies[0].text
        assert "something went wrong" in replies[1].text.lower()
        assert caplog.text.count("RuntimeError: nobody foresaw this") == 2
        assert "AttributeError" not in caplog.text
    assert received(world.anna, "qualcosa non ha funzionato") == 2
    assert received(john, "omething went wrong") == 2

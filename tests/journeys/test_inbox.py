"""Stories of organisers and the questions of residents: grouped, answered once, learned, forgotten."""

import pytest

from sandbox.people.people import Person
from tests.world import World, received

pytestmark = pytest.mark.one_database

DOG = "si può portare il cane?"


@pytest.fixture
async def world(world: World) -> World:
    await world.say(world.monica, "/start")
    return world


async def _pass_on(world: World, person: Person, question: str) -> None:
    await world.say(person, question)
    await world.press(person, "✉️")


async def _helper(world: World, person: Person) -> None:
    await world.say(world.monica, "/invita")
    await world.press(world.monica, "○ Aiutante", "✅ Crea il link")
    person.start(world.monica.last.text.split("?start=")[1])
    await world.settle()


async def _reply(world: World, person: Person, to: int, text: str) -> None:
    person.say(text, reply_to=to)
    await world.settle()


async def _draft(world: World, text: str) -> None:
    """Monica answers the oldest question."""
    await world.say(world.monica, "/domande")
    inquiry = await world.press(world.monica, "1")
    await _reply(world, world.monica, inquiry.id, text)


async def test_what_was_learned_of_one_area_is_not_said_of_another(world: World) -> None:
    await world.say(world.monica, "/start")
    await world.say(world.anna, "dove si parcheggia a Pinerolo?")
    await world.press(world.anna, "✉️")
    await world.say(world.monica, "/domande")
    await world.press(world.monica, "1", "✏️ Rispondi")
    await world.say(world.monica, "Nel cortile di via Roma.")
    await world.press(world.monica, "✅ Manda", "✅ Usala")

    assert "via Roma" in (await world.say(world.marco, "dove si parcheggia a Pinerolo?")).text
    assert "via Roma" not in (await world.say(world.marco, "dove si parcheggia a Torre Pellice?")).text


async def test_a_question_comes_back_answered_and_is_learned(world: World) -> None:
    await _pass_on(world, world.anna, DOG)
    assert "passato la tua domanda" in world.anna.last.text
    await _pass_on(world, world.marco, "Il cane si può portare?")
    assert received(world.monica, "Un residente chiede") == 1

    inbox = await world.say(world.monica, "/domande")
    assert "C'è 1 domanda in attesa" in inbox.text
    assert "2 persone" in inbox.text
    inquiry = await world.press(world.monica, "1")
    assert "L'hanno chiesto 2 persone" in inquiry.text
    assert "Il cane si può portare?" in inquiry.text
    bold = [{"type": "bold", "offset": 0, "length": 2}]
    world.monica.send(text="Sì, <al> guinzaglio & {piano}.", entities=bold, reply_to_message=inquiry.raw)
    await world.settle()
    assert received(world.anna, "guinzaglio") == 0
    await world.restart()
    await world.press(world.monica, "✅ Manda a 2 persone")

    for person, asked in ((world.anna, DOG), (world.marco, "Il cane si può portare?")):
        assert received(person, "Sì, <al> guinzaglio & {piano}.") == 1
        assert f"Avevi chiesto: {asked}" in person.last.text
        assert "bold" in {entity["type"] for entity in person.last.raw["entities"]}
    await world.press(world.monica, "✅ Usala")
    rosa = world.telegram.person(2005, "Rosa")
    told = await world.say(rosa, DOG)
    assert "questa risposta:\n\nSì, <al> guinzaglio & {piano}." in told.text, "whose word it is, and to whom"
    assert "✉️ Chiedi agli organizzatori" in told.labels, "it may not hold for her town"

    await world.press(world.monica, "Risposte che ho imparato")
    lesson = await world.press(world.monica, "1")
    assert "guinzaglio" in lesson.text
    forget = lesson.buttons[0][0]["callback_data"]
    await world.press(world.monica, "🗑 Non rispondere più così")
    assert "guinzaglio" not in (await world.say(rosa, DOG)).text
    world.monica.press_data(forget, lesson.id)
    await world.settle()
    assert "non c'è più" in world.monica.alerts[-1]
    record = await world.say(world.monica, "/registro")
    assert "Monica ha risposto a una domanda di 2 persone" in record.text
    assert world.telegram.complaints == []


async def test_who_asked_in_two_ways_hears_once(world: World) -> None:
    await _pass_on(world, world.anna, DOG)
    await _pass_on(world, world.anna, "il cane si può portare?")
    await _draft(world, "Sì.")
    await world.press(world.monica, "✅ Manda a 1 persona")

    assert received(world.anna, "Gli organizzatori hanno risposto") == 1


async def test_each_reads_the_answer_in_a_frame_of_their_own_language(world: World) -> None:
    claire = world.telegram.person(2003, "Claire", language_code="fr")
    await _pass_on(world, world.anna, "c'è il parcheggio per i camper?")
    await _pass_on(world, claire, "est-ce que le frattaz lombiz ?")
    for _ in range(2):
        await _draft(world, "Sì.")
        await world.press(world.monica, "✅ Manda")

    assert "Gli organizzatori hanno risposto" in world.anna.last.text
    assert "organisateurs" in claire.last.text
    assert "frattaz lombiz" in claire.last.text


async def test_of_two_who_answer_the_second_is_told(world: World) -> None:
    await _helper(world, world.marco)
    await _pass_on(world, world.anna, DOG)
    arrived = world.marco.last
    await _draft(world, "Sì, certo.")
    await _reply(world, world.marco, arrived.id, "No.")
    await world.press(world.monica, "✅ Manda")
    await world.press(world.marco, "✅ Manda")

    assert "già stato risposto (Monica)" in world.marco.last.text
    assert "Sì, certo." in world.marco.last.text
    assert received(world.anna, "Gli organizzatori hanno risposto") == 1
    await _reply(world, world.marco, arrived.id, "No, davvero.")
    assert "già stato risposto (Monica)" in world.marco.last.text


async def test_a_confirmation_pressed_twice_or_of_an_earlier_draft_sends_once(world: World) -> None:
    await _pass_on(world, world.anna, DOG)
    await _draft(world, "Forse.")
    old = world.monica.last
    await world.press(world.monica, "✏️ Riscrivi")
    await world.say(world.monica, "Sì.")
    new = world.monica.last
    for message in (old, new, new):
        world.monica.press_data(message.buttons[0][0]["callback_data"], message.id)
        await world.settle()

    assert received(world.anna, "Forse.") == 0
    assert received(world.anna, "Gli organizzatori hanno risposto") == 1


async def test_a_draft_can_be_left(world: World) -> None:
    await _pass_on(world, world.anna, DOG)
    await _draft(world, "Sì.")
    assert "resta in attesa" in (await world.press(world.monica, "❌")).text
    assert "1 domanda in attesa" in (await world.say(world.monica, "/domande")).text
    assert received(world.anna, "Gli organizzatori hanno risposto") == 0


async def test_a_resident_cannot_send_an_organisers_draft(world: World) -> None:
    await _pass_on(world, world.anna, DOG)
    await _draft(world, "Sì.")
    send = world.monica.last.buttons[0][0]["callback_data"]
    world.anna.press_data(send, world.anna.last.id)
    await world.settle()
    assert "per gli organizzatori" in world.anna.alerts[-1]
    await _helper(world, world.marco)
    world.marco.press_data(send, world.marco.last.id)
    await world.settle()

    assert received(world.anna, "Gli organizzatori hanno risposto") == 0


async def test_a_question_that_is_dismissed_is_gone_and_can_be_put_back(world: World) -> None:
    await _pass_on(world, world.anna, DOG)
    await _pass_on(world, world.anna, DOG)
    assert "già passato" in world.anna.alerts[-1]

    await world.say(world.monica, "/domande")
    inquiry = await world.press(world.monica, "1")
    answer = inquiry.buttons[0][0]["callback_data"]
    await world.press(world.monica, "🗑 Togli")
    assert "Tolta" in world.monica.last.text
    world.monica.press_data(answer, inquiry.id)
    await world.settle()
    assert "non è più in attesa" in world.monica.alerts[-1]
    assert "Non ci sono domande" in (await world.say(world.monica, "/domande")).text
    await world.press(world.monica, "↩️ Rimettila")
    assert "1 domanda in attesa" in (await world.say(world.monica, "/domande")).text


async def test_a_very_long_question_comes_back_answered_all_the_same(world: World) -> None:
    await _pass_on(world, world.anna, "xyzzy " * 680)
    await _draft(world, "s" * 4000)
    assert "troppo lunga" in world.monica.last.text
    await _draft(world, "Sì." + "!" * 3490)
    await world.press(world.monica, "✅ Manda")

    assert received(world.anna, "Sì.!!!!") == 1
    assert world.telegram.complaints == []


WORDS = ("blorf", "trupaz", "gnicco", "zumbrel", "frattaz", "scrupin", "vestrok", "lombiz", "quilpo")


async def test_the_inbox_has_pages_and_forgets_who_erases(world: World) -> None:
    for number, word in enumerate(WORDS):
        await _pass_on(world, world.telegram.person(3000 + number, f"P{number}"), word)
    inbox = await world.say(world.monica, "/domande")
    assert "9 domande in attesa" in inbox.text
    assert "quilpo" not in inbox.text
    await _reply(world, world.monica, inbox.id, "Sì.")
    assert "Tocca il numero" in world.monica.last.text
    await world.press(world.monica, "2/2 ▶️")
    assert "9. quilpo" in world.monica.chat.messages[inbox.id].text
    last = world.telegram.people[3008]
    await world.say(last, "/privacy")
    await world.press(last, "🗑", "✅")
    assert "8 domande in attesa" in (await world.say(world.monica, "/domande")).text

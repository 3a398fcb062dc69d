"""Voice messages, where the bot can hear: what was understood is shown, and goes the way of what is typed."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.people.messages import SentMessage, UploadedFile
from sandbox.people.people import Person
from speech import whisper
from speech.listener import Listener
from tests.speech import pretend
from tests.world import World, received

pytestmark = pytest.mark.one_database


@pytest.fixture
async def world(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    world = World(database_url, listener=Listener(pretend.load))
    await world.open()
    yield world
    assert world.telegram.complaints == []
    await world.close()


async def speak(world: World, person: Person, words: str) -> SentMessage:
    person.attach(UploadedFile("voice.ogg", words.encode(), "audio/ogg"))
    await world.settle()
    return person.last


async def test_a_question_said_aloud_is_answered_below_what_was_understood(world: World) -> None:
    said = await speak(world, world.anna, "a che ora è a Pinerolo?")
    assert said.text.startswith("Ho capito:\na che ora è a Pinerolo?\n")
    assert said.marked["blockquote"] == "a che ora è a Pinerolo?"
    assert "18:00" in said.text
    assert said.raw["reply_to_message"]["voice"]
    assert "sendChatAction" in {call.method for call in world.telegram.calls}

    assert "19:00" in (await world.say(world.anna, "e a Torre Pellice?")).text
    assert "I understood:\n<b>what time" in (await speak(world, world.anna, "<b>what time is it in Pinerolo?")).text


async def test_a_cry_for_help_is_heard_whatever_is_waited_for(world: World) -> None:
    assert "112" in (await speak(world, world.anna, "aiuto mio marito non respira")).text
    await world.follow(world.anna, "pinerolo")
    await world.say(world.anna, "/promemoria")
    await world.press(world.anna, "🔕", "giorno")
    assert "scrivimelo, per favore" in (await speak(world, world.anna, "fino a venerdì")).text
    assert "112" in (await speak(world, world.anna, "aiuto mio marito non respira")).text


async def test_the_words_reach_the_organisers_and_stay_above_what_replaces_the_answer(world: World) -> None:
    await world.say(world.monica, "/start")
    question = "gnagnera brusca con frattaz e lombiz"
    await speak(world, world.anna, question)
    if any("Nessuna" in label for label in world.anna.last.labels):
        await world.press(world.anna, "Nessuna")
    assert world.anna.last.marked["blockquote"] == question
    await world.press(world.anna, "✉️")
    assert received(world.monica, question) == 1


async def test_what_is_not_heard_is_told_kindly(world: World) -> None:
    minute = {"file_id": "v", "file_unique_id": "v", "duration": 61}
    world.anna.send(voice=minute)
    await world.settle()
    assert "al massimo un minuto" in world.anna.last.text
    world.anna.send(voice=minute | {"duration": 5, "file_size": 20 * 2**20})
    await world.settle()
    assert received(world.anna, "al massimo un minuto") == 2
    assert "nessuna parola" in (await speak(world, world.anna, "")).text
    assert "non sono riuscito ad ascoltare" in (await speak(world, world.anna, "(crash)")).text
    assert "chiama subito il 112" in world.anna.last.text
    assert "18:00" in (await speak(world, world.anna, "a che ora è a Pinerolo?")).text


async def test_what_is_written_for_others_takes_a_voice_as_before(world: World) -> None:
    await world.say(world.monica, "/annuncia")
    await speak(world, world.monica, "aiuto")
    assert "Questo tipo di messaggio non lo posso annunciare" in world.monica.last.text


async def test_in_a_group_it_asks_for_writing(world: World) -> None:
    group = world.group()
    group.add_bot(world.anna)
    await world.settle()
    introduction = next(each for each in group.messages if each.from_bot)
    voice = {"file_id": "v", "file_unique_id": "v", "duration": 3}
    group.send(world.anna, voice=voice, reply_to_message=introduction.raw)
    await world.settle()
    assert "scrivimelo, per favore" in group.messages[-1].text


async def test_with_a_model_and_no_library_all_is_as_without(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(whisper, "possible", lambda: False)
    world = World(database_url, speech_model=tmp_path)
    await world.open()
    assert "non so ascoltare i messaggi vocali" in (await speak(world, world.anna, "a che ora è?")).text
    assert "pip install 'campanile-bot[voice]'" in caplog.text
    assert "il suono" not in (await world.say(world.anna, "/privacy")).text
    await world.close()


async def test_the_bot_says_that_it_hears_and_keeps_no_sound(world: World) -> None:
    assert "fino a un minuto" in (await world.say(world.anna, "ascolti i messaggi vocali?")).text
    assert "il suono non lo conservo" in (await world.say(world.anna, "/privacy")).text
    world.anna.send(contact={"phone_number": "1", "first_name": "x"})
    await world.settle()
    assert "scritti e quelli vocali" in world.anna.last.text

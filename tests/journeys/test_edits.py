"""Who edits a message is heard as long as that can be, and told when it cannot."""

from datetime import timedelta
from typing import Any

import pytest

from sandbox.people.messages import UploadedFile
from sandbox.people.people import Person, captioned
from tests.world import World, received

pytestmark = pytest.mark.one_database

PICTURE = UploadedFile("locandina.png", b"png", "image/png")


async def edit(world: World, person: Person, text: str, words: str = "") -> str:
    """Edit the person's message with those words (by default the last), and return the bot's last."""
    mine = [message for message in person.messages if not message.from_bot and words in message.text]
    if "caption" in mine[-1].raw:
        mine[-1].raw = mine[-1].raw | captioned(text) | {"edit_date": 1}
        world.telegram.inject({"edited_message": mine[-1].raw})
    else:
        person.edit(mine[-1].id, text)
    await world.settle()
    return person.last.text


async def test_a_draft_says_what_its_message_says(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Alle 71", "🕘 Quando", "↩️")
    assert "Quante persone" in await edit(world, world.monica, "Alle <17>")
    assert received(world.monica, "Alle <17>") == 1
    await world.press(world.monica, "✅")
    await world.wait()

    assert received(world.anna, "Alle <17>") == 1
    assert received(world.anna, "Alle 71") == 0


async def test_the_old_panel_does_not_confirm_the_new_words(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    panel = await world.announce("Alle 71")
    old = next(b["callback_data"] for row in panel.buttons for b in row if b["text"].startswith("✅"))
    await edit(world, world.monica, "Alle 17")
    world.monica.press_data(old, panel.id)
    await world.wait()

    assert "versione precedente" in world.monica.alerts[-1]
    assert received(world.anna, "Alle") == 0


@pytest.mark.parametrize(("wait", "way"), [(0, "Correggi"), (60, "Correggi")])
async def test_after_the_confirmation_the_edit_is_told_not_to_count(world: World, wait: int, way: str) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Alle 71", "✅")
    if wait:
        await world.wait(wait)
    assert "non conta per l’annuncio «Alle 71»" in await edit(world, world.monica, "Alle 17")
    assert way in world.monica.last.labels[0]
    await world.wait()

    assert received(world.anna, "Alle 71") == 1


async def test_what_is_scheduled_can_be_changed_from_the_answer(world: World) -> None:
    await world.announce("Alle 71", "🕘 Quando", "🕘 Scegli")
    await world.say(world.monica, "domani alle 18")
    await world.press(world.monica, "✅ Programma")
    await edit(world, world.monica, "Alle 17", "Alle 71")
    assert world.monica.last.labels == ["✏️ Modifica"]
    assert "non conta" in await edit(world, world.monica, "domani alle 19", "domani")


async def test_one_photo_of_an_album_gets_another_caption(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia")
    world.monica.attach(PICTURE, PICTURE, caption="Sabbato")
    await world.settle()
    await edit(world, world.monica, "Sabato", "Sabbato")
    await world.press(world.monica, "✅ Ci sono tutte", "✅ Manda")
    await world.wait()

    arrived = [message.text for message in world.anna.messages if message.raw.get("media_group_id")]
    assert arrived == ["Sabato", ""]


async def test_too_long_an_edit_is_told_and_the_draft_kept(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Alle 17")
    assert "4.100 caratteri" in await edit(world, world.monica, "x" * 4100)
    await world.press(world.monica, "✅")
    await world.wait()

    assert received(world.anna, "Alle 17") == 1


@pytest.mark.parametrize(
    ("buttons", "typed", "edited", "shown"),
    [
        (("🕘 Quando", "🕘 Scegli"), "domani alle 18", "domani alle 19", "domani alle 19:00"),
        (("🕘 Quando", "🕘 Scegli"), "boh", "domani alle 19", "domani alle 19:00"),
        (("🔗 Bottoni", "Aggiungi"), "Uno - https://a.it", "Due - https://a.it", "Bottoni: Due"),
    ],
)
async def test_what_was_typed_for_a_draft_is_put_right(
    world: World, buttons: tuple[str, ...], typed: str, edited: str, shown: str
) -> None:
    await world.announce("Venite", *buttons)
    await world.say(world.monica, typed)

    assert shown in await edit(world, world.monica, edited)


async def test_a_correction_is_proposed_anew_and_the_first_cannot_be_confirmed(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Alle 71", "✅")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti")
    first = await world.say(world.monica, "Alle 16")
    old = first.buttons[0][0]["callback_data"]
    await edit(world, world.monica, "Alle 17")
    world.monica.press_data(old, first.id)
    await world.settle()
    assert received(world.anna, "Alle 16") == 0
    await world.press(world.monica, "✅ Correggi")
    assert received(world.anna, "Alle 17") == 1
    await world.wait(1)

    assert "non conta" in await edit(world, world.monica, "Alle 18")


async def test_a_change_of_an_event_is_typed_anew(world: World) -> None:
    await world.say(world.monica, "/modifica")
    await world.press(world.monica, "Pinerolo", "✏️ Nota")
    await world.say(world.monica, "Portare una sedai")
    assert "Portare una sedia" in await edit(world, world.monica, "Portare una sedia")
    await world.press(world.monica, "✅")
    assert "non conta" in await edit(world, world.monica, "Portare due sedie")


async def test_an_answer_is_typed_anew_and_not_after_it_is_sent(world: World) -> None:
    await world.say(world.anna, "c'è il parcheggio per i camion?")
    await world.press(world.anna, "✉️")
    await world.say(world.monica, "/domande")
    await world.press(world.monica, world.monica.last.labels[0], "✏️")
    await world.say(world.monica, "Si")
    await edit(world, world.monica, "Sì, dietro")
    await world.press(world.monica, "✅")
    await world.wait()
    assert received(world.anna, "Sì, dietro") == 1
    assert "non conta" in await edit(world, world.monica, "No")


async def test_an_edited_question_is_answered_again_once(world: World) -> None:
    assert "19:00" in (await world.say(world.anna, "a che ora comincia a Torre Pellice?")).text
    assert "18:00" in await edit(world, world.anna, "a che ora comincia a Pinerolo?")
    count = len(world.anna.messages)
    await edit(world, world.anna, "a che ora comincia a Pinerolo?")
    assert len(world.anna.messages) == count
    assert "messaggio nuovo" in await edit(world, world.anna, "/stop")


async def test_a_question_that_was_passed_on_stays_as_it_was(world: World) -> None:
    await world.say(world.anna, "c'è il parcheggio per i camion?")
    await world.press(world.anna, "✉️")

    assert "com’era prima" in await edit(world, world.anna, "c'è il parcheggio per i pullman?")


async def test_an_edit_that_nothing_depends_on_is_silent(world: World) -> None:
    await world.say(world.anna, "/start", "/incontri")
    count = len(world.anna.messages)
    await edit(world, world.anna, "/stop")
    place = {"message_id": 1, "date": 1, "chat": world.anna.chat.raw, "from": world.anna.user}
    for number in range(100):
        where = {"latitude": 44.8, "longitude": 7.2, "live_period": 900}
        world.telegram.inject({"edited_message": place | {"edit_date": number, "location": where}})
    await world.settle()

    assert len(world.anna.messages) == count


def _in_group(world: World, **content: Any) -> dict[str, Any]:
    group = world.group(-1001234567890)
    return world.telegram.put(group.chat, content, world.marco.user).raw


async def test_in_a_group_an_edit_may_call_the_bot(world: World) -> None:
    group = world.group(-1001234567890)
    group.join(world.marco)
    group.add_bot(world.anna)
    await world.settle()
    raw = _in_group(world, text="a che ora a Pinerolo?")
    name = {"type": "mention", "offset": 0, "length": 14}
    called = raw | {"text": "@campanile_bot a che ora a Pinerolo?", "entities": [name], "edit_date": 1}
    world.telegram.inject({"edited_message": called})
    await world.settle()
    assert "18:00" in group.last.text
    world.clock.at += timedelta(minutes=1)
    count = len(group.messages)
    world.telegram.inject({"edited_message": called})
    await world.settle()

    assert len(group.messages) == count


async def test_in_a_group_a_caption_may_call_the_bot(world: World) -> None:
    group = world.group(-1001234567890)
    group.join(world.marco)
    group.add_bot(world.anna)
    await world.settle()
    photo = [{"file_id": world.telegram.keep(PICTURE), "file_unique_id": "u", "width": 1, "height": 1}]
    name = {"type": "mention", "offset": 0, "length": 14}
    caption = {"caption": "@campanile_bot a che ora a Pinerolo?", "caption_entities": [name]}
    world.telegram.inject({"message": _in_group(world, photo=photo, **caption)})
    await world.settle()

    assert "18:00" in group.last.text

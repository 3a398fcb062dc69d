"""Stories of repairs: what people have received is corrected, or taken back."""

import pytest

from sandbox.people.messages import UploadedFile
from tests.world import World, received, texts

PICTURE = UploadedFile("locandina.png", b"png", "image/png")


async def test_a_wrong_venue_is_corrected_for_everyone(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.marco, "pinerolo")
    await world.announce("Ci vediamo in via Podgora 2", "✅")
    await world.wait()
    asked = await world.press(world.monica, "✏️ Correggi per tutti")
    assert "Ci vediamo in via Podgora 2" in asked.text
    assert "niente da correggere" in (await world.say(world.monica, "Ci vediamo in via Podgora 2")).text
    panel = await world.say(world.monica, "Ci vediamo in via Podgora <22>")
    assert "Cambia per 2 persone" in panel.text
    assert received(world.anna, "Podgora <22>") == 0
    await world.restart()
    await world.press(world.monica, "✅ Correggi per 2 persone")
    await world.wait(1)

    for person in (world.anna, world.marco):
        assert received(person, "Podgora <22>") == 1
        assert "Ci vediamo in via Podgora 2" not in texts(person)
    assert "Da correggere: 2\nCorretti: 2" in world.monica.last.text
    assert world.telegram.complaints == []


async def test_a_caption_and_its_buttons_survive_the_correction(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia")
    world.monica.attach(PICTURE, caption="Sabbato")
    await world.settle()
    await world.press(world.monica, "🔗 Bottoni", "○ Pinerolo", "↩️", "✅")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti")
    await world.say(world.monica, "Sabato")
    await world.press(world.monica, "✅ Correggi")

    assert world.anna.last.text == "Sabato"
    assert "photo" in world.anna.last.raw
    assert "Pinerolo" in world.anna.last.labels[0]


async def test_only_the_readers_of_the_version_see_it_change(world: World) -> None:
    claire = world.telegram.person(2003, "Claire", language_code="fr")
    for person in (world.anna, claire):
        await world.follow(person, "pinerolo")
    await world.announce("Alle 17", "🌍 Lingue", "Aggiungi: francese")
    await world.say(world.monica, "À 16 h")
    await world.press(world.monica, "✅")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti", "✏️ francese")
    panel = await world.say(world.monica, "À 17 h")
    assert "Cambia per 1 persona" in panel.text
    await world.press(world.monica, "✅ Correggi")

    assert received(claire, "À 17 h") == 1
    assert received(world.anna, "Alle 17") == 1


@pytest.mark.parametrize("parts", [1, 3])
async def test_it_is_withdrawn_within_two_days(world: World, parts: int) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia")
    world.monica.attach(*[PICTURE] * parts, caption="Annullato?")
    await world.settle()
    if parts > 1:
        await world.press(world.monica, "✅ Ci sono tutte")
    await world.press(world.monica, "✅ Manda")
    await world.wait()
    before = len(world.anna.messages)
    panel = await world.press(world.monica, "🗑 Ritira")
    assert "Sparisce dal telefono di 1 persona" in panel.text
    await world.press(world.monica, "🗑 Ritira da 1 persona")
    await world.wait(1)

    assert len(world.anna.messages) == before - parts
    assert "Da ritirare: 1\nRitirati: 1" in world.monica.last.text
    await world.press(world.monica, "✏️ Correggi per tutti")
    assert "Non c’è niente da correggere" in world.monica.alerts[-1]


async def test_after_two_days_it_says_that_it_cannot_be_withdrawn(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Vecchio", "✅")
    await world.wait()
    await world.travel("2027-10-11 11:00")
    panel = await world.press(world.monica, "🗑 Ritira")

    assert "1 copia ha più di 48 ore" in panel.text
    assert panel.labels == ["❌ Lascia com’è"]
    await world.press(world.monica, "❌ Lascia")
    assert received(world.anna, "Vecchio") == 1


async def test_a_repair_confirmed_twice_happens_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Uno", "✅")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti")
    panel = await world.say(world.monica, "Due")
    confirm = panel.buttons[0][0]["callback_data"]
    await world.press(world.monica, "✅ Correggi")
    await world.wait(1)
    world.monica.press_data(confirm, panel.id)
    await world.wait(1)

    assert "già stata confermata" in world.monica.alerts[-1]
    assert received(world.monica, "Annuncio corretto") == 1


async def test_the_record_says_who_did_what_to_which_announcement(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Alle 17", "✅")
    await world.wait()
    await world.press(world.monica, "🗑 Ritira", "🗑 Ritira da 1 persona")

    record = (await world.say(world.monica, "/registro")).text
    assert "Monica ha confermato un annuncio per 1 persona: «Alle 17»" in record
    assert "Monica ha ritirato un annuncio da 1 persona: «Alle 17»" in record

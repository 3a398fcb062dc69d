"""Stories of inviting: a link, a role, its menu, and the right taken away again."""

from dataclasses import replace

import pytest

from sandbox.people.people import Person
from tests.world import MONICA, World, received

pytestmark = pytest.mark.one_database


async def _link(world: World, *buttons: str, name: str = "Paola") -> str:
    """The payload of a new link."""
    await world.say(world.monica, f"/invita {name}")
    await world.press(world.monica, *buttons, "✅ Crea il link")
    return world.monica.last.text.split("?start=")[1]


async def _open(world: World, person: Person, payload: str) -> str:
    person.start(payload)
    await world.settle()
    return person.last.text


def _menu(world: World, person: Person) -> set[str]:
    return {command["command"] for command in world.telegram.profile.menu(person.id, "it")}


@pytest.fixture
async def world(world: World) -> World:
    await world.say(world.monica, "/start")
    await world.app._publish_profile()
    return world


async def test_who_opens_the_link_organises_and_the_inviter_hears_of_it(world: World) -> None:
    assert "/invita" in (await world.say(world.monica, "/aiuto")).text
    panel = await world.say(world.monica, "/invita")
    assert "scrivimelo qui" in panel.text
    panel = await world.say(world.monica, "Paola <Rossi>")
    assert "Nome: Paola <Rossi>" in panel.text
    panel = await world.press(world.monica, "○ Pinerolo")
    assert "Paesi: Pinerolo" in panel.text
    await world.restart()
    await world.press(world.monica, "✅ Crea il link")
    payload = world.monica.last.text.split("?start=")[1]
    assert "fino a lunedì 11 ottobre 2027 alle 10:00" in texts_of(world.monica)

    welcome = await _open(world, world.anna, payload)
    assert "Il tuo ruolo: organizzatore (Pinerolo)." in welcome
    assert "/annuncia" in welcome
    assert "/invita" not in welcome
    assert received(world.monica, "Paola <Rossi> ha accettato l'invito") == 1
    assert {"annuncia", "domande"} <= _menu(world, world.anna)
    assert "invita" not in _menu(world, world.anna)
    assert "invita" in _menu(world, world.monica)
    assert "solo un responsabile" in (await world.say(world.anna, "/invita")).text
    assert "Un nuovo annuncio" in (await world.say(world.anna, "/annuncia")).text
    assert world.telegram.complaints == []


def texts_of(person: Person) -> str:
    return "\n".join(message.text for message in person.messages)


async def test_a_link_works_once_and_not_for_the_inviter(world: World) -> None:
    payload = await _link(world)
    assert "inoltralo a lei" in await _open(world, world.monica, payload)
    assert "da ora organizzi anche tu" in await _open(world, world.anna, payload)
    assert "Questo link non è valido" in await _open(world, world.marco, payload)
    assert "Questo link non è valido" in await _open(world, world.anna, payload)
    assert "Questo link non è valido" in await _open(world, world.marco, "invite_")
    assert "per gli organizzatori" in (await world.say(world.marco, "/annuncia")).text


async def test_a_link_ends_after_48_hours_or_when_it_is_withdrawn(world: World) -> None:
    payload = await _link(world)
    await world.travel("2027-10-11 10:00")
    assert "Questo link non è valido" in await _open(world, world.anna, payload)
    await world.press(world.monica, "🗑 Ritira")
    assert "non c'è più" in world.monica.alerts[-1]

    payload = await _link(world)
    await world.press(world.monica, "🗑 Ritira")
    assert "Questo link non è valido" in await _open(world, world.anna, payload)


async def test_the_link_is_nowhere_kept(world: World) -> None:
    payload = await _link(world)
    async with world.app.database.engine.connect() as connection:
        rows = (await connection.exec_driver_sql("SELECT * FROM invites")).all()
    assert len(rows) == 1
    assert payload.removeprefix("invite_") not in str(rows)


async def test_a_helper_answers_questions_only(world: World) -> None:
    await _open(world, world.anna, await _link(world, "○ Aiutante"))
    assert "aiutante" in world.anna.last.text
    assert "domande" in _menu(world, world.anna)
    assert "annuncia" not in _menu(world, world.anna)
    assert "per gli organizzatori" in (await world.say(world.anna, "/annuncia")).text
    assert "Non ci sono domande" in (await world.say(world.anna, "/domande")).text
    await world.say(world.marco, "si può portare il cane?")
    await world.press(world.marco, "✉️")
    assert received(world.anna, "Un residente chiede") == 1


async def test_who_is_removed_can_do_nothing_more_at_once(world: World) -> None:
    await _open(world, world.anna, await _link(world))
    await world.say(world.anna, "/annuncia")
    listing = await world.say(world.monica, "/organizzatori")
    assert "Monica: responsabile (dalle impostazioni del bot)" in listing.text
    assert "Paola: organizzatore (tutti i paesi)" in listing.text
    question = await world.press(world.monica, "🗑 Paola")
    assert "Vuoi togliere Paola" in question.text
    yes = question.buttons[0][0]["callback_data"]
    await world.press(world.monica, "🗑 Sì, togli Paola")
    world.monica.press_data(yes, question.id)
    await world.settle()

    assert "non è più tra chi organizza" in world.monica.alerts[-1]
    assert received(world.anna, "non fai più parte") == 1
    assert "annuncia" not in _menu(world, world.anna)
    await world.say(world.anna, "L'incontro è annullato!")
    assert received(world.anna, "Ecco l'annuncio") == 0


async def test_an_old_button_does_not_remove_who_was_invited_again(world: World) -> None:
    await _open(world, world.anna, await _link(world))
    await world.say(world.monica, "/organizzatori")
    question = await world.press(world.monica, "🗑 Paola")
    old = question.buttons[0][0]["callback_data"]
    await world.press(world.monica, "🗑 Sì")
    await world.travel("2027-10-09 11:00")
    await _open(world, world.anna, await _link(world))
    world.monica.press_data(old, question.id)
    await world.settle()

    assert "il suo ruolo è cambiato" in world.monica.alerts[-1]
    assert "annuncia" in _menu(world, world.anna)


async def test_the_last_owner_stays(database_url: str) -> None:
    world = World(database_url)
    await world.open()
    await _open(world, world.anna, await _link(world, "○ Responsabile", name="Anna"))
    await world.close()

    world.settings = replace(world.settings, owner_ids=frozenset())
    world.app = world.another_app()
    await world.open()
    await world.say(world.anna, "/organizzatori")
    await world.press(world.anna, "🗑 Anna", "🗑 Sì, togli Anna")
    assert "ultimo responsabile" in world.anna.alerts[-1]
    assert "Chi organizza" in (await world.say(world.anna, "/organizzatori")).text
    assert "per gli organizzatori" in (await world.say(world.monica, "/organizzatori")).text
    await world.close()


async def test_the_list_has_pages(world: World) -> None:
    for number in range(9):
        await _link(world, name=f"Persona {number}")
    listing = await world.say(world.monica, "/organizzatori")
    assert "Persona 6" in listing.text
    assert "Persona 7" not in listing.text
    listing = await world.press(world.monica, "2/2 ▶️")
    assert "Persona 8" in listing.text
    listing = await world.press(world.monica, "🗑 Invito per Persona 8")
    assert "Invito ritirato" in listing.text


@pytest.mark.parametrize(
    "data",
    ["irole:1:1:tsar", "iarea:1:1:atlantide", "ilink:99:1", "icancel:1:99", "ilink:99999999999999999999:1",
     "organisers:-5", "organisers:99",
     "revoke:5000002001:0", "revoke!:5000001001:0", "revoke!:99999999999:99999999999"],
)  # fmt: skip
async def test_forged_buttons(world: World, data: str, caplog: pytest.LogCaptureFixture) -> None:
    await world.say(world.monica, "/invita")
    for person in (world.monica, world.anna):
        person.press_data(data, person.messages[-1].id if person.messages else 1)
        await world.settle()

    assert "could not be handled" not in caplog.text
    assert data not in caplog.text
    assert world.telegram.complaints == []
    assert "responsabile" in (await world.say(world.monica, "/organizzatori")).text
    assert "per gli organizzatori" in (await world.say(world.anna, "/annuncia")).text
    assert MONICA in world.app.services.owners


async def test_the_record_says_who_did_what_also_of_who_has_left(world: World) -> None:
    assert "ancora vuoto" in (await world.say(world.monica, "/registro")).text
    await _open(world, world.anna, await _link(world, "○ Pinerolo"))
    assert "Paola ha accettato l'invito: organizzatore (Pinerolo)" in (await world.say(world.anna, "/registro")).text
    await world.say(world.monica, "/organizzatori")
    await world.press(world.monica, "🗑 Paola", "🗑 Sì")
    record = await world.say(world.monica, "/registro")
    lines = record.text.split("\n")
    assert lines[2:] == [
        "sabato 9 ottobre 2027",
        "10:00 · Monica ha tolto Paola, organizzatore (Pinerolo)",
        "10:00 · Paola ha accettato l'invito: organizzatore (Pinerolo)",
        "10:00 · Monica ha invitato Paola: organizzatore (Pinerolo)",
    ]
    assert "per gli organizzatori" in (await world.say(world.anna, "/registro")).text


async def test_the_record_has_pages_from_the_newest(world: World) -> None:
    for number in range(12):
        await _link(world, name=f"Persona {number:02}")
    record = await world.say(world.monica, "/registro")
    assert "Persona 11" in record.text
    assert "Persona 03" not in record.text
    await _link(world, name="Nuova")
    await world.press(world.monica, "Prima ▶️")
    shown = world.monica.chat.messages[record.id]
    assert "Persona 03" in shown.text
    assert "Persona 04" not in shown.text
    await world.press(world.monica, "◀️ I più recenti")
    assert "Nuova" in shown.text

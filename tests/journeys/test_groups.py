"""The bot in groups and channels: it says who it is, keeps quiet, and does what administrators decide."""

import pytest

from sandbox.people.groups import GroupChat
from tests.world import World, received

pytestmark = pytest.mark.one_database  # `services` and `storage` are tried on both

SUPER = -1009876543210


@pytest.fixture
async def piazza(world: World) -> GroupChat:
    """A group that Anna has let the bot into; Marco is in it too."""
    group = world.group(title="Piazza & <dintorni>")
    group.join(world.marco)
    group.add_bot(world.anna)
    await world.settle()
    return group


def said(group: GroupChat, words: str) -> int:
    return sum(words in message.text for message in group.messages if message.from_bot)


async def test_it_introduces_itself_once(world: World, piazza: GroupChat) -> None:
    assert said(piazza, "Ciao a tutti!") == 1
    assert "@campanile_bot" in piazza.last.text
    piazza.say(world.marco, "ma chi è questo?")
    piazza.say(world.marco, "/altro@altro_bot")
    piazza.say(world.marco, "/nonesiste")
    await world.restart()
    await world.settle()

    assert len([message for message in piazza.messages if message.from_bot]) == 1
    assert world.telegram.complaints == []


async def test_it_answers_commands_its_name_and_replies_to_it(world: World, piazza: GroupChat) -> None:
    piazza.say(world.marco, "/incontri@campanile_bot")
    await world.settle()
    assert "via Podgora 22" in piazza.last.text
    piazza.say(world.marco, "@Campanile_Bot a che ora comincia a Torre Pellice?")
    await world.settle()
    assert "19:00" in piazza.last.text
    assert piazza.last.raw["reply_to_message"]["text"].startswith("@Campanile_Bot")
    piazza.say(world.marco, "e a Pinerolo?", reply_to=piazza.last.id)
    await world.settle()
    assert "18:00" in piazza.last.text


async def test_an_administrator_subscribes_the_group(world: World, piazza: GroupChat) -> None:
    piazza.press(world.marco, "🔔 Promemoria per Pinerolo")
    await world.settle()
    assert "Solo" not in piazza.last.text
    assert "solo chi amministra" in world.marco.alerts[-1]
    piazza.press(world.anna, "🔔 Promemoria per Pinerolo")
    await world.settle()
    assert "Pinerolo" in piazza.last.text
    await world.travel("2027-10-22 18:00")

    assert said(piazza, "Domani alle 18:00: incontro We.Ca.Re. a Pinerolo") == 1
    assert received(world.anna, "Domani") == 0
    assert "🔕 Basta avvisi per Pinerolo" in piazza.last.labels


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("language", "confirmed", "following"),
    [
        ("Italiano", "questo gruppo segue gli incontri a Pinerolo", "I promemoria di questo gruppo"),
        ("English", "This group now follows the meetings in Pinerolo", "The reminders of this group"),
        ("Français", "Ce groupe suit maintenant les rencontres à Pinerolo", "Les rappels de ce groupe"),
    ],
)
async def test_a_group_is_spoken_to_as_a_group(
    world: World, piazza: GroupChat, language: str, confirmed: str, following: str
) -> None:
    for button in ("Cambia lingua", language):
        piazza.press(world.anna, button)
        await world.settle()
    piazza.say(world.marco, "/promemoria")
    await world.settle()
    assert following in piazza.last.text
    piazza.press(world.anna, "Pinerolo")
    await world.settle()

    assert confirmed in piazza.last.text


async def test_hidden_administrators_may_and_members_may_not(world: World, piazza: GroupChat) -> None:
    piazza.press(world.anna, "🔔 Promemoria per Pinerolo")
    await world.settle()
    piazza.say(world.marco, "/stop")
    await world.settle()
    assert "solo chi amministra" in piazza.last.text
    piazza.say_anonymously("/stop@campanile_bot")
    await world.settle()
    assert "🔕" in piazza.last.text
    await world.travel("2027-10-22 18:00")

    assert said(piazza, "Domani") == 0


async def test_the_group_speaks_its_own_language(world: World, piazza: GroupChat) -> None:
    piazza.press(world.anna, "Cambia lingua")
    await world.settle()
    piazza.press(world.anna, "English")
    await world.settle()
    claire = world.telegram.person(3002, "Claire", language_code="fr")
    piazza.say(claire, "/rencontres")
    await world.settle()

    assert "Saturday 23 October 2027" in piazza.last.text


async def test_a_group_that_becomes_a_supergroup_is_reminded_there(world: World, piazza: GroupChat) -> None:
    piazza.press(world.anna, "🔔 Promemoria per Pinerolo")
    await world.settle()
    successor = piazza.migrate(SUPER)
    await world.settle()
    await world.travel("2027-10-22 18:00")

    assert said(successor, "Domani alle 18:00: incontro") == 1
    assert said(piazza, "Domani alle 18:00: incontro") == 0


async def test_removed_from_the_group_it_is_left_alone(world: World, piazza: GroupChat) -> None:
    piazza.press(world.anna, "🔔 Promemoria per Pinerolo")
    await world.settle()
    piazza.remove_bot(world.anna)
    await world.settle()
    calls = len(world.telegram.calls)
    await world.travel("2027-10-22 18:00")
    assert len(world.telegram.calls) == calls

    piazza.add_bot(world.anna)
    await world.settle()
    assert said(piazza, "Ciao a tutti!") == 2


async def test_what_organisers_do_is_done_in_private(world: World, piazza: GroupChat) -> None:
    piazza.say(world.monica, "/annuncia")
    await world.settle()

    assert "scrivimi in privato" in piazza.last.text
    assert piazza.last.buttons[0][0]["url"] == "https://t.me/campanile_bot"


async def test_people_are_counted_without_groups(world: World, piazza: GroupChat) -> None:
    piazza.press(world.anna, "🔔 Promemoria per Pinerolo")
    await world.follow(world.marco, "pinerolo")
    panel = await world.say(world.monica, "/annuncia", "A chi segue un paese")
    assert "Quante persone: 1" in panel.text
    await world.press(world.monica, "✅ Manda a 1 persona")
    await world.settle()

    assert said(piazza, "A chi segue un paese") == 0


async def test_an_organiser_decides_whether_a_group_is_announced_to(world: World) -> None:
    await world.say(world.monica, "/start")
    world.group(title="Piazza & <dintorni>").add_bot(world.anna)
    await world.settle()
    assert "Il gruppo Piazza & <dintorni> ha aggiunto Campanile" in world.monica.last.text
    await world.press(world.monica, "✅ Sì, per gli annunci")
    assert "è collegato" in world.monica.last.text

    channel = world.telegram.group(-200, "Avvisi del Comune", type="channel")
    channel.add_bot(world.monica, status="administrator")
    await world.settle()
    assert "Il canale Avvisi del Comune è collegato" in world.monica.last.text
    assert channel.messages == []


async def test_the_data_of_a_group_is_its_administrators(world: World, piazza: GroupChat) -> None:
    piazza.say(world.marco, "/privacy")
    await world.settle()
    assert "Che cosa so di questo gruppo" in piazza.last.text
    piazza.press(world.marco, "🗑")
    await world.settle()
    assert "solo chi amministra" in world.marco.alerts[-1]
    piazza.press(world.anna, "🗑")
    await world.settle()
    piazza.press(world.anna, "✅ Sì, cancella tutto")
    await world.settle()

    assert "Ho cancellato tutto" in piazza.last.text


async def _new_hours(world: World, *buttons: str) -> str:
    await world.say(world.monica, "/modifica")
    await world.press(world.monica, "Pinerolo, 23", "🕘 Orario")
    await world.say(world.monica, "un'ora dopo")
    return (await world.press(world.monica, *buttons)).text


async def test_what_only_a_group_follows_is_told_there_when_it_changes(world: World, piazza: GroupChat) -> None:
    piazza.say(world.anna, "/start pinerolo")
    await world.settle()
    piazza.press(world.anna, "🔔")
    await world.settle()
    assert "Sto avvisando i gruppi." in await _new_hours(world, "✅ Salva e avvisa i gruppi")
    assert said(piazza, "Prima era dalle 18:00") == 1
    await world.follow(world.marco, "pinerolo")
    assert "Sto avvisando 1 persona" in await _new_hours(world, "✅ Salva e avvisa 1 persona")
    assert said(piazza, "Prima era dalle 19:00") == 1


async def test_a_group_that_threw_the_bot_out_is_not_to_be_told(world: World, piazza: GroupChat) -> None:
    piazza.say(world.anna, "/start pinerolo")
    await world.settle()
    piazza.press(world.anna, "🔔")
    await world.settle()
    piazza.remove_bot(world.anna)
    await world.settle()
    assert "Non avviso nessuno" in await _new_hours(world, "✅ Salva")

"""Two of the team do the same thing at the same moment: one of them does it, and the other is told so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sandbox.people.people import Person
from tests.journeys.at_once import at_once, count, deeds, helper, invitation, press
from tests.world import World, received

DOG = "si può portare il cane?"

pytestmark = pytest.mark.usefixtures("no_errors")


# --- invitations and roles ---


@pytest.mark.parametrize("role", [(), ("○ Aiutante",), ("○ Responsabile",)])
async def test_one_invitation_appoints_one(world: World, role: tuple[str, ...]) -> None:
    await world.say(world.monica, "/start")
    payload = await invitation(world, *role)
    await at_once(world, lambda: world.anna.start(payload), lambda: world.marco.start(payload))

    assert await count(world, "organisers") == 1
    assert await deeds(world, "joined") == 1
    welcomed = [received(person, "da ora") for person in (world.anna, world.marco)]
    assert sorted(welcomed) == [0, 1]
    assert sum(received(person, "Questo link non è valido") for person in (world.anna, world.marco)) == 1


async def test_two_invitations_opened_by_one_person(world: World) -> None:
    links = [await invitation(world), await invitation(world, "○ Aiutante")]
    await world.say(world.anna, "/start")
    await at_once(world, *(lambda link=link: world.anna.start(link) for link in links))

    assert await count(world, "organisers") == 1


async def test_an_invitation_opened_while_it_is_withdrawn(world: World) -> None:
    payload = await invitation(world)
    withdraw = press(world.monica, "🗑 Ritira")
    await at_once(world, lambda: world.anna.start(payload), withdraw)

    assert await count(world, "organisers") + await deeds(world, "invite-withdrawn") == 1


async def test_an_invitation_made_while_its_draft_is_given_up(world: World) -> None:
    await world.say(world.monica, "/invita", "Paola")
    await at_once(world, press(world.monica, "✅ Crea il link"), press(world.monica, "❌"))

    assert await deeds(world, "invited") == await count(world, "invites")


async def test_two_owners_who_remove_each_other(database_url: str) -> None:
    world = World(database_url)
    await world.open()
    for person in (world.anna, world.marco):
        person.start(await invitation(world, "○ Responsabile"))
        await world.settle()
    await world.close()

    world.settings = replace(world.settings, owner_ids=frozenset())
    world.app = world.another_app()
    await world.open()
    since = int(world.clock.at.timestamp())
    await at_once(
        world,
        lambda: world.anna.press_data(f"revoke!:{world.marco.id}:{since}"),
        lambda: world.marco.press_data(f"revoke!:{world.anna.id}:{since}"),
    )
    assert await count(world, "organisers") == 1
    await world.close()


async def test_a_group_is_linked_once(world: World) -> None:
    await world.organiser(world.marco)
    await world.say(world.monica, "/start")
    world.group().add_bot(world.anna)
    await world.settle()
    await at_once(world, press(world.monica, "✅"), press(world.marco, "✅"))

    assert await deeds(world, "group-linked") == 1


# --- questions ---


async def inquiry(world: World, *people: Person) -> None:
    await world.say(world.monica, "/start")
    for person in people:
        await world.say(person, DOG)
        await world.press(person, "✉️")


async def draft(world: World, person: Person, words: str) -> None:
    await world.say(person, "/domande")
    await world.press(person, "1", "✏️ Rispondi")
    await world.say(person, words)


async def test_two_answers_to_one_question(world: World) -> None:
    await inquiry(world, world.anna)
    await helper(world, world.marco)
    await draft(world, world.monica, "Sì.")
    await draft(world, world.marco, "No.")
    await at_once(world, press(world.monica, "✅ Manda"), press(world.marco, "✅ Manda"))

    assert received(world.anna, "Gli organizzatori hanno risposto") == 1
    assert await deeds(world, "answered") == 1
    assert await count(world, "answers", "sent_at IS NOT NULL") == 1


async def test_an_answer_sent_while_it_is_dropped(world: World) -> None:
    await inquiry(world, world.anna)
    await draft(world, world.monica, "Sì.")
    await at_once(world, press(world.monica, "✅ Manda"), press(world.monica, "❌"))

    sent = received(world.anna, "Gli organizzatori hanno risposto")
    assert sent == await deeds(world, "answered")
    assert sent == await count(world, "answers", "sent_at IS NOT NULL")
    assert sent + await count(world, "inquiries", "state = 'open'") == 1


async def test_an_answer_sent_twice(world: World) -> None:
    await inquiry(world, world.anna)
    await draft(world, world.monica, "Sì.")
    send = press(world.monica, "✅ Manda")
    await at_once(world, send, send, send)

    assert received(world.anna, "Gli organizzatori hanno risposto") == 1
    assert await deeds(world, "answered") == 1


async def test_a_question_asked_while_it_is_answered_is_not_forgotten(world: World) -> None:
    await inquiry(world, world.anna)
    await draft(world, world.monica, "Sì.")
    await world.say(world.marco, DOG)
    await at_once(world, press(world.marco, "✉️"), press(world.monica, "✅ Manda"))

    answered = received(world.marco, "Gli organizzatori hanno risposto")
    assert answered + await count(world, "inquiries", "state = 'open'") == 1


async def test_two_who_ask_the_same_ask_once(world: World) -> None:
    await world.say(world.monica, "/start")
    for person in (world.anna, world.marco):
        await world.say(person, DOG)
    await at_once(world, press(world.anna, "✉️"), press(world.marco, "✉️"))

    assert await count(world, "inquiries") == 1
    assert await count(world, "questions") == 2
    assert received(world.monica, "Un residente chiede") == 1


async def test_one_who_asks_twice_asks_once(world: World) -> None:
    await world.say(world.monica, "/start")
    await world.say(world.anna, DOG)
    ask = press(world.anna, "✉️")
    await at_once(world, ask, ask, ask)

    assert await count(world, "questions") == 1


@pytest.mark.parametrize(("buttons", "act"), [((), "dismissed"), (("🗑",), "reopened")])
async def test_a_question_is_put_aside_and_taken_up_once(world: World, buttons: tuple[str, ...], act: str) -> None:
    await inquiry(world, world.anna)
    await helper(world, world.marco)
    await world.say(world.monica, "/domande")
    await world.press(world.monica, "1", *buttons)
    button = press(world.monica, "🗑" if act == "dismissed" else "↩️")
    await at_once(world, button, button)

    assert await deeds(world, act) == 1


async def test_a_question_answered_while_it_is_dismissed(world: World) -> None:
    await inquiry(world, world.anna)
    await helper(world, world.marco)
    await world.say(world.marco, "/domande")
    await world.press(world.marco, "1")
    dismiss = press(world.marco, "🗑")
    await draft(world, world.monica, "Sì.")
    await at_once(world, press(world.monica, "✅ Manda"), dismiss)

    assert await deeds(world, "answered") + await deeds(world, "dismissed") == 1
    assert received(world.anna, "Gli organizzatori hanno risposto") == await deeds(world, "answered")


async def test_an_answer_is_learned_once_and_forgotten_once(world: World) -> None:
    await inquiry(world, world.anna)
    await draft(world, world.monica, "Sì.")
    await world.press(world.monica, "✅ Manda")
    learn = press(world.monica, "✅ Usala")
    await at_once(world, learn, learn)
    assert await count(world, "learned_answers") == await deeds(world, "learned") == 1

    await world.press(world.monica, "Risposte che ho imparato", "1")
    forget = press(world.monica, "🗑")
    await at_once(world, forget, forget)
    assert await deeds(world, "forgotten") == 1

"""What many receive takes two organisers: also when it grows, is corrected, or its organiser has left."""

from collections.abc import AsyncIterator

import pytest

from sandbox.people.people import Person
from tests.world import World, received

pytestmark = pytest.mark.one_database  # `services` and `storage` are tried on both


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    world = World(database_url, approval_above=1)
    await world.open()
    await world.organiser(world.marco)
    yield world
    await world.close()


async def crowd(world: World, count: int) -> list[Person]:
    people = [world.telegram.person(4000 + number, f"P{number}") for number in range(count)]
    for person in people:
        await world.follow(person, "pinerolo")
    return people


async def scheduled(world: World, text: str) -> None:
    await world.announce(text, "🕘 Quando", "🕘 Scegli")
    await world.say(world.monica, "domani alle 18")
    await world.press(world.monica, "✅ Programma")


async def test_confirmed_for_one_it_does_not_go_to_four(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await scheduled(world, "Cresciuto")
    await crowd(world, 3)
    await world.travel("2027-10-10 18:00")
    assert received(world.anna, "Cresciuto") == 0
    assert "adesso lo riceverebbero 4 persone" in world.marco.last.text
    assert "Aspetta una seconda persona" in world.monica.last.text

    await world.press(world.marco, "👀", "✅ Approva")
    await world.wait()
    assert received(world.anna, "Cresciuto") == 1


async def test_approved_for_two_it_does_not_go_to_three(world: World) -> None:
    await crowd(world, 2)
    await scheduled(world, "Approvato")
    await world.press(world.marco, "👀", "✅ Approva")
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-10 18:00")
    assert received(world.anna, "Approvato") == 0
    await world.press(world.marco, "👀", "✅ Approva")
    await world.wait()

    assert received(world.anna, "Approvato") == 1


async def test_one_occurrence_is_asked_about_and_the_next_goes_out(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Ogni giorno", "🕘 Quando", "🕘 Scegli")
    await world.say(world.monica, "domani alle 18")
    await world.press(world.monica, "🕘 Quando", "🔁 Ripetilo", "○ Ogni giorno")
    await world.say(world.monica, "20 ottobre")
    await world.press(world.monica, "✅ Programma")
    await crowd(world, 2)
    await world.travel("2027-10-10 18:00")
    assert received(world.anna, "Ogni giorno") == 0
    await world.travel("2027-10-10 18:30")
    await world.press(world.marco, "👀", "✅ Approva")
    await world.wait()
    assert received(world.anna, "Ogni giorno") == 1
    await world.travel("2027-10-11 18:00")

    assert received(world.anna, "Ogni giorno") == 2


async def test_who_approves_sees_the_number_that_it_has_become(world: World) -> None:
    await crowd(world, 2)
    await world.announce("Quanti?", "✅")
    await world.press(world.marco, "👀")
    await world.follow(world.anna, "pinerolo")
    panel = await world.press(world.marco, "✅ Approva: manda a 2")
    assert "le persone sono di più" in world.marco.alerts[-1]
    assert "✅ Approva: manda a 3 persone" in panel.labels
    await world.press(world.marco, "✅ Approva: manda a 3")
    await world.wait()

    assert received(world.anna, "Quanti?") == 1


@pytest.mark.parametrize("yes", [True, False])
async def test_a_correction_for_many_takes_a_colleague(world: World, yes: bool) -> None:
    people = await crowd(world, 2)
    await world.announce("Alle 17", "✅")
    await world.press(world.marco, "👀", "✅ Approva")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti")
    await world.say(world.monica, "Alle 18")
    waits = await world.press(world.monica, "✅ Correggi")
    assert "Aspetta una seconda persona" in waits.text
    assert received(people[0], "Alle 18") == 0
    await world.press(world.marco, "👀")
    assert received(world.marco, "Alle 18") == 1
    await world.press(world.marco, "✅ Approva: correggi" if yes else "❌ Non così")
    await world.wait(1)

    assert [received(each, "Alle 18") for each in people] == [yes, yes]
    assert received(world.monica, "non è d’accordo") == (not yes)


async def test_alone_nobody_corrects_what_many_have(world: World) -> None:
    people = await crowd(world, 2)
    await world.announce("Alle 17", "✅")
    await world.press(world.marco, "👀", "✅ Approva")
    await world.wait()
    world.marco.block()
    await world.settle()
    await world.press(world.monica, "✏️ Correggi per tutti")
    await world.say(world.monica, "Alle 18")
    await world.press(world.monica, "✅ Correggi")

    assert "non c’è nessuno a cui chiederlo" in world.monica.alerts[-1]
    assert received(people[0], "Alle 18") == 0


@pytest.mark.parametrize("every", ["", "○ Ogni giorno"])
async def test_what_somebody_scheduled_who_left_waits_for_a_colleague(world: World, every: str) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.marco, "/annuncia", "Di Marco")
    await world.press(world.marco, "🕘 Quando", "🕘 Scegli")
    await world.say(world.marco, "domani alle 18")
    if every:
        await world.press(world.marco, "🕘 Quando", "🔁 Ripetilo", every)
        await world.say(world.marco, "20 ottobre")
    await world.press(world.marco, "✅ Programma")
    await world.say(world.monica, "/organizzatori")
    await world.press(world.monica, next(x for x in world.monica.last.labels if "Marco" in x))
    await world.press(world.monica, next(x for x in world.monica.last.labels if x.startswith(("✅", "🗑"))))
    assert received(world.monica, "non può più mandarlo") == 1
    await world.travel("2027-10-10 18:00")
    assert received(world.anna, "Di Marco") == 0
    await world.press(world.monica, "👀", "✅ Approva")
    await world.wait()
    assert received(world.anna, "Di Marco") == 1
    await world.travel("2027-10-11 18:00")
    assert received(world.anna, "Di Marco") == (2 if every else 1)


async def test_what_somebody_scheduled_who_has_fewer_towns_now_waits_and_is_told_as_it_is(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.marco, "/annuncia", "Di Marco")
    await world.press(world.marco, "🕘 Quando", "🕘 Scegli")
    await world.say(world.marco, "domani alle 18")
    await world.press(world.marco, "✅ Programma")
    await world.say(world.monica, "/invita", "Marco")
    await world.press(world.monica, "○ Torre Pellice", "✅ Crea il link")
    world.marco.start(world.monica.last.text.split("?start=")[1])
    await world.settle()
    await world.travel("2027-10-10 18:00")
    await world.wait()

    assert received(world.anna, "Di Marco") == 0
    assert received(world.monica, "non può più mandarlo") == 1
    assert received(world.monica, "non organizza più") == 0


async def test_what_reached_nobody_is_told_to_every_organiser(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    world.telegram.faults.next_error(status=400, chat_id=world.anna.id)
    await world.announce("Perduto", "✅")
    await world.wait()

    assert received(world.monica, "Annuncio non arrivato a nessuno") == 1
    assert received(world.marco, "Annuncio non arrivato a nessuno") == 1


async def test_who_is_invited_again_does_not_release_what_waits(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.marco, "/annuncia", "DaMarco")
    await world.press(world.marco, "🕘 Quando", "🕘 Scegli")
    await world.say(world.marco, "domani alle 18")
    await world.press(world.marco, "✅ Programma")
    await world.say(world.monica, "/organizzatori")
    await world.press(world.monica, "🗑 Marco", "🗑 Sì, togli Marco")
    await world.say(world.monica, "/invita")
    invitation = (await world.press(world.monica, "✅ Crea il link")).text
    world.marco.start(invitation.split("start=")[1].split()[0])
    await world.travel("2027-10-10 18:00")
    await world.wait()

    assert received(world.anna, "DaMarco") == 0
    await world.press(world.monica, "👀", "✅ Approva")
    await world.wait()
    assert received(world.anna, "DaMarco") == 1


async def test_the_number_counts_when_it_goes_out(world: World) -> None:
    first = await crowd(world, 3)
    await scheduled(world, "Giro")
    await world.press(world.marco, "👀", "✅ Approva")
    for number in range(2):
        await world.follow(world.telegram.person(4100 + number, f"N{number}"), "pinerolo")
    await world.travel("2027-10-10 18:00")
    assert received(first[2], "Giro") == 0
    for person in first[:2]:
        person.block()
    await world.press(world.marco, "👀", "✅ Approva: manda a 3 persone")
    await world.wait()

    assert received(first[2], "Giro") == 1

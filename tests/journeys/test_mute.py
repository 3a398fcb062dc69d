"""A resident asks to be left in peace for a while."""

import pytest

from domain.delivery import MessageKind, SkipReason
from storage.announcements import reports
from storage.outbox import control
from storage.people import followers
from storage.people.followers import Followers
from tests.world import World, received, rome

pytestmark = pytest.mark.one_database


async def quiet(world: World, *buttons: str) -> str:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.anna, "/promemoria")
    await world.press(world.anna, "🔕 Fai una pausa", *buttons)
    return world.anna.last.text


async def test_a_pause_silences_reminders_and_announcements_until_it_ends(world: World) -> None:
    said = await quiet(world, "Per una settimana")
    assert "fino alla fine di sabato 16 ottobre" in said
    assert "Torno a scriverti domenica 17 ottobre" in said
    await world.follow(world.anna, "perosa-argentina")
    assert "Finché dura la pausa non ti avviso." in world.anna.last.text
    assert "Adesso sei in pausa" in (await world.say(world.anna, "/promemoria")).text
    async with world.app.database.read() as session:
        assert await followers.count(session, Followers(world.clock())) == 0
        assert await followers.count(session, Followers(rome("2027-10-17 00:00"))) == 1

    await world.say(world.monica, "/annuncia", "La sala apre prima.")
    assert "nessuno a cui mandarlo" in world.monica.last.text
    await world.travel("2027-10-15 18:00")
    await world.travel("2027-10-16 16:00")
    assert received(world.anna, "incontro We.Ca.Re. a Perosa") == 0
    await world.travel("2027-10-22 18:00")
    assert received(world.anna, "Domani alle 18:00: incontro We.Ca.Re. a Pinerolo") == 1


async def test_it_can_be_ended_at_once_and_nothing_stale_comes_after(world: World) -> None:
    assert "finché non mi dici di riprendere" in await quiet(world, "🔕 Finché non dico")
    await world.travel("2027-10-22 18:00")
    await world.travel("2027-10-23 10:00")
    listed = await world.press(world.anna, "🔔 Riprendi")
    assert "pausa" not in listed.text
    await world.travel("2027-10-23 16:00")

    assert received(world.anna, "Domani alle") == 0
    assert received(world.anna, "Oggi alle 18:00") == 1


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("fino a domenica", "domenica 10 ottobre"),
        ("zitto fino al 31 ottobre", "domenica 31 ottobre"),
        ("domani", "domenica 10 ottobre"),
        ("per due settimane", "sabato 23 ottobre"),
    ],
)
async def test_the_day_can_be_typed(world: World, typed: str, last: str) -> None:
    await quiet(world, "🕘 Scegli il giorno")
    assert "Non ho capito «boh»" in (await world.say(world.anna, "boh")).text
    for unread in ("8/10/2027", "fino a domenica alle 18", "venerdì 10 ottobre"):
        assert "Non ho capito" in (await world.say(world.anna, unread)).text
    assert "troppo lungo: 4.096 caratteri" in (await world.say(world.anna, "1/1 " * 1024)).text
    await world.restart()

    assert f"fino alla fine di {last}." in (await world.say(world.anna, typed)).text
    assert "sei in pausa" not in (await world.say(world.anna, "A che ora comincia?")).text


@pytest.mark.parametrize("cry", ["mi voglio uccidere", "C'È DEL FUMO IN CANTINA", "我想自杀", "my husband hits me"])
async def test_a_cry_for_help_is_heard_where_a_day_was_to_be_typed(world: World, cry: str) -> None:
    await quiet(world, "🕘 Scegli il giorno")

    assert "112" in (await world.say(world.anna, cry)).text
    assert "fino alla fine di" in (await world.say(world.anna, "domani")).text, "the day is still awaited"


async def test_backing_out_of_the_typed_day_traps_nobody(world: World) -> None:
    await quiet(world, "🕘 Scegli il giorno")
    await world.press(world.anna, "↩️ Indietro")

    assert "18:00" in (await world.say(world.anna, "A che ora comincia a Pinerolo?")).text
    assert world.telegram.complaints == []


async def test_what_waits_is_spared(world: World) -> None:
    """A reminder that is already in the outbox does not reach who leaves or asks for silence meanwhile."""
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.marco, "pinerolo")
    world.telegram.faults.outage(float("inf"))
    world.clock.at = rome("2027-10-22 18:00")
    await world.app.clock.tick()
    async with world.app.database.begin() as session:
        await control.spare(session, world.anna.id, [MessageKind.REMINDER], SkipReason.LEFT, [2])
        counts = await reports.counts(session, MessageKind.REMINDER, 2)

    assert (counts.pending, counts.skipped) == (1, 1)

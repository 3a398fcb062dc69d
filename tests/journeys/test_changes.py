"""Stories of changed meetings: typed as one says it, seen before it happens, told once, true everywhere."""

import pytest

from sandbox.people.people import Person
from tests.world import MONICA, World, received, texts

pytestmark = pytest.mark.one_database


async def _open(world: World, label: str) -> None:
    """The organiser's panel of an event."""
    await world.say(world.monica, "/modifica")
    await world.press(world.monica, label)


async def _change(world: World, label: str, field: str, typed: str) -> None:
    await _open(world, label)
    await world.press(world.monica, field)
    await world.say(world.monica, typed)


def _edited(person: Person, words: str) -> list[str]:
    return [m.text for m in person.messages if m.from_bot and "edit_date" in m.raw and words in m.text]


async def test_new_hours_are_shown_told_and_kept(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.marco, "torre-pellice")
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", "dalle 19 alle 21.30")
    panel = world.monica.last
    assert "dalle 19:00 alle 21:30" in panel.text
    assert "Prima era dalle 18:00 alle 20:30" in panel.text
    assert "Non ho ancora salvato niente" in panel.text
    assert panel.labels[0] == "✅ Salva e avvisa 1 persona"

    await world.press(world.monica, "✅ Salva e avvisa 1 persona")
    assert "Salvato" in world.monica.last.text
    notice = world.anna.last.text
    assert notice.startswith("Nuovo orario a Pinerolo: dalle 19:00 alle 21:30. Prima era dalle 18:00 alle 20:30.")
    assert received(world.anna, "Nuovo orario") == 1
    assert received(world.marco, "Nuovo orario") == 0
    assert "alle 19:00" in (await world.say(world.anna, "a che ora è a Pinerolo?")).text


async def test_reminders_follow_the_event(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-22 18:00")
    assert received(world.anna, "Domani alle") == 1

    await _change(world, "Pinerolo, 23 ottobre", "🕘 Giorno", "il 24")
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")
    assert received(world.anna, "Domani alle") == 0, "the delivered reminder was edited"
    assert len(_edited(world.anna, "Nuova data a Pinerolo: domenica 24 ottobre 2027")) == 1

    await world.travel("2027-10-23 16:00")
    assert received(world.anna, "Oggi alle") == 0, "the reminder of the old start never fires"
    await world.travel("2027-10-23 18:00")
    assert received(world.anna, "Domani alle") == 1
    await world.travel("2027-10-24 16:00")
    assert received(world.anna, "Oggi alle 18:00") == 1
    assert world.telegram.complaints == []


async def test_no_reminder_on_top_of_a_fresh_notice(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-22 17:00")
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", "un'ora dopo")
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")
    rosa = world.telegram.person(2005, "Rosa")
    await world.follow(rosa, "pinerolo")

    await world.travel("2027-10-22 18:00")
    assert received(world.anna, "Nuovo orario") == 1
    assert received(world.anna, "Domani alle") == 0
    assert received(rosa, "Domani alle") == 1, "she was not told of the change"
    await world.travel("2027-10-23 17:00")
    assert received(world.anna, "Oggi alle 19:00") == 1


async def test_a_small_shift_is_saved_in_silence_and_repeats_no_reminder(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-22 19:00")
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", "10 minuti dopo")
    assert world.monica.last.labels[0] == "✅ Salva, senza avvisare"
    assert "Non serve avvisare" in world.monica.last.text
    await world.press(world.monica, "✅ Salva, senza avvisare")

    assert received(world.anna, "Domani alle") == 0
    assert len(_edited(world.anna, "Nuovo orario a Pinerolo: dalle 18:10 alle 20:40")) == 1
    await world.travel("2027-10-23 16:10")
    assert received(world.anna, "Oggi alle 18:10") == 1


async def test_a_typo_in_a_note_tells_nobody_unless_asked(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await _change(world, "Pinerolo, 23 ottobre", "✏️ Nota", "Entrata dal cortile & <giardino>")
    assert world.monica.last.labels[0] == "✅ Salva, senza avvisare"
    await world.press(world.monica, "✅ Salva, senza avvisare")

    assert received(world.anna, "Una nota") == 0
    world.anna.start("pinerolo")
    await world.settle()
    assert "Nota: Entrata dal cortile & <giardino>" in world.anna.last.text


async def test_cancelled_and_revived(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/start")
    await world.travel("2027-10-22 18:00")
    await _open(world, "Pinerolo, 23 ottobre")
    await world.press(world.monica, "❌ Annulla l'incontro")
    assert "Annullato" in world.monica.last.text
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")

    assert received(world.anna, "Annullato: l'incontro We.Ca.Re. a Pinerolo non si farà") == 2  # reminder, notice
    assert received(world.anna, "Domani alle") == 0
    await world.travel("2027-10-23 09:00")
    await _open(world, "❌ Pinerolo, 23 ottobre")
    await world.press(world.monica, "✅ L'incontro si fa", "✅ Salva e avvisa 1 persona")
    assert received(world.anna, "L'incontro We.Ca.Re. a Pinerolo si farà") == 1
    assert received(world.anna, "Oggi alle 18:00") == 1, "the reminder that was edited stands again"
    await world.travel("2027-10-23 16:00")
    assert received(world.anna, "Oggi alle 18:00") == 2


async def test_a_cancelled_event_reminds_nobody(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await _open(world, "Pinerolo, 23 ottobre")
    await world.press(world.monica, "❌ Annulla l'incontro", "✅ Salva, senza avvisare")
    await world.travel("2027-10-22 18:00")
    await world.travel("2027-10-23 16:00")

    assert received(world.anna, "incontro We.Ca.Re. a Pinerolo") <= 1
    assert received(world.anna, "Domani") + received(world.anna, "Oggi alle") == 0


async def test_another_place_and_a_place_put_right(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await _open(world, "Pinerolo, 23 ottobre")
    await world.press(world.monica, "📍 Luogo", "↩️ Indietro", "📍 Luogo", "✏️ Un altro posto")
    assert "separati da una virgola" in world.monica.last.text
    assert "Ho capito solo" in (await world.say(world.monica, "Sala Rossa")).text
    panel = await world.say(world.monica, "Sala Rossa, via Roma 1")
    assert "Nuovo luogo a Pinerolo: Sala Rossa, via Roma 1. Prima era Centro Sociale, via Podgora 22." in panel.text
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")
    assert world.anna.last.text.startswith("Nuovo luogo a Pinerolo: Sala Rossa, via Roma 1.")
    assert "via Roma 1" in (await world.say(world.anna, "dove si fa a Pinerolo?")).text

    await _open(world, "Pinerolo, 23 ottobre")
    await world.press(world.monica, "📍 Luogo", "✏️ Correggi nome o indirizzo")
    await world.say(world.monica, "Sala Rossa, via Roma 11")
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")
    assert world.anna.last.text.startswith("Il luogo giusto a Pinerolo: Sala Rossa, via Roma 11.")


async def test_a_place_put_right_reaches_every_event_there(world: World) -> None:
    await _new_event(world, "Pinerolo", "6 novembre dalle 18 alle 20", "Centro Sociale, via Podgora 22")
    await world.press(world.monica, "✅ Crea l'incontro")
    await _open(world, "Pinerolo, 23 ottobre")
    await world.press(world.monica, "📍 Luogo", "✏️ Correggi nome o indirizzo")
    await world.say(world.monica, "Centro Sociale, via Podgora 24")
    await world.press(world.monica, "✅ Salva")

    assert texts(world.anna) == []
    listing = await world.say(world.anna, "/incontri")
    assert listing.text.count("via Podgora 24") == 2


async def _new_event(world: World, area: str, when: str, venue: str) -> None:
    await world.say(world.monica, "/modifica")
    await world.press(world.monica, "Nuovo incontro", area)
    await world.say(world.monica, when)
    await world.press(world.monica, venue)


async def test_a_new_event_is_heard_of_once_by_those_who_follow(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.marco, "torre-pellice")
    await world.travel("2027-10-09 10:05")
    await world.say(world.monica, "/modifica")
    await world.press(world.monica, "Nuovo incontro", "Pinerolo")
    assert "ma non l'ora" in (await world.say(world.monica, "6 novembre")).text
    assert "ma non il giorno" in (await world.say(world.monica, "alle 18")).text
    await world.restart()
    await world.say(world.monica, "6 novembre alle 18")
    await world.press(world.monica, "Centro Sociale, via Podgora 22")
    assert world.monica.last.labels[0] == "✅ Crea e avvisa 1 persona"
    await world.press(world.monica, "✅ Crea e avvisa 1 persona")
    await world.settle()

    assert received(world.anna, "C'è un nuovo incontro We.Ca.Re. a Pinerolo") == 1
    assert received(world.marco, "nuovo incontro") == 0
    await world.travel("2027-11-05 18:00")
    assert received(world.anna, "Domani alle") == 1


async def test_after_the_last_event_the_bot_says_that_there_is_none_ahead(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-24 09:59")
    assert received(world.anna, "non ci sono altri incontri") == 0
    await world.travel("2027-10-24 10:00")
    await world.travel("2027-10-24 12:00")
    assert received(world.anna, "Per ora a Pinerolo non ci sono altri incontri") == 1

    await _new_event(world, "Pinerolo", "20 novembre dalle 18 alle 20", "Centro Sociale, via Podgora 22")
    await world.press(world.monica, "✅ Crea e avvisa 1 persona")
    assert received(world.anna, "C'è un nuovo incontro") == 1, "the subscription was kept"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("boh", "Non ho capito «boh»"),
        ("8 ottobre", "ma è già passato"),
        ("dalle 20 alle 18", "la fine viene prima dell'inizio"),
        ("<b>&", "Non ho capito «<b>&»"),
    ],
)
async def test_what_cannot_be_is_said_and_asked_again(world: World, typed: str, answer: str) -> None:
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", typed)
    assert answer in world.monica.last.text
    assert "dalle 19:00" in (await world.say(world.monica, "alle 19")).text


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("alle 18 e 30", "dalle 18:30 alle 21:00"),
        ("ore 18,30", "dalle 18:30 alle 21:00"),
        ("18,30", "dalle 18:30 alle 21:00"),
        ("18.10", "dalle 18:10 alle 20:40"),
        ("un'ora e mezza dopo", "dalle 19:30 alle 22:00"),
        ("dalle sette alle nove di sera", "dalle 19:00 alle 21:00"),
        ("18 heures", "È già così"),
        ("de 19h à 21h30", "dalle 19:00 alle 21:30"),
        ("7 pm to 9 pm", "dalle 19:00 alle 21:00"),
    ],
)
async def test_asked_for_the_hour_only_the_hour_changes(world: World, typed: str, hours: str) -> None:
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", typed)
    assert hours in world.monica.last.text
    assert "Nuovo giorno" not in world.monica.last.text


@pytest.mark.parametrize(
    ("field", "typed", "answer"),
    [
        ("🕘 Orario", "24 ottobre", "Qui cambia solo l'ora"),
        ("🕘 Orario", "domani alle 19", "Qui cambia solo l'ora"),
        ("🕘 Orario", "una settimana dopo", "Qui cambia solo l'ora"),
        ("🕘 Giorno", "alle 19", "Qui cambia solo il giorno"),
        ("🕘 Giorno", "24 ottobre alle 19", "Qui cambia solo il giorno"),
        ("🕘 Giorno", "un'ora dopo", "Qui cambia solo il giorno"),
        ("🕘 Giorno", "venerdì 24 ottobre", "non torna"),
        ("🕘 Orario", "alle 19 circa", "Non ho capito"),
        ("🕘 Orario", "alle 19" + " " * 94, "troppo lungo: 101 caratteri"),
    ],
)
async def test_more_than_was_asked_for_is_not_taken(world: World, field: str, typed: str, answer: str) -> None:
    await _change(world, "Pinerolo, 23 ottobre", field, typed)
    assert answer in world.monica.last.text


async def test_what_is_like_that_already_is_not_saved(world: World) -> None:
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", "dalle 18 alle 20.30")
    assert world.monica.last.text.startswith("È già così: non c'è niente da salvare.")


async def test_two_organisers_at_one_event_the_second_is_told(database_url: str) -> None:
    world = World(database_url, owner_ids=frozenset({MONICA, 5_000_002_002}))
    await world.open()
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", "alle 19")
    await world.say(world.marco, "/modifica")
    await world.press(world.marco, "Pinerolo, 23 ottobre", "🕘 Orario")
    await world.say(world.marco, "alle 17")
    await world.press(world.marco, "✅ Salva")
    await world.press(world.monica, "✅ Salva")

    assert "un'altra persona ha cambiato" in world.monica.alerts[-1]
    assert "dalle 17:00 alle 19:30" in world.monica.last.text
    assert "ore 17:00–19:30" in (await world.say(world.anna, "/incontri")).text
    await world.close()


async def test_a_stale_a_forged_and_a_strange_button_change_nothing(world: World) -> None:
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", "alle 19")
    save = next(b["callback_data"] for row in world.monica.last.buttons for b in row if b["text"] == "✅ Salva")
    panel = world.monica.last.id
    await world.say(world.anna, "/start")
    world.anna.press_data(save, world.anna.last.id)
    await world.settle()
    assert "per gli organizzatori" in world.anna.alerts[-1]

    await world.press(world.monica, "❌ Lascia tutto com'era")
    world.monica.press_data(save, panel)
    await world.settle()
    assert "versione precedente" in world.monica.alerts[-1]
    assert "ore 18:00–20:30" in (await world.say(world.anna, "/incontri")).text


async def test_at_night_the_notice_waits_and_several_become_one(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-10 22:00")
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", "alle 19")
    assert "l'avviso parte domani alle 08:00" in world.monica.last.text
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Giorno", "24 ottobre")
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")
    assert received(world.anna, "Nuov") == 0

    await world.travel("2027-10-11 08:00")
    assert received(world.anna, "Nuov") == 1
    assert "domenica 24 ottobre 2027, dalle 19:00 alle 21:30. Prima era sabato 23 ottobre" in world.anna.last.text


async def test_a_change_on_the_eve_of_an_early_meeting_wakes_people(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", "dalle 9 alle 11")
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")
    await world.travel("2027-10-22 22:00")
    await _change(world, "Pinerolo, 23 ottobre", "🕘 Orario", "alle 10")
    assert "anche se è notte" in world.monica.last.text
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")

    assert received(world.anna, "Nuovo orario a Pinerolo: dalle 10:00") >= 1


async def test_moved_back_to_where_it_was(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    for typed in ("il 30", "il 23"):
        await _change(world, "Pinerolo, 23" if typed == "il 30" else "Pinerolo, 30", "🕘 Giorno", typed)
        await world.press(world.monica, "✅ Salva, senza avvisare")
    await world.travel("2027-10-22 18:00")
    await world.travel("2027-10-23 16:00")

    assert received(world.anna, "Domani alle") == 1
    assert received(world.anna, "Oggi alle 18:00") == 1


async def test_a_notice_says_what_is_still_to_be_confirmed(database_url: str) -> None:
    world = World(database_url, programme_year=None)
    await world.open()
    await world.say(world.monica, "/start")
    await world.follow(world.anna, "pinerolo")
    await _open(world, "Pinerolo, 23 ottobre?")
    await world.press(world.monica, "📍 Luogo", "✏️ Un altro posto")
    await world.say(world.monica, "Sala Rossa, via Roma 1")
    await world.press(world.monica, "✅ Salva e avvisa 1 persona")

    assert received(world.anna, "Nuovo luogo a Pinerolo: Sala Rossa") == 1
    assert world.anna.last.text.endswith("La data è ancora da confermare dagli organizzatori.")
    await world.close()


async def test_who_asks_about_a_cancelled_meeting_hears_that_it_is(world: World) -> None:
    await _open(world, "Pinerolo, 23 ottobre")
    await world.press(world.monica, "❌ Annulla", "✅ Salva")
    asked = (
        "quando è a Pinerolo?",
        "c'è qualcosa il 23 ottobre?",
        "/start pinerolo",
        "/incontri",
        "dove si fa?",
    )
    for question in asked:
        said = await world.say(world.anna, question)
        assert "nnullato" in said.text, question

    assert "Torre Pellice, 30 ottobre" in (await world.say(world.anna, asked[0])).labels
    await world.travel("2027-10-24 10:00")
    assert "nnullato" not in (await world.say(world.anna, "/incontri")).text

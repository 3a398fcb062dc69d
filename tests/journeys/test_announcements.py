"""Stories of announcements: write anything, look before sending, change one's mind."""

from collections.abc import Callable
from typing import Any

import pytest

from sandbox.people.messages import UploadedFile
from tests.world import World, received, rome

pytestmark = pytest.mark.one_database

PICTURE = UploadedFile("locandina.png", b"png", "image/png")
PAPER = UploadedFile("programma.pdf", b"pdf", "application/pdf")
FILM = UploadedFile("invito.mp4", b"mp4", "video/mp4")
CUSTOM = {"type": "bold", "offset": 0, "length": 10}


async def test_an_announcement_to_one_area_reaches_its_followers_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.marco, "torre-pellice")
    panel = await world.announce("La sala apre alle 17.30.")
    assert "Quante persone: 2" in panel.text

    panel = await world.press(world.monica, "👥 A chi", "○ Pinerolo")
    assert "chi segue Pinerolo" in panel.text
    await world.press(world.monica, "↩️", "✅ Manda a 1 persona")
    await world.wait()

    assert received(world.anna, "La sala apre alle 17.30.") == 1
    assert received(world.marco, "La sala apre") == 0
    assert received(world.monica, "Annuncio consegnato") == 1
    assert "Destinatari: 1\nConsegnati: 1" in world.monica.last.text


async def test_what_is_confirmed_waits_ten_seconds_and_can_be_stopped(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    held = await world.announce("Ciao", "✅")
    assert "Parte fra 10 secondi per 1 persona" in held.text

    await world.wait(9)
    assert received(world.anna, "Ciao") == 0
    panel = await world.press(world.monica, "❌ Ferma")
    assert "Quante persone: 1\nQuando: appena confermi" in panel.text
    await world.wait(60)
    assert received(world.anna, "Ciao") == 0

    await world.restart()
    await world.press(world.monica, "✅")
    await world.wait(10)
    assert received(world.anna, "Ciao") == 1


async def test_the_preview_is_what_arrives(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia")
    world.monica.send(text="Attenzione: <porta> & cancello", entities=[CUSTOM])
    await world.settle()
    preview = next(m for m in world.monica.messages if "porta" in m.text and m.from_bot)
    await world.press(world.monica, "✅")
    await world.wait()

    arrived = next(message for message in world.anna.messages if "porta" in message.text)
    assert arrived.text == preview.text == "Attenzione: <porta> & cancello"
    assert arrived.raw["entities"] == preview.raw["entities"] == [CUSTOM]


def _place(world: World) -> None:
    world.monica.send(location={"latitude": 44.88, "longitude": 7.33})


@pytest.mark.parametrize(
    ("send", "field"),
    [
        (lambda world: world.monica.attach(PICTURE, caption="La locandina"), "photo"),
        (lambda world: world.monica.attach(PAPER, caption="Il programma"), "document"),
        (lambda world: world.monica.attach(FILM), "video"),
        (_place, "location"),
    ],
)
async def test_any_one_message_can_be_announced(world: World, send: Callable[[World], None], field: str) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia")
    send(world)
    await world.settle()
    written = next(m for m in reversed(world.monica.messages) if not m.from_bot)
    await world.press(world.monica, "✅")
    await world.wait()

    assert world.anna.last.raw[field] == written.raw[field]
    assert world.anna.last.text == written.text
    assert world.telegram.complaints == []


async def test_an_album_arrives_whole_also_over_a_restart(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia")
    world.monica.attach(PICTURE, FILM, PICTURE, caption="Ieri a Perosa")
    await world.settle()
    assert received(world.monica, "Sto ricevendo il tuo album") == 1
    await world.restart()
    panel = await world.press(world.monica, "✅ Ci sono tutte")
    assert "🔗 Bottoni" not in panel.labels
    await world.press(world.monica, "✅ Manda")
    await world.wait()

    parts = [message for message in world.anna.messages if message.raw.get("media_group_id")]
    assert [part.text for part in parts] == ["Ieri a Perosa", "", ""]
    assert len({part.raw["media_group_id"] for part in parts}) == 1


async def test_words_after_an_album_are_its_caption(world: World) -> None:
    await world.say(world.monica, "/annuncia")
    world.monica.attach(PICTURE, PICTURE)
    await world.say(world.monica, "Ecco le foto")

    shown = [message for message in world.monica.messages if message.raw.get("media_group_id")]
    assert shown[-2].text == "Ecco le foto"


async def test_each_reads_the_own_language_and_else_italian(world: World) -> None:
    claire = world.telegram.person(2003, "Claire", language_code="fr")
    john = world.telegram.person(2004, "John", language_code="en")
    for person in (world.anna, claire, john):
        await world.follow(person, "pinerolo")
    await world.announce("Porte aperte alle 17", "🌍 Lingue", "Aggiungi: francese")
    panel = await world.say(world.monica, "Ouverture à 17 h")
    assert "Scritto in: italiano, francese" in panel.text
    assert received(world.monica, "Così lo riceverà chi legge in francese") == 1
    await world.press(world.monica, "✅")
    await world.wait()

    assert received(world.anna, "Porte aperte") == 1
    assert received(claire, "Ouverture à 17 h") == 1
    assert received(claire, "Porte aperte") == 0
    assert received(john, "Porte aperte") == 1
    assert "Destinatari: 3\nConsegnati: 3" in world.monica.last.text


async def test_it_may_go_only_to_the_readers_of_a_language(world: World) -> None:
    claire = world.telegram.person(2003, "Claire", language_code="fr")
    for person in (world.anna, claire):
        await world.follow(person, "pinerolo")
    panel = await world.announce("Pour vous", "👥 A chi", "Solo chi legge in francese")
    assert "Quante persone: 1" in panel.text
    await world.press(world.monica, "↩️", "✅")
    await world.wait()

    assert (received(world.anna, "Pour vous"), received(claire, "Pour vous")) == (0, 1)


async def test_buttons_below_it_open_a_link_and_the_card(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Venite", "🔗 Bottoni", "Aggiungi un collegamento")
    for wrong in ("solo testo", "Testo - ftp://x.it", "Testo - https://", "x" * 41 + " - https://a.it"):
        assert "Non riesco a farne un bottone" in (await world.say(world.monica, wrong)).text
    panel = await world.say(world.monica, "Il programma - https://esempio.it/p")
    assert "Bottoni: Il programma" in panel.text
    await world.press(world.monica, "○ Pinerolo", "↩️", "✅")
    await world.wait()

    assert world.anna.last.buttons[0][0]["url"] == "https://esempio.it/p"
    card = await world.press(world.anna, "Pinerolo")
    assert "via Podgora 22" in card.text
    assert received(world.anna, "Venite") == 1


async def test_a_time_is_read_shown_and_kept(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("A domani!", "🕘 Quando", "🕘 Scegli")
    assert "Non ho capito" in (await world.say(world.monica, "boh")).text
    assert "ma non l’ora" in (await world.say(world.monica, "domani")).text
    assert "già passato" in (await world.say(world.monica, "oggi alle 8")).text
    panel = await world.say(world.monica, "domani alle 18")
    assert "domani alle 18:00 (fra un giorno e 8 ore)" in panel.text
    assert "Programmato" in (await world.press(world.monica, "✅ Programma")).text

    await world.travel("2027-10-10 17:59")
    assert received(world.anna, "A domani!") == 0
    await world.restart()
    await world.travel("2027-10-10 18:00")
    assert received(world.anna, "A domani!") == 1


async def test_what_is_scheduled_can_be_changed_or_stopped(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Prima", "🕘 Quando", "🕘 Scegli")
    await world.say(world.monica, "domani alle 18")
    await world.press(world.monica, "✅ Programma", "✏️ Modifica", "✏️ Cambia il contenuto")
    panel = await world.say(world.monica, "Dopo")
    assert "domani alle 18:00" in panel.text
    await world.travel("2027-10-10 18:05")
    assert received(world.anna, "Prima") == received(world.anna, "Dopo") == 0

    await world.press(world.monica, "✅")
    await world.wait()
    assert received(world.anna, "Dopo") == 1


async def test_at_night_it_waits_for_the_morning_unless_urgent(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-09 22:30")
    panel = await world.announce("Buongiorno!")
    assert "Quando: domani alle 08:00 (fra 9 ore e 30 minuti)" in panel.text
    assert "Di notte non disturbo nessuno: i messaggi partono domani alle 08:00." in panel.text
    await world.press(world.monica, "✅")
    await world.travel("2027-10-10 07:59")
    assert received(world.anna, "Buongiorno!") == 0
    await world.travel("2027-10-10 08:00")
    assert received(world.anna, "Buongiorno!") == 1

    await world.travel("2027-10-10 22:30")
    panel = await world.announce("Si cambia sala!", "🕘 Quando", "Urgente")
    assert "Il telefono suonerà a 1 persona" in panel.text
    await world.press(world.monica, "↩️", "✅ Manda")
    await world.wait()
    assert received(world.anna, "Si cambia sala!") == 1


async def test_a_confirmation_pressed_twice_or_stale_sends_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    first = await world.announce("Una volta sola")
    confirm = _data(first, "✅")
    await world.press(world.monica, "👥 A chi", "○ Pinerolo")
    world.monica.press_data(confirm, first.id)
    await world.settle()
    assert "versione precedente" in world.monica.alerts[-1]

    await world.press(world.monica, "↩️", "✅")
    await world.restart()
    world.monica.press_data(confirm, first.id)
    await world.wait()
    assert "già stato confermato" in world.monica.alerts[-1]
    assert received(world.anna, "Una volta sola") == 1


def _data(message: Any, label: str) -> str:
    buttons = [button for row in message.buttons for button in row]
    return str(next(button["callback_data"] for button in buttons if label in button["text"]))


async def test_a_resident_cannot_announce(world: World) -> None:
    await world.follow(world.marco, "pinerolo")
    assert "per gli organizzatori" in (await world.say(world.anna, "/annuncia")).text
    panel = await world.announce("Solo Monica")
    world.anna.press_data(_data(panel, "✅"), world.anna.last.id)
    await world.wait()

    assert "per gli organizzatori" in world.anna.alerts[-1]
    assert received(world.marco, "Solo Monica") == 0


@pytest.mark.parametrize(
    "forged",
    ["dtown:1:1:atlantide", "dread:1:1:xx", "dcard:1:1:99", "drepeat:1:1:hour", "dsend:99:1", "astop:99"],
)
async def test_forged_buttons_are_refused(world: World, forged: str) -> None:
    panel = await world.announce("Ciao")
    world.monica.press_data(forged, panel.id)
    await world.settle()

    assert world.monica.alerts
    assert world.telegram.complaints == []


async def test_an_organiser_of_one_area_announces_there_only(world: World) -> None:
    await world.organiser(world.marco, areas=["torre-pellice"])
    await world.follow(world.anna, "pinerolo")
    hers = await world.announce("Di Monica")
    world.marco.press_data(_data(hers, "✅"), hers.id)
    await world.settle()
    assert "un paese che non è tra i tuoi" in world.marco.alerts[-1]

    panel = await world.say(world.marco, "/annuncia", "Di Marco")
    assert "chi segue Torre Pellice" in panel.text
    assert "Pinerolo" not in str((await world.press(world.marco, "👥 A chi")).labels)


async def test_two_organisers_do_not_overwrite_each_other(world: World) -> None:
    await world.organiser(world.marco)
    await world.follow(world.anna, "pinerolo")
    panel = await world.announce("Prima stesura")
    await world.press(world.monica, "✏️ Cambia il contenuto")
    world.marco.press_data(_data(panel, "✏️ Cambia il contenuto"), panel.id)
    await world.say(world.marco, "Stesura di Marco")
    await world.say(world.monica, "Stesura di Monica")

    assert received(world.monica, "Nel frattempo qualcuno ha cambiato") == 1
    await world.press(world.marco, "✅")
    await world.wait()
    assert received(world.anna, "Stesura di Marco") == 1
    assert received(world.anna, "Stesura di Monica") == 0


async def test_what_is_too_long_or_unsupported_is_told_and_the_draft_kept(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Buono", "✏️ Cambia il contenuto")
    assert "4.100 caratteri" in (await world.say(world.monica, "x" * 4100)).text
    world.monica.attach(PICTURE, caption="y" * 1025)
    await world.settle()
    assert "1.025 caratteri, e Telegram ne permette 1.024" in world.monica.last.text
    world.monica.send(contact={"phone_number": "1", "first_name": "A"})
    await world.settle()
    assert "non lo posso annunciare" in world.monica.last.text

    await world.press(world.monica, "✅")
    await world.wait()
    assert received(world.anna, "Buono") == 1


async def test_a_cancelled_draft_sends_nothing(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Bozza")
    assert "Non è partito niente" in (await world.press(world.monica, "❌")).text
    await world.travel("2027-10-12 12:00")
    assert received(world.anna, "Bozza") == 0


async def test_a_draft_left_half_way_can_be_taken_up(world: World) -> None:
    await world.announce("Lasciata a metà")
    begun = await world.say(world.monica, "/annuncia")
    assert "✏️ Riprendi: Lasciata a metà" in begun.labels
    assert "Quante persone" in (await world.press(world.monica, "✏️ Riprendi")).text


async def test_a_command_leaves_the_announcement_that_was_begun(world: World) -> None:
    await world.say(world.monica, "/annuncia", "/incontri", "dove si fa a Pinerolo?")

    assert "via Podgora 22" in world.monica.last.text


async def test_the_report_counts_who_blocked_the_bot(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.marco, "pinerolo")
    world.telegram.faults.blocked.add(world.marco.id)
    await world.announce("Ciao", "✅ Manda a 2 persone")
    await world.wait()

    assert "Destinatari: 2\nConsegnati: 1\nHanno bloccato il bot: 1" in world.monica.last.text
    assert "1 × Forbidden" in world.monica.last.text
    assert "Quante persone: 1" in (await world.announce("Ancora")).text


async def test_it_is_repeated_by_the_wall_clock_until_its_last_day(world: World) -> None:
    await world.travel("2027-10-29 10:00")
    await world.follow(world.anna, "torre-pellice")
    await world.announce("Sportello aperto", "🕘 Quando", "🕘 Scegli")
    await world.say(world.monica, "domani alle 9")
    await world.press(world.monica, "🕘 Quando", "🔁 Ripetilo", "○ Ogni giorno")
    assert "deve venire dopo il primo" in (await world.say(world.monica, "oggi")).text
    panel = await world.say(world.monica, "1 novembre")
    assert "Si ripete: ogni giorno, fino a lunedì 1 novembre 2027" in panel.text
    await world.press(world.monica, "✅ Programma")

    # The clocks go back on the 31st.
    for day, before, after in (("10-30", 0, 1), ("10-31", 1, 2), ("11-01", 2, 3), ("11-02", 3, 3)):
        await world.travel(f"2027-{day} 08:59")
        assert received(world.anna, "Sportello aperto") == before
        await world.travel(f"2027-{day} 09:00")
        assert received(world.anna, "Sportello aperto") == after
    assert received(world.monica, "Annuncio consegnato") == 3


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("tomorrow at 6:30pm", "domani alle 18:30"),
        ("oggi alle 17 e 30", "oggi alle 17:30"),
        ("fra tre giorni alle 8", "martedì 12 ottobre 2027 alle 08:00"),
        ("giovedì 14/10 h 20.30", "giovedì 14 ottobre 2027 alle 20:30"),
        ("22.10. ore 20", "venerdì 22 ottobre 2027 alle 20:00"),
        ("demain soir à 8h", "domani alle 20:00"),
        ("dans 1h30", "oggi alle 11:30"),
        ("domani alle 18 se non piove", "Non ho capito"),
        ("venerdì 23 ottobre alle 18", "non torna: quel giorno è sabato"),
        ("dalle 18 alle 20", "Non ho capito"),
        ("fra tre giorni", "ma non l’ora"),
        ("ieri alle 9", "ma è già passato"),
        ("9" * 101, "troppo lungo: 101 caratteri"),
    ],
)
async def test_a_time_is_understood_whole_or_not(world: World, typed: str, shown: str) -> None:
    await world.follow(world.anna, "torre-pellice")
    await world.announce("Sportello aperto", "🕘 Quando", "🕘 Scegli")
    assert shown in (await world.say(world.monica, typed)).text


@pytest.mark.parametrize("typed", ["1 novembre alle 9", "alle 9", "ogni novembre", "novembre"])
async def test_asked_for_the_last_day_only_a_day_is_taken(world: World, typed: str) -> None:
    await world.follow(world.anna, "torre-pellice")
    await world.announce("Sportello aperto", "🕘 Quando", "🕘 Scegli")
    await world.say(world.monica, "domani alle 9")
    await world.press(world.monica, "🕘 Quando", "🔁 Ripetilo", "○ Ogni giorno")
    assert "Scrivi solo un giorno" in (await world.say(world.monica, typed)).text
    assert "fino a venerdì 22 ottobre" in (await world.say(world.monica, "venerdì 22")).text


async def test_every_month_from_the_31st_keeps_to_the_31st(database_url: str) -> None:
    world = World(database_url, at=rome("2027-07-30 10:00"))
    await world.open()
    await world.follow(world.anna, "torre-pellice")
    await world.announce("Sportello aperto", "🕘 Quando", "🕘 Scegli")
    await world.say(world.monica, "31 luglio alle 9")
    await world.press(world.monica, "🕘 Quando", "🔁 Ripetilo", "○ Ogni mese")
    await world.say(world.monica, "15 dicembre 2027")
    await world.press(world.monica, "✅ Programma")

    days = ["2027-07-31", "2027-08-31", "2027-09-30", "2027-10-31", "2027-11-30"]
    for count, day in enumerate(days):
        await world.travel(f"{day} 08:59")
        assert received(world.anna, "Sportello aperto") == count
        await world.travel(f"{day} 09:00")
        assert received(world.anna, "Sportello aperto") == count + 1
    await world.close()


async def test_a_large_one_takes_a_second_organiser(database_url: str) -> None:
    world = World(database_url, approval_above=1)
    await world.open()
    await world.follow(world.anna, "pinerolo")
    rosa = world.telegram.person(2005, "Rosa")
    await world.follow(rosa, "pinerolo")
    await world.announce("Grande", "✅")
    assert "non c’è nessuno a cui chiederlo" in world.monica.alerts[-1]

    await world.organiser(world.marco)
    assert "Aspetta una seconda persona" in (await world.press(world.monica, "✅")).text
    asked = world.marco.last
    assert "annuncio" in asked.text
    await world.press(world.marco, "👀")
    await world.press(world.marco, "❌ Non così")
    assert received(world.monica, "ti rimanda l’annuncio") == 1
    await world.say(world.monica, "/annuncia")
    await world.press(world.monica, "✏️ Riprendi", "✅ Manda")
    panel = await world.press(world.marco, "👀")
    world.monica.press_data(_data(panel, "✅ Approva"), world.monica.last.id)
    await world.settle()
    assert "Deve approvarlo un’altra persona" in world.monica.alerts[-1]

    assert "Parte fra 10 secondi" in (await world.press(world.marco, "✅ Approva")).text
    await world.wait()
    assert received(world.anna, "Grande") == received(rosa, "Grande") == 1
    await world.close()


async def test_a_linked_channel_can_be_chosen_and_the_card_opens_the_bot(world: World) -> None:
    channel = world.telegram.group(-1009, "Comune di Pinerolo", "channel")
    await world.say(world.monica, "/start")
    channel.add_bot(world.monica, status="administrator")
    await world.settle()
    panel = await world.announce("Per tutti", "👥 A chi", "○ 💬 Comune di Pinerolo")
    assert "il gruppo o canale «Comune di Pinerolo»" in panel.text
    await world.press(world.monica, "↩️", "🔗 Bottoni", "○ Pinerolo", "↩️", "✅ Manda lì")
    await world.wait()

    posted = channel.messages[-1]
    assert posted.text == "Per tutti"
    assert posted.buttons[0][0]["url"] == "https://t.me/campanile_bot?start=e2"
    assert "Destinatari: 1\nConsegnati: 1" in world.monica.last.text


async def test_what_failed_is_tried_again_and_counted_in_a_table(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.marco, "pinerolo")
    world.telegram.faults.next_error(status=400, chat_id=world.marco.id)
    await world.announce("Ciao", "✅")
    await world.wait()
    assert "Consegnati: 1" in world.monica.last.text
    assert "Perché, con le parole di Telegram:\n• 1 ×" in world.monica.last.text

    await world.press(world.monica, "📄 Tabella")
    table = world.monica.last.document
    assert table is not None
    assert "Totale;2;1;0;1;0;0;0" in table.content.decode("utf-8-sig")
    await world.press(world.monica, "🔁 Riprova con 1 persona")
    await world.wait(1)
    assert received(world.marco, "Ciao") == 1
    assert "Destinatari: 2\nConsegnati: 2" in world.monica.last.text


async def test_a_paused_one_waits_over_a_restart_and_goes_on(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    held = await world.announce("Lungo", "✅")
    world.monica.press_data(_data(held, "❌ Ferma").replace("astop", "apause"), held.id)
    await world.settle()
    await world.wait(60)
    assert "In pausa: 0 %" in world.monica.last.text
    assert received(world.anna, "Lungo") == 0
    await world.restart()
    await world.press(world.monica, "▶️ Riprendi")
    await world.wait(1)

    assert received(world.anna, "Lungo") == 1
    assert received(world.monica, "Annuncio consegnato") == 1


async def test_a_pause_that_could_not_be_shown_is_shown_when_pressed_again(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    held = await world.announce("Lungo", "✅")
    pause = _data(held, "❌ Ferma").replace("astop", "apause")
    world.telegram.faults.error_rate = 1
    world.monica.press_data(pause, held.id)
    await world.answer()
    world.telegram.faults.error_rate = 0
    await world.wait(60)
    assert received(world.anna, "Lungo") == received(world.monica, "In pausa") == 0

    world.monica.press_data(pause, held.id)
    await world.settle()
    assert "In pausa: 0 %" in world.monica.last.text
    assert "⏸ In pausa" in (await world.say(world.monica, "/agenda")).text
    await world.press(world.monica, "▶️ Riprendi")
    await world.wait(1)
    assert received(world.anna, "Lungo") == 1


async def test_a_stopped_one_says_who_did_not_get_it(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    held = await world.announce("Fermo", "✅")
    world.monica.press_data(_data(held, "❌ Ferma").replace("astop", "apause"), held.id)
    await world.settle()
    await world.wait()
    await world.press(world.monica, "⏹ Ferma")
    assert received(world.monica, "Non mandati: 1") == 1
    await world.wait(1)

    assert received(world.anna, "Fermo") == 0
    assert "Annuncio fermato" in world.monica.last.text
    assert "Destinatari: 1\nConsegnati: 0" in world.monica.last.text
    assert "Saltati: 1" in world.monica.last.text

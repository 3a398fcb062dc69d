"""Stories of organisers: announce, look before sending, repair a slip."""

from tests.world import World, received


async def test_an_announcement_to_one_town_reaches_its_followers_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.marco, "torre-pellice")
    panel = await world.say(world.monica, "/annuncia", "La sala apre alle 17.30.")
    assert "Quante persone: 2" in panel.text

    panel = await world.press(world.monica, "○ Pinerolo")
    assert "chi segue Pinerolo" in panel.text
    await world.press(world.monica, "✅ Manda a 1 persona")
    await world.settle()

    assert received(world.anna, "La sala apre alle 17.30.") == 1
    assert received(world.marco, "La sala apre") == 0
    assert received(world.monica, "Annuncio consegnato") == 1
    assert "Destinatari: 1\nConsegnati: 1" in world.monica.last.text


async def test_the_preview_is_what_arrives(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    world.monica.say("/annuncia")
    await world.settle()
    bold = [{"type": "bold", "offset": 0, "length": 10}]
    world.monica.send(text="Attenzione: <porta> & cancello", entities=bold)
    await world.settle()
    preview = next(
        message for message in world.monica.messages if "porta" in message.text and message.from_bot
    )
    await world.press(world.monica, "✅")

    arrived = next(message for message in world.anna.messages if "porta" in message.text)
    assert arrived.text == preview.text == "Attenzione: <porta> & cancello"
    assert arrived.raw["entities"] == preview.raw["entities"] == bold


async def test_a_time_is_read_shown_and_kept(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia", "A domani!")
    await world.press(world.monica, "🕘 Scegli quando")
    assert "Non ho capito" in (await world.say(world.monica, "boh")).text
    assert "ma non l'ora" in (await world.say(world.monica, "domani")).text
    assert "già passato" in (await world.say(world.monica, "oggi alle 8")).text
    panel = await world.say(world.monica, "domani alle 18")
    assert "domani alle 18:00 (fra un giorno e 8 ore)" in panel.text
    await world.press(world.monica, "✅ Programma")

    await world.travel("2027-10-10 17:59")
    assert received(world.anna, "A domani!") == 0
    await world.restart()
    await world.travel("2027-10-10 18:00")
    assert received(world.anna, "A domani!") == 1


async def test_at_night_an_announcement_waits_for_the_morning_and_says_so(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.travel("2027-10-09 22:30")
    panel = await world.say(world.monica, "/annuncia", "Buongiorno!")
    assert "A quell'ora non disturbo nessuno: i messaggi partono domani alle 08:00." in panel.text
    await world.press(world.monica, "✅")

    await world.travel("2027-10-10 07:59")
    assert received(world.anna, "Buongiorno!") == 0
    await world.travel("2027-10-10 08:00")
    assert received(world.anna, "Buongiorno!") == 1


async def test_a_confirmation_pressed_twice_or_stale_sends_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    first = await world.say(world.monica, "/annuncia", "Una volta sola")
    confirm = next(b["callback_data"] for row in first.buttons for b in row if b["text"].startswith("✅"))
    await world.press(world.monica, "○ Pinerolo")
    world.monica.press_data(confirm, first.id)
    await world.settle()
    assert "versione precedente" in world.monica.alerts[-1]
    assert received(world.anna, "Una volta sola") == 0

    await world.press(world.monica, "✅")
    world.monica.press_data(confirm, first.id)
    await world.settle()
    assert "già partito" in world.monica.alerts[-1]
    assert received(world.anna, "Una volta sola") == 1


async def test_a_resident_cannot_announce(world: World) -> None:
    await world.follow(world.marco, "pinerolo")
    assert "per gli organizzatori" in (await world.say(world.anna, "/annuncia")).text
    panel = await world.say(world.monica, "/annuncia", "Solo Monica")
    confirm = next(b["callback_data"] for row in panel.buttons for b in row if b["text"].startswith("✅"))
    world.anna.press_data(confirm, world.anna.last.id)
    await world.settle()

    assert "per gli organizzatori" in world.anna.alerts[-1]
    assert received(world.marco, "Solo Monica") == 0


async def test_a_photo_where_words_are_awaited_is_told(world: World) -> None:
    await world.say(world.monica, "/annuncia")
    world.monica.send(photo=[{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}])
    await world.settle()

    assert "solo un testo" in world.monica.last.text


async def test_a_cancelled_draft_sends_nothing(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia", "Bozza")
    assert "Non è partito niente" in (await world.press(world.monica, "❌")).text
    await world.travel("2027-10-12 12:00")
    assert received(world.anna, "Bozza") == 0


async def test_the_text_of_a_draft_can_be_changed(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia", "Via Podgora 2")
    await world.press(world.monica, "✏️")
    await world.say(world.monica, "Via Podgora 22")
    await world.press(world.monica, "✅")

    assert received(world.anna, "Via Podgora 22") == 1
    assert world.anna.last.text == "Via Podgora 22"


async def test_the_report_counts_who_blocked_the_bot(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.follow(world.marco, "pinerolo")
    world.telegram.faults.blocked.add(world.marco.id)
    await world.say(world.monica, "/annuncia", "Ciao")
    await world.press(world.monica, "✅ Manda a 2 persone")
    await world.settle()

    assert "Destinatari: 2\nConsegnati: 1\nHanno bloccato il bot: 1" in world.monica.last.text
    panel = await world.say(world.monica, "/annuncia", "Ancora")
    assert "Quante persone: 1" in panel.text


async def test_a_command_leaves_the_announcement_that_was_begun(world: World) -> None:
    await world.say(world.monica, "/annuncia", "/incontri", "dove si fa a Pinerolo?")

    assert "via Podgora 22" in world.monica.last.text


async def test_a_question_comes_back_answered_and_is_learned(world: World) -> None:
    await world.say(world.monica, "/start")
    await world.say(world.anna, "si può portare il cane?")
    await world.press(world.anna, "✉️")
    assert "passato la tua domanda" in world.anna.last.text
    await world.say(world.marco, "Si può portare il cane")
    await world.press(world.marco, "✉️")
    assert received(world.monica, "Un residente chiede") == 1

    inbox = await world.say(world.monica, "/domande")
    assert "L'hanno chiesto 2 persone" in inbox.text
    await world.press(world.monica, "✏️ Rispondi")
    await world.say(world.monica, "Sì, se è tranquillo & al guinzaglio.")
    assert received(world.anna, "Sì, se è tranquillo & al guinzaglio.") == 1
    assert received(world.marco, "Sì, se è tranquillo & al guinzaglio.") == 1
    await world.press(world.monica, "✅ Usala")

    rosa = world.telegram.person(2005, "Rosa")
    assert "al guinzaglio" in (await world.say(rosa, "si può portare il cane?")).text

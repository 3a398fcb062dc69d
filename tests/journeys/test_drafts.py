"""What a draft takes: only words that it was asked for, and everything of what was sent."""

import pytest

from sandbox.people.messages import UploadedFile
from tests.world import World, received

pytestmark = pytest.mark.one_database  # `services` and `storage` are tried on both

PICTURE = UploadedFile("locandina.png", b"png", "image/png")
LOST = "Questo non deve arrivare a nessuno"
PLACE = {"latitude": 44.88, "longitude": 7.33}


async def album(world: World, *captions: str) -> None:
    """Monica sends an album with a caption for each photo, and waits to see it."""
    group = world.telegram.media_group_id()
    for caption in captions:
        photo = [{"file_id": world.telegram.keep(PICTURE), "file_unique_id": "u", "width": 1, "height": 1}]
        words = {"caption": caption} if caption else {}
        world.monica.send(photo=photo, media_group_id=group, **words)
    await world.settle()


async def begun(world: World) -> None:
    await world.say(world.monica, "/annuncia")
    await album(world, "Ieri a Perosa", "")
    await world.press(world.monica, "✅ Ci sono tutte")


@pytest.mark.parametrize(
    "asked",
    [
        ("✏️ Cambia il contenuto",),
        ("🕘 Quando", "🕘 Scegli"),
        ("🕘 Quando", "🕘 Scegli", "↩️ Indietro", "✏️ Cambia il contenuto"),
        ("🌍 Lingue", "Aggiungi: francese"),
    ],
)
async def test_what_is_typed_after_the_confirmation_is_not_taken(world: World, asked: tuple[str, ...]) -> None:
    await world.follow(world.anna, "pinerolo")
    await begun(world)
    panel = world.monica.last
    confirm = next(b["callback_data"] for row in panel.buttons for b in row if b["text"].startswith("✅"))
    await world.press(world.monica, *asked)
    await world.settle()
    world.monica.press_data(confirm, panel.id)
    await world.settle()
    await world.say(world.monica, LOST)
    assert "via Podgora 22" in (await world.say(world.monica, "dove si fa a Pinerolo?")).text
    await world.wait()

    assert received(world.anna, "Ieri a Perosa") == 1
    assert received(world.anna, LOST) == 0


async def test_a_colleague_who_was_asked_is_told_that_it_is_confirmed(world: World) -> None:
    await world.organiser(world.marco)
    await world.follow(world.anna, "pinerolo")
    panel = await world.announce("Si comincia alle 17")
    change = next(b["callback_data"] for row in panel.buttons for b in row if "Cambia il" in b["text"])
    world.marco.press_data(change, panel.id)
    await world.settle()
    await world.press(world.monica, "✅")
    assert "è già stato confermato" in world.marco.last.text
    await world.say(world.marco, LOST)
    await world.wait()

    assert received(world.anna, "Si comincia alle 17") == 1
    assert received(world.anna, LOST) == 0


async def test_each_photo_keeps_its_caption(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia")
    await album(world, "", "Seconda", "Terza")
    await world.press(world.monica, "✅ Ci sono tutte", "✅ Manda")
    await world.wait()

    arrived = [message.text for message in world.anna.messages if message.raw.get("media_group_id")]
    assert arrived == ["", "Seconda", "Terza"]
    await world.press(world.monica, "✏️ Correggi per tutti")
    assert "ogni foto ha la sua didascalia" in world.monica.alerts[-1]


async def test_the_one_caption_is_corrected_where_it_stands(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.say(world.monica, "/annuncia")
    await album(world, "", "Sabbato")
    await world.press(world.monica, "✅ Ci sono tutte", "✅ Manda")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti")
    await world.say(world.monica, "Sabato")
    await world.press(world.monica, "✅ Correggi")

    arrived = [message.text for message in world.anna.messages if message.raw.get("media_group_id")]
    assert arrived == ["", "Sabato"]


async def test_a_photo_with_too_long_a_caption_is_told_and_not_lost(world: World) -> None:
    await world.say(world.monica, "/annuncia")
    await album(world, "Prima", "y" * 1025)
    assert received(world.monica, "1.025 caratteri, e Telegram ne permette 1.024") == 1
    await world.press(world.monica, "✅ Ci sono tutte")

    assert received(world.monica, "1.025 caratteri") == 2
    assert not any("Manda" in label for label in world.monica.last.labels)


async def test_a_part_that_comes_late_is_in_the_album(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await begun(world)
    group = next(m.raw["media_group_id"] for m in world.monica.messages if m.raw.get("media_group_id"))
    photo = [{"file_id": world.telegram.keep(PICTURE), "file_unique_id": "u", "width": 1, "height": 1}]
    world.monica.send(photo=photo, media_group_id=group, caption="Ultima")
    await world.settle()
    await world.press(world.monica, "✅ Ci sono tutte", "✅ Manda")
    await world.wait()

    arrived = [message.text for message in world.anna.messages if message.raw.get("media_group_id")]
    assert arrived == ["Ieri a Perosa", "", "Ultima"]


async def test_a_venue_goes_out_as_one(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    venue = {"location": PLACE, "title": "Villa <Corsi>", "address": "via Podgora 22"}
    await world.say(world.monica, "/annuncia")
    world.monica.send(venue=venue, location=PLACE)
    await world.settle()
    await world.press(world.monica, "✅")
    await world.wait()

    assert world.anna.last.raw["venue"] == venue


LIVE = {"location": PLACE | {"live_period": 900}}
CONTACT = {"contact": {"phone_number": "1", "first_name": "A", "vcard": "x"}}
NOTE = {"video_note": {"file_id": "n", "file_unique_id": "n", "length": 1, "duration": 1}}
VOICE = {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}
DICE = {"dice": {"emoji": "🎲", "value": 3}}


@pytest.mark.one_database
@pytest.mark.parametrize("content", [LIVE, CONTACT, NOTE, VOICE, DICE])
async def test_what_cannot_be_kept_whole_is_refused(world: World, content: dict[str, object]) -> None:
    await world.say(world.monica, "/annuncia")
    world.monica.send(**content)
    await world.settle()

    assert "non lo posso annunciare" in world.monica.last.text


FROM = {"type": "hidden_user", "sender_user_name": "Ente", "date": 1}


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ({"forward_origin": FROM}, "messaggio inoltrato"),
        ({"quote": {"text": "x", "position": 0}}, "messaggio che citi"),
        ({"external_reply": {"origin": FROM}}, "messaggio che citi"),
        ({"reply_markup": {"inline_keyboard": [[{"text": "x", "url": "https://a.it"}]]}}, "bottoni"),
    ],
)
async def test_what_is_left_out_is_said_before_the_preview(world: World, extra: dict[str, object], told: str) -> None:
    await world.say(world.monica, "/annuncia")
    world.monica.send(text="Venite", **extra)
    await world.settle()

    said = [message.text for message in world.monica.messages if message.from_bot]
    warned = next(place for place, text in enumerate(said) if told in text)
    assert warned < next(place for place, text in enumerate(said) if "Ecco l’annuncio" in text)


async def test_a_covered_picture_with_its_caption_above_stays_so(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    photo = [{"file_id": world.telegram.keep(PICTURE), "file_unique_id": "u", "width": 1, "height": 1}]
    await world.say(world.monica, "/annuncia")
    world.monica.send(photo=photo, caption="Sopra", show_caption_above_media=True, has_media_spoiler=True)
    await world.settle()
    await world.press(world.monica, "✅")
    await world.wait()

    sent = [call for call in world.telegram.calls if call.method == "sendPhoto"][-1]
    assert (sent.params["show_caption_above_media"], sent.params["has_spoiler"]) == (True, True)

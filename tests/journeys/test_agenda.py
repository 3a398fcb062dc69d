"""Stories of the diary: what goes out next is seen, changed, left out and approved before it happens."""

import pytest

from tests.world import World, received, texts

pytestmark = pytest.mark.one_database


async def test_it_lists_reminders_and_announcements_in_the_order_of_time(world: World) -> None:
    await world.follow(world.anna, "perosa-argentina")
    await world.announce("A domani!", "🕘 Quando", "🕘 Scegli")
    await world.say(world.monica, "domani alle 18")
    await world.press(world.monica, "✅ Programma")
    diary = await world.say(world.monica, "/agenda")

    first, second = diary.text.split("\n\n")[1:3]
    assert first.startswith("1. domani, 18:00")
    assert "A domani!\nA 1 persona: tutti quelli che seguono un paese" in first
    assert "Promemoria, Perosa Argentina: il giorno prima" in second
    assert "una settimana prima" not in diary.text


async def test_it_pages(world: World) -> None:
    for number in range(1, 10):
        await world.announce(f"Numero {number}", "🕘 Quando", "🕘 Scegli")
        await world.say(world.monica, f"domani alle {number + 7}")
        await world.press(world.monica, "✅ Programma")
    first = await world.say(world.monica, "/agenda")
    assert "8. " in first.text
    assert "9. " not in first.text
    assert max(map(len, first.buttons)) == 4
    second = await world.press(world.monica, "2/2 ▶️")
    assert "9. " in second.text
    assert "1. " in (await world.press(world.monica, "◀️ 1/2")).text


async def test_what_is_scheduled_is_stopped_from_there(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Ripensato", "🕘 Quando", "🕘 Scegli")
    await world.say(world.monica, "oggi alle 12")
    await world.press(world.monica, "✅ Programma")
    await world.restart()
    await world.say(world.monica, "/agenda")
    opened = await world.press(world.monica, "🕘 1")
    assert "Programmato per oggi alle 12:00" in opened.text
    await world.press(world.monica, "❌ Ferma")
    await world.travel("2027-10-09 12:01")

    assert received(world.anna, "Ripensato") == 0


async def test_one_reminder_is_left_out_and_the_others_stay(world: World) -> None:
    await world.follow(world.anna, "perosa-argentina")
    await world.travel("2027-10-15 12:00")
    await world.say(world.monica, "/agenda")
    opened = await world.press(world.monica, "🔔 1")
    assert "parte oggi alle 18:00. Lo riceve 1 persona." in opened.text
    assert "Biblioteca Comunale" in texts(world.monica)[-2]
    await world.press(world.monica, "❌ Non mandarlo")
    before = len(texts(world.anna))
    await world.travel("2027-10-15 18:00")
    assert len(texts(world.anna)) == before
    await world.travel("2027-10-16 16:00")
    assert len(texts(world.anna)) == before + 1


async def test_a_prepared_one_goes_out_only_once_approved(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.settle()
    await world.travel("2027-10-16 21:00")
    diary = await world.say(world.monica, "/agenda")
    assert "Preparato: parte solo se lo approvi." in diary.text
    await world.travel("2027-10-24 10:30")
    assert received(world.anna, "Ieri We.Ca.Re. era a Pinerolo") == 0

    await world.travel("2027-10-30 12:00")
    await world.follow(world.anna, "torre-pellice")
    await world.say(world.monica, "/agenda")
    number = next(label for label in world.monica.last.labels if label.startswith("👀"))
    panel = await world.press(world.monica, number)
    assert "chi segue Torre Pellice" in panel.text
    assert "domenica 31 ottobre" in panel.text or "domani alle 10:00" in panel.text
    await world.press(world.monica, "✅ Programma per 1 persona")
    await world.travel("2027-10-31 10:00")
    assert received(world.anna, "Ieri We.Ca.Re. era a Torre Pellice") == 1


async def test_the_archive_opens_reports(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Partito", "✅")
    await world.wait()
    await world.say(world.monica, "/agenda")
    archive = await world.press(world.monica, "📜 Già partiti")
    assert "1. oggi, 10:00" in archive.text
    report = await world.press(world.monica, "📊 1")
    assert "Destinatari: 1\nConsegnati: 1" in report.text
    assert "🗑 Ritira" in report.labels


async def test_an_organiser_of_one_area_sees_that_area(world: World) -> None:
    await world.organiser(world.marco, areas=["torre-pellice"])
    diary = await world.say(world.marco, "/agenda")

    assert "Torre Pellice" in diary.text
    assert "Pinerolo" not in diary.text


async def test_forged_and_old_buttons_say_so(world: World) -> None:
    await world.say(world.monica, "/agenda")
    for data in ("dremind:99:0:d", "dremind:1:5:d", "dcalloff:1:5:x", "open:99", "diary:999", "archive:-3"):
        world.monica.press_data(data, world.monica.last.id)
        await world.settle()

    assert "è già partito, o l'incontro è cambiato" in world.monica.alerts[-2]
    assert world.telegram.complaints == []

"""Two do the same thing at the same moment: one of them does it, and the other is told so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from sandbox.people.people import Person
from tests.world import World, received, rome, texts

DOG = "si può portare il cane?"


async def at_once(world: World, *acts: Callable[[], object]) -> None:
    """Hand what these acts bring to the bot all at the same time, and let it finish."""
    await world.settle()
    for act in acts:
        act()
    updates = await world.app.poller.ask(0)
    assert len(updates) == len(acts)
    await asyncio.gather(*(world.app.application.process_update(update) for update in updates))
    await world.settle()


async def count(world: World, table: str, where: str = "1 = 1") -> int:
    async with world.app.database.read() as session:
        return await session.scalar(text(f"SELECT count(*) FROM {table} WHERE {where}")) or 0


async def deeds(world: World, act: str) -> int:
    return await count(world, "audit", f"act = '{act}'")


def press(person: Person, label: str) -> Callable[[], object]:
    """The button as it is now, whatever the chat shows by then."""
    for message in reversed(person.messages):
        for button in (one for row in message.buttons for one in row):
            if label in button["text"] and "callback_data" in button:
                return lambda: person.press_data(button["callback_data"], message.id)
    raise LookupError(f"no button {label!r}")


@pytest.fixture(autouse=True)
def no_errors(caplog: pytest.LogCaptureFixture) -> Any:
    yield
    assert [record.getMessage() for record in caplog.get_records("call") if record.levelname == "ERROR"] == []


async def invitation(world: World, *buttons: str) -> str:
    await world.say(world.monica, "/invita", "Paola")
    await world.press(world.monica, *buttons, "✅ Crea il link")
    return world.monica.last.text.split("?start=")[1]


async def helper(world: World, person: Person) -> None:
    payload = await invitation(world, "○ Aiutante")
    person.start(payload)
    await world.settle()


async def inquiry(world: World, *people: Person) -> None:
    await world.say(world.monica, "/start")
    for person in people:
        await world.say(person, DOG)
        await world.press(person, "✉️")


async def draft(world: World, person: Person, words: str) -> None:
    await world.say(person, "/domande")
    await world.press(person, "1", "✏️ Rispondi")
    await world.say(person, words)


# --- invitations ---


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


# --- questions ---


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


# --- announcements and their repairs ---


async def test_an_announcement_is_confirmed_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Ciao")
    confirm = press(world.monica, "✅")
    await at_once(world, confirm, confirm)
    await world.wait()

    assert received(world.anna, "Ciao") == await deeds(world, "announcement-confirmed") == 1


@pytest.mark.parametrize("other", ["✅ Approva", "❌ Non così"])
async def test_an_approval_is_given_once(database_url: str, other: str) -> None:
    world = World(database_url, approval_above=1)
    await world.open()
    rosa = world.telegram.person(5_000_002_005, "Rosa")
    for colleague in (world.anna, rosa):
        await world.organiser(colleague)
    for person in (world.marco, world.anna):
        await world.follow(person, "pinerolo")
    await world.announce("Ciao", "✅")
    for colleague in (world.anna, rosa):
        await world.press(colleague, "👀")
    await at_once(world, press(world.anna, "✅ Approva"), press(rosa, other))
    await world.wait()

    assert await deeds(world, "announcement-approved") + await deeds(world, "announcement-sent-back") == 1
    assert received(world.marco, "Ciao") == await deeds(world, "announcement-approved")
    await world.close()


async def test_an_announcement_is_taken_back_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Ciao", "✅")
    stop = press(world.monica, "❌ Ferma")
    await at_once(world, stop, stop)

    assert await deeds(world, "announcement-taken-back") == 1
    await world.wait(60)
    assert received(world.anna, "Ciao") == 0


@pytest.mark.parametrize("other", ["✅ Correggi", "❌"])
async def test_a_correction_is_confirmed_or_dropped_once(world: World, other: str) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Alle 17", "✅")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti")
    await world.say(world.monica, "Alle 18")
    await at_once(world, press(world.monica, "✅ Correggi"), press(world.monica, other))

    assert received(world.anna, "Alle 18") == await deeds(world, "announcement-edited")
    assert await count(world, "repairs", "stage = 'running'") == 0
    assert "Alle 18" in texts(world.anna) or await count(world, "repairs", "stage = 'dropped'") == 1


async def test_two_corrections_of_one_announcement(world: World) -> None:
    """The one that comes second changes nothing, and is not reported as done either."""
    await world.organiser(world.marco)
    await world.follow(world.anna, "pinerolo")
    await world.announce("Alle 17", "✅")
    await world.wait()
    proposed = []
    for person, words in ((world.monica, "Alle 18"), (world.marco, "Alle 19")):
        await world.say(person, "/agenda")
        await world.press(person, "📜", "📊 1", "✏️ Correggi per tutti")
        await world.say(person, words)
        proposed.append(press(person, "✅ Correggi"))
    await at_once(world, *proposed)

    done = await deeds(world, "announcement-edited")
    assert done == await count(world, "repairs", "stage = 'done'") >= 1
    assert done == await count(world, "outgoing", "kind = 'report' AND key LIKE 'report:repair%'")


# --- events ---


async def _wanted(world: World, person: Person, typed: str) -> Callable[[], object]:
    await world.say(person, "/modifica")
    await world.press(person, "Pinerolo, 23 ottobre", "🕘 Orario")
    await world.say(person, typed)
    return press(person, "✅ Salva")


async def test_two_changes_of_one_event(world: World) -> None:
    await world.organiser(world.marco)
    await world.follow(world.anna, "pinerolo")
    saves = [await _wanted(world, world.monica, "alle 19"), await _wanted(world, world.marco, "alle 20")]
    await at_once(world, *saves)

    assert await deeds(world, "event-changed") == 1
    assert await count(world, "event_changes", "state = 'applied'") == 1
    assert received(world.anna, "Nuovo orario") == 1


async def test_a_change_saved_while_it_is_dropped(world: World) -> None:
    save = await _wanted(world, world.monica, "alle 19")
    await at_once(world, save, press(world.monica, "❌"))

    dropped = await count(world, "event_changes", "state = 'dropped'")
    assert dropped + await deeds(world, "event-changed") == 1


async def test_two_new_events_on_one_day_in_one_area(world: World) -> None:
    await world.organiser(world.marco)
    saves = []
    for person in (world.monica, world.marco):
        await world.say(person, "/modifica")
        await world.press(person, "Nuovo incontro", "Pinerolo")
        await world.say(person, "25 ottobre dalle 18 alle 20")
        await world.press(person, person.last.labels[0])
        saves.append(press(person, "✅ Crea"))
    await at_once(world, *saves)

    assert await deeds(world, "event-created") == 2


async def test_an_event_is_confirmed_once_at_a_time(world: World) -> None:
    await world.say(world.monica, "/start")
    await world.travel("2027-10-13 10:00")
    confirm = press(world.monica, "✅ Sì, è tutto giusto")
    world.clock.at = rome("2027-10-13 11:00")
    await at_once(world, confirm, confirm)

    assert await deeds(world, "event-confirmed") >= 1


async def test_a_reminder_is_called_off_once(world: World) -> None:
    await world.follow(world.anna, "perosa-argentina")
    await world.travel("2027-10-15 12:00")
    await world.say(world.monica, "/agenda")
    await world.press(world.monica, "🔔 1")
    call_off = press(world.monica, "❌ Non mandarlo")
    await at_once(world, call_off, call_off)

    assert await deeds(world, "reminder-called-off") == 1


async def test_a_reminder_called_off_as_it_leaves(world: World) -> None:
    """It is not said to stay here when it has gone out."""
    await world.follow(world.anna, "perosa-argentina")
    await world.travel("2027-10-15 12:00")
    await world.say(world.monica, "/agenda")
    await world.press(world.monica, "🔔 1")
    world.clock.at = world.clock.at.replace(hour=15, minute=59, second=59)
    press(world.monica, "❌ Non mandarlo")()
    updates = await world.app.poller.ask(0)
    handled = world.app.application.process_update(updates[0])
    before = len(texts(world.anna))

    await asyncio.gather(world.app._reminders.tick(world.clock.at + timedelta(seconds=1)), handled)
    await world.wait(2)
    went_out = len(texts(world.anna)) - before
    assert went_out + received(world.monica, "questo promemoria non parte") == 1


# --- residents, groups, organisers ---


async def test_a_new_person_who_writes_twice_at_once(world: World) -> None:
    await at_once(world, lambda: world.anna.start("pinerolo"), lambda: world.anna.say("ciao"))

    assert await count(world, "residents") == 1


@pytest.mark.parametrize(
    ("label", "table", "rows"),
    [("🔔", "subscriptions", 1), ("Ci vengo", "attendances", 1)],
)
async def test_a_button_pressed_twice_does_it_once(world: World, label: str, table: str, rows: int) -> None:
    await world.say(world.anna, "/start pinerolo")
    button = press(world.anna, label)
    await at_once(world, button, button, button)

    assert await count(world, table) == rows


async def test_leaving_twice_at_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    leave = press(world.anna, "🔕")
    await at_once(world, leave, leave)

    assert await count(world, "subscriptions") == 0


async def test_two_choices_of_reminders_at_once_both_count(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await at_once(
        world,
        lambda: world.anna.press_data("lead:pinerolo:w:1", world.anna.last.id),
        lambda: world.anna.press_data("lead:pinerolo:t:0", world.anna.last.id),
    )
    async with world.app.database.read() as session:
        leads = await session.scalar(text("SELECT leads FROM subscriptions"))
    assert "week" in str(leads)
    assert "two_hours" not in str(leads)


async def test_a_rating_given_twice_at_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.press(world.anna, "Ci vengo")
    await world.travel("2027-10-23 20:30")
    await world.travel("2027-10-24 10:00")
    rate = press(world.anna, "4")
    await at_once(world, rate, rate, rate)

    assert await count(world, "feedback") == 1


async def test_a_group_is_linked_once(world: World) -> None:
    await world.organiser(world.marco)
    await world.say(world.monica, "/start")
    world.group().add_bot(world.anna)
    await world.settle()
    await at_once(world, press(world.monica, "✅"), press(world.marco, "✅"))

    assert await deeds(world, "group-linked") == 1


async def test_two_owners_who_remove_each_other(database_url: str) -> None:
    world = World(database_url)
    await world.open()
    for person in (world.anna, world.marco):
        person.start(await invitation(world, "○ Responsabile"))
        await world.settle()
    await world.close()

    world = World(database_url, owner_ids=frozenset())
    await world.open()
    since = int(world.clock.at.timestamp())
    await at_once(
        world,
        lambda: world.anna.press_data(f"revoke!:{world.marco.id}:{since}"),
        lambda: world.marco.press_data(f"revoke!:{world.anna.id}:{since}"),
    )
    assert await count(world, "organisers") == 1
    await world.close()


@pytest.mark.parametrize("other", ["🔕", "🔔"])
async def test_erasing_while_something_is_followed_leaves_nothing_half(world: World, other: str) -> None:
    """Either it was followed before, and is erased, or after, by somebody new."""
    await world.follow(world.anna, "pinerolo")
    world.anna.start("torre-pellice")
    await world.settle()
    follow = press(world.anna, "🔔") if other == "🔔" else press(world.anna, other)
    await world.say(world.anna, "/privacy")
    await world.press(world.anna, "🗑")
    await at_once(world, press(world.anna, "✅ Sì"), follow)

    theirs = f"chat_id = {world.anna.id}"
    followed = await count(world, "subscriptions", theirs)
    assert followed <= 1
    assert await count(world, "residents", theirs) >= (1 if followed else 0)
    assert await count(world, "subscriptions", f"{theirs} AND area = 'pinerolo'") == 0


@pytest.mark.parametrize("buttons", [("✅", "❌"), ("✅", "🕘"), ("❌", "🕘"), ("✅", "✏️")])
async def test_a_draft_s_buttons_pressed_at_once(world: World, buttons: tuple[str, str]) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Ciao")
    await at_once(world, *(press(world.monica, label) for label in buttons))
    await world.wait(30)

    assert received(world.anna, "Ciao") == await deeds(world, "announcement-confirmed")

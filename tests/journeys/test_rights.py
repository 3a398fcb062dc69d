"""Who may do what: every button there is, forged by everyone who must not, changes nothing."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product
from typing import Any

import pytest
from msgspec.structs import fields
from sqlalchemy import text

from messages.actions.action import Action
from sandbox.people.people import Person
from storage.models import Base
from tests.spared_jobs import written
from tests.world import World, received, texts

OWN = {"residents", "conversations", "subscriptions", "attendances", "cards", "feedback"}
"""Tables of which somebody's own rows are theirs to change."""
OF_HELPERS = {"qdismiss", "qreopen", "forget"}
"""What every helper may do with what people ask."""
OF_ONES_OWN = {"erase!", "passon"}


async def snapshot(world: World, person: Person, tables: Collection[str]) -> dict[str, list[Any]]:
    """Every row of these that is neither the person's own nor of Torre Pellice, for which one of them organises."""
    rows: dict[str, list[Any]] = {}
    async with world.app.database.read() as session:
        for table in (each for each in Base.metadata.sorted_tables if each.name in tables):
            own = f" WHERE chat_id <> {person.id}" if table.name in OWN else ""
            found = await session.execute(text(f"SELECT * FROM {table.name}{own}"))
            rows[table.name] = sorted(row for row in map(str, found) if "torre-pellice" not in row)
    return rows


async def _things(world: World) -> None:
    """One of everything that an organiser of Pinerolo, or of all areas, has begun or done."""
    await world.follow(world.marco, "pinerolo")
    await world.announce("Partito", "👥 A chi", "○ Pinerolo", "↩️", "✅")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti")
    await world.say(world.monica, "Corretto")
    await world.announce("Domani", "👥 A chi", "○ Pinerolo", "↩️", "🕘 Quando", "🕘 Scegli")
    await world.say(world.monica, "domani alle 18")
    await world.press(world.monica, "✅ Programma")
    await world.announce("Bozza", "👥 A chi", "○ Pinerolo")
    await world.say(world.monica, "/modifica")
    await world.press(world.monica, "Pinerolo, 23 ottobre", "🕘 Orario")
    await world.say(world.monica, "alle 19")
    await world.say(world.monica, "/invita", "Rosa")
    for question in ("si può portare il cane?", "c'è il parcheggio per i camper?"):
        await world.say(world.marco, question)
        await world.press(world.marco, "✉️")
    for answer in ("Sì.", "No."):
        await world.say(world.monica, "/domande")
        await world.press(world.monica, "1", "✏️ Rispondi")
        await world.say(world.monica, answer)
        if answer == "Sì.":
            await world.press(world.monica, "✅ Manda")
    world.group().add_bot(world.marco)
    await world.settle()


async def _cast(world: World, role: str) -> Person:
    person = world.telegram.person(7_000_000_007, "Zoe")
    await world.say(person, "/start")
    if role == "another town":
        await world.organiser(person, ["torre-pellice"])
    elif role == "helper":
        await world.organiser(person)
        async with world.app.database.begin() as session:
            await session.execute(text(f"UPDATE organisers SET role = 'helper' WHERE chat_id = {person.id}"))
    elif role == "removed":
        await world.organiser(person)
        async with world.app.database.begin() as session:
            await session.execute(text(f"DELETE FROM organisers WHERE chat_id = {person.id}"))
    return person


async def _values(world: World) -> dict[str, list[object]]:
    """What a forger would put into each field of a button; ids with their versions are made elsewhere."""
    async with world.app.database.read() as session:
        starts = await session.scalar(text("SELECT min(starts_at) FROM events WHERE area = 'pinerolo'"))
        event = await session.scalar(text("SELECT id FROM events WHERE area = 'pinerolo'"))
        ids = {
            name: list(await session.scalars(text(f"SELECT {column} FROM {table}")))
            for name, table, column in (
                ("inquiry", "inquiries", "id"),
                ("answer", "answers", "id"),
                ("lesson", "learned_answers", "id"),
            )
        }
    assert starts is not None
    return {
        **ids,
        "event": [event],
        "starts": [int(world.clock.at.timestamp())],
        "group": [world.group().id],
        "target": [world.group().id],
        "area": ["pinerolo"],
        "language": ["it"],
        "view": ["all"],
        "every": ["day"],
        "role": ["owner"],
        "lead": ["d"],
        "leads": ["dt"],
        "organiser": [world.monica.id],
        "since": [0],
        "venue": ["perosa-argentina"],
        "field": ["cancel", "day"],
        "expects": ["answer"],
    }


OF_ROWS = {
    "announcement": "announcements",
    "change": "event_changes",
    "invite": "invites",
    "repair": "repairs",
}


async def _buttons(world: World) -> list[str]:
    known = await _values(world)
    made = []
    for kind in sorted(_kinds(), key=lambda each: each.code):
        names = [each.name for each in fields(kind)]
        rows: list[dict[str, object]] = [{}]
        for name in OF_ROWS.keys() & {*names}:
            async with world.app.database.read() as session:
                found = await session.execute(text(f"SELECT id, version FROM {OF_ROWS[name]}"))
            rows = [{name: row[0], "version": row[1]} for row in found]
        if rows == [{}] and "version" in names:
            rows = [{"version": 1}]
        rest = [name for name in names if name not in OF_ROWS and name != "version"]
        for row in rows:
            for values in product(*(known.get(name, [1]) for name in rest)):
                one = row | dict(zip(rest, values, strict=True))
                made.append(kind(*(one[name] for name in names)).pack())
    return made


def _kinds() -> set[type[Action]]:
    found, left = set[type[Action]](), [Action]
    while left:
        kind = left.pop()
        left += kind.__subclasses__()
        if "code" in vars(kind):
            found.add(kind)
    return found


@pytest.mark.parametrize("role", ["resident", "helper", "another town", "removed"])
async def test_a_forged_button_changes_nothing_of_others(world: World, role: str) -> None:
    await _things(world)
    forger = await _cast(world, role)
    buttons = await _buttons(world)
    assert len({button.split(":")[0] for button in buttons}) > 85, "every kind of button is tried"
    before = await snapshot(world, forger, Base.metadata.tables)
    for button in buttons:
        code = button.split(":")[0]
        if code in OF_ONES_OWN or (role in ("helper", "another town") and code in OF_HELPERS):
            continue
        known = written.copy()
        forger.press_data(button, forger.last.id)
        await world.answer()
        after = await snapshot(world, forger, (written - known).keys())
        for table, found in after.items():
            rows = before[table]
            if not (table in ("event_changes", "invites", "visits", "announcements") and len(found) > len(rows)):
                assert found == rows, f"{button} changed {table}"
            assert {*rows} <= {*found}, f"{button} changed {table}"


# --- each by name ---


async def _organiser_of_torre(world: World) -> Person:
    person = world.telegram.person(7_000_000_008, "Torre")
    await world.organiser(person, ["torre-pellice"])
    return person


@pytest.mark.parametrize(("label", "stage"), [("❌", "dropped"), ("✅ Correggi", "running")])
async def test_a_correction_is_its_areas(world: World, label: str, stage: str) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Alle 17", "👥 A chi", "○ Pinerolo", "↩️", "✅")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti")
    await world.say(world.monica, "Alle 18")
    data = next(b["callback_data"] for row in world.monica.last.buttons for b in row if label in b["text"])
    other = await _organiser_of_torre(world)
    other.press_data(data)
    await world.settle()

    assert "altro paese" in other.alerts[-1] or "paes" in other.alerts[-1]
    async with world.app.database.read() as session:
        assert await session.scalar(text("SELECT stage FROM repairs")) == "proposed"


async def test_the_archive_and_the_record_show_an_organiser_their_areas(world: World) -> None:
    other = await _organiser_of_torre(world)
    for person, area in ((world.anna, "pinerolo"), (world.marco, "torre-pellice")):
        await world.follow(person, area)
    for words, area in (("Per Pinerolo", "○ Pinerolo"), ("Per Torre", "○ Torre Pellice"), ("Per tutti", "")):
        choice = ("👥 A chi", area, "↩️") if area else ()
        await world.announce(words, *choice, "✅")
        await world.wait()
    for area in ("Pinerolo, 23", "Torre Pellice, "):
        await world.say(world.monica, "/modifica")
        await world.press(world.monica, area, "🕘 Orario")
        await world.say(world.monica, "un'ora dopo")
        await world.press(world.monica, "✅ Salva")
    await world.say(other, "/agenda")
    archive = await world.press(other, "📜")
    record = await world.say(other, "/registro")
    await world.say(other, "/statistiche")

    for shown in (archive.text, record.text, "\n".join(texts(other))):
        assert "Per Pinerolo" not in shown
        assert "Per tutti" not in shown
        assert "Per Torre" in shown
    assert "Pinerolo" not in record.text
    assert "Torre Pellice" in record.text
    everything = (await world.say(world.monica, "/registro")).text
    assert "Per Pinerolo" in everything
    assert "Per tutti" in everything


async def test_the_record_of_some_areas_has_pages(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.team.audit.PAGE", 2)
    monkeypatch.setattr("storage.team.audit._BATCH", 3)
    other = await _organiser_of_torre(world)
    await world.follow(world.marco, "torre-pellice")
    for number in range(4):
        for area in ("○ Pinerolo", "○ Torre Pellice"):
            await world.announce(f"N{number:02} {area[2:]}", "👥 A chi", area, "↩️", "🕘 Quando", "🕘 Scegli")
            await world.say(world.monica, "domani alle 18")
            await world.press(world.monica, "✅ Programma")
    record = await world.say(other, "/registro")
    assert "N03 Torre" in record.text
    assert "N02 Torre" in record.text
    assert "N01 Torre" not in record.text
    await world.press(other, "Prima ▶️")
    shown = other.chat.messages[record.id].text
    assert "N00 Torre" in shown
    assert "N01 Torre" in shown
    assert "Pinerolo" not in shown


async def _inquiry(world: World) -> None:
    await world.say(world.monica, "/start")
    await world.say(world.anna, "si può portare il cane?")
    await world.press(world.anna, "✉️")


async def test_a_draft_answer_is_its_authors(world: World) -> None:
    await _inquiry(world)
    helper = await _cast(world, "helper")
    await world.say(world.monica, "/domande")
    await world.press(world.monica, "1", "✏️ Rispondi")
    await world.say(world.monica, "Sì.")
    for data in ("adrop:1", "asend!:1"):
        helper.press_data(data)
        await world.settle()
    assert received(world.anna, "Gli organizzatori hanno risposto") == 0
    await world.press(world.monica, "✅ Manda")
    helper.press_data("qlearn:1")
    await world.settle()

    assert received(world.anna, "Gli organizzatori hanno risposto") == 1
    assert "di un’altra persona" in helper.alerts[-1]


@pytest.mark.parametrize("how", ["via our bot", "another bot", "a person"])
async def test_only_the_bots_own_buttons_say_what_a_reply_is_about(world: World, how: str) -> None:
    await _inquiry(world)
    buttons = {"inline_keyboard": [[{"text": "x", "callback_data": "qanswer:1"}]]}
    forged: dict[str, Any] = {
        "message_id": 77,
        "date": 1,
        "chat": world.monica.chat.raw,
        "text": "Buongiorno",
        "reply_markup": buttons,
        "from": world.monica.user,
    }
    bot = world.telegram.profile.user
    forged |= {
        "via our bot": {"via_bot": bot},
        "another bot": {"from": {"id": 99, "is_bot": True, "first_name": "Altro", "username": "altro_bot"}},
        "a person": {},
    }[how]
    world.monica.send(text="dove si fa a Pinerolo?", reply_to_message=forged)
    await world.settle()

    async with world.app.database.read() as session:
        assert await session.scalar(text("SELECT count(*) FROM answers")) == 0
    assert "via Podgora" in world.monica.last.text


async def test_in_a_group_only_who_asked_passes_the_question_on(world: World) -> None:
    await world.say(world.monica, "/start")
    group = world.group()
    group.join(world.marco)
    group.add_bot(world.anna)
    await world.settle()
    group.say(world.marco, "@campanile_bot si può portare il cane?")
    await world.settle()
    group.press(world.anna, "✉️")
    await world.settle()
    assert received(world.monica, "Un residente chiede") == 0
    assert "solo chi ha fatto la domanda" in world.anna.alerts[-1]
    group.press(world.marco, "✉️")
    await world.settle()
    assert received(world.monica, "Un residente chiede") == 1


async def test_in_a_group_what_an_administrator_was_asked_is_theirs_to_say(world: World) -> None:
    group = world.group()
    group.join(world.marco)
    group.add_bot(world.anna)
    await world.settle()
    world.anna.query("silent?", group.last.raw)
    await world.settle()
    asked = group.last.id
    group.say(world.marco, "20 novembre", reply_to=group.last.id)
    await world.settle()
    async with world.app.database.read() as session:
        silent = "SELECT count(*) FROM residents WHERE silent_until IS NOT NULL"
        assert await session.scalar(text(silent)) == 0
    group.say(world.anna, "20 novembre", reply_to=asked)
    await world.settle()
    async with world.app.database.read() as session:
        assert await session.scalar(text(silent)) == 1


async def test_an_invitation_of_who_owns_no_more_does_not_work(world: World) -> None:
    await world.say(world.monica, "/invita", "Anna")
    await world.press(world.monica, "○ Responsabile", "✅ Crea il link")
    world.anna.start(world.monica.last.text.split("?start=")[1])
    await world.settle()
    links = []
    for _ in range(2):
        await world.say(world.anna, "/invita", "Marco")
        await world.press(world.anna, "✅ Crea il link")
        links.append(world.anna.last.text.split("?start=")[1])
    async with world.app.database.begin() as session:
        await session.execute(text(f"UPDATE organisers SET role = 'organiser' WHERE chat_id = {world.anna.id}"))
    world.marco.start(links[0])
    await world.settle()
    assert "Questo link non è valido" in world.marco.last.text
    async with world.app.database.begin() as session:
        await session.execute(text(f"DELETE FROM organisers WHERE chat_id = {world.anna.id}"))
    world.marco.start(links[1])
    await world.settle()
    assert "Questo link non è valido" in world.marco.last.text
    assert "per gli organizzatori" in (await world.say(world.marco, "/annuncia")).text


async def test_a_group_is_linked_by_organisers_of_all_areas(world: World) -> None:
    other = await _organiser_of_torre(world)
    await world.say(world.monica, "/start")
    group = world.group()
    group.add_bot(other)
    await world.settle()
    assert received(other, "ha aggiunto") == 0
    assert received(world.monica, "ha aggiunto") == 1
    other.press_data(f"glink:{group.id}")
    await world.settle()
    async with world.app.database.read() as session:
        assert await session.scalar(text("SELECT count(*) FROM residents WHERE linked")) == 0


async def test_a_new_role_begins_with_nothing_awaited(world: World) -> None:
    await world.organiser(world.anna)
    await world.say(world.anna, "/annuncia", "Per tutti")
    await world.press(world.anna, "✏️ Cambia il contenuto")
    await world.say(world.monica, "/invita", "Anna")
    await world.press(world.monica, "○ Torre Pellice", "✅ Crea il link")
    payload = world.monica.last.text.split("?start=")[1]
    world.anna.send(text=f"/start {payload}", entities=[{"type": "bot_command", "offset": 0, "length": 6}])
    await world.settle()
    await world.say(world.anna, "Tutto annullato")
    async with world.app.database.read() as session:
        mine = f"SELECT versions FROM announcements WHERE author = {world.anna.id}"
        assert "Per tutti" in str(await session.scalar(text(mine)))

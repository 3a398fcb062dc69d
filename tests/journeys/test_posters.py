"""Stories of a poster: made, hung up, scanned, counted; and the numbers that come of it."""

import sys

import pytest
from msgspec.structs import replace

from domain.events.events import Event
from domain.files.yaml_values import LocalText
from messages.catalog import load
from messages.localizer import Localizer
from messages.team.poster_drawing import poster
from tests.world import World, content, received, rome


async def test_a_poster_is_printed_scanned_and_counted(world: World) -> None:
    await world.say(world.monica, "/locandina")
    await world.press(world.monica, "Perosa Argentina, 16 ottobre")
    png, pdf = world.monica.messages[-2:]
    assert png.file is not None
    assert png.file.content.startswith(b"\x89PNG")
    assert pdf.file is not None
    assert pdf.file.content.startswith(b"%PDF")
    assert pdf.raw["document"]["file_name"] == "campanile-perosa-argentina.pdf"

    for payload in ("perosa-argentina_poster", "perosa-argentina_poster", "perosa-argentina", "pinerolo_xyz"):
        world.anna.start(payload)
    world.marco.start("atlantide_poster")
    await world.settle()
    assert received(world.anna, "Incontro We.Ca.Re. a Perosa Argentina") == 3
    await world.press(world.anna, "🔔")
    await world.say(world.monica, "/statistiche")
    text = world.monica.messages[-2].text
    assert "Chi riceve i promemoria: 1 persona" in text
    assert "Perosa Argentina, dalla locandina: 2" in text
    assert "Perosa Argentina, da un link: 1" in text
    assert "Pinerolo, da un link: 1" in text
    assert "atlantide" not in text
    assert world.monica.last.file is not None
    assert world.monica.last.file.content.startswith(b"\x89PNG")
    assert world.telegram.complaints == []


@pytest.mark.one_database
async def test_where_nothing_can_draw_it_is_said_what_to_install(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)  # as where the extra is not installed
    told = (await world.say(world.monica, "/locandina pinerolo")).text
    assert "pip install 'campanile-bot[posters]'" in told
    assert "Chi riceve i promemoria" in (await world.say(world.monica, "/statistiche")).text
    assert received(world.monica, "qualcosa non ha funzionato") == 0
    assert world.telegram.complaints == []


@pytest.mark.one_database
async def test_without_its_payload_the_code_still_leads_in(world: World) -> None:
    assert "Scegli il tuo paese" in (await world.say(world.anna, "/start")).text


@pytest.mark.one_database
async def test_what_cannot_be_a_poster(database_url: str) -> None:
    world = World(database_url, programme_year=None)
    await world.open()
    await world.say(world.monica, "/start")
    assert "non è ancora confermata" in (await world.say(world.monica, "/locandina PINEROLO")).text
    assert "Di quale incontro?" in (await world.say(world.monica, "/poster atlantide")).text
    old = world.monica.last.buttons[0][0]["callback_data"]
    await world.travel("2028-12-01 10:00")
    world.monica.press_data(old, world.monica.last.id)
    await world.settle()
    assert "non è più in programma" in world.monica.last.text
    assert "non ci sono incontri" in (await world.say(world.monica, "/affiche")).text
    assert "per gli organizzatori" in (await world.say(world.anna, "/locandina")).text
    assert "per gli organizzatori" in (await world.say(world.anna, "/statistiche")).text
    await world.close()


@pytest.mark.one_database
@pytest.mark.parametrize(("language", "said"), [("it", "Sabato"), ("en", "Saturday"), ("fr", "Samedi")])
async def test_every_fact_is_the_rows_and_the_code_opens_the_card(world: World, language: str, said: str) -> None:
    event = Event(1, "x", "pinerolo", "centro-sociale", rome("2027-10-23 18:00"), rome("2027-10-23 20:30"))
    drawn = poster(event, "campanile_bot", Localizer(load().words(language), world.app.programme))

    assert drawn.link == "https://t.me/campanile_bot?start=e1_poster"
    assert drawn.weekday == said
    assert "18:00" in drawn.hours
    assert "20:30" in drawn.hours
    assert "2027" in drawn.day
    assert "@campanile_bot" in drawn.without


async def test_a_titled_one_names_the_programme_and_the_town() -> None:
    said = content().programme
    plan = replace(said.events[1], title=LocalText({"": "Cinema"}))
    programme = replace(said, events=[plan])
    event = Event(1, "x", "pinerolo", "", rome("2027-10-23 18:00"), rome("2027-10-23 20:30"), plan="pinerolo")
    drawn = poster(event, "campanile_bot", Localizer(load().words("it"), programme))

    assert (drawn.invitation, drawn.area, drawn.address) == ("We.Ca.Re.", "Cinema", "Pinerolo")
    assert drawn.without.endswith("Pinerolo")

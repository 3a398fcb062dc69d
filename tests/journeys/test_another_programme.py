"""Another folder on the same database: nothing of the first programme is shown, and the start says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.content import loaded_content
from tests.world import World, received

BUS = """
id: bookbus
name: Bibliobus
time_zone: Europe/Rome
languages: [it]
areas:
  - {id: pinerolo, name: Pinerolo}
  - {id: roure, name: Roure}
events:
  - {id: visita, area: roure, when: {date: 2027-11-03, start: 10:00}}
"""


async def test_the_rows_of_another_programme_are_not_shown(
    world: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.close()
    (tmp_path / "programme.yaml").write_text(BUS, encoding="utf-8")
    world.said = loaded_content.load(tmp_path)
    world.settings = replace(world.settings, programme_dir=tmp_path)
    world.app = world.another_app()
    await world.open()
    before = received(world.anna, "Centro Sociale")
    await world.say(world.anna, "/incontri")

    assert received(world.anna, "Roure") == 1
    await world.say(world.anna, "/promemoria")
    assert received(world.anna, "Non segui ancora") == 1, "the same id in another programme is another thing"
    await world.travel("2027-10-22 18:00")
    assert received(world.anna, "Domani") == 0
    assert received(world.anna, "Centro Sociale") == before
    assert "the database also holds wecare" in caplog.text

"""The papers say what the code does: settings, commands, licence, exact versions."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from telegram.ext import CommandHandler

import handlers
from bot import cli
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
SETTINGS = [setting.name.upper() for setting in fields(Settings)]


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_explained(name: str) -> None:
    example = (ROOT / ".env.example").read_text()

    assert re.search(rf"^(# )?{name}=", example, re.MULTILINE)
    assert f"`{name}`" in README


def test_the_example_names_no_setting_that_is_not_there() -> None:
    named = re.findall(r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)

    assert set(named) == set(SETTINGS)


def test_every_command_is_in_the_readme() -> None:
    listed = handlers.table()[handlers.DOORS]
    names = {name for each in listed if isinstance(each, CommandHandler) for name in each.commands}

    assert {f"/{name}" for name in names} <= set(re.findall(r"/[a-z]+", README))


def test_every_command_of_the_command_line_is_in_the_readme() -> None:
    names = [
        each.name or getattr(each.callback, "__name__", "")
        for each in cli.app.registered_commands
        if not each.hidden
    ]

    assert [name for name in names if f"`{name}" not in README] == []


def test_the_constraints_are_exact_and_name_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()

    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_.-]+==[\w.]+", line)] == []


def test_the_catalogue_of_public_software_finds_what_it_needs() -> None:
    entry = yaml.safe_load((ROOT / "publiccode.yml").read_text())
    required = {
        "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType",
        "description", "legal", "maintenance", "localisation",
    }  # fmt: skip

    assert required <= entry.keys()
    assert entry["legal"]["license"] == "EUPL-1.2"
    for words in entry["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000


def test_no_two_buttons_share_a_code() -> None:
    from messages.actions.action import Action

    kinds = Action.__subclasses__()

    assert len({kind.code for kind in kinds}) == len(kinds)

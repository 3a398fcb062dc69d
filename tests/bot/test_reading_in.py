"""`campanile content read`, as an author uses it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from bot.commands.cli import app
from tests.bot.test_cli import ROOT
from tests.reading.sources import calendar

TABLE = "Titolo;Data;Ora;Luogo\nLettura;12/01/2027;18:00;Biblioteca\nCena;13/01/2027;20:00;Salone\n"
OLD = "id: old\nevents:\n  - {id: a, area: b, date: 10-16}\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stagione 2027.csv").write_text(TABLE, encoding="cp1252")
    return tmp_path / "stagione 2027.csv"


def _read(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["content", "read", *arguments])


def test_a_table_is_printed_to_be_looked_at(table: Path) -> None:
    done = _read(table.name, "--zone", "Europe/Rome")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "id: stagione-2027\nname: stagione 2027\ntime_zone: Europe/Rome\nlanguages: [it]\n\n"
        "venues:\n  - id: biblioteca\n    name: Biblioteca\n  - id: salone\n    name: Salone\n\n"
        "events:\n  - id: lettura\n    title: Lettura\n    venue: biblioteca\n"
        '    when: {date: 2027-01-12, start: "18:00"}\n'
        "  - id: cena\n    title: Cena\n    venue: salone\n"
        '    when: {date: 2027-01-13, start: "20:00"}\n'
    )


def test_reading_again_tells_what_changed_and_what_has_gone(table: Path) -> None:
    arguments = [table.name, "--into", "town"]
    first = _read(*arguments, "--zone", "Europe/Rome")
    assert first.stdout == "town/programme.yaml: written, 2 events.\n"
    again = _read(*arguments)
    assert again.stdout == "town/programme.yaml says the same: nothing was changed.\n"

    table.write_text(TABLE.replace("Cena;13/01/2027", "Gita;14/01/2027").replace("18:00", "17:30"))
    changed = _read(*arguments)

    assert changed.stdout == (
        "new: gita\n"
        'changed: lettura: when {date: 2027-01-12, start: "18:00"} -> {date: 2027-01-12, start: "17:30"}\n'
        "only in the file, not in what was read: cena (it stays)\n"
    )
    events = yaml.safe_load((table.parent / "town" / "programme.yaml").read_text())["events"]
    assert [each["id"] for each in events] == ["lettura", "cena", "gita"]


def test_nothing_is_written_that_the_bot_would_refuse(table: Path) -> None:
    broken = (
        "id: town\nname: Town\ntime_zone: Europe/Rome\nlanguages: [it]\nvenues:\n  - {id: a, name: A, area: nowhere}\n"
    )
    (table.parent / "programme.yaml").write_text(broken)

    done = _read(table.name, "--into", ".")

    assert done.exit_code == 2
    assert 'programme.yaml as it would be, line 6: venues[1].area "nowhere" is not an area' in done.stderr
    assert (table.parent / "programme.yaml").read_text() == broken


def test_several_files_are_one_programme(table: Path) -> None:
    (table.parent / "b.ics").write_text(calendar("UID:1\nSUMMARY:Concerto\nDTSTART;TZID=Europe/Rome:20270201T210000"))

    done = _read("b.ics", table.name)

    assert [each["id"] for each in yaml.safe_load(done.stdout)["events"]] == ["concerto", "lettura", "cena"]
    assert yaml.safe_load(done.stdout)["time_zone"] == "Europe/Rome"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["stagione 2027.csv"], "stagione 2027.csv names no time zone: add it, like --zone Europe/Rome."),
        (["stagione 2027.csv", "--zone", "Mars/Olympus"], 'there is no time zone "Mars/Olympus"'),
        (["stagione 2027.csv", "--dates", "first"], "is day-first or month-first"),
        (["stagione 2027.csv", "--map", "colour=Titolo"], 'knows no field "colour"; the fields are title, date'),
        (["stagione 2027.csv", "--map", "title"], '"title" is no pair'),
        (["nothing.csv"], "nothing.csv is not there."),
        (["http://127.0.0.1:1/a.ics"], "lies in a private network"),
        (["stagione 2027.csv", "--into", "old"], "is no programme whose events say `when:`"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_changes_nothing(table: Path, arguments: list[str], said: str) -> None:
    old = table.parent / "old" / "programme.yaml"
    old.parent.mkdir()
    old.write_text(OLD)

    done = _read(*arguments)

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("campanile: ")
    assert said in done.stderr
    assert old.read_text() == OLD
    assert sorted(each.name for each in table.parent.iterdir()) == ["old", "stagione 2027.csv"]


def test_without_the_libraries_it_says_what_to_install(table: Path) -> None:
    missing = "import sys; sys.modules['x_wr_timezone'] = None; from bot.commands.cli import app"
    code = f"{missing}; app(['content', 'read', 'a.ics'])"
    (table.parent / "a.ics").write_text(calendar())

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=table.parent, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert (
        "a.ics is read with x_wr_timezone, which is not installed: pip install 'campanile-bot[import]'" in done.stderr
    )

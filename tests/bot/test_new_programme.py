"""`campanile content new`: six questions, answered from a pipe."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from bot.authoring import inspection
from bot.commands.cli import app
from tests.world import rome

ANSWERS = {
    "name": "Bookbus",
    "languages": "en, it",
    "zone": "Europe/London",
    "en": "visit / visits",
    "it": "visita / visite / f",
    "place": "Ilton / George Inn, High Street",
    "when": "12 January 2027 10:30-10:50",
}


def _made(folder: Path, **answers: str) -> Result:
    return CliRunner().invoke(
        app, ["content", "new", str(folder)], input="".join(f"{each}\n" for each in ({**ANSWERS, **answers}).values())
    )


def test_six_questions_make_a_programme(tmp_path: Path) -> None:
    done = _made(tmp_path / "book bus")

    assert done.exit_code == 0, done.stderr
    assert f"PROGRAMME_DIR={tmp_path / 'book bus'} campanile content check" in done.stdout
    assert yaml.load((tmp_path / "book bus" / "programme.yaml").read_text(), yaml.BaseLoader) == {
        "id": "book-bus",
        "name": "Bookbus",
        "time_zone": "Europe/London",
        "languages": ["en", "it"],
        "words": {
            "event": {
                "en": {"one": "visit", "other": "visits"},
                "it": {"one": "visita", "other": "visite", "gender": "f"},
            }
        },
        "areas": [{"id": "ilton", "name": "Ilton"}],
        "venues": [{"id": "george-inn", "area": "ilton", "name": "George Inn", "address": "High Street"}],
        "events": [
            {
                "id": "ilton-george-inn",
                "venue": "george-inn",
                "when": {"date": "2027-01-12", "start": "10:30", "end": "10:50"},
            }
        ],
    }


def test_the_check_accepts_what_was_made(tmp_path: Path) -> None:
    _made(tmp_path / "bus")

    assert [
        str(each) for each in inspection.findings(tmp_path / "bus", None, rome("2027-01-01 10:00")) if each.error
    ] == []


def test_what_is_not_known_yet_may_be_left_out(tmp_path: Path) -> None:
    done = _made(tmp_path / "bus", name="", en="", it="", place="", when="")

    assert done.exit_code == 0, done.stderr
    assert yaml.safe_load((tmp_path / "bus" / "programme.yaml").read_text()) == {
        "id": "bus",
        "name": "bus",
        "time_zone": "Europe/London",
        "languages": ["en", "it"],
    }


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"languages": "en, xx"}, '"xx" is no language that the bot speaks: en, fr, it'),
        ({"zone": "Mars/Olympus"}, 'there is no time zone "Mars/Olympus"'),
        ({"it": "visita / visite"}, "is not written like one / several / m|f"),
        ({"it": ""}, "the word is missing in it"),
        ({"when": "soon"}, "is not one day, like 2027-01-12"),
        ({"when": "03/04/2027"}, "may be one of two days"),
    ],
)
def test_an_answer_that_is_none_is_refused(tmp_path: Path, answers: dict[str, str], said: str) -> None:
    done = _made(tmp_path / "bus", **answers)

    assert done.exit_code == 2
    assert said in done.stderr
    assert not (tmp_path / "bus").exists()


def test_too_few_answers_and_a_folder_that_is_there(tmp_path: Path) -> None:
    few = CliRunner().invoke(app, ["content", "new", str(tmp_path / "bus")], input="Bookbus\n")
    assert (few.exit_code, few.stderr.startswith('campanile: The answers end before "2.')) == (2, True)

    _made(tmp_path / "bus")
    assert "is there already: choose another name" in _made(tmp_path / "bus").stderr

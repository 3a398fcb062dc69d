"""The knowledge files: what is refused, what is advised, and how good the answers are."""

import shutil
from pathlib import Path

import pytest

from answers import evaluate, review
from answers.engine import Engine
from answers.knowledge import load
from bot.settings import WECARE
from domain.events import Event
from domain.programme import Programme
from domain.yaml_file import ContentError
from tests.answers.conftest import NOW

LABELLED = Path(__file__).parent / "labelled"


def test_what_comes_with_the_bot_has_no_errors(programme: Programme) -> None:
    assert [str(each) for each in review.check(programme, WECARE) if each.error] == []


@pytest.mark.parametrize(
    ("was", "wrong", "words"),
    [
        ("kind: fact", "kind: rumour", "kind"),
        ("{venue}", "{venuee}", "venuee"),
        ("- id: meeting.when\n", "- id: meeting.where\n", "meeting.where"),
        ("  tags:", "  taggs:", "taggs"),
    ],
)
def test_a_broken_file_is_reported_with_its_line(
    tmp_path: Path, programme: Programme, was: str, wrong: str, words: str
) -> None:
    shutil.copytree(WECARE, tmp_path / "content")
    file = tmp_path / "content" / "answers" / "it.yaml"
    assert was in file.read_text()
    file.write_text(file.read_text().replace(was, wrong, 1))
    with pytest.raises(ContentError) as caught:
        load(programme, tmp_path / "content")

    assert "it.yaml, line " in str(caught.value)
    assert words in str(caught.value)


def test_a_phrasing_that_stands_twice_is_an_error(tmp_path: Path, programme: Programme) -> None:
    shutil.copytree(WECARE, tmp_path / "content")
    file = tmp_path / "content" / "answers" / "en.yaml"
    file.write_text(file.read_text().replace("  phrasings:\n", "  phrasings:\n    - The very same\n", 2))
    problems = [str(each) for each in review.check(programme, tmp_path / "content") if each.error]

    assert problems
    assert all("en.yaml" in problem for problem in problems)


def test_the_answers_stay_within_bounds(engine: Engine, events: tuple[Event, ...]) -> None:
    """Not the aims, which the command prints: the bounds of what would be untrue."""
    report = evaluate.evaluate(engine, evaluate.read(LABELLED), events, NOW)
    figures = report.figures

    assert figures["wrong answers, in scope"] <= 0.015
    assert figures["wrong town, venue or measure"] == 0
    assert figures["language of the reply"] >= 0.99
    assert figures["out of scope, answered"] <= 0.05
    assert "worst entries" in report.table()

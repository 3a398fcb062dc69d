"""The knowledge files: what is refused, what is advised, and how good the answers are."""

import re
import shutil
from pathlib import Path

import pytest

from answers.engine import Engine
from answers.evaluation import judge_all, review
from answers.knowledge import load
from bot.settings import WECARE
from domain import languages
from domain.events.events import Event
from domain.files.yaml_file import ContentError
from domain.programmes import Programme
from messages.catalog import load as load_catalog
from messages.commands import COMMANDS
from tests.answers.conftest import NOW

FRESH = Path(__file__).parent / "fresh"


def test_what_comes_with_the_bot_has_no_errors(programme: Programme) -> None:
    """`campanile content check`, which `make lint` runs, gives advice besides, and takes its time for it."""
    assert [str(each) for each in review.of_several_files(load(programme, WECARE), WECARE)] == []


def test_the_layers_that_come_with_the_bot_are_of_its_phrasings(programme: Programme) -> None:
    assert set(load(programme, WECARE).layers) == set(programme.languages), "run: campanile content learn"


@pytest.mark.parametrize(
    ("was", "wrong", "words"),
    [
        ("kind: fact", "kind: rumour", "[1].kind must be fact, unknown, smalltalk or redirect."),
        ("about: event", "about: [event]", "[1].about must be text."),
        ("about: event", "about:", "[1].about must be event, measure, body or area."),
        ("often: true", "often: spesso", "[1].often must be true or false."),
        ("often: true", "stakes: low", "[1].stakes must be high or normal."),
        ("- id: meeting.where\n", "- id: Dove\n", "[1].id must be small letters, digits and _"),
        ("    - Dove si fa", "    - ''\n    - Dove si fa", "line 10: [1].phrasings[1] must not be empty."),
        (
            "    - Dove si fa",
            "    - '...'\n    - Dove si fa",
            "line 10: [1].phrasings[1] must hold at least one word",
        ),
        ("    - Dove si fa", "    - Dove: si fa", "line 10: [1].phrasings[1] must be text."),
        ("buttons: [events]", "buttons: events", "line 8: [1].buttons must be a list."),
        ("{address}", "{adress}", "adress"),
        ("- id: meeting.when\n", "- id: meeting.where\n", "meeting.where"),
        ("  tags:", "  taggs:", "taggs"),
    ],
)
def test_a_broken_file_is_reported_with_its_line(
    tmp_path: Path, programme: Programme, was: str, wrong: str, words: str
) -> None:
    shutil.copytree(WECARE, tmp_path / "content")
    file = tmp_path / "content" / "answers" / "it.yaml"
    shutil.copy(languages.having(languages.EVENTS)["it"], file)
    assert was in file.read_text()
    file.write_text(file.read_text().replace(was, wrong, 1))
    with pytest.raises(ContentError) as caught:
        load(programme, tmp_path / "content")

    assert "it.yaml, line " in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ("- [a, b]\n- [c]\n", "line 2: [2] must have at least 2 entries."),
        ("- [a, b]\n- c\n", "line 2: [2] must be a list."),
        ("- [a, b]\n- [c, [d]]\n", "line 2: [2][2] must be text."),
        ("- [a, b]\n- [c, '!!']\n", "line 2: [2][2] must hold at least one word or emoji."),
        (f"- [a, b]\n- [c, {'d' * 301}]\n", "line 2: [2][2] must not be longer than 300 characters."),
        ("a: b\n", "line 1: the file must be a list."),
    ],
)
def test_a_wrong_synonym_is_reported_with_its_place(
    tmp_path: Path, programme: Programme, groups: str, words: str
) -> None:
    shutil.copytree(WECARE, tmp_path / "content")
    (tmp_path / "content" / "answers" / "synonyms.it.yaml").write_text(groups)
    with pytest.raises(ContentError) as caught:
        load(programme, tmp_path / "content")

    assert words in str(caught.value)


def test_a_phrasing_that_stands_twice_is_an_error(
    tmp_path: Path, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "_confused", lambda *_: ())  # advice of some seconds
    shutil.copytree(WECARE, tmp_path / "content")
    file = tmp_path / "content" / "answers" / "en.yaml"
    file.write_text(file.read_text().replace("  phrasings:\n", "  phrasings:\n    - The very same\n", 2))
    problems = [str(each) for each in review.check(programme, tmp_path / "content") if each.error]

    assert problems
    assert all("en.yaml" in problem for problem in problems)


@pytest.mark.parametrize("language", ["it", "en", "fr"])
@pytest.mark.parametrize(
    ("entry", "buttons"),
    [
        ("bot.pause", ["button-silence", "button-end-silence"]),
        ("bot.calendar", ["button-calendar"]),
        ("bot.share", ["button-share"]),
        ("bot.group", ["button-add-to-group"]),
        ("bot.coming", ["button-come", "button-not-coming"]),
        ("meeting.map", ["button-map"]),
        ("meeting.registration", ["button-come"]),
    ],
)
def test_an_answer_calls_a_button_by_its_name(engine: Engine, language: str, entry: str, buttons: list[str]) -> None:
    found = engine.entry(entry, language)
    words = load_catalog().words(language)

    assert found is not None
    assert [each for each in buttons if words.plain(each) not in found.answer] == []


@pytest.mark.parametrize("language", ["it", "en", "fr"])
def test_an_answer_names_only_commands_that_there_are(language: str, engine: Engine) -> None:
    names = {name for command in COMMANDS for name in command.names()}
    named = {name for entry in engine.collection(language).entries for name in re.findall(r"/([a-z]+)", entry.answer)}

    assert named
    assert named <= names


def test_questions_that_nothing_was_tuned_to(engine: Engine, events: tuple[Event, ...]) -> None:
    """A rate, not examples: formal, framed, roundabout, and of several things at once."""
    report = judge_all.evaluate(engine, judge_all.read(FRESH / "frozen.jsonl"), events, NOW)
    figures = report.figures

    assert figures["right at once"] >= 0.7
    assert figures["right, answered or offered"] >= 0.95
    assert figures["wrong by the words of the reply"] <= 0.04
    assert figures["wrong area, venue or measure"] == 0
    assert "worst entries" in report.table()
    assert "20+" in report.table()

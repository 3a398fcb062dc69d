"""The file of prepared announcements: a mistake is found with its line."""

from pathlib import Path

import pytest

from bot.settings import WECARE
from domain import programmes
from domain.announcements import templates
from domain.files.yaml_file import ContentError

GOOD = """- id: before
  days: -14
  at: 10:00
  text:
    it: A {area}
    en: In {area}
    fr: À {area}
"""


def _load(folder: Path, text: str) -> list[templates.Prepared]:
    (folder / templates.FILE).write_text(text)
    return templates.load(programmes.load(WECARE), folder)


def test_ours_is_good_and_none_is_needed(tmp_path: Path) -> None:
    known = programmes.load(WECARE)

    assert [entry.days for entry in templates.load(known, WECARE)] == [-14, 1]
    assert templates.load(known, tmp_path) == []


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("days: -14", "days: soon", "line 2: [1].days"),
        ("days: -14", "days: -61", "line 2: [1].days must not be less than -60."),
        ("at: 10:00", "at: ten", 'must be a time like "18:00"'),
        ("  text:", "  card: perhaps\n  text:", "line 4: [1].card must be true or false"),
        ("en: In {area}", "en: [In, town]", "line 6: [1].text.en must be text"),
        ("fr: À {area}", "fr: ' '", "line 7: [1].text.fr must not be empty"),
        ("    fr: À {area}\n", "", "line 4: [1].text lacks the text in fr"),
        ("en: In {area}", "en: In {place}", "line 6: [1].text.en has the slot {place}"),
        ("id: before", "id: Before it", "line 1: [1].id"),
        ("  days: -14\n", "  days: -14\n  hour: 3\n", "line 3: [1].hour is not a known field"),
        (
            "  days: -14\n",
            "  days: -14\n  a - at `$.b`: 3\n",
            "line 3: [1].a - at `$.b` is not a known field",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, right: str, wrong: str, words: str) -> None:
    with pytest.raises(ContentError) as caught:
        _load(tmp_path, GOOD.replace(right, wrong))

    assert words in str(caught.value)


def test_an_id_is_used_once(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="already used above"):
        _load(tmp_path, GOOD + GOOD)

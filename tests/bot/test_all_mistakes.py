"""One run of `content check` lists everything that is wrong, at its line."""

from __future__ import annotations

from pathlib import Path

from bot.authoring import inspection
from domain import programmes
from domain.announcements import templates
from tests.world import rome

GOOD = """id: bus
name: Bus
time_zone: Europe/London
languages: [en]
areas:
  - {id: ilton, name: Ilton}
venues:
  - {id: inn, area: ilton, name: George Inn}
kinds:
  - {id: books, name: Books}
events:
  - {id: visit, venue: inn, kinds: [books], when: {date: 2027-10-12, start: "10:30"}}
"""
BROKEN = """id: Bus Nr. 1
name: Bus
time_zone: Europe/London
languages: [en]
towns: []
words:
  event: {en: {one: visit, otter: visits}}
areas:
  - {id: ilton, name: Ilton, alias: [x]}
  - {name: Barton}
  - {id: curry, name: Curry}
  - {id: curry-2, name: "curry "}
venues:
  - {id: inn, area: ilton, name: 5, coordinates: {latitude: 97, longitude: x}}
events:
  - {id: one, venue: nowhere, when: {date: 2027-10-32, strat: "10:30"}}
  - {id: two, venue: inn, when: [{date: 2027-10-12, start: "25:00"}, {date: 2027-10-12, days: [mon]}]}
  - {id: three, area: nowhere, when: {date: 2027-10-12}}
"""
ANSWERS = """- {id: a, kind: fact, phrasings: [where], answer: "{venu}"}
- {id: b, kind: fakt, phrasings: ["?!"], answer: here}
- {id: a, kind: fact, phrasings: ["..."], answer: "{"}
"""
PREPARED = """- {id: soon, days: 90, at: "10:00", text: {it: ciao}}
- {id: late, days: 1, at: "10:00", text: {en: "{place}"}}
"""


def _found(folder: Path, text: str, **files: str) -> list[str]:
    (folder / "answers").mkdir(exist_ok=True)
    for name, content in {programmes.FILE: text, **files}.items():
        (folder / name).write_text(content, encoding="utf-8")
    found = inspection.findings(folder, None, rome("2027-10-01 10:00"))
    return [str(each).removeprefix(f"{folder}/") for each in found]


def test_a_file_with_many_mistakes_names_them_all(tmp_path: Path) -> None:
    found = "\n".join(_found(tmp_path, BROKEN.replace("Bus Nr. 1", "bus")))
    for line in (
        "line 5: error: towns is not a known field (known: id, name, time_zone, languages, areas,",
        "line 7: error: words.event.en.otter is not a known field (known: one, other, gender, forms)",
        "line 7: error: words.event.en.other is required but missing",
        "line 9: error: areas[1].alias is not a known field (known: id, name, aliases, within, streets)",
        "line 10: error: areas[2].id is required but missing",
        'line 12: error: areas[4].name "curry " is a name of the area "curry" too',
        "line 14: error: venues[1].coordinates.latitude must not be more than 90",
        "line 14: error: venues[1].coordinates.longitude must be a number",
        "line 16: error: events[1].when.date is not a day of the calendar",
        "line 16: error: events[1].when.strat is not a known field (known: date, from, to, days, start,",
        'line 17: error: events[2].when[1].start must be a time like "18:00"',
        'line 18: error: events[3].area "nowhere" is not an area of this file',
    ):
        assert line in found
    assert '"inn" is not a venue' not in found, "it is there, with a mistake of its own"


def test_without_what_every_programme_needs_the_mistakes_are_listed_all_the_same(tmp_path: Path) -> None:
    found = "\n".join(_found(tmp_path, BROKEN))
    assert 'line 1: error: id must be small letters, digits and hyphens, like "torre-pellice"' in found
    assert "line 16: error: events[1].when.strat" in found


def test_answers_and_prepared_announcements_are_read_too(tmp_path: Path) -> None:
    files = {"answers/en.yaml": ANSWERS, templates.FILE: PREPARED}
    found = "\n".join(_found(tmp_path, GOOD.replace("name: Ilton", "nam: Ilton"), **files))
    for line in (
        "programme.yaml, line 6: error: areas[1].nam is not a known field",
        'answers/en.yaml, line 1: error: [1].answer has the unknown slot "{venu}"',
        "answers/en.yaml, line 2: error: [2].kind must be",
        'answers/en.yaml, line 3: error: [3].id "a" is already used above',
        "answers/en.yaml, line 3: error: [3].phrasings[1] must hold at least one word or emoji",
        "answers/en.yaml, line 3: error: [3].answer has a stray brace",
        "announcements.yaml, line 1: error: [1].days must not be more than 60",
        "announcements.yaml, line 2: error: [2].text.en has the slot {place}",
    ):
        assert line in found


def test_a_phrasing_that_the_bot_has_too_is_advice_at_the_author_s_own_line(tmp_path: Path) -> None:
    mine = '- {id: a, kind: fact, phrasings: [Where is the meeting?], answer: "Here."}\n'
    found = _found(tmp_path, GOOD, **{"answers/en.yaml": mine})
    said = 'answers/en.yaml, line 1: warning: a: "Where is the meeting?" is a phrasing of meeting.where too'
    assert [each for each in found if "phrasing of" in each] == [said]


def test_everyday_words_as_names_are_advised_against(tmp_path: Path) -> None:
    """Neither an alias, nor a name that the author says to be one."""
    areas = "".join(f"\n  - {{id: {name.lower()}, name: {name}}}" for name in ("Street", "Mark", "Market", "The"))
    text = GOOD.replace("\nareas:", f"\nareas:{areas}") + "\neveryday_names: [mark]\n"
    found = _found(tmp_path, text.replace("name: George Inn", "name: George Inn, aliases: [inn, library]"))
    assert [each.partition(".name ")[2] for each in found if "everyday" in each] == [
        f'"{name}" is an everyday word too (en): list it in everyday_names' for name in ("Street", "Market", "The")
    ]


def test_what_telegram_would_not_take_is_refused(tmp_path: Path) -> None:
    long = {"ilton": "i" * 32, "books": "b" * 32}
    text = GOOD
    for old, new in long.items():
        text = text.replace(f"id: {old},", f"id: {new},").replace(f"area: {old},", f"area: {new},")
    text = text.replace("[books]", f"[{long['books']}]")
    assert any(
        "line 10: error: kinds[1].id" in each and "too long for a button" in each for each in _found(tmp_path, text)
    )


def test_a_programme_that_is_right_has_no_mistakes(tmp_path: Path) -> None:
    assert [each for each in _found(tmp_path, GOOD) if "programme.yaml" in each] == []

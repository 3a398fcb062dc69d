"""Reading again into a folder: what changed is changed, and nothing else is touched."""

from __future__ import annotations

import yaml

from reading.writing import rendering
from reading.writing.content import content
from reading.writing.document import ProgrammeText
from reading.writing.merging import Merged, merge
from tests.reading.sources import calendar, draft

FILE = """# Our programme.
id: town
name: Town
time_zone: Europe/Rome
languages: [it, en]

kinds: []

venues:
  - id: library    # the old one
    name: {it: Biblioteca, en: Library}
    address: piazza Europa

# What there is.
events:
  # By hand.
  - id: dinner
    title: Cena
    when: {date: 2027-02-01, start: 20:00}

  - id: stories
    title: {it: Storie, en: Stories}   # translated
    venue: library
    # the hour may change
    when:
      - {date: 2027-01-12, start: 9:00}
    price: {it: gratis, en: free}
    note: |
      Portate
      un cuscino

    uid: "1"
  # the end of the list

bodies:
  - {id: town, name: Town}
"""
STORIES = (
    "UID:1\nSUMMARY:Storie\nDTSTART:{start}\nLOCATION:Biblioteca\\, piazza Europa\nDESCRIPTION:Portate\\nun cuscino"
)
OTHER = "UID:2\nSUMMARY:Mercato\nDTSTART;VALUE=DATE:20270301\nLOCATION:Piazza\nCATEGORIES:Cibo"


def _merged(text: str, *events: str) -> Merged:
    return merge(draft(calendar(*events), "a.ics"), ProgrammeText(text, yaml.load(text, yaml.BaseLoader)))


def _stories(start: str = "20270112T090000", more: str = "") -> str:
    return STORIES.format(start=start) + more


def test_nothing_is_touched_where_nothing_changed() -> None:
    merged = _merged(FILE, _stories())

    assert merged.text == FILE
    assert (merged.added, merged.changed, merged.gone) == ([], [], ["dinner"])


def test_a_changed_hour_changes_its_own_lines() -> None:
    merged = _merged(FILE, _stories("20270113T100000", "\nURL:https://a.it\nSTATUS:CONFIRMED"))

    before = "    when:\n      - {date: 2027-01-12, start: 9:00}\n"
    after = '    when: {date: 2027-01-13, start: "10:00"}\n'
    link = '    uid: "1"\n'
    assert merged.text == FILE.replace(before, after).replace(link, f"{link}    link: https://a.it\n")
    assert merged.changed == [
        'stories: when [{date: 2027-01-12, start: "9:00"}] -> {date: 2027-01-13, start: "10:00"}',
        "stories: link nothing -> https://a.it",
    ]


def test_a_changed_text_of_several_lines() -> None:
    merged = _merged(FILE, _stories().replace("cuscino", "libro"))

    assert merged.text == FILE.replace("    note: |\n", "    note: |-\n").replace("un cuscino", "un libro")


def test_what_is_new_stands_at_the_end_of_its_section_and_sections_are_made() -> None:
    merged = _merged(FILE, _stories(), OTHER)

    new = (
        "  - id: mercato\n    title: Mercato\n    kinds: [cibo]\n    venue: piazza\n"
        '    when: {date: 2027-03-01}\n    uid: "2"\n'
    )
    expected = (
        FILE.replace("kinds: []\n", "kinds:\n  - {id: cibo, name: Cibo}\n")
        .replace("    address: piazza Europa\n", "    address: piazza Europa\n  - id: piazza\n    name: Piazza\n")
        .replace('    uid: "1"\n', f'    uid: "1"\n{new}')
    )
    assert merged.text == expected
    assert merged.added == ["mercato"]
    assert _merged(merged.text, _stories(), OTHER).text == merged.text


def test_a_file_with_neither_events_nor_places() -> None:
    bare = "id: town\nname: Town\ntime_zone: Europe/Rome\nlanguages: [it]\nevents:\nbodies: []"

    merged = _merged(bare, OTHER)

    assert yaml.safe_load(merged.text)["events"][0]["uid"] == "2"
    assert [line for line in merged.text.split("\n") if line.endswith(":")] == ["kinds:", "venues:", "events:"]
    assert _merged(merged.text, OTHER).text == merged.text


def test_entries_between_brackets() -> None:
    short = (
        "id: town\nvenues: [{id: hall, name: Piazza}]\nevents:\n"
        '- {id: market, title: Mercato, venue: hall, when: {date: 2027-02-01}, uid: "2"}  # every year\n'
    )

    merged = _merged(short, OTHER)

    assert yaml.safe_load(merged.text)["venues"] == [{"id": "hall", "name": "Piazza"}]
    assert merged.added == []
    assert (
        '{id: market, title: Mercato, venue: hall, when: {date: 2027-03-01}, uid: "2", kinds: [cibo]}  # every year\n'
        in merged.text
    )
    assert _merged(merged.text, OTHER).text == merged.text


def test_the_same_event_is_known_without_a_uid_and_two_alike_stay_apart() -> None:
    known = FILE.replace('    uid: "1"\n', "")
    merged = _merged(known, _stories())
    assert merged.added == []
    assert 'uid: "1"' in merged.text

    apart = _merged(FILE, _stories(), _stories("20270501T090000", "\nURL:https://b.it").replace("UID:1", "UID:3"))
    assert apart.added == ["storie"]
    assert apart.changed == []


def test_two_places_of_one_name_stay_two_and_a_new_name_is_kept() -> None:
    table = "Titolo;Data;Luogo;Indirizzo;Zona\nA;12/01/2027;Sala;via Po 1;70\nB;13/01/2027;Sala;via Po 2;70\n"
    text = rendering.programme({"id": "a"}, content(draft(table), {}))
    renamed = text.replace('name: "70"', "name: Oltre Po")

    merged = merge(draft(table), ProgrammeText(renamed, yaml.load(renamed, yaml.BaseLoader)))

    assert [each["id"] for each in yaml.safe_load(text)["venues"]] == ["sala-via-po-1", "sala-via-po-2"]
    assert renamed != text
    assert merged.text == renamed

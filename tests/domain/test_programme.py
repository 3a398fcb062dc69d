"""A wrong programme file is reported with file, line, field and a plain sentence."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.settings import WECARE
from domain.files.yaml_file import ContentError
from domain.programmes import Coordinates, Programme, load

GOOD = (WECARE / "programme.yaml").read_text()
PLACE = "    address: via Podgora 22\n"
WORDS = GOOD[GOOD.index("    name:\n      it: Centro Sociale") : GOOD.index(PLACE)]


def words(italian: str) -> str:
    others = "en: {one: visit, other: visits}, fr: {one: visite, other: visites, gender: f}"
    return f"words: {{event: {{it: {italian}, {others}}}}}\nareas:"


def _load(folder: Path, text: str) -> Programme:
    (folder / "programme.yaml").write_text(text)
    return load(folder)


def test_the_programme_that_comes_with_the_bot_is_good() -> None:
    programme = load(WECARE)

    assert [area.id for area in programme.areas] == ["perosa-argentina", "pinerolo", "torre-pellice"]
    assert [measure.number for measure in programme.measures] == [1, 2, 3, 4, 5]
    assert len(programme.bodies) == 7


@pytest.mark.parametrize(
    ("was", "wrong", "field", "sentence"),
    [
        ("area: perosa-argentina\n    name:", "area: perosa\n    name:", "venues[1].area", "not an area"),
        (
            "venue: centro-sociale-pinerolo",
            "venue: galleria-scroppo",
            "events[2].venue",
            "is in torre-pellice",
        ),
        ("venue: centro-sociale-pinerolo", "venue: bar", "events[2].venue", "not a venue"),
        ("when: {date: 10-30, start: 19:00,", "when: {date: 10-30,", "events[3].when.start", "is required where"),
        ("date: 10-23", "date: 23 ottobre", "events[2].when.date", "month-day"),
        ("date: 10-23", "date: 10-32", "events[2].when.date", "not a day of the calendar"),
        ("date: 10-23", "date: [10, 23]", "events[2].when.date", "month-day"),
        ("start: 19:00", "start: sera", "events[3].when.start", "18:00"),
        ("start: 19:00", "start: 25:00", "events[3].when.start", "18:00"),
        ("time_zone: Europe/Rome", "time_zone: Europe/Roma", "time_zone", "not a known time zone"),
        ("- number: 2", "- number: 1", "measures[2].number", "already used"),
        ("  - id: cfiq", "  - id: ciss", "bodies[3].id", "already used"),
        ("    name: Pinerolo\n", "", "line 15: areas[2].name", "is required but missing"),
        ("name: Pinerolo", "nome: Pinerolo", "line 16: areas[2].nome", "is not a known field"),
        ("      fr: Centro Sociale (centre social)\n", "", "venues[2].name", "lacks the text in fr"),
        ("id: wecare", "id: wecare\nid: again", "id", "given twice"),
        ("areas:", "towns: [", "the file", "not valid YAML"),
        ("id: wecare", "id: We Care", "id", "must be small letters, digits and hyphens"),
        ("id: pinerolo", f"id: {'a' * 33}", "areas[2].id", "must not be longer than 32 characters"),
        ("name: We.Ca.Re.", "name: ''", "name", "must not be empty"),
        ("name: We.Ca.Re.", "name: [We, Ca]", "name", "must be text"),
        ("languages: [it, en, fr]", "languages: []", "languages", "must not be empty"),
        ("languages: [it, en, fr]", "languages: it", "languages", "must be a list"),
        ("languages: [it, en, fr]", "languages: [it, inglese]", "languages[2]", "small letters"),
        ("[Pignerol,", "[Pignerol, '',", "areas[2].aliases[2]", "must not be empty"),
        ("[Pignerol,", "[Pignerol, [Pino],", "areas[2].aliases[2]", "must be text"),
        ("      it: Centro Sociale\n", "      it: ''\n", "line 34: venues[2].name.it", "must not be empty"),
        ("      it: Centro Sociale\n", "      it: [a]\n", "line 34: venues[2].name.it", "must be text"),
        (WORDS, "    name: [a, b]\n", "line 33: venues[2].name", "must be text, or a text for each language"),
        (WORDS, "    name: {}\n", "line 33: venues[2].name", "must not be empty"),
        (WORDS, "    name:\n", "line 33: venues[2].name", "must not be empty"),
        ("- number: 2", "- number: two", "measures[2].number", "must be a whole number"),
        ("- number: 2", "- number: 0", "measures[2].number", "must not be less than 1."),
        ("- number: 2", "- number: 100", "measures[2].number", "must not be more than 99."),
        ("lead: true", "lead: vero", "bodies[1].lead", "must be true or false"),
        ("areas:", "words: {event: {it: {one: visita, other: visite, gender: f}}}\nareas:", "words.event", "in en, fr"),
        ("areas:", "words: {area: {it: {one: zona}}}\nareas:", "words.area.it.other", "is required"),
        ("areas:", words("{one: visita, other: visite}"), "words.event.it.gender", "must be m or f"),
        (
            "areas:",
            words("{one: a, other: b, gender: f, forms: {teh: a}}"),
            "words.event.it.forms.teh",
            "known: a, the",
        ),
        ("areas:", "words: {bot: {it: Torretta}}\nareas:", "words.bot", "lacks the text in en, fr"),
        ("areas:", "commands: {events: {it: Le visite}}\nareas:", "commands.events.it", "must be small letters"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(tmp_path: Path, was: str, wrong: str, field: str, sentence: str) -> None:
    assert was in GOOD
    with pytest.raises(ContentError) as caught:
        _load(tmp_path, GOOD.replace(was, wrong, 1))

    assert f"{field} " in str(caught.value)
    assert sentence in str(caught.value)
    assert "`" not in str(caught.value), "a library's word for it"
    assert caught.value.line > 1 or field == "the file"


@pytest.mark.parametrize(
    ("coordinates", "words"),
    [
        ("44.9, 7.3", "line 38: venues[2].coordinates must be a block of fields."),
        ("{longitude: 7}", "line 38: venues[2].coordinates.latitude is required but missing."),
        ("{latitude: nord}", "line 38: venues[2].coordinates.latitude must be a number, written like 44.8"),
        ("{latitude: [44]}", "line 38: venues[2].coordinates.latitude must be a number, written like 44.8"),
        ("{latitude: -91}", "line 38: venues[2].coordinates.latitude must not be less than -90."),
        ("{latitude: nan}", "line 38: venues[2].coordinates.latitude must not be less than -90."),
        ("{longitude: 180.5}", "line 38: venues[2].coordinates.longitude must not be more than 180."),
        ("{height: 300}", "line 38: venues[2].coordinates.height is not a known field (known: latitude, longitude)."),
    ],
)
def test_wrong_coordinates_are_shown_where_they_stand(tmp_path: Path, coordinates: str, words: str) -> None:
    with pytest.raises(ContentError) as caught:
        _load(tmp_path, GOOD.replace(PLACE, f"{PLACE}    coordinates: {coordinates}\n"))

    assert words in str(caught.value)


@pytest.mark.parametrize("text", ["- a\n- b\n", "only words\n"])
def test_a_file_of_another_shape_is_said(tmp_path: Path, text: str) -> None:
    with pytest.raises(ContentError, match="line 1: the file must be a block of fields"):
        _load(tmp_path, text)


def test_values_are_read_as_authors_write_them(tmp_path: Path) -> None:
    text = GOOD.replace(WORDS, "    name: Bar\n").replace("lead: true", "lead: Yes", 1)
    text = text.replace(PLACE, f"{PLACE}    coordinates: {{latitude: 44.9, longitude: 7}}\n")
    text = text.replace("date: 10-23", "date: 2027-10-23").replace("start: 19:00", "start: 9:05")
    programme = _load(tmp_path, text)
    bar = programme.venues[1]

    assert programme.say(bar.name, "fr") == "Bar"
    assert bar.coordinates == Coordinates(44.9, 7.0)
    assert programme.bodies[0].lead
    assert not programme.bodies[1].lead
    assert programme.events[1].whens[0].begins.in_year(2030) == date(2027, 10, 23)
    assert programme.events[0].whens[0].begins.in_year(2030) == date(2030, 10, 16)
    assert programme.events[2].whens[0].start == time(9, 5)


def test_an_empty_or_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        load(tmp_path)
    (tmp_path / "programme.yaml").write_text("")
    with pytest.raises(ContentError, match="is empty"):
        load(tmp_path)

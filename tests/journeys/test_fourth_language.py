"""A language more is a folder of words and a file of answers; no line of code. It is asked in that language."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from bot.authoring import inspection
from bot.content import loaded_content
from bot.content.loaded_content import LoadedContent
from bot.settings import WECARE
from domain import languages, programmes
from domain.spoken import event_times, moments
from domain.spoken.event_times import SpokenMeeting
from tests.world import World, received

pytestmark = pytest.mark.one_database

GERMAN = Path(__file__).parent.parent / "languages"
ROME = ZoneInfo("Europe/Rome")
NOW = datetime(2027, 10, 9, 10, 0, tzinfo=ROME)  # a Saturday
MEETING = SpokenMeeting(datetime(2027, 10, 23, 18, 0, tzinfo=ROME), datetime(2027, 10, 23, 20, 30, tzinfo=ROME), ROME)
FOREIGN = "Ich bin ein Programm"


def _programme(folder: Path) -> Path:
    """The programme there is, in German too. Names of places, bodies and measures stay as they are."""
    content = Path(shutil.copytree(WECARE, folder / "content"))
    file = content / "programme.yaml"
    programme = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # "18:00" stays text
    programme["languages"].append("de")
    for part in (part for name in ("venues", "bodies", "measures", "topics") for part in programme[name]):
        for words in part.values():
            if isinstance(words, dict) and "en" in words:
                words["de"] = words["it"]
    file.write_text(yaml.safe_dump(programme, allow_unicode=True), encoding="utf-8")
    (content / "announcements.yaml").unlink()
    shutil.copy(GERMAN / "wecare.de.yaml", content / "answers" / "de.yaml")
    return content


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, LoadedContent]]:
    """The languages there are, and German beside them."""
    folder = tmp_path_factory.mktemp("fourth")
    every = Path(shutil.copytree(languages.FOLDER, folder / "languages"))
    shutil.copytree(GERMAN / "de", every / "de", dirs_exist_ok=True)
    directory = _programme(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(languages, "FOLDER", every)
        yield directory, loaded_content.load(directory)


@pytest.fixture
async def spoken(database_url: str, german: tuple[Path, LoadedContent]) -> AsyncIterator[World]:
    directory, content = german
    world = World(database_url, said=content, programme_dir=directory)
    await world.open()
    yield world
    await world.close()


async def test_a_journey_in_a_language_that_is_only_files(spoken: World) -> None:
    heidi = spoken.telegram.person(3003, "Heidi", language_code="de-AT")
    assert "Hallo! Ich bin Campanile." in (await spoken.say(heidi, "/start")).text
    card = await spoken.follow(heidi, "pinerolo")
    assert "Samstag, 23. Oktober 2027" in spoken.telegram.sent(heidi.id)[1].text
    assert card.labels
    for command in ("/sprache", "/language"):
        assert len((await spoken.say(heidi, command)).buttons) == 4
    await spoken.travel("2027-10-22 18:00")
    assert received(heidi, "Treffen von We.Ca.Re. in Pinerolo") >= 1
    assert spoken.telegram.complaints == []


QUESTIONS = {
    "Wo ist das Treffen in Pinerolo?": "via Podgora 22",
    "Guten Tag, können Sie mir bitte sagen, wo das Treffen in Pinerolo stattfindet?": "via Podgora 22",
    "wo trefft ihr euch in Pinerolo": "via Podgora 22",
    "Wann ist das Treffen in Pinerolo?": "Samstag, 23. Oktober 2027",
    "wan findet das treffen in pinerolo statt": "23. Oktober",
    "Um wie viel Uhr beginnt es in Pinerolo?": "18:00",
    "Wann ist es in Pinerolo zu Ende?": "20:30",
    "Ist das Treffen in Pinerolo am 22. Oktober?": "Nein, das Treffen in Pinerolo ist am",
    "Muss ich mich anmelden?": "Von einer Anmeldung",
    "Was kostet es?": "Ob es etwas kostet",
    "Sehr geehrte Damen und Herren, was kostet die Teilnahme? Mit freundlichen Grüßen": "Ob es etwas kostet",
    "Danke": "Gern geschehen",
    "Vielen Dank!": "Gern geschehen",
    "Guten Abend": "Hallo!",
    "Tschüss": "Bis bald",
    "Sprichst du Deutsch?": "auf Deutsch",
    "Ich will nicht mehr leben": "ruf sofort die 112",
    "ich moechte sterben": "ruf sofort die 112",
    "Mein Mann schlägt mich": "ruf die 112",
    "Hilfe, es brennt!": "Ruf sofort die 112",
    "Mein Vater hat einen Herzinfarkt, schnell": "Ruf sofort die 112",
}


async def test_questions_of_a_language_that_is_only_files(spoken: World) -> None:
    heidi = spoken.telegram.person(3003, "Heidi", language_code="de")
    await spoken.say(heidi, "/start")
    wrong = {}
    for question, expected in QUESTIONS.items():
        text = (await spoken.say(heidi, question)).text
        if expected not in text or FOREIGN in text:
            wrong[question] = text
    assert wrong == {}


async def test_who_is_set_to_another_language_is_answered_in_that_of_the_question(spoken: World) -> None:
    answer = (await spoken.say(spoken.anna, "Wo ist das Treffen in Pinerolo?")).text
    assert "In Pinerolo treffen wir uns hier" in answer
    foreign = (await spoken.say(spoken.marco, "¿Dónde es la reunión y cuando empieza?")).text
    assert "solo hablo italiano, inglés, francés y alemán" in foreign


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("morgen um 18 Uhr", "2027-10-10 18:00"),
        ("morgen um halb sieben abends", "2027-10-10 18:30"),
        ("heute Abend um 20 Uhr", "2027-10-09 20:00"),
        ("am 22. Oktober um 18:30", "2027-10-22 18:30"),
        ("am Freitag um 9 Uhr", "2027-10-15 09:00"),
        ("übermorgen um 8 Uhr 15", "2027-10-11 08:15"),
        ("in zwei Stunden", "2027-10-09 12:00"),
        ("in einer halben Stunde", "2027-10-09 10:30"),
        ("23.10.2027 um 17 Uhr", "2027-10-23 17:00"),
    ],
)
@pytest.mark.usefixtures("german")
def test_moments_as_they_are_typed_in_it(text: str, expected: str) -> None:
    found = moments.understand(text, "de", NOW, ROME)
    assert found is not None
    assert f"{found.moment.astimezone(ROME):%Y-%m-%d %H:%M}" == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 22. Oktober von 18 bis 20 Uhr", "10-22 18:00-20:00"),
        ("von 17 bis 19 Uhr", "10-23 17:00-19:00"),
        ("Freitag, 22. Oktober", "10-22 18:00-20:30"),
        ("bis 21 Uhr", "10-23 18:00-21:00"),
        ("eine Stunde später", "10-23 19:00-21:30"),
        ("zwischen 18 und 20 Uhr", "10-23 18:00-20:00"),
        ("zweiundzwanzigster Oktober um viertel nach sieben abends", "10-22 19:15-21:45"),
    ],
)
@pytest.mark.usefixtures("german")
def test_hours_of_a_meeting_as_they_are_typed_in_it(text: str, expected: str) -> None:
    found = event_times.understand(text, "de", NOW, MEETING)
    assert found is not None
    start, end = found.starts_at.astimezone(ROME), found.ends_at.astimezone(ROME)
    assert f"{start:%m-%d %H:%M}-{end:%H:%M}" == expected


def test_the_check_counts_what_a_language_lacks(german: tuple[Path, LoadedContent]) -> None:
    directory, _ = german
    found = [str(each) for each in inspection.mistakes(programmes.load(directory), directory)]
    assert [each for each in found if ": error: " in each] == []
    assert any('"de" lacks' in each and "messages: " in each for each in found), found


def test_a_first_language_that_is_not_whole_is_a_mistake_and_no_crash(german: tuple[Path, LoadedContent]) -> None:
    directory, content = german
    file = directory / programmes.FILE
    before = file.read_text(encoding="utf-8")
    others = [each for each in content.programme.languages if each != "de"]
    try:
        programme = yaml.load(before, yaml.BaseLoader)
        file.write_text(yaml.safe_dump({**programme, "languages": ["de", *others]}, allow_unicode=True), "utf-8")
        found = inspection.findings(directory, 2027, NOW)
    finally:
        file.write_text(before, encoding="utf-8")
    assert any(each.error and "lends its words to the others and lacks" in each.problem for each in found)

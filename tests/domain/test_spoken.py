"""Times as people type them: five hundred ways written by hand, and others made from what they must mean."""

from __future__ import annotations

import time as clock_time
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import at
from domain.files import yaml_file
from domain.spoken import event_times, moments, words
from domain.spoken.event_times import AskedFor, SpokenMeeting
from domain.spoken.grammar import LONGEST, readings

ROME = ZoneInfo("Europe/Rome")
NOW = datetime(2027, 10, 9, 10, 0, tzinfo=ROME)  # a Saturday
MEETING = SpokenMeeting(datetime(2027, 10, 23, 18, 0, tzinfo=ROME), datetime(2027, 10, 23, 20, 30, tzinfo=ROME), ROME)
TABLE = Path(__file__).with_name("spoken.tsv")


def read(asked: str, language: str, text: str) -> str:
    """What the bot makes of it, as the table writes it."""
    if asked == "moment":
        found = moments.understand(text, language, NOW, ROME)
        if found is None:
            return "-"
        local = found.moment.astimezone(ROME)
        return f"{local:%Y-%m-%d %H:%M}" if found.has_hour else f"day {local:%Y-%m-%d}"
    if asked == "until":
        return str(moments.understand_day(text, language, NOW.date(), lasting=True) or "-")
    hours = event_times.understand(text, language, NOW, MEETING, AskedFor(asked))
    if hours is None or hours.beyond:
        return "-" if hours is None else "beyond"
    start, end = hours.starts_at.astimezone(ROME), hours.ends_at.astimezone(ROME)
    return f"{start:%m-%d %H:%M}-{end:%H:%M}"


def rows() -> list[tuple[str, str, str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [(asked, language, text, said) for asked, language, text, said in (x.split("\t") for x in lines)]


@pytest.mark.parametrize(("asked", "language", "text", "expected"), rows())
def test_what_people_type_is_understood_whole_or_not(asked: str, language: str, text: str, expected: str) -> None:
    assert read(asked, language, text) == expected


DAYS = {
    "it": "EEEE d MMMM y|EEE d MMM y|d MMMM y|'il' d MMMM|EEEE d MMMM|d/M|dd.MM.y|d-M-yy".split("|"),
    "en": "EEEE, MMMM d, y|EEE d MMM y|d MMMM|'on' MMMM d|EEEE d MMMM|d/M|dd/MM/y|y-MM-dd".split("|"),
    "fr": "EEEE d MMMM y|EEE d MMM y|'le' d MMMM|'le' EEEE d MMMM|EEEE d MMMM|d/M|dd/MM/y".split("|"),
}
"""Patterns for Babel, which knows the names and nothing of our files."""

HOURS: dict[str, list[Callable[[time], str]]] = {
    "it": [
        lambda x: f"alle {x:%H:%M}",
        lambda x: f"alle {x.hour}.{x:%M}",
        lambda x: f"ore {x.hour},{x:%M}",
        lambda x: f"h {x:%H.%M}",
        lambda x: f"alle {x.hour} e {x.minute}",
        lambda x: f"alle ore {x:%H.%M}",
    ],
    "en": [
        lambda x: f"at {x:%H:%M}",
        lambda x: f"at {x.hour % 12 or 12}:{x:%M}{'pm' if x.hour > 11 else 'am'}",
        lambda x: f"at {x.hour % 12 or 12}.{x:%M} {'p.m.' if x.hour > 11 else 'a.m.'}",
        lambda x: f"{x.hour % 12 or 12}:{x:%M} {'PM' if x.hour > 11 else 'AM'}",
    ],
    "fr": [
        lambda x: f"à {x.hour}h{x:%M}",
        lambda x: f"à {x.hour} h {x:%M}",
        lambda x: f"à {x.hour} heures {x.minute}",
        lambda x: f"{x:%H:%M}",
    ],
}
PATTERNS = [(language, day, hour) for language in DAYS for day in DAYS[language] for hour in range(6)]


@pytest.mark.parametrize(("language", "day_pattern", "hour_pattern"), PATTERNS)
def test_every_day_and_hour_is_read_as_it_is_written(language: str, day_pattern: str, hour_pattern: int) -> None:
    """Of the ten months ahead, so that a day without a year can only be that one."""
    spell = HOURS[language][hour_pattern % len(HOURS[language])]
    for step in range(0, 300, 37):
        day = date(2027, 10, 10) + timedelta(days=step + hour_pattern)
        clock = time(step % 24, (step * 7 + hour_pattern) % 60)
        text = f"{format_date(day, day_pattern, locale=language)} {spell(clock)}"
        found = moments.understand(text, language, NOW, ROME)
        assert found == moments.SpokenTime(at(day, clock, ROME), has_hour=True), text


@given(st.times(), st.times(), st.dates(date(2027, 10, 10), date(2028, 9, 30)))
def test_a_day_with_both_hours_is_read_as_written(first: time, last: time, day: date) -> None:
    text = f"{day:%d/%m/%Y} dalle {first:%H.%M} alle {last:%H.%M}"
    found = event_times.understand(text, "it", NOW, MEETING)

    first, last = first.replace(second=0, microsecond=0), last.replace(second=0, microsecond=0)
    assert found is not None
    assert found.starts_at == at(day, first, ROME)
    assert found.ends_at == at(day + timedelta(days=last == time(0)), last, ROME), "midnight is the day's end"


@given(st.integers(1, 99), st.sampled_from(["dopo", "prima"]))
def test_what_is_shifted_keeps_its_duration(minutes: int, way: str) -> None:
    found = event_times.understand(f"{minutes} minuti {way}", "it", NOW, MEETING)

    assert found is not None
    assert found.ends_at - found.starts_at == MEETING.ends_at - MEETING.starts_at
    assert abs(found.starts_at - MEETING.starts_at.astimezone(UTC)) == timedelta(minutes=minutes)


SAID = [row for row in rows() if row[3] != "-"]
WORD = st.sampled_from("forse non circa zzz 99999 🙂 piazza about environ % 18:61 o or ou".split())
ANY = st.text(max_size=60) | st.lists(
    st.sampled_from("alle 18 e 30 . : - / domani il 24 ottobre fra due ore at pm le h à".split()), max_size=14
).map(" ".join)


@given(st.sampled_from(SAID), WORD, st.integers(0, 20))
def test_a_word_that_is_left_over_leaves_nothing_understood(
    row: tuple[str, str, str, str], word: str, place: int
) -> None:
    asked, language, text, _ = row
    parts = text.split()
    parts.insert(min(place, len(parts)), word)

    assert read(asked, language, " ".join(parts)) == "-"


@given(ANY, st.sampled_from(["it", "en", "fr"]))
def test_whatever_is_understood_is_made_of_known_words_only(text: str, language: str) -> None:
    """And is never an error."""
    if all(read(asked, language, text) == "-" for asked in ("moment", "until", "day", "hours", "when")):
        return
    known = {each for found in words.known().values() for word in found.all for each in word.phrase}
    assert all(token in known or token.isdigit() or token in ".,:-/t" for token in words.cut(text))


def test_clocks_that_change_are_those_of_the_programme() -> None:
    """ "In six hours" is that long, "in a day at 8" is by the wall clock, whatever the clocks do at night."""
    evening = datetime(2027, 10, 30, 22, 0, tzinfo=ROME)
    for text, expected in {
        "fra 6 ore": "2027-10-31 03:00+01:00",
        "domani alle 8": "2027-10-31 08:00+01:00",
        "fra un giorno alle 8": "2027-10-31 08:00+01:00",
        "domani alle 2.30": "2027-10-31 02:30+02:00",
    }.items():
        found = moments.understand(text, "it", evening, ROME)
        assert found is not None
        assert found.moment == datetime.fromisoformat(expected)


def test_nothing_long_is_read() -> None:
    padding = " " * LONGEST
    assert moments.understand(f"domani alle 18{padding}", "it", NOW, ROME) is None


@pytest.mark.parametrize("unit", ["1 ", "1h", "1-", "1.1 ", "e 1 ", "un'ora e ", "1:11-", "fra 1h1 "])
def test_no_text_takes_long(unit: str) -> None:
    """Milliseconds, however often parts of a time are repeated; a hundred times that is the margin."""
    began = clock_time.process_time()
    for asked in ("moment", "until", "day", "hours", "when"):
        read(asked, "it", (unit * LONGEST)[:LONGEST])
    assert clock_time.process_time() - began < 2


SPANISH = """
number: {1: "una, un", 2: dos, 3: tres, 8: ocho, 9: nueve}
ordinal: {1: primero}
month: {10: octubre, 11: noviembre}
weekday: {0: lunes, 5: sábado}
relative: {0: hoy, 1: mañana}
relative_part: {0 evening: esta noche}
part: {morning: "de la mañana, por la mañana", afternoon: de la tarde, night: de la noche}
unit: {minute: minutos, hour: "hora, horas", day: "día, días", week: "semana, semanas"}
one: un, una
the: el, la
this: este
next: próximo
next_week: de la semana que viene
day_prefix: el
the_day: el
month_prefix: de
at: a las, a la
at_noon: al, a
hour_mark: h
noon: mediodía
midnight: medianoche
and: y
less: menos
half: media
quarter: cuarto
three_quarters: tres cuartos
from: de, desde las
to: a, a las, hasta las
between: entre las
until: hasta las
until_day: hasta el
in: dentro de, en
later: más tarde, después
earlier: antes
half_hour: media hora
quarter_hour: un cuarto de hora
three_quarters_hour: tres cuartos de hora
verb: mueve
polite: por favor, gracias
"""


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("el sábado 23 de octubre a las 8 y media de la noche", 1),
        ("mañana a las nueve menos cuarto", 1),
        ("dentro de tres días a las 18:30, por favor", 1),
        ("una hora y media más tarde", 1),
        ("mañana tal vez a las 9", 0),
    ],
)
def test_a_language_more_is_a_file_of_words(tmp_path: Path, text: str, ways: int) -> None:
    file = tmp_path / "es.yaml"
    file.write_text(SPANISH, encoding="utf-8")
    spanish = words.parse(yaml_file.read(file))

    assert min(1, len(readings(text, spanish))) == ways


def test_every_language_has_its_words() -> None:
    assert set(words.known()) >= {"it", "en", "fr"}

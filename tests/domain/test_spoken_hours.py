"""New days and hours of a meeting, as organisers type them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import at
from domain.spoken_hours import understand

ROME = ZoneInfo("Europe/Rome")
NOW = datetime(2027, 10, 9, 10, 0, tzinfo=ROME)  # a Saturday
START = datetime(2027, 10, 23, 18, 0, tzinfo=ROME)  # a Saturday
END = datetime(2027, 10, 23, 20, 30, tzinfo=ROME)
SAME = "10-23 18:00-20:30"


def read(text: str, language: str = "it", *, hours: bool = False) -> str | None:
    found = understand(text, language, NOW, ROME, START, END, hours=hours)
    if found is None:
        return None
    start, end = found.starts_at.astimezone(ROME), found.ends_at.astimezone(ROME)
    assert start.date() == end.date()
    return f"{start:%m-%d %H:%M}-{end:%H:%M}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "dalle 18 alle 20.30", SAME),
        ("it", "Dalle 19 alle 21", "10-23 19:00-21:00"),
        ("it", "dalle ore 19 alle ore 21.30", "10-23 19:00-21:30"),
        ("it", "19-21.30", "10-23 19:00-21:30"),
        ("it", "19:00 – 21:30", "10-23 19:00-21:30"),
        ("it", "18-20", "10-23 18:00-20:00"),
        ("it", "sposta alle 19", "10-23 19:00-21:30"),
        ("it", "spostalo alle 19.30", "10-23 19:30-22:00"),
        ("it", "comincia alle 17", "10-23 17:00-19:30"),
        ("it", "ore 19", "10-23 19:00-21:30"),
        ("it", "19:15", "10-23 19:15-21:45"),
        ("it", "fino alle 21", "10-23 18:00-21:00"),
        ("it", "finisce alle 20", "10-23 18:00-20:00"),
        ("it", "un'ora dopo", "10-23 19:00-21:30"),
        ("it", "mezz'ora prima", "10-23 17:30-20:00"),
        ("it", "posticipa di 15 minuti", "10-23 18:15-20:45"),
        ("it", "una settimana dopo", "10-30 18:00-20:30"),
        ("it", "il giorno dopo", "10-24 18:00-20:30"),
        ("it", "due settimane dopo", "11-06 18:00-20:30"),
        ("it", "24 ottobre", "10-24 18:00-20:30"),
        ("it", "il 24", "10-24 18:00-20:30"),
        ("it", "sposta al 24", "10-24 18:00-20:30"),
        ("it", "24/10", "10-24 18:00-20:30"),
        ("it", "venerdì", "10-22 18:00-20:30"),
        ("it", "lunedì", "10-25 18:00-20:30"),
        ("it", "domani", "10-10 18:00-20:30"),
        ("it", "24 ottobre dalle 18 alle 20", "10-24 18:00-20:00"),
        ("it", "domenica 24 ottobre alle 17", "10-24 17:00-19:30"),
        ("it", "il 5", "11-05 18:00-20:30"),
        ("it", "8 ottobre", "10-08 18:00-20:30"),
        ("it", "8 ottobre 2028", "10-08 18:00-20:30"),
        ("en", "from 6pm to 8.30pm", SAME),
        ("en", "from 7 to 9pm", "10-23 19:00-21:00"),
        ("en", "move it to 7pm", "10-23 19:00-21:30"),
        ("en", "at 19:30", "10-23 19:30-22:00"),
        ("en", "until 9pm", "10-23 18:00-21:00"),
        ("en", "an hour later", "10-23 19:00-21:30"),
        ("en", "half an hour earlier", "10-23 17:30-20:00"),
        ("en", "a week later", "10-30 18:00-20:30"),
        ("en", "24 October from 18:00 to 20:00", "10-24 18:00-20:00"),
        ("en", "friday", "10-22 18:00-20:30"),
        ("fr", "de 18h à 20h30", SAME),
        ("fr", "de 19 h à 21 h 30", "10-23 19:00-21:30"),
        ("fr", "à 19h", "10-23 19:00-21:30"),
        ("fr", "jusqu'à 21h", "10-23 18:00-21:00"),
        ("fr", "une heure plus tard", "10-23 19:00-21:30"),
        ("fr", "une semaine plus tard", "10-30 18:00-20:30"),
        ("fr", "le 24 octobre de 18h à 20h", "10-24 18:00-20:00"),
        ("fr", "vendredi", "10-22 18:00-20:30"),
    ],
)  # fmt: skip
def test_reads_what_people_type(language: str, text: str, expected: str) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("19", "10-23 19:00-21:30"), ("alle 19", "10-23 19:00-21:30")]
)
def test_a_bare_number_is_an_hour_where_hours_are_asked_for(text: str, expected: str) -> None:
    assert read(text, hours=True) == expected


@pytest.mark.parametrize(
    "text", ["", "boh", "🙂", "alle 25", "dalle 30 alle 40", "quando vuoi", "sposta", "il 32"]
)
def test_says_so_when_it_cannot_read(text: str) -> None:
    assert read(text) is None


@given(st.times(), st.times(), st.dates(date(2027, 10, 10), date(2028, 9, 30)))
def test_every_hour_and_day_is_read_as_written(first: time, last: time, day: date) -> None:
    text = f"{day:%d/%m/%Y} dalle {first:%H.%M} alle {last:%H.%M}"
    found = understand(text, "it", NOW, ROME, START, END)

    assert found is not None
    assert found.starts_at == at(day, first.replace(second=0, microsecond=0), ROME)
    assert found.ends_at == at(day, last.replace(second=0, microsecond=0), ROME)


@given(st.integers(1, 99), st.sampled_from(["dopo", "prima"]))
def test_what_is_shifted_keeps_its_duration(minutes: int, way: str) -> None:
    found = understand(f"{minutes} minuti {way}", "it", NOW, ROME, START, END)

    assert found is not None
    assert found.ends_at - found.starts_at == END - START
    assert abs(found.starts_at - START.astimezone(UTC)) == timedelta(minutes=minutes)


@given(st.text(max_size=60), st.booleans())
def test_whatever_is_typed_is_read_or_not_but_never_an_error(text: str, hours: bool) -> None:
    understand(text, "it", NOW, ROME, START, END, hours=hours)

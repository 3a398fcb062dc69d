from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.spoken_time import understand

ROME = ZoneInfo("Europe/Rome")
NOW = datetime(2027, 10, 9, 10, 0, tzinfo=ROME)  # a Saturday


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "domani alle 18", "2027-10-10 18:00"),
        ("it", "Domani alle 18.30", "2027-10-10 18:30"),
        ("it", "23/10 18:30", "2027-10-23 18:30"),
        ("it", "23/10 alle 9", "2027-10-23 09:00"),
        ("it", "23 ottobre ore 18.30", "2027-10-23 18:30"),
        ("it", "il 23 ottobre alle 18", "2027-10-23 18:00"),
        ("it", "lunedì alle 9", "2027-10-11 09:00"),
        ("it", "lunedi alle 9", "2027-10-11 09:00"),
        ("it", "sabato prossimo alle 10", "2027-10-16 10:00"),
        ("it", "venerdì sera alle 8", "2027-10-15 20:00"),
        ("it", "oggi 19:15", "2027-10-09 19:15"),
        ("it", "stasera alle 20", "2027-10-09 20:00"),
        ("it", "stasera alle 8", "2027-10-09 20:00"),
        ("it", "dopodomani mattina alle 8", "2027-10-11 08:00"),
        ("it", "domani a mezzogiorno", "2027-10-10 12:00"),
        ("it", "alle 21", "2027-10-09 21:00"),
        ("it", "alle 9", "2027-10-10 09:00"),
        ("it", "18:30", "2027-10-09 18:30"),
        ("it", "fra due ore", "2027-10-09 12:00"),
        ("it", "tra 30 minuti", "2027-10-09 10:30"),
        ("it", "fra un'ora", "2027-10-09 11:00"),
        ("it", "2027-10-20 10:00", "2027-10-20 10:00"),
        ("it", "1/11/2027 ore 9", "2027-11-01 09:00"),
        ("it", "31 ottobre alle 9", "2027-10-31 09:00"),
        ("en", "tomorrow at 6pm", "2027-10-10 18:00"),
        ("en", "on 23 October at 18:30", "2027-10-23 18:30"),
        ("en", "monday 9am", "2027-10-11 09:00"),
        ("en", "in 2 hours", "2027-10-09 12:00"),
        ("en", "tomorrow at noon", "2027-10-10 12:00"),
        ("fr", "demain à 18h", "2027-10-10 18:00"),
        ("fr", "demain à 18h30", "2027-10-10 18:30"),
        ("fr", "le 23 octobre à 18h30", "2027-10-23 18:30"),
        ("fr", "lundi à 9h", "2027-10-11 09:00"),
        ("fr", "dans 2 heures", "2027-10-09 12:00"),
    ],
)
def test_reads_what_people_type(language: str, text: str, expected: str) -> None:
    understood = understand(text, language, NOW, ROME)

    assert understood is not None
    assert understood.has_hour
    assert understood.moment.astimezone(ROME).strftime("%Y-%m-%d %H:%M") == expected


@pytest.mark.parametrize("text", ["boh", "", "🙂", "alle 25", "quando vuoi tu"])
def test_says_so_when_it_cannot_read(text: str) -> None:
    understood = understand(text, "it", NOW, ROME)

    assert understood is None or not understood.has_hour


def test_a_day_without_an_hour_is_only_a_day() -> None:
    understood = understand("domani", "it", NOW, ROME)

    assert understood is not None
    assert not understood.has_hour

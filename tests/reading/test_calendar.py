"""Calendars (.ics), as towns and phones write them."""

import pytest

from tests.reading.sources import calendar, draft, event, refused, sections, wishes


def test_an_event_keeps_its_uid_and_all_it_says() -> None:
    ics = calendar(
        r"""UID:7@town
SUMMARY:Storie\, per tutti i
  piccoli
DTSTART;TZID=Europe/Rome:20270112T170000
DTEND;TZID=Europe/Rome:20270112T183000
LOCATION:Biblioteca\, Piazza Europa 1
GEO:44.9;7.3
CATEGORIES:Bambini,Libri
URL:https://example.org/7
STATUS:CANCELLED
DESCRIPTION:<p>Con <b>Ada</b></p>Portate un cuscino""",
        head="X-WR-CALNAME:Il Comune",
    )

    found = sections(ics, "a.ics")

    assert found["venues"] == [
        {
            "id": "biblioteca",
            "name": "Biblioteca",
            "address": "Piazza Europa 1",
            "coordinates": {"latitude": 44.9, "longitude": 7.3},
        }
    ]
    assert found["events"] == [
        {
            "id": "storie-per-tutti-i-piccoli",
            "title": "Storie, per tutti i piccoli",
            "kinds": ["bambini", "libri"],
            "venue": "biblioteca",
            "when": {"date": "2027-01-12", "start": "17:00", "end": "18:30"},
            "status": "cancelled",
            "link": "https://example.org/7",
            "note": "Con Ada\nPortate un cuscino",
            "uid": "7@town",
        }
    ]
    assert draft(ics, "a.ics").name == "Il Comune"


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        ("DTSTART;VALUE=DATE:20270301", {"date": "2027-03-01"}),
        ("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270302", {"date": "2027-03-01"}),
        ("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270304", {"from": "2027-03-01", "to": "2027-03-03"}),
        ("DTSTART:20270701T160000Z\nDURATION:PT90M", {"date": "2027-07-01", "start": "18:00", "end": "19:30"}),
        ("DTSTART:20270701T180000", {"date": "2027-07-01", "start": "18:00"}),
        (
            "DTSTART;TZID=W. Europe Standard Time:20270701T220000\nDTEND;TZID=W. Europe Standard Time:20270702T010000",
            {"date": "2027-07-01", "start": "22:00", "end": "01:00"},
        ),
        (
            "DTSTART;TZID=Europe/London:20270702T170000\nDTEND;TZID=Europe/London:20270704T110000",
            {"from": "2027-07-02", "to": "2027-07-04", "start": "18:00", "end": "12:00"},
        ),
    ],
)
def test_days_and_hours_are_the_programme_s(lines: str, when: dict[str, str]) -> None:
    assert event(calendar(f"UID:1\nSUMMARY:A\n{lines}"), "a.ics")["when"] == when


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        (
            "DTSTART;TZID=Europe/Rome:20270105T103000\nRRULE:FREQ=WEEKLY;INTERVAL=4;WKST=MO;UNTIL=20270601T220000Z\n"
            "EXDATE;TZID=Europe/Rome:20270202T103000",
            {
                "date": "2027-01-05",
                "start": "10:30",
                "repeat": "FREQ=WEEKLY;INTERVAL=4",
                "until": "2027-06-01",
                "except": ["2027-02-02"],
            },
        ),
        (
            "DTSTART;TZID=Europe/Rome:20270105T103000\nRRULE:FREQ=WEEKLY;UNTIL=20270126T000000Z",
            {"date": "2027-01-05", "start": "10:30", "repeat": "FREQ=WEEKLY", "until": "2027-01-25"},
        ),
        (
            "DTSTART;VALUE=DATE:20270105\nRRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=3\nRDATE;VALUE=DATE:20270120",
            {"date": "2027-01-05", "repeat": "FREQ=MONTHLY;COUNT=3;BYDAY=1TU", "also": ["2027-01-20"]},
        ),
    ],
)
def test_rules_are_kept_with_their_exceptions(lines: str, when: dict[str, object]) -> None:
    assert event(calendar(f"UID:1\nSUMMARY:A\n{lines}"), "a.ics")["when"] == when


def test_a_rule_by_another_clock_becomes_its_days() -> None:
    weekly = "UID:1\nSUMMARY:A\nDTSTART:20270316T170000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20270323T170000Z"

    assert event(calendar(weekly), "a.ics")["when"] == [
        {"date": "2027-03-16", "start": "18:00"},
        {"date": "2027-03-30", "start": "19:00"},
        {"date": "2027-04-06", "start": "19:00"},
    ]


def test_a_weekend_that_repeats_becomes_its_weekends() -> None:
    fair = "UID:1\nSUMMARY:A\nDTSTART;VALUE=DATE:20270109\nDTEND;VALUE=DATE:20270111\nRRULE:FREQ=YEARLY;COUNT=1"

    assert event(calendar(fair), "a.ics")["when"] == {"from": "2027-01-09", "to": "2027-01-10"}


def test_a_moved_day_takes_the_place_of_its_own_and_a_cancelled_one_goes() -> None:
    series = "UID:1\nSUMMARY:A\nDTSTART;TZID=Europe/Rome:20270105T100000\nRRULE:FREQ=WEEKLY;COUNT=4"
    moved = "UID:1\nSUMMARY:A\nRECURRENCE-ID;TZID=Europe/Rome:20270112T100000\nDTSTART;TZID=Europe/Rome:20270113T110000"
    off = "UID:1\nSUMMARY:A\nRECURRENCE-ID:20270119T090000Z\nDTSTART:20270119T090000Z\nSTATUS:CANCELLED"
    renamed = "UID:1\nSUMMARY:B\nRECURRENCE-ID:20270126T090000Z\nDTSTART:20270126T090000Z"

    first, other = sections(calendar(series, moved, off, renamed), "a.ics")["events"]

    assert first["when"] == [
        {
            "date": "2027-01-05",
            "start": "10:00",
            "repeat": "FREQ=WEEKLY;COUNT=4",
            "except": ["2027-01-12", "2027-01-19", "2027-01-26"],
        },
        {"date": "2027-01-13", "start": "11:00"},
    ]
    assert (other["title"], other["uid"]) == ("B", "1/2027-01-26")


def test_days_that_are_added_one_by_one_and_one_that_is_taken_out() -> None:
    added = (
        "UID:1\nSUMMARY:A\nDTSTART:20270105T090000Z\nRDATE:20270107T090000Z\nRDATE;VALUE=PERIOD:20270109T100000Z/PT1H"
    )

    assert event(calendar(f"{added}\nEXDATE:20270105T090000Z"), "a.ics")["when"] == [
        {"date": "2027-01-07", "start": "10:00"},
        {"date": "2027-01-09", "start": "11:00"},
    ]


def test_what_matters_little_may_be_broken() -> None:
    found = sections(calendar("UID:1\nSUMMARY:A\nDTSTART:20270105T090000Z\nGEO:x\nDTSTAMP:bad\nLOCATION:Sala"), "a.ics")

    assert found["venues"] == [{"id": "sala", "name": "Sala"}]


def test_what_never_ends_begins_this_year_and_is_said() -> None:
    found = draft(calendar("UID:1\nSUMMARY:A\nDTSTART;VALUE=DATE:20190101\nRRULE:FREQ=WEEKLY;INTERVAL=4"), "a.ics")

    [when] = found.events[0].whens
    assert (when.day, when.until) == ("2026-01-20", "")
    assert found.notes == [
        "1 event repeats without an end: the bot knows the days of about a year ahead, at every start."
    ]


def test_many_single_days_of_one_thing_are_one_event() -> None:
    days = [f"UID:{day}\nSUMMARY:Papier\nDTSTART;VALUE=DATE:202701{day}" for day in ("20", "05", "12", "19")]

    assert event(calendar(*days), "a.ics") == {
        "id": "papier",
        "title": "Papier",
        "when": [{"date": f"2027-01-{day}"} for day in ("05", "12", "19", "20")],
        "uid": "05",
    }


def test_what_is_private_stays_out() -> None:
    found = draft(
        calendar("UID:1\nSUMMARY:A\nDTSTART:20270101T100000Z", "UID:2\nCLASS:PRIVATE\nDTSTART:20270101T100000Z"),
        "a.ics",
    )

    assert [each.title for each in found.events] == ["A"]
    assert found.notes == ["1 private event left out."]


def test_the_calendar_names_its_zone_also_in_windows_words() -> None:
    ics = calendar("UID:1\nSUMMARY:A\nDTSTART;TZID=GMT Standard Time:20270701T180000")

    assert draft(ics, "a.ics", wishes(zone="")).zone == "Europe/London"
    assert draft(
        calendar("UID:1\nDTSTART:20270701T160000Z", head="X-WR-TIMEZONE:Europe/Rome"), "a.ics", wishes(zone="")
    ).zone


def test_fields_are_taken_from_where_they_are_mapped() -> None:
    ics = calendar("UID:1\nSUMMARY:A\nDTSTART:20270701T160000Z\nLOCATION:Perosa\nX-COST:5 euro")

    found = sections(ics, "a.ics", wishes(area="LOCATION", venue="X-NONE", price="X-COST"))

    assert (found["areas"], found["venues"]) == ([{"id": "perosa", "name": "Perosa"}], [])
    assert found["events"][0]["price"] == "5 euro"


BAD = [
    (["UID:1\nSUMMARY:A"], "line 3: has no DTSTART"),
    (["UID:1\nDTSTART:19000101T100000"], "line 3: the year 1900 is not between 2000 and 2100"),
    (["UID:1\nDTSTART;TZID=Mars/Olympus:20270101T100000"], 'line 3: there is no time zone "Mars/Olympus"'),
    (["UID:1\nDTSTART:20270101T100000", "UID:1\nDTSTART:20270102T100000"], "line 7: the UID 1 is that of line 3 too"),
    (["UID:1\nDTSTART:20270101T100000\nDTSTART:20270102T100000"], "line 3: has several DTSTART"),
    (["UID:1\nDTSTART:20270101T100000\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY"], "line 3: repeats in a way"),
    (["UID:1\nDTSTART:20270231T180000"], "line 3: DTSTART: there is no day 31 of month 2 in 2027."),
    (["UID:1\nDTSTART;VALUE=DATE:20271301"], "line 3: DTSTART: there is no day 1 of month 13 in 2027."),
    (["UID:1\nDTSTART:20270112T259900"], 'line 3: DTSTART: "25:99" is no hour of the day.'),
    (["UID:1\nDTSTART:20270112T180000\nDTEND:20270231T190000"], "line 3: DTEND: there is no day 31 of month 2"),
    (
        ["UID:1\nDTSTART:20270112T180000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20270231T180000"],
        "EXDATE: there is no day 31",
    ),
    (["UID:1\nDTSTART:20270112T180000\nRRULE:FREQ=DAILY;UNTIL=20270231"], "line 3: RRULE: there is no day 31"),
    (["UID:1\nDTSTART:20270112T180000\nRRULE:FREQ=DAILY;UNTIL=19000101"], "line 3: the year 1900 is not between"),
    (["UID:1\nDTSTART:soon"], "line 3: DTSTART cannot be read"),
    (["UID:1\nDTSTART:20270101T100000\nRRULE:FREQ=SOMETIMES"], "line 3: RRULE cannot be read"),
    (["UID:1\nDTSTART:20270101T100000\nRRULE:FREQ=MINUTELY"], "repeats within a day"),
    (["UID:1\nDTSTART:20270101T100000\nDTEND:20270101T090000"], "line 3: ends before it begins"),
    (["UID:1\nDTSTART:20270101T100000\nRRULE:FREQ=DAILY;COUNT=99999"], "has more than 2000 days"),
    ([], "holds no events"),
]


@pytest.mark.parametrize(("events", "said"), BAD)
def test_what_is_wrong_is_said_with_its_line(events: list[str], said: str) -> None:
    assert said in refused(calendar(*events), "a.ics")


def test_all_that_is_wrong_is_said_at_once_and_half_a_calendar_is_none() -> None:
    assert refused(calendar("UID:1", "UID:2"), "a.ics").count("has no DTSTART") == 2
    assert "is no whole calendar" in refused("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VCALENDAR\n", "a.ics")

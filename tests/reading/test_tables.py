"""Tables (.csv, .xlsx), as offices keep them: any separator, four languages, dates in several orders."""

from datetime import date, datetime, time, timedelta

import pytest

from tests.reading.sources import draft, event, refused, sections, wishes, workbook

STOPS = """community,stop,address,postcode,geox,geoy,day,type,arrival,departure,frequency,start,end,exceptions,link,van
Ilton,George Inn,"George Inn, Ilton",TA1,-3.1,51.0,Tuesday,All,10:05,10:20,FREQ=WEEKLY;INTERVAL=4,2019-11-12,,,https://a.uk,1
Ilton,The Green,The Green,TA2,-3.2,51.1,Tuesday,All,10:30,10:50,FREQ=WEEKLY;INTERVAL=4,2027-01-12,2027-06-01,2027-02-09,https://a.uk,1
"""


def test_a_timetable_of_stops() -> None:
    found = sections(STOPS, wanted=wishes(zone="Europe/London"))

    assert found["areas"] == [{"id": "ilton", "name": "Ilton"}]
    assert found["kinds"] == []
    assert found["venues"][0] == {
        "id": "george-inn",
        "area": "ilton",
        "name": "George Inn",
        "address": "Ilton, TA1",
        "coordinates": {"latitude": 51.0, "longitude": -3.1},
    }
    assert found["events"] == [
        {
            "id": "ilton-george-inn",
            "venue": "george-inn",
            "when": {
                "date": "2026-01-27",
                "start": "10:05",
                "end": "10:20",
                "repeat": "FREQ=WEEKLY;INTERVAL=4",
            },
            "link": "https://a.uk",
        },
        {
            "id": "ilton-the-green",
            "venue": "the-green",
            "when": {
                "date": "2027-01-12",
                "start": "10:30",
                "end": "10:50",
                "repeat": "FREQ=WEEKLY;INTERVAL=4",
                "until": "2027-06-01",
                "except": ["2027-02-09"],
            },
            "link": "https://a.uk",
        },
    ]
    assert draft(STOPS).notes == [
        "Columns not read: van. To read one: --map kinds=van.",
        "Every event is of the kind All: left out.",
        "1 event repeats without an end: the bot knows the days of about a year ahead, at every start.",
    ]


@pytest.mark.parametrize(
    ("table", "language"),
    [
        ("Titolo;Data;Ora;Luogo;Comune\nLettura;12/01/2027;dalle 18 alle 20;Biblioteca;Perosa\n", "it"),
        ("Title,Date,Time,Venue,Town\nLettura,12 January 2027,6-8 pm,Biblioteca,Perosa\n", "en"),
        ("Titre\tDate\tHoraire\tLieu\tCommune\nLettura\tmar 12 janvier 2027\t18h00 à 20h\tBiblioteca\tPerosa\n", "fr"),
        ("Titel|Datum|Uhrzeit|Ort|Gemeinde\nLettura|Di, 12.01.27|18-20 Uhr|Biblioteca|Perosa\n", "de"),
        ("\ufeff2027\n\nTitel;Beginn;Ende;Ort;Ortsteil\nLettura;12.1.27 18:00;12.1.27 20:00;Biblioteca;Perosa\n", "de"),
    ],
)  # fmt: skip
def test_headings_and_hours_of_four_languages(table: str, language: str) -> None:
    found = sections(table)

    assert found["events"] == [
        {
            "id": "lettura",
            "title": "Lettura",
            "venue": "biblioteca",
            "when": {"date": "2027-01-12", "start": "18:00", "end": "20:00"},
        }
    ]
    assert found["venues"] == [{"id": "biblioteca", "area": "perosa", "name": "Biblioteca"}]
    assert draft(table).language == language


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_of_every_office(encoding: str) -> None:
    table = "Titolo;Data\nPerché è così – à €;12/01/2027\n"

    assert event(table.encode(encoding))["title"] == "Perché è così – à €"


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (["03/04/2027", "13/04/2027"], ["2027-04-03", "2027-04-13"]),
        (["03/04/2027", "04/13/2027"], ["2027-03-04", "2027-04-13"]),
        (["3.4.2027", "5.4.2027"], ["2027-04-03", "2027-04-05"]),
        (["2027/04/03", "2027-04-05"], ["2027-04-03", "2027-04-05"]),
        (["Sat 03/04/2027", "05/04/2027"], ["2027-04-03", "2027-04-05"]),
        (["3 April 2027", "April 5th, 2027"], ["2027-04-03", "2027-04-05"]),
        (["16/10", "30/10"], ["10-16", "10-30"]),
    ],
)
def test_the_whole_column_decides_which_number_is_the_day(dates: list[str], days: list[str]) -> None:
    table = "Title\tDate\n" + "".join(f"A\t{each}\n" for each in dates)

    assert event(table)["when"] == [{"date": day} for day in days]


def test_what_the_column_does_not_decide_is_asked() -> None:
    table = "Title,Date\nA,03/04/2027\nA,05/04/2027\n"

    assert 'in the column "Date" the dates can be read in two ways (5/4, row 3): add --dates day-first' in refused(
        table
    )
    assert event(table, wanted=wishes(dates="month-first"))["when"] == [{"date": "2027-03-04"}, {"date": "2027-05-04"}]
    contradicting = refused("Title,Date\nA,13/04/2027\nA,04/13/2027\n")
    assert "look at row 2 and row 3" in contradicting


@pytest.mark.parametrize("headings", ["Title,Date,Time", "Titolo,Data,Ora"])
@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("31/02/2027,18:00", "there is no day 31 of month 2 in 2027"),
        ("02/31/2027,18:00", "there is no day 31 of month 2 in 2027"),
        ("29/02/27,18:00", "there is no day 29 of month 2 in 2027"),
        ("31/04,18:00", "there is no day 31 of month 4"),
        ("45/13/2027,18:00", "there is no day 45 of month 13 in 2027"),
        ("00/01/2027,18:00", "there is no day 0 of month 1 in 2027"),
        ("12/01/1900,18:00", "the year 1900 is not between 2000 and 2100"),
        ("12/01/0000,18:00", "the year 0 is not between 2000 and 2100"),
        ("12/01/20277,18:00", '"12/01/20277" is no date like 2027-01-12'),
        ("Wed 05/01/2027,18:00", "2027-01-05 is not a Wednesday but a Tuesday"),
        ("13/01/2027,25:99", '"25:99" is no hour of the day'),
        ("13/01/2027 25:99,", '"25:99" is no hour of the day'),
        ("13/01/2027,0 pm", '"0 pm" is no hour of the day'),
        ("13/01/2027,13:30 am", '"13:30 am" is no hour of the day'),
    ],
)  # fmt: skip
def test_what_no_calendar_and_no_clock_has_is_said_and_nothing_else(headings: str, row: str, said: str) -> None:
    assert refused(f"{headings}\nA,{row}\n") == f"a.csv, row 2: {said}."
    assert refused(f"{headings}\nA,14/01/2027,18:00\nB,{row}\n") == f"a.csv, row 3: {said}."
    written = workbook(headings.split(","), ["A", "14/01/2027", "18:00"], ["B", *row.split(",")])
    assert refused(written, "a.xlsx") == f"a.xlsx, row 3: {said}."


def test_what_is_wrong_in_either_order_is_said_beside_the_question_of_the_order() -> None:
    table = "Title,Date,Time\nA,03/04/2027,25:99\nB,31/02/2027,\nC,12/01/1900,\nD,05/04/2027,18:00\n"

    assert refused(table).split("\n") == [
        'a.csv, row 2: "25:99" is no hour of the day.',
        "a.csv, row 3: there is no day 31 of month 2 in 2027.",
        "a.csv, row 4: the year 1900 is not between 2000 and 2100.",
        'a.csv in the column "Date" the dates can be read in two ways (5/4, row 5): '
        "add --dates day-first or --dates month-first.",
    ]
    contradicting = "Title,Date\nA,13/04/2027\nB,31/02/2027\nC,04/14/2027\n"
    assert "row 3: there is no day 31 of month 2" in refused(contradicting)
    assert "look at row 2 and row 4" in refused(contradicting)


@pytest.mark.parametrize(("heading", "row"), [("Until", "31/02/2027"), ("Frequency,Except", "weekly,31/02/2027")])
def test_the_other_columns_of_days_say_what_is_wrong_too(heading: str, row: str) -> None:
    said = refused(f"Title,Date,{heading}\nA,13/01/2027,{row}\n")

    assert said == "a.csv, row 2: there is no day 31 of month 2 in 2027."


def test_what_a_workbook_counts_beyond_a_day_is_no_hour() -> None:
    first, beyond = datetime(2027, 1, 12), timedelta(hours=25, minutes=39)  # noqa: DTZ001

    said = refused(workbook(["Title", "Date", "Time"], ["A", first, beyond]), "a.xlsx")

    assert said == 'a.xlsx, row 2: "25:39" is no hour of the day.'
    assert refused(workbook(["Title", "Date"], ["A", datetime(1900, 3, 12)]), "a.xlsx") == (  # noqa: DTZ001
        "a.xlsx, row 2: the year 1900 is not between 2000 and 2100."
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("31.02.2027, 01.03.2027", "there is no day 31 of month 2 in 2027"),
        ("02/31/2027, 01/03/2027", "there is no day 31 of month 2 in 2027"),
        ("01.01.1900, 01.03.2027", "the year 1900 is not between 2000 and 2100"),
        ("06.04., 01.03.2027", '"06.04." beside the dates is no date with its year'),
        ("01.03.2027 25:99, 02.03.2027", '"25:99" beside the dates is no date with its year'),
    ],
)  # fmt: skip
def test_a_list_of_dates_loses_none_in_silence(line: str, said: str) -> None:
    assert refused(f"Restmüll:\n{line}\nPapier:\n04.03.2027, 05.03.2027\n", "a.txt") == f"a.txt, line 2: {said}."


def test_rows_of_one_thing_are_one_event() -> None:
    rows = ["12.01.2027;10:00", "19.01.2027;10:00", "26.01.2027;10:00", "09.02.2027;10:00", "16.02.2027;10:00"]
    table = "Titel;Datum;Beginn\n" + "".join(f"Spiele;{each}\n" for each in rows)

    assert event(table)["when"] == {
        "date": "2027-01-12",
        "start": "10:00",
        "repeat": "FREQ=WEEKLY",
        "until": "2027-02-16",
        "except": ["2027-02-02"],
    }
    assert event(table + "Spiele;17.02.2027;11:00\n")["when"][-1] == {"date": "2027-02-17", "start": "11:00"}


def test_several_dates_or_hours_in_a_cell() -> None:
    assert event("Art;Datum;Zone\nBio;12.01.2027, 20.01.2027;3\n")["when"] == [
        {"date": "2027-01-12"},
        {"date": "2027-01-20"},
    ]
    assert event("Titolo;Data;Orario\nA;12/01/2027;9-12 e 14-18\n")["when"] == [
        {"date": "2027-01-12", "start": "09:00", "end": "12:00"},
        {"date": "2027-01-12", "start": "14:00", "end": "18:00"},
    ]


@pytest.mark.parametrize(
    ("hours", "span"),
    [
        ("18:00-20:30", ("18:00", "20:30")),
        ("18.00 – 20.30 Uhr", ("18:00", "20:30")),
        ("10-2 pm", ("10:00", "14:00")),
        ("dalle 22 alle 1", ("22:00", "01:00")),
        ("18:00:00", ("18:00", None)),
    ],
)
def test_hours_from_and_to(hours: str, span: tuple[str, str | None]) -> None:
    when = event(f"Titolo;Data;Orario\nA;12/01/2027;{hours}\n")["when"]

    assert (when["start"], when.get("end")) == span


def test_the_offset_of_a_moment_is_no_end() -> None:
    assert event("Title;Start\nA;2027-01-12T18:00:00-05:00\n")["when"] == {"date": "2027-01-12", "start": "18:00"}


def test_several_days() -> None:
    assert event("Titolo;Data\nA;dal 12/01/2027 al 15/01/2027\n")["when"] == {"from": "2027-01-12", "to": "2027-01-15"}
    assert event("Titre;Début;Fin;Jours\nA;12/01/2027;28/03/2027;mardi et vendredi\n")["when"] == {
        "from": "2027-01-12",
        "to": "2027-03-28",
        "days": ["tue", "fri"],
    }


def test_what_outlook_writes() -> None:
    table = (
        "Subject,Start Date,Start Time,End Date,End Time,All day event\n"
        "Night,1/13/2027,10:00:00 PM,1/14/2027,1:00:00 AM,False\n"
        "Fair,1/12/2027,12:00:00 AM,1/15/2027,12:00:00 AM,True\n"
    )

    night, fair = sections(table)["events"]

    assert night["when"] == {"date": "2027-01-13", "start": "22:00", "end": "01:00"}
    assert fair["when"] == {"from": "2027-01-12", "to": "2027-01-14"}


def test_what_is_over_is_said() -> None:
    assert draft("Title;Date\nA;2026-01-12\nB;2027-01-12\n").notes == ["1 of 2 events are over."]


def test_the_rest_of_a_row() -> None:
    table = (
        "ID;Titolo;Data;Latitudine;Longitudine;Indirizzo;Relatori;Prezzo;Sito;Iscrizione;Telefono;Note;Stato;Categoria\n"
        "x1;A;12/01/2027;44,88;7,33;via Roma 1;Ada Neri, Bo Po;5 euro;https://a.it;https://b.it;0121;Portare acqua;"
        "Annullato;Libri, Yoga\n"
    )

    assert event(table) == {
        "id": "a",
        "title": "A",
        "kinds": ["libri", "yoga"],
        "venue": "via-roma-1",
        "when": {"date": "2027-01-12"},
        "status": "cancelled",
        "people": ["Ada Neri", "Bo Po"],
        "price": "5 euro",
        "link": "https://a.it",
        "booking": {"link": "https://b.it"},
        "contact": "0121",
        "note": "Portare acqua",
        "uid": "x1",
    }
    assert sections(table)["venues"][0]["coordinates"] == {"latitude": 44.88, "longitude": 7.33}


def test_what_is_too_long_or_no_address_finds_its_place() -> None:
    found = event(f"Title;Date;Link;Booking;Speakers\n{'A' * 130};2027-01-12;www.a.uk/x;at the till;-\n")

    assert found["title"] == "A" * 127 + "…"
    assert (found["link"], found["note"]) == ("https://www.a.uk/x", "at the till")
    assert not {"booking", "people"} & found.keys()


def test_columns_are_named_with_map() -> None:
    table = "Bezirk,Leerung,Behälter\nNord,12.01.2027,Papier\n"

    found = sections(table, wanted=wishes(area="Bezirk", date="Leerung", kinds="Behälter"))

    assert found["events"] == [
        {"id": "papier-nord", "kinds": ["papier"], "area": "nord", "when": {"date": "2027-01-12"}}
    ]
    assert "has no row of headings that are known" in refused(table)
    assert 'has no column "Tonne"; its columns are Title, Date' in refused("Title,Date\n", wanted=wishes(kinds="Tonne"))


def test_a_workbook() -> None:
    book = workbook(
        ["Programma 2027"],
        ["Titolo", "Data", "Inizio", "Fine", "Latitudine", "Sala"],
        ["A", datetime(2027, 1, 12, 0, 0), time(18), time(20, 30), 44.5, 7],  # noqa: DTZ001
        ["B", date(2027, 1, 13), "18.30", None, None, None],
    )

    found = sections(book, "a.xlsx")

    assert [each["when"] for each in found["events"]] == [
        {"date": "2027-01-12", "start": "18:00", "end": "20:30"},
        {"date": "2027-01-13", "start": "18:30"},
    ]
    assert found["venues"][0]["name"] == "7"


BAD = [
    ("Title,Date\nA,1900-01-12\n", "row 2: the year 1900 is not between 2000 and 2100"),
    ("Title,Date\nA,30.02.2027\n", "row 2: there is no day 30 of month 2 in 2027"),
    ("Title,Date\nA,2027-01-12\nB,\n", "row 3: has no date"),
    ("Title,Date,Day\nA,2027-01-12,Monday\n", "row 2: 2027-01-12 is not a Monday but a Tuesday"),
    ("Title,Date\nA,2027-01-12\nB,1 e 8 marzo 2027\n", "row 3: "),
    ("Title,Date,Time\nA,2027-01-12,soonish\n", 'row 2: "soonish" is no hour like 18:00'),
    ("Title,Date,Time\nA,2027-01-12,25:00\n", 'row 2: "25:00" is no hour of the day'),
    ("Title,Date,Until\nA,2027-01-12,2027-01-11\n", "row 2: ends on 2027-01-11, before it begins on 2027-01-12"),
    ("Title,Date,Frequency\nA,2027-01-12,now and then\n", 'row 2: "now and then" is no rule of repetition'),
    ("Title,Date,Place,Lat\nA,2027-01-12,B,north\n", 'row 2: "north" is no latitude like 44.88'),
    ("Title,Date,Status\nA,2027-01-12,perhaps\n", 'row 2: "perhaps" is no state'),
    ("Title,Date,UID\nA,2027-01-12,1\nB,2027-01-12,1\n", "row 3: the identifier 1 is that of row 2 too"),
    ("Title,Date,Every,Except\nA,2027-01-12,weekly,in August\n", 'row 2: "in August" is no date'),
    ("Title,Place\nA,B\n", "has no column of dates"),
    ("Title,Date\n", "row 1: has no rows below its headings"),
    ("one\ntwo\n", "is no table"),
    ('Title,Date\nA,"2027-01-12\n' + "x" * 140_000, "a quotation mark is missing"),
    ("Title,Date\n" + "A,2027-01-12\n" * 20_000, "has 20001 rows; more than 5000 are not read"),
    ("Title,Date\n" + "A," * 200 + "\n", "has 201 columns"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "said"), BAD, ids=range(len(BAD)))
def test_what_is_wrong_is_said_with_its_row(table: str, said: str) -> None:
    assert said in refused(table)


def test_all_wrong_rows_are_said_at_once_up_to_a_dozen() -> None:
    said = refused("Title,Date\n" + "A,soon\n" * 30).split("\n")

    assert len(said) == 13
    assert said[0] == 'a.csv, row 2: "soon" is no date like 2027-01-12.'
    assert said[-1] == "And 18 more of the kind."


def test_merged_cells_are_refused_where_it_is_unclear_whose_they_are() -> None:
    rows: list[list[object]] = [["Titolo", "Data"], ["A", "12/01/2027"], [None, "13/01/2027"]]

    assert "row 2: the cells A2:A3 of the sheet Sheet are merged" in refused(workbook(*rows, merged="A2:A3"), "a.xlsx")
    assert event(workbook(["Programma", None], *rows[:2], merged="A1:B1"), "a.xlsx")["title"] == "A"

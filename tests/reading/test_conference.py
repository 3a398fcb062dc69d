"""A conference's schedule (pentabarf) and lists of dates."""

import pytest

from tests.reading.sources import draft, refused, sections, wishes

TALK = """<event guid="{guid}" id="1"><date>{date}</date><start>09:30</start><duration>{duration}</duration>
<title>Mare &amp;amp; monti</title><track>Main</track><subtitle/>
<abstract>&lt;p&gt;Tutto sui <b>monti</b>.&lt;/p&gt;</abstract>
<url>https://example.org/1</url><language>it-IT</language>
<persons><person>Ada Neri</person><person>Bo Po</person></persons></event>"""


def _schedule(*talks: str) -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?><schedule><conference><title>Convegno 2027</title>
<time_zone_name>Europe/Rome</time_zone_name></conference>
<day index="1" date="2027-01-30"><room name="Sala 1">{"".join(talks)}</room></day></schedule>"""


def _talk(guid: str = "g1", date: str = "2027-01-30T09:30:00+01:00", duration: str = "00:50") -> str:
    return TALK.format(guid=guid, date=date, duration=duration)


def test_a_talk_has_room_track_speakers_and_its_guid() -> None:
    found = draft(_schedule(_talk(), _talk("g2", "2027-01-30T23:30:00Z", "1:30")), "a.xml", wishes(zone=""))

    assert (found.name, found.zone, found.language) == ("Convegno 2027", "Europe/Rome", "it")
    first = sections(_schedule(_talk()), "a.xml")
    assert (first["kinds"], first["venues"]) == ([{"id": "main", "name": "Main"}], [{"id": "sala-1", "name": "Sala 1"}])
    assert first["events"] == [
        {
            "id": "mare-monti",
            "title": "Mare & monti",
            "kinds": ["main"],
            "venue": "sala-1",
            "when": {"date": "2027-01-30", "start": "09:30", "end": "10:20"},
            "people": ["Ada Neri", "Bo Po"],
            "link": "https://example.org/1",
            "note": "Tutto sui monti.",
            "uid": "g1",
        }
    ]
    assert [when.day for when in found.events[0].whens] == ["2027-01-30", "2027-01-31"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (_schedule(_talk(), _talk()), '"Mare & monti": the guid g1 is that of "Mare & monti" too'),
        (_schedule(_talk(date="1900-01-30T09:30:00+01:00")), "the year 1900 is not between 2000 and 2100"),
        (_schedule(_talk(date="soon")), '"soon" is no moment'),
        (_schedule().replace("Europe/Rome", "Mars/Olympus"), 'there is no time zone "Mars/Olympus"'),
        (_schedule(), "holds no events"),
        (_schedule()[:200], "line 3: is not whole XML"),
        ("<rss><channel/></rss>", 'is XML, but no conference schedule (pentabarf): it begins with "rss"'),
        ('<!DOCTYPE a [<!ENTITY b "ha">]><schedule><day/>&b;</schedule>', "holds definitions of its own"),
    ],
)
def test_what_is_wrong_is_said(source: str, said: str) -> None:
    assert said in refused(source, "a.xml", wishes(zone=""))


LISTS = """ID: 70\r
\r
Straßen-Namen:\r
Drechslergasse, Loderergasse (2-12, 15, 17), Finsinger Straße (gerade Nr.)\r
\r
Restmüll:\r
12.01.2027 , 20.01.2027 ,\r
\r
Gelber Sack:\r
\r
Biomüll:\r
13.01.2027\r
"""


def test_lists_of_dates_under_headings() -> None:
    found = sections(LISTS, "ID-70.txt")

    assert found["areas"] == [
        {
            "id": "70",
            "name": "70",
            "streets": [
                {"name": "Drechslergasse"},
                {"name": "Loderergasse", "numbers": "2-12, 15, 17"},
                {"name": "Finsinger Straße (gerade Nr.)"},
            ],
        }
    ]
    assert [each["id"] for each in found["events"]] == ["restmuell-70", "biomuell-70"]
    assert found["events"][0]["when"] == [{"date": "2027-01-12"}, {"date": "2027-01-20"}]
    assert "taken for the name of a street" in draft(LISTS, "a.txt").notes[0]
    assert "line 7: there is no day 32" in refused(LISTS.replace("12.01.2027", "32.01.2027"), "a.txt")

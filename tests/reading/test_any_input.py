"""Whatever stands in a file: it is read or refused in a sentence, and reading it again changes nothing."""

from __future__ import annotations

import csv
import io
import tempfile
from contextlib import suppress
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from domain import programmes
from reading.drafts import DraftProgramme
from reading.errors import SourceError
from reading.writing import rendering
from reading.writing.content import content
from reading.writing.document import ProgrammeText
from reading.writing.merging import merge
from tests.reading.sources import calendar, draft

ODD = (
    "-|a: b|#x|- y|[z]|'q'|\"w|{|&a|*a|!t|%T|@at|`b|?|null|yes|1e5|0x1F|~|...|=1+1|\\|è|☃|\x07|\u200b|\u2028|10-16|2027"
    "|12.1.|12/01/2027, 13/01/2027|dal 12/01/2027 al 15/01/2027|1 e 8 marzo 2027|29.02.2027|31/12/1999|24:00"
    "|10:30-10:50|9-12 e 14-18|FREQ=DAILY;COUNT=3|FREQ=WEEKLY;UNTIL=x|settimanale|lunedì|mar 12 mar 2027|51,5|annullato"
    "|2027-01-12T10:00:00Z|FREQ=WEEKLY"
).split("|")
HEADINGS = (
    "Inizio Fine Giorno Luogo Comune Indirizzo Frequenza Eccezioni Stato Categoria Relatori Latitudine Longitudine"
    " ID Note"
).split()
PROPERTIES = (
    "DTEND:20270112T113000Z|DURATION:P1D|RRULE:FREQ=WEEKLY|RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20280101"
    "|EXDATE:20270113T100000Z|RDATE:20270120T100000Z|RECURRENCE-ID:20270113T100000Z|GEO:x|STATUS:WEIRD|nonsense"
    "|DTSTART:19000101T000000Z|EXRULE:FREQ=DAILY"
).split("|")
cells = st.sampled_from(ODD) | st.just("") | st.just("12/01/2027") | st.text(max_size=8)


def _stable(found: DraftProgramme) -> None:
    head = {"id": "a", "name": "A", "time_zone": "Europe/Rome", "languages": ["it"]}
    text = rendering.programme(head, content(found, {}))
    merged = merge(found, ProgrammeText(text, yaml.load(text, yaml.BaseLoader)))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "programme.yaml").write_text(text, encoding="utf-8")
        assert len(programmes.load(Path(folder)).events) == len(found.events)
    assert (merged.text, merged.added, merged.changed, merged.gone) == (text, [], [], [])


@given(st.data(), st.lists(st.sampled_from(HEADINGS), unique=True, max_size=6))
def test_any_table(data: st.DataObject, headings: list[str]) -> None:
    rows = data.draw(st.lists(st.lists(cells, min_size=len(headings), max_size=len(headings)), min_size=1, max_size=3))
    stream = io.StringIO()
    table = csv.writer(stream)
    table.writerow(["Titolo", "Data", *headings])
    table.writerows([data.draw(cells), data.draw(st.sampled_from(["12/01/2027", "10-16"])), *row] for row in rows)

    with suppress(SourceError):
        _stable(draft(stream.getvalue().encode("utf-8", "replace")))


@given(
    st.lists(st.tuples(st.lists(st.sampled_from(PROPERTIES), max_size=4), st.sampled_from(ODD)), min_size=1, max_size=3)
)
def test_any_calendar(events: list[tuple[list[str], str]]) -> None:
    listed = [
        "\n".join([f"UID:{number}", "DTSTART:20270112T100000Z", f"SUMMARY:{odd}", f"LOCATION:{odd}", *properties])
        for number, (properties, odd) in enumerate(events)
    ]

    with suppress(SourceError):
        _stable(draft(calendar(*listed), "a.ics"))

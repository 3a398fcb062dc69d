"""Read lists of dates under headings, as waste collections are given out: "Restmüll:", then its days.

What stands under a heading without dates are the streets of the area; the area is what "ID:" says, or the file's name.
"""

from __future__ import annotations

import re

from reading.drafts import DraftArea, DraftEvent, DraftProgramme, DraftWhen, Wishes
from reading.errors import Flaw, SourceError
from reading.source import Source
from reading.tables.dates import Order, scan
from reading.texts import clean, short

_HEADING = re.compile(r"(?P<name>[^\d:,;][^:,;]{0,60}):\s*(?P<text>.*)")
_HOUSES = r"\d+[a-z]?(?:\s*[-–]\s*\d+[a-z]?)?"
_STREET = re.compile(rf"(?P<name>[^()]+?)\s*\((?P<numbers>{_HOUSES}(?:\s*,\s*{_HOUSES})*)\s*\)")
_BETWEEN = re.compile(r",(?![^(]*\))")
MOST_LINES = 2_000


def looks_like(source: Source) -> bool:
    """Return True if there are headings with lines of dates below them: a table has none."""
    try:
        lines = [line.strip() for line in source.text().splitlines()[:MOST_LINES] if line.strip()]
    except Flaw:
        return False
    headings = [line for line in lines if _HEADING.fullmatch(line)]
    dates = [line for line in lines if line not in headings and _only_dates(line)]
    return len(headings) >= 2 and bool(dates)


def _only_dates(line: str) -> bool:
    cell = scan(line)
    return len(cell.dates) > 1 and not cell.rest.strip(" ,;")


def read(source: Source, wishes: Wishes) -> DraftProgramme:
    """Return one event of each heading with dates, all day."""
    lists = _Lists(source.stem, Order(wishes.dates or Order.DAY_FIRST))
    for number, line in enumerate(source.text().splitlines(), 1):
        try:
            lists.take(line.strip(), f"line {number}")
        except Flaw as flaw:
            lists.flaws.append(flaw.at(f"line {number}"))
    if lists.flaws:
        raise SourceError(source.name, lists.flaws)
    events = [
        DraftEvent(tuple(whens), kinds=(kind,), area=lists.area, origin=where) for kind, whens, where in lists.found
    ]
    return DraftProgramme(events, "", wishes.zone, "", [DraftArea(lists.area, tuple(lists.streets))], lists.notes)


class _Lists:
    """What has been read so far of lists of dates."""

    def __init__(self, area: str, order: Order) -> None:
        self.area, self.order = area, order
        self.heading = ""
        self.streets: list[tuple[str, str]] = []
        self.found: list[tuple[str, list[DraftWhen], str]] = []
        self.flaws: list[Flaw] = []
        self.notes: list[str] = []

    def take(self, line: str, where: str) -> None:
        """Take one line: a heading, dates, streets, or what says which area it is."""
        found = _HEADING.fullmatch(line)
        text = found["text"] if found else line
        if found:
            self.heading = short(found["name"])
        cell = scan(text)
        if cell.dates:
            if re.search(r"\d", cell.rest):  # a day without its year among others, or an hour
                raise Flaw(f'"{clean(cell.rest).strip(" ,;")[:40]}" beside the dates is no date with its year')
            self.found.append((self.heading, [DraftWhen(each.day(self.order)) for each in cell.dates], where))
        elif found and text:
            self.area = short(text)
        elif text:
            self.streets += [self._street(each) for each in _BETWEEN.split(text) if each.strip()]

    def _street(self, text: str) -> tuple[str, str]:
        found = _STREET.fullmatch(text.strip())
        if found is None and "(" in text:
            self.notes.append(
                f'"{clean(text)}" is taken for the name of a street: what stands in brackets is no numbers.'
            )
        return (short(found["name"]), clean(found["numbers"].replace("–", "-"))) if found else (short(text), "")

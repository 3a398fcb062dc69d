"""Make events of the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from reading.drafts import DraftEvent, DraftProgramme, DraftVenue, DraftWhen, Wishes
from reading.errors import Flaw, SourceError
from reading.recurrence import parts
from reading.source import Source
from reading.tables.dates import Cell, Order, decided, scan
from reading.tables.hours import Span, spans
from reading.tables.layout import Layout, Row, layout
from reading.tables.vocabulary import DAYS, normal, repeats, statuses
from reading.texts import clean, note, short

DAY, MIDNIGHT = timedelta(days=1), time()
_DAYS = ("date", "last", "except")
NO_MONTH_FIRST = ("it", "fr", "de")


def programme(rows: Sequence[Row], source: Source, wishes: Wishes) -> DraftProgramme:
    """Return the events of a table. Raise `SourceError` with the flaws of all its rows."""
    found = layout(rows, wishes)
    try:
        table = _Table(found, wishes)
    except Flaw as undecided:
        raise SourceError(source.name, [*_wrong_in_any_order(found, wishes), undecided]) from undecided
    events, flaws = table.events()
    if flaws:
        raise SourceError(source.name, flaws)
    draft = DraftProgramme(events, "", wishes.zone, table.layout.language)
    if table.layout.unread:
        listed = ", ".join(table.layout.unread)
        draft.notes.append(f"Columns not read: {listed}. To read one: --map kinds={table.layout.unread[-1]}.")
    return draft


def _wrong_in_any_order(found: Layout, wishes: Wishes) -> list[Flaw]:
    """Return the flaws of rows that are none of the order of day and month."""
    first, second = (_Table(found, replace(wishes, dates=order)).events()[1] for order in Order)
    also = {str(flaw) for flaw in second}
    return [flaw for flaw in first if str(flaw) in also]


class _Table:
    """A table whose columns are known, and in which order their dates are written."""

    def __init__(self, found: Layout, wishes: Wishes) -> None:
        self.layout = found
        self.scanned = {(row.number, name): scan(found.cell(row, name)) for row in found.rows for name in _DAYS}
        self.orders = {name: self._order(name, wishes) for name in _DAYS if name in found.columns}

    def events(self) -> tuple[list[DraftEvent], list[Flaw]]:
        """Return the events of all rows, and what is wrong with the other rows."""
        events: list[DraftEvent] = []
        flaws: list[Flaw] = []
        seen: dict[str, str] = {}
        for row in self.layout.rows:
            try:
                event = self._event(row)
                if event.uid and event.uid in seen:
                    raise Flaw(f"the identifier {event.uid} is that of {seen[event.uid]} too")
                seen[event.uid] = row.where
                events.append(event)
            except Flaw as flaw:
                flaws.append(flaw.at(row.where))
        return events, flaws

    def _event(self, row: Row) -> DraftEvent:
        area = short(self._cell(row, "area"))
        return DraftEvent(
            self._whens(row),
            title=short(self._cell(row, "title")),
            kinds=self._listed(row, "kinds"),
            area=area,
            venue=self._venue(row, area),
            status=self._status(row),
            people=self._listed(row, "people"),
            price=clean(self._cell(row, "price")),
            link=clean(self._cell(row, "link")),
            booking=clean(self._cell(row, "booking")),
            contact=clean(self._cell(row, "contact")),
            note=note(self._cell(row, "note")),
            uid=clean(self._cell(row, "uid")),
            origin=row.where,
        )

    def _cell(self, row: Row, name: str) -> str:
        return self.layout.cell(row, name)

    def _order(self, name: str, wishes: Wishes) -> Order:
        cells = []
        for row in self.layout.rows:
            cell = self.scanned[row.number, name]
            said = cell.weekdays or (scan(self._cell(row, "weekday")).weekdays if name == "date" else ())
            cells.append((row.where, cell.dates, said if len(cell.dates) == 1 else ()))
        try:
            return decided(cells, wishes.dates, self.layout.language in NO_MONTH_FIRST)
        except Flaw as flaw:
            heading = self.layout.headings[self.layout.columns[name]].strip()
            raise Flaw(f'in the column "{heading}" {flaw.problem}') from flaw

    def _listed(self, row: Row, name: str) -> tuple[str, ...]:
        """Return a cell's several things: between semicolons or lines, or else commas."""
        text = self._cell(row, name)
        several = re.split(r"[;\n|]", text) if re.search(r"[;\n|]", text) else text.split(",")
        return tuple(dict.fromkeys(name for each in several if (name := short(each))))

    def _status(self, row: Row) -> str:
        text = self._cell(row, "status")
        if not text:
            return ""
        if (known := statuses().get(normal(text))) is None:
            raise Flaw(f'"{text[:40]}" is no state like planned, moved, full or cancelled')
        return known

    def _venue(self, row: Row, area: str) -> DraftVenue | None:
        name = short(self._cell(row, "venue"))
        address = short(self._cell(row, "address")).removeprefix(f"{name}, ")
        if not name and not address:
            return None
        postcode = clean(self._cell(row, "postcode"))
        known = short(", ".join(each for each in (address, postcode) if each))
        latitude, longitude = self._point(row)
        access = clean(self._cell(row, "access"))
        return DraftVenue(name or address, area, known if name else postcode, latitude, longitude, access)

    def _point(self, row: Row) -> tuple[float | None, float | None]:
        both = re.findall(r"-?\d+[.,]\d+", self._cell(row, "coordinates"))
        latitude, longitude = both if len(both) == 2 else (self._cell(row, "latitude"), self._cell(row, "longitude"))
        return _number(latitude, 90, "latitude"), _number(longitude, 180, "longitude")

    def _whens(self, row: Row) -> tuple[DraftWhen, ...]:
        cell = self.scanned[row.number, "date"]
        if not cell.dates:
            written = self._cell(row, "date")
            raise Flaw(f'"{written[:40]}" is no date like 2027-01-12' if written else "has no date")
        days = [each.day(self.orders["date"]) for each in cell.dates]
        self._check_weekday(cell, days, row)
        hours = self._hours(row, cell)
        until = self._until(row)
        if cell.span:
            days, until = days[:1], days[1]
        rule = self._rule(row)
        return tuple(self._line(row, day, span, until, rule) for day in days for span in hours)

    def _line(self, row: Row, day: str, span: Span, until: str, rule: str) -> DraftWhen:
        full = len(day) > len("01-12")
        if until and until < day and full and len(until) == len(day):
            raise Flaw(f"ends on {until}, before it begins on {day}")
        if span == (MIDNIGHT, MIDNIGHT):  # how Outlook writes whole days
            span = (None, None)
            until = str(date.fromisoformat(until) - DAY) if full and until > day else until
        base = DraftWhen(day, start=span[0], end=span[1])
        if rule:
            if not full:
                raise Flaw(f"{day} repeats, so it has to say its year")
            return self._repeated(row, base, until, parts(rule))
        days = scan(self._cell(row, "weekday")).weekdays
        if not until or until == day or (not days and _at_night(day, until, span)):
            return base
        return replace(base, last=until, days=tuple(DAYS[each] for each in sorted(set(days))))

    def _repeated(self, row: Row, base: DraftWhen, until: str, rule: dict[str, str]) -> DraftWhen:
        last = rule.pop("UNTIL", "")[:8]
        written = self._cell(row, "except")
        without = self.scanned[row.number, "except"].dates
        if written and not without:
            raise Flaw(f'"{written[:40]}" is no date like 2027-01-12')
        return replace(
            base,
            repeat=";".join(f"{name}={value}" for name, value in rule.items()),
            until=until or (date.fromisoformat(last).isoformat() if last else ""),
            without=tuple(sorted(each.day(self.orders["except"]) for each in without)),
        )

    def _until(self, row: Row) -> str:
        dates = self.scanned[row.number, "last"].dates
        return dates[0].day(self.orders["last"]) if dates else ""

    def _rule(self, row: Row) -> str:
        text = self._cell(row, "repeat")
        return repeats().get(normal(text), text)

    def _hours(self, row: Row, cell: Cell) -> list[Span]:
        """Return the hours, from their own columns or from beside the date."""
        starts = spans(self._cell(row, "start")) or spans(cell.rest, beside_a_date=True)
        ends = spans(self._cell(row, "end")) or spans(self.scanned[row.number, "last"].rest, beside_a_date=True)
        if not starts and ends:
            raise Flaw("has an hour of the end, and none of the start")
        if len(starts) == 1 and ends and starts[0][1] is None:
            return [(starts[0][0], ends[0][0])]
        return starts or [(None, None)]

    def _check_weekday(self, cell: Cell, days: Sequence[str], row: Row) -> None:
        """Raise `Flaw` if the row says another weekday than the calendar."""
        said = cell.weekdays or scan(self._cell(row, "weekday")).weekdays
        spans_days = cell.span or self.scanned[row.number, "last"].dates
        if len(days) != 1 or len(said) != 1 or len(days[0]) == len("01-12") or spans_days:
            return
        if (real := date.fromisoformat(days[0]).weekday()) != said[0]:
            raise Flaw(f"{days[0]} is not a {_NAMES[said[0]]} but a {_NAMES[real]}")


def _at_night(day: str, until: str, span: Span) -> bool:
    """Return True for an end that is early on the next day."""
    start, end = span
    next_day = len(day) == len(until) > len("01-12") and date.fromisoformat(until) - date.fromisoformat(day) == DAY
    return next_day and start is not None and end is not None and end < start


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _number(text: str, most: int, what: str) -> float | None:
    """Return a coordinate, with a point or a comma; none if the cell is empty."""
    if not text.strip():
        return None
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError as error:
        raise Flaw(f'"{text[:40]}" is no {what} like 44.88') from error
    if not -most <= number <= most:
        raise Flaw(f"{text} is no {what}: it lies between -{most} and {most}")
    return number

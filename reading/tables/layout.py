"""Find the row of headings, the table's language, and the column of every field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reading.drafts import Wishes
from reading.errors import Flaw
from reading.tables.dates import scan
from reading.tables.vocabulary import headings, normal

MOST_ROWS, MOST_COLUMNS = 5_000, 100
TITLE_ROWS = 20
FEWEST_HEADINGS = 2
FIELDS = (
    "title", "date", "last", "weekday", "start", "end", "repeat", "except", "area", "venue", "address", "postcode",
    "latitude", "longitude", "coordinates", "access", "kinds", "people", "price", "link", "booking", "contact", "note",
    "status", "uid",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """The cells of a row as text, and its number as a spreadsheet shows it."""

    number: int
    cells: Sequence[str]

    @property
    def where(self) -> str:
        return f"row {self.number}"


@dataclass
class Layout:
    """The rows below the headings, and where their fields are. `unread` are the headings of the other columns."""

    rows: Sequence[Row]
    columns: dict[str, int] = field(default_factory=dict)
    headings: Sequence[str] = ()
    unread: list[str] = field(default_factory=list)
    language: str = ""

    def cell(self, row: Row, name: str) -> str:
        number = self.columns.get(name)
        return row.cells[number].strip() if number is not None and number < len(row.cells) else ""

    def filled(self, number: int) -> list[str]:
        """Return what stands in a column, without empty cells."""
        return [text for row in self.rows if number < len(row.cells) and (text := row.cells[number].strip())]


def layout(rows: Sequence[Row], wishes: Wishes) -> Layout:
    """Return the layout of a table. Raise `Flaw` if there are no headings or no column of dates."""
    filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if len(filled) > MOST_ROWS:
        raise Flaw(f"has {len(filled)} rows; more than {MOST_ROWS} are not read")
    wanted = {normal(heading): name for name, heading in wishes.columns.items()}
    for number, row in enumerate(filled[:TITLE_ROWS]):
        words = [normal(cell) for cell in row.cells]
        language, known = _language(words)
        if len({word for word in words if word in known or word in wanted} - {""}) >= FEWEST_HEADINGS:
            found = Layout(filled[number + 1 :], headings=row.cells, language=language)
            if missing := [heading for heading in wishes.columns.values() if normal(heading) not in words]:
                listed = ", ".join(cell.strip() for cell in row.cells if cell.strip())
                raise Flaw(f'has no column "{missing[0]}"; its columns are {listed}')
            if not found.rows:
                raise Flaw("has no rows below its headings", row.where)
            _place(found, words, known, wanted)
            return found
    raise Flaw(
        "has no row of headings that are known, like Date, Start, Place, Title (in it, en, fr or de): "
        "name its columns with --map date=...,start=...,title=..."
    )


def _language(words: Sequence[str]) -> tuple[str, Mapping[str, str]]:
    """Return the language that knows most of the headings, and what it and the others take them for."""
    counted = Counter({code: sum(word in table for word in words) for code, table in headings().items()})
    language = counted.most_common(1)[0][0]
    others = {word: name for table in headings().values() for word, name in table.items()}
    return language, {**others, **headings()[language]}


def _place(found: Layout, words: Sequence[str], known: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    mapped = set(wanted.values())
    for number, word in enumerate(words):
        name = wanted.get(word) or known.get(word, "")
        if word not in wanted and not found.filled(number):
            continue
        if word not in wanted:
            name = _by_content(found, number, name)
        if not name or name in found.columns or (word not in wanted and name in mapped):
            found.unread += [found.headings[number].strip()] if word else []
        else:
            found.columns[name] = number
    if "date" not in found.columns:
        raise Flaw("has no column of dates: name it with --map date=...")


def _by_content(found: Layout, number: int, name: str) -> str:
    """Return what a column is, given what its heading means and what stands below: "start" may hold days or hours."""
    if name not in ("start", "end", "weekday", "date"):
        return name
    filled = found.filled(number)
    days = bool(filled) and all(any(each.year for each in scan(text).dates) for text in filled)  # 10.12 may be an hour
    if name == "end":
        return "last" if days else "end"
    if days:
        return "date"
    return "weekday" if name == "date" and filled and all(scan(text).weekdays for text in filled) else name

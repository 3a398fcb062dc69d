"""Read a table as text (.csv): between commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from reading.drafts import DraftProgramme, Wishes
from reading.errors import Flaw
from reading.source import Source
from reading.tables.layout import MOST_COLUMNS, Row
from reading.tables.rows import programme

SEPARATORS = ",;\t|"
_SAMPLE = 50


def read(source: Source, wishes: Wishes) -> DraftProgramme:
    text = source.text()
    separator = max(SEPARATORS, key=lambda each: _columns(text, each))
    if _columns(text, separator) < 2:
        raise Flaw("is no table: no commas, semicolons or tabs divide its lines into columns")
    return programme(_rows(text, separator), source, wishes)


def _rows(text: str, separator: str, most: int | None = None) -> list[Row]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[Row] = []
    try:
        for number, cells in enumerate(lines, 1):
            if len(cells) > MOST_COLUMNS:
                raise Flaw(f"has {len(cells)} columns; more than {MOST_COLUMNS} are not read", f"row {number}")
            rows.append(Row(number, cells))
            if number == most:
                break
    except csv.Error as error:
        raise Flaw("has a cell of more than 100 kB: a quotation mark is missing", f"row {len(rows) + 1}") from error
    return rows


def _columns(text: str, separator: str) -> int:
    """Return how many columns most of the first rows agree on."""
    try:
        widths = sorted(_width(row.cells) for row in _rows(text, separator, _SAMPLE) if any(row.cells))
    except Flaw:
        return 0
    return widths[len(widths) // 2] if widths else 0


def _width(cells: Sequence[str]) -> int:
    return len(cells)

"""Read a table as text (.csv): between commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice

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
    rows = _rows(text, separator)
    if _columns(text, separator) < 2:
        raise Flaw("is no table: no commas, semicolons or tabs divide its lines into columns")
    return programme(rows, source, wishes)


def _rows(text: str, separator: str) -> list[Row]:
    rows: list[Row] = []
    try:
        for number, cells in enumerate(_lines(text, separator), 1):
            if len(cells) > MOST_COLUMNS:
                raise Flaw(f"has {len(cells)} columns; more than {MOST_COLUMNS} are not read", f"row {number}")
            rows.append(Row(number, cells))
    except csv.Error as error:
        raise Flaw("a quotation mark is missing, or there is one too many", f"row {len(rows) + 1}") from error
    return rows


def _columns(text: str, separator: str) -> int:
    """Return how many columns most of the first rows have at least; none if they cannot be told apart."""
    try:
        widths = sorted(len(cells) for cells in islice(_lines(text, separator), _SAMPLE) if any(cells))
    except csv.Error:
        return 0
    return widths[len(widths) // 2] if widths else 0


def _lines(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)

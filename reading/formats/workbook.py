"""Read a workbook (.xlsx): the first sheet with headings that are known."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from reading.drafts import DraftProgramme, Wishes
from reading.errors import Flaw
from reading.source import Source
from reading.tables.layout import MOST_COLUMNS, MOST_ROWS, Row, layout
from reading.tables.rows import programme

MOST_UNPACKED = 40_000_000


def read(source: Source, wishes: Wishes) -> DraftProgramme:
    book = _opened(source)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == Worksheet.SHEETSTATE_VISIBLE]
    first: Flaw | None = None
    for sheet in sheets:
        try:
            rows = _rows(sheet)
            layout(rows, wishes)
        except Flaw as flaw:
            first = first or flaw
            continue
        draft = programme(rows, source, wishes)
        if others := [other.title for other in sheets if other is not sheet]:
            draft.notes.append(f'Read is the sheet "{sheet.title}", not {", ".join(others)}.')
        return draft
    raise first or Flaw("has no sheet that is shown")


def _opened(source: Source) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                raise Flaw("is no Excel workbook: save the table as .xlsx or .csv")
            if sum(each.file_size for each in archive.infolist()) > MOST_UNPACKED:
                raise Flaw(f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB, which no timetable does")
        return load_workbook(io.BytesIO(source.content), data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, ParseError, DefusedXmlException) as error:
        raise Flaw("is no whole Excel workbook: open it and save it again as .xlsx") from error
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, OSError) as error:
        raise Flaw("is an Excel workbook that cannot be read: save it again, or as .csv") from error


def _rows(sheet: Any) -> list[Row]:
    if sheet.max_row > MOST_ROWS + 1_000:
        raise Flaw(f"has {sheet.max_row} rows; more than {MOST_ROWS} are not read")
    if sheet.max_column > MOST_COLUMNS:
        raise Flaw(f"has {sheet.max_column} columns; more than {MOST_COLUMNS} are not read")
    rows = [
        Row(number, [_text(value) for value in cells])
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1)
    ]
    _check_merged(sheet, rows)
    return rows


def _check_merged(sheet: Any, rows: list[Row]) -> None:
    """Refuse cells that are merged downwards beside others that are not: whose are they?"""
    for merged in sheet.merged_cells.ranges:
        if merged.max_row > merged.min_row:
            cells = f"{merged.coord} of the sheet {sheet.title}"
            raise Flaw(
                f"the cells {cells} are merged: split them and write their text in each", f"row {merged.min_row}"
            )
        beside = rows[merged.min_row - 1].cells
        if sum(bool(text.strip()) for text in beside) > 1:
            raise Flaw(f"the cells {merged.coord} are merged: split them", f"row {merged.min_row}")


def _text(value: Any) -> str:
    """Return a cell as text; days and hours as they are written everywhere."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):  # an hour that the cell counts, as 25:30 is
        return f"{value // timedelta(hours=1)}:{value // timedelta(minutes=1) % 60:02}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

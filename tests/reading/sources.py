"""Small sources, made up, and what is read from them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from reading import reader
from reading.drafts import DraftProgramme, Wishes
from reading.errors import SourceError
from reading.source import Source
from reading.writing.content import Content, content

TODAY = date(2026, 11, 29)


def wishes(zone: str = "Europe/Rome", dates: str = "", **columns: str) -> Wishes:
    return Wishes(TODAY, columns, zone, dates=dates)


def draft(source: str | bytes, name: str = "a.csv", wanted: Wishes | None = None) -> DraftProgramme:
    content = source if isinstance(source, bytes) else source.encode()
    return reader.read(Source(name, content), wanted or wishes())


def sections(source: str | bytes, name: str = "a.csv", wanted: Wishes | None = None) -> Content:
    return content(draft(source, name, wanted), {})


def event(source: str | bytes, name: str = "a.csv", wanted: Wishes | None = None) -> dict[str, Any]:
    [only] = sections(source, name, wanted)["events"]
    return only


def refused(source: str | bytes, name: str = "a.csv", wanted: Wishes | None = None) -> str:
    """Return the sentence with which a source is refused."""
    with pytest.raises(SourceError) as raised:
        draft(source, name, wanted)
    return str(raised.value)


def calendar(*events: str, head: str = "") -> str:
    """Return a calendar of events, each given by its lines."""
    listed = [f"BEGIN:VEVENT\n{lines.strip()}\nEND:VEVENT" for lines in events]
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *filter(None, [head]), *listed, "END:VCALENDAR", ""])


def workbook(*rows: Sequence[object], merged: str = "") -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()

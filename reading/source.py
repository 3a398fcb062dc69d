"""The bytes to be read, from a file or an address, and what kind of file they are by the look of them."""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reading.errors import Flaw

MOST_BYTES = 5_000_000


class Form(StrEnum):
    """The forms of file that can be read."""

    CALENDAR = "calendar"
    WORKBOOK = "workbook"
    XML = "xml"
    TEXT = "text"


@dataclass(frozen=True)
class Source:
    """A file's name, for sentences and for the programme's name, and its content; `version` is the server's ETag."""

    name: str
    content: bytes
    version: str = ""

    @property
    def stem(self) -> str:
        return Path(self.name.split("?")[0].rstrip("/")).stem

    def form(self) -> Form:
        """Return the form of the content. Raise `Flaw` for one that is not read: what people try is named."""
        head = self.content[:1024].lstrip(codecs.BOM_UTF8).lstrip()
        if not head:
            raise Flaw("is empty")
        for magic, problem in _OTHERS.items():
            if head.lower().startswith(magic):
                raise Flaw(problem)
        if head.startswith(b"PK\x03\x04"):
            return Form.WORKBOOK
        if head[:15].upper().startswith(b"BEGIN:VCALENDAR"):
            return Form.CALENDAR
        return Form.XML if head.startswith(b"<") else Form.TEXT

    def text(self) -> str:
        """Return the content as text: UTF-8, UTF-16 with its mark, or else the Windows letters of Western Europe."""
        if self.content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return self._decoded("utf-16")
        try:
            text = self.content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = self._decoded("cp1252")
        if "\0" in text:
            raise Flaw("is not text: it is read as .ics, .csv, .xlsx, .xml or .txt")
        return text

    def _decoded(self, encoding: str) -> str:
        try:
            return self.content.decode(encoding)
        except UnicodeDecodeError as error:
            line = self.content.count(b"\n", 0, error.start) + 1
            raise Flaw("has letters that are neither UTF-8 nor Windows-1252", f"line {line}") from error


_OTHERS = {
    b"%pdf": "is a PDF: ask for the table or the calendar that it was made of",
    b"\xd0\xcf\x11\xe0": "is an Excel file of the old kind (.xls): save it as .xlsx",
    b"<!doctype html": "is a web page: find the address of the calendar itself, which mostly ends with .ics",
    b"<html": "is a web page: find the address of the calendar itself, which mostly ends with .ics",
    b"{": "is JSON: it is read as .ics, .csv, .xlsx, .xml or .txt",
    b"\x89png": "is a picture",
    b"\xff\xd8\xff": "is a picture",
}


def opened(file: Path) -> Source:
    """Read a file. Raise `Flaw` if it cannot be read or is too large."""
    try:
        if not file.is_file():
            raise Flaw("is not there" if not file.exists() else "is not a file")
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise Flaw(f"cannot be read: {os.strerror(error.errno or 0)}") from error
    if len(content) > MOST_BYTES:
        raise Flaw(f"is larger than {MOST_BYTES // 1_000_000} MB, which is more than a programme needs")
    return Source(file.name, content)

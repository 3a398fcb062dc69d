"""Files of another shape than one that is read: a plain sentence each."""

import io
import zipfile
from pathlib import Path

import pytest

from reading.errors import Flaw
from reading.source import opened
from tests.reading.sources import refused, workbook


def _zip(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "/").replace("-", "."), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "a.csv is empty."),
        (b"\xef\xbb\xbf  \n", "is empty"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\xd0\xcf\x11\xe0", "save it as .xlsx"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"<!DOCTYPE html><html>", "is a web page"),
        (b'{"events": []}', "is JSON"),
        (b"a;b\0;c\n", "is not text"),
        (b"caf\x81;b\n", "line 1: has letters that are neither UTF-8 nor Windows-1252"),
        (_zip(word=b"x"), "is no Excel workbook"),
        (b"PK\x03\x04 and no more", "is no whole Excel workbook"),
        (_zip(**{"xl_workbook-xml": b"0" * 41_000_000}), "unpacks to more than 40 MB"),
        (_zip(**{"xl_workbook-xml": b"<x/>"}), "is an Excel workbook that cannot be read"),
        (workbook(["A"], ["B"]), "has no row of headings that are known"),
        (workbook(["Title", "Date"], *[["A", "2027-01-12"]] * 5_001), "has 5002 rows; more than 5000"),
        (workbook(["Title", "Date"], ["A"] * 101), "has 101 columns"),
    ],
)  # fmt: skip
def test_other_shapes(content: bytes, said: str) -> None:
    assert said in refused(content)


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as stream:
        stream.truncate(50_000_000)

    for file, said in ((large, "is larger than 5 MB"), (tmp_path, "is not a file"), (tmp_path / "x", "is not there")):
        with pytest.raises(Flaw, match=said):
            opened(file)

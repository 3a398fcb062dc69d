"""Words of tables in every language that has `columns.yaml`: headings, states, rules, names of months and days."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from babel import Locale
from msgspec import Struct

from domain.files.yaml_file import read
from domain.languages import having

FILE = "columns.yaml"
SHORT = 3
Names = Mapping[str, Mapping[str, Mapping[int, str]]]
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class ColumnWords(Struct, frozen=True, forbid_unknown_fields=True):
    """One language's file. Ways of saying the same stand in one text, with commas between them."""

    headings: dict[str, str]
    status: dict[str, str]
    repeat: dict[str, str]
    joiners: str
    all_day: str


def normal(text: str) -> str:
    """Return a text in small letters without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(each for each in plain if not unicodedata.combining(each))))


@cache
def _files() -> Mapping[str, ColumnWords]:
    return {code: _file(path) for code, path in having(FILE).items()}


def _file(path: Path) -> ColumnWords:
    return read(path).convert(ColumnWords)


def _said(text: str) -> list[str]:
    return [normal(each) for each in text.split(",")]


@cache
def headings() -> Mapping[str, Mapping[str, str]]:
    """Return the field of every heading, by language."""
    return {
        code: {word: name for name, text in words.headings.items() for word in _said(text)}
        for code, words in _files().items()
    }


@cache
def statuses() -> Mapping[str, str]:
    return {word: name for words in _files().values() for name, text in words.status.items() for word in _said(text)}


@cache
def repeats() -> Mapping[str, str]:
    return {word: rule for words in _files().values() for rule, text in words.repeat.items() for word in _said(text)}


@cache
def joiners() -> frozenset[str]:
    """Return the words between dates and hours that say nothing themselves."""
    return frozenset(word for words in _files().values() for word in _said(words.joiners))


@cache
def all_day() -> frozenset[str]:
    return frozenset(word for words in _files().values() for word in _said(words.all_day))


@cache
def months() -> Mapping[str, int]:
    """Return the number of every month's name, whole and short."""
    return _by_name([locale.months for locale in _locales()])


@cache
def weekdays() -> Mapping[str, int]:
    """Return the number of every weekday's name, whole and short: 0 is Monday."""
    return _by_name([locale.days for locale in _locales()])


def _locales() -> list[Locale]:
    return [Locale(code) for code in _files()]


def _by_name(tables: Sequence[Names]) -> Mapping[str, int]:
    return {name: number for table in tables for number, name in _names(table)}


def _names(table: Names) -> Iterator[tuple[int, str]]:
    """Yield the names and, of the long ones, the first three letters, where they belong to one alone."""
    named = {
        (number, normal(name))
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in table[form].get(width, {}).items()
    }
    for number, name in named:
        yield number, name
        if len(name) > SHORT and {other for other, each in named if each[:SHORT] == name[:SHORT]} == {number}:
            yield number, name[:SHORT]

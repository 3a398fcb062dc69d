"""Cries for help, in every language that has a `languages/<code>/danger.yaml`, spoken or not.

A phrase says what happens, and how surely it is a cry: 3 happens now, 2 is likely one, 1 perhaps. Words
around it that show somebody in need ("my mother", "at once") add 1, and another "perhaps" beside one adds 1;
talk of the meeting takes 1 away, of a film or of years ago 3. From 2 on the cry is heard. Figures of speech
are taken out first, and what is denied is not said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct

from answers.entries import Entry
from answers.language import phrases
from answers.language.phrases import Book, Phrase, Phrases, Places
from domain import languages
from domain.yaml_file import YamlFile, read

KINDS = ("distress", "violence", "emergency")
"""The gravest first; each a part of the id of the entry that replies."""

HEARD_FROM = 2
_PERHAPS = 1
_DEGREES = {3: "now", 2: "likely", _PERHAPS: "perhaps"}
_WORTH = {"need": 1, "calm": -1, "away": -3}
_DENIAL = "NOT"
"""The group of a language's words for no."""
NEAR = 10
"""Words around a phrase within which others bear upon it."""

Lines = list[Annotated[str, Meta(min_length=1, max_length=400)]]


class _Cries(Struct, frozen=True, forbid_unknown_fields=True):
    now: Lines = []
    likely: Lines = []
    perhaps: Lines = []


class _Language(Struct, frozen=True, forbid_unknown_fields=True):
    """A language as its file has it."""

    distress: _Cries
    violence: _Cries
    emergency: _Cries
    groups: dict[str, str] = {}
    need: Lines = []
    calm: Lines = []
    away: Lines = []
    harmless: Lines = []
    denied: Lines = []


@dataclass(frozen=True)
class Cry:
    kind: str
    language: str
    strength: int
    phrase: Phrase
    denies: bool
    """It says what is not done: "does not breathe"."""


@dataclass(frozen=True)
class Bearing:
    """Phrases of one language that bear upon the cries around them."""

    need: Phrases
    calm: Phrases
    away: Phrases
    denied: Phrases
    signs: Phrases
    """Those that are perhaps a cry."""

    def strength(self, places: Places) -> Callable[[Cry], int]:
        """Return what a cry in that message weighs; 0 when it is not there or denied."""
        denied = self.denied.last_words(places) << 1
        near = ((worth, getattr(self, name).last_words(places)) for name, worth in _WORTH.items())
        around = [(worth, phrases.around(where, NEAR)) for worth, where in near if where]
        signs = self.signs.last_words(places) & ~denied

        def strength(cry: Cry) -> int:
            words = cry.phrase.words(places)
            if not words or not (words[0] & ~denied or cry.denies):
                return 0
            others = signs & ~words[-1] if cry.strength == _PERHAPS else 0
            together = int(bool(phrases.around(others, NEAR) & words[-1]))
            return cry.strength + together + sum(worth for worth, where in around if words[-1] & where)

        return strength


@dataclass(frozen=True)
class Dangers:
    """All languages' phrases, and the book of their words."""

    book: Book
    cries: tuple[Cry, ...]
    phrases: Phrases
    """Those of the cries, in their order."""
    harmless: Phrases
    bearing: Mapping[str, Bearing]


def answers(entry: Entry) -> bool:
    """Tell whether the entry is the one that replies to a cry for help."""
    return any(name in entry.id.split(".") for name in KINDS)


def heard(message: str, known: Callable[[str], bool]) -> tuple[str, str] | None:
    """Return the kind of danger that the message cries, and the language it does it in.

    `known` are words that are no slips of others.
    """
    dangers = load()
    places = dangers.book.places(message, known)
    taken = dangers.harmless.words(places)
    places = {words: where & ~taken for words, where in places.items()}
    strength = cache(lambda language: dangers.bearing[language].strength(places))
    likely = (dangers.cries[number] for number in dangers.phrases.likely(places))
    found = (cry for cry in likely if strength(cry.language)(cry) >= HEARD_FROM)
    return next(((cry.kind, cry.language) for cry in found), None)


def harmless(message: str) -> bool:
    """Tell whether the message has a figure of speech, or words of what is not happening here and now."""
    dangers = load()
    places = dangers.book.places(message)
    bearing = (phrases for each in dangers.bearing.values() for phrases in (each.calm, each.away))
    return any(phrases.last_words(places) for phrases in (dangers.harmless, *bearing))


def load() -> Dangers:
    """Read the languages' files, once. Raises `ContentError` for a mistake in one."""
    return _load(languages.FOLDER)


@cache
def _load(_: Path) -> Dangers:
    book = Book()
    files = [_File(book, read(file)) for file in languages.having(languages.DANGER).values()]
    cries = tuple(cry for kind in KINDS for file in files for cry in file.cries(kind))
    return Dangers(
        book,
        cries,
        Phrases(cry.phrase for cry in cries),
        Phrases(phrase for file in files for phrase in file.phrases("harmless")),
        {file.language: file.bearing() for file in files},
    )


class _File:
    """A language's file, its phrases made of the book's words."""

    def __init__(self, book: Book, document: YamlFile) -> None:
        self.language = document.file.parent.name
        self._book, self._document = book, document
        self._written = document.convert(_Language)
        self._groups: dict[str, frozenset[str]] = {}
        for name, words in self._written.groups.items():
            self._groups[name] = self._group(name, words)

    def phrases(self, *path: str) -> Iterator[Phrase]:
        for _, phrase in self._lines(path):
            yield phrase

    def cries(self, kind: str) -> Iterator[Cry]:
        for strength, degree in _DEGREES.items():
            for line, phrase in self._lines((kind, degree)):
                yield Cry(kind, self.language, strength, phrase, denies=_DENIAL in line.split())

    def bearing(self) -> Bearing:
        need, calm, away, denied = (Phrases(self.phrases(name)) for name in ("need", "calm", "away", "denied"))
        return Bearing(need, calm, away, denied, self._signs())

    def _signs(self) -> Phrases:
        perhaps = _DEGREES[_PERHAPS]
        return Phrases(phrase for kind in KINDS for phrase in self.phrases(kind, perhaps))

    def _lines(self, path: tuple[str, ...]) -> Iterator[tuple[str, Phrase]]:
        block: Any = self._written
        for name in path:
            block = getattr(block, name)
        for index, line in enumerate(block):
            try:
                yield line, self._book.phrase(line, self._groups, forgiving=path[0] in KINDS)
            except ValueError as problem:
                raise self._document.error((*path, index), str(problem)) from problem

    def _group(self, name: str, words: str) -> frozenset[str]:
        """Words, and other groups that stand above."""
        try:
            return phrases.words("|".join(words.split()), self._groups)
        except ValueError as problem:
            raise self._document.error(("groups", name), str(problem)) from problem

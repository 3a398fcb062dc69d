"""Cries for help, in every language that has a `languages/<code>/danger.yaml`, spoken or not.

A phrase says what happens, and how surely it is a cry: 3 happens now, 2 is likely one, 1 perhaps. Words
around it that show somebody in need ("my mother", "at once") add 1, and another "perhaps" beside one adds 1;
talk of the meeting takes 1 away, of a film or of years ago 3. Figures of speech are taken out first, and what
is denied is not said. A linear layer, trained on messages of both sorts, judges the whole message beside the
phrases: what nobody wrote a phrase for, and what only looks like one. Both are added.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct

from answers.entries import Entry
from answers.language import phrases
from answers.language.phrases import Book, Phrase, Phrases, Places, Writer
from answers.layers.linear_layer import LinearLayer
from domain import languages
from domain.files.yaml_file import YamlFile, read

KINDS = ("emergency", "violence", "distress")
"""Each is a part of the id of the entry that replies."""
LIFE = KINDS[0]
"""Where a phrase is certain that life is at stake, this comes before the others."""
CERTAIN = 3

LAYER = "cries.bin"
"""The linear layer, made by `make cries`."""
HEARD_FROM = -0.5
"""A cry that is missed costs more than ten false alarms; above this they are one or two in a hundred traps."""
DOUBTED_FROM = -1.5
"""From here on it may be a cry: what is asked is answered, and one line below says whom to call in danger."""
SAID = {0: -3.7, 1: -1.2, 2: 0.8, 3: 2.6, 4: 3.5}
UNSAID = -2.0
"""What is said so strongly adds to the evidence: logarithms of how much oftener in cries than in what sounds like
them, counted on messages that no phrase was written for."""
FEWEST_WORDS = 4
"""In fewer the layer hears nothing by itself: an hour that was typed, a name, an address."""
_PERHAPS = 1
_DEGREES = {3: "now", 2: "likely", _PERHAPS: "perhaps"}
_WORTH = {"need": 1, "calm": -1, "away": -3}
_DENIAL = "NOT"
"""The group of a language's words for no."""
MOST_WORDS = 300
"""Read of a message: a longer one is a pasted text."""
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

    def strength(self, places: Places) -> Callable[[Cry, Sequence[int]], int | None]:
        """Return what a cry weighs in that message, by the places of its words; None when it is denied."""
        denied = self.denied.last_words(places) << 1
        near = ((worth, getattr(self, name).last_words(places)) for name, worth in _WORTH.items())
        around = [(worth, phrases.around(where, NEAR)) for worth, where in near if where]
        signs = self.signs.last_words(places) & ~denied

        def strength(cry: Cry, words: Sequence[int]) -> int | None:
            if not (words[0] & ~denied or cry.denies):
                return None
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

    def strongest(self, words: Sequence[str], known: Callable[[str], bool]) -> dict[str, tuple[int, str]]:
        """Return how strong the strongest cry of each kind is, and its language."""
        places = self.book.places(words, known)
        taken = self.harmless.words(places)
        places = {words: left for words, where in places.items() if (left := where & ~taken)}
        strength = cache(lambda language: self.bearing[language].strength(places))
        found: dict[str, tuple[int, str]] = {}
        for number in self.phrases.likely(places):
            cry, where = self.cries[number], self.phrases[number].words(places)
            weighs = strength(cry.language)(cry, where) if where else None
            if weighs is not None and (cry.kind not in found or weighs > found[cry.kind][0]):
                found[cry.kind] = weighs, cry.language
        return found


@dataclass(frozen=True)
class Sound:
    """How a message sounds: most like a cry of that kind."""

    kind: str
    language: str
    """Of the phrase that says so; empty without one."""
    evidence: float
    """The logarithm of the odds that it is a cry."""

    @property
    def heard(self) -> bool:
        return self.evidence >= HEARD_FROM

    @property
    def doubted(self) -> bool:
        """Tell whether it may be a cry: where it is not even that, no entry that it is like makes it one."""
        return self.evidence >= DOUBTED_FROM


def answers(entry: Entry) -> bool:
    """Tell whether the entry is the one that replies to a cry for help."""
    return any(name in entry.id.split(".") for name in KINDS)


def listen(message: str, known: Callable[[str], bool]) -> Sound:
    """Return how much the message sounds like a cry for help. `known` are words that are no slips of others."""
    words = phrases.spoken(message)[:MOST_WORDS]
    said = load().strongest(words, known)
    strongest, language = max(said.values(), default=(None, ""))
    likeness = layer().evidence(message, words)
    evidence = odds(likeness) + _worth(strongest)
    if strongest is None and sum(not word.isdigit() for word in words) < FEWEST_WORDS:
        evidence = min(evidence, DOUBTED_FROM - 1)
    strengths = {kind: said.get(kind, (None, ""))[0] for kind in KINDS}
    each = {kind: like + _worth(strengths[kind]) for kind, like in zip(KINDS, likeness, strict=True)}
    at_stake = (strengths[LIFE] or 0) >= CERTAIN
    kind = LIFE if at_stake else max(KINDS, key=each.__getitem__)
    return Sound(kind, said.get(kind, (None, language))[1], evidence)


def odds(likeness: Iterable[float]) -> float:
    """Return the logarithm of the odds that it is any of these kinds."""
    return math.log(sum(map(math.exp, likeness)))


def said(message: str) -> str:
    """Return the kind of cry that the phrases alone hear."""
    strongest = load().strongest(phrases.spoken(message), lambda _: False)
    return max(KINDS, key=lambda kind: strongest.get(kind, (0, ""))[0])


def _worth(strength: int | None) -> float:
    return UNSAID if strength is None else SAID[max(min(SAID), min(strength, max(SAID)))]


def load() -> Dangers:
    """Read the languages' files, once. Raises `ContentError` for a mistake in one."""
    return _load(languages.FOLDER)


def layer() -> LinearLayer:
    return _layer(languages.FOLDER / LAYER)


@cache
def _layer(file: Path) -> LinearLayer:
    return LinearLayer.read(file, len(KINDS))


@cache
def _load(_: Path) -> Dangers:
    writer = Writer()
    files = [_File(writer, read(file)) for file in languages.having(languages.DANGER).values()]
    cries = [said for file in files for said in file.cries]
    bearing = {file.language: file.bearing for file in files}
    harmless = Phrases(phrase for file in files for phrase in file.harmless)
    return Dangers(
        writer.book(), tuple(cry for cry, _ in cries), Phrases(phrase for _, phrase in cries), harmless, bearing
    )


class _File:
    """A language's file, its phrases made of the book's words."""

    def __init__(self, writer: Writer, document: YamlFile) -> None:
        self.language = document.file.parent.name
        self._writer, self._document = writer, document
        self._written = document.convert(_Language)
        self._groups: dict[str, frozenset[str]] = {}
        for name, words in self._written.groups.items():
            self._groups[name] = self._group(name, words)
        self.cries = [said for kind in KINDS for said in self._cries(kind)]
        self.harmless = list(self._phrases("harmless"))
        self.bearing = self._bearing()
        del self._document, self._written, self._groups

    def _phrases(self, *path: str) -> Iterator[Phrase]:
        for _, phrase in self._lines(path):
            yield phrase

    def _cries(self, kind: str) -> Iterator[tuple[Cry, Phrase]]:
        for strength, degree in _DEGREES.items():
            plain, denying = (Cry(kind, self.language, strength, denies) for denies in (False, True))
            for line, phrase in self._lines((kind, degree)):
                yield denying if _DENIAL in line.split() else plain, phrase

    def _bearing(self) -> Bearing:
        need, calm, away, denied = (Phrases(self._phrases(name)) for name in ("need", "calm", "away", "denied"))
        return Bearing(need, calm, away, denied, self._signs())

    def _signs(self) -> Phrases:
        perhaps = _DEGREES[_PERHAPS]
        return Phrases(phrase for kind in KINDS for phrase in self._phrases(kind, perhaps))

    def _lines(self, path: tuple[str, ...]) -> Iterator[tuple[str, Phrase]]:
        block: Any = self._written
        for name in path:
            block = getattr(block, name)
        for index, line in enumerate(block):
            try:
                yield line, self._writer.phrase(line, self._groups, forgiving=path[0] in KINDS)
            except ValueError as problem:
                raise self._document.error((*path, index), str(problem)) from problem

    def _group(self, name: str, words: str) -> frozenset[str]:
        """Words, and other groups that stand above."""
        try:
            return phrases.words("|".join(words.split()), self._groups)
        except ValueError as problem:
            raise self._document.error(("groups", name), str(problem)) from problem

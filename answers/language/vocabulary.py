"""The words of each language that questions are heard by: `languages/<code>/words.yaml`.

Words are folded: small letters, no accents, no apostrophes. A language without a file has none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from msgspec import Struct

from answers.language import text
from domain import languages
from domain.files.yaml_file import Wrong, read

FILE = "words.yaml"


class WordSet(frozenset[str]):
    """Words with spaces between them."""

    @classmethod
    def read(cls, value: object) -> WordSet:
        return cls(_words(value))


class WordList(tuple[str, ...]):
    """Words with spaces between them, of which the first counts first."""

    @classmethod
    def read(cls, value: object) -> WordList:
        return cls(_words(value))


def _words(value: object) -> list[str]:
    if not isinstance(value, str):
        raise Wrong("must be words with spaces between them")
    return value[: text.MAX_CHARACTERS].split()


class Facets(Struct, frozen=True, forbid_unknown_fields=True):
    """The sides of a meeting that one may ask for."""

    day: WordSet
    start: WordSet
    end: WordSet
    place: WordSet

    @property
    def every(self) -> tuple[WordSet, ...]:
        return self.day, self.start, self.end, self.place


NO_FACETS = Facets(WordSet(), WordSet(), WordSet(), WordSet())


class NearDays(Struct, frozen=True, forbid_unknown_fields=True):
    """The words around days that are named by the week or the month."""

    week: WordSet = WordSet()
    weekend: str = ""
    this: WordSet = WordSet()
    aside: WordSet = WordSet()
    goodbye: WordSet = WordSet()
    in_month: WordSet = WordSet()


class Vocabulary(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """A language's words by what they do in a question. The files explain each."""

    function: WordSet = WordSet()
    which: WordSet = WordSet()
    that: WordSet = WordSet()
    joints: WordSet = WordSet()
    turns: WordSet = WordSet()
    openings: list[str] = []
    also: WordSet = WordSet()
    question: WordSet = WordSet()
    filler: WordSet = WordSet()
    links: WordSet = WordSet()
    meant: WordSet = WordSet()
    meetings: WordSet = WordSet()
    own_time: WordSet = WordSet()
    everything: WordSet = WordSet()
    anything: WordSet = WordSet()
    subject: WordSet = WordSet()
    after: WordSet = WordSet()
    earlier: WordSet = WordSet()
    until: WordSet = WordSet()
    since: WordSet = WordSet()
    later: WordSet = WordSet()
    sooner: WordSet = WordSet()
    superlative: WordSet = WordSet()
    busy: WordSet = WordSet()
    cannot: list[str] = []
    that_one: WordSet = WordSet()
    any_one: WordSet = WordSet()
    which_one: WordSet = WordSet()
    latest: list[str] = []
    soonest: list[str] = []
    all: WordSet = WordSet()
    origin: WordSet = WordSet()
    facets: Facets = NO_FACETS
    near_days: NearDays = NearDays()
    yes: WordSet = WordSet()
    agreed: WordSet = WordSet()
    nothing: WordSet = WordSet()
    pointing: WordSet = WordSet()
    denial: WordSet = WordSet()
    whether: WordSet = WordSet()
    before_place: WordSet = WordSet()
    measure: WordSet = WordSet()
    measure_with_slips: WordSet = WordSet()
    numbering: WordSet = WordSet()
    joining: WordSet = WordSet()
    articles: WordList = WordList()
    endings: WordList = WordList()
    letters: str = ""
    stemmer: str = ""
    lead_ins: list[str] = []
    spellings: dict[str, WordSet] = {}
    again: WordSet = WordSet()
    list_them: WordSet = WordSet()
    others: WordSet = WordSet()
    following: WordSet = WordSet()
    preceding: WordSet = WordSet()
    thanks: WordSet = WordSet()
    called: dict[str, WordSet] = {}
    venues: dict[str, WordSet] = {}
    inside: WordSet = WordSet()
    towns: WordSet = WordSet()

    @cached_property
    def right(self) -> Mapping[str, str]:
        """The right spelling of each word that is written otherwise."""
        return {wrong: right for right, several in self.spellings.items() for wrong in several}

    @cached_property
    def grammar(self) -> frozenset[str]:
        """Words that tell the language."""
        return frozenset(self.right).union(self.function, self.question, self.filler, self.links, self.meant)

    @cached_property
    def asks(self) -> frozenset[str]:
        """Words that a clause has which asks something."""
        return self.question | self.which


@dataclass(frozen=True)
class Telltale:
    """Words and letters by which a language is known that the bot does not speak.

    One word that is `sure` will do, as it is spelt there, with its accents.
    """

    words: frozenset[str]
    sure: frozenset[str]
    letters: str
    never: str

    @cached_property
    def script(self) -> str:
        return text.script("".join(self.words))


NOTHING = Vocabulary()


def of(language: str) -> Vocabulary:
    return _every(languages.FOLDER).get(language, NOTHING)


def every() -> Iterable[Vocabulary]:
    return _every(languages.FOLDER).values()


def union(field: str) -> frozenset[str]:
    """Return the words of that field in every language: some are understood in any."""
    return _union(languages.FOLDER, field)


def telltale() -> Mapping[str, Telltale]:
    """Return what each language is known by: its card's words, else its grammar."""
    return _telltale(languages.FOLDER)


@cache
def _every(_: Path) -> Mapping[str, Vocabulary]:
    return {language: read(file).convert(Vocabulary) for language, file in languages.having(FILE).items()}


@cache
def _union(folder: Path, field: str) -> frozenset[str]:
    return frozenset().union(*(getattr(each, field) for each in _every(folder).values()))


@cache
def _telltale(folder: Path) -> Mapping[str, Telltale]:
    own = {code: Telltale(each.function | each.question, frozenset(), each.letters, "")
           for code, each in _every(folder).items()}  # fmt: skip
    cards = {code: Telltale(_folded(f"{card.words} {card.sure}"), text.spelled(card.sure), card.letters, card.never)
             for code, card in languages.cards().items() if card.words}  # fmt: skip
    return own | cards


def _folded(words: str) -> frozenset[str]:
    return frozenset(text.split(text.fold(words)))

"""The words for times in one language, and a text cut into the tokens that they are matched with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from domain import languages
from domain.files import yaml_file

FILE = "times.yaml"
"""One in the folder of each language."""

Phrase = tuple[str, ...]

_HALF_OF_DAY = re.compile(r"\b([ap])\.\s?m\b")
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_SPACES = (
    re.compile(r"['!?;()«»\"“”…]"),
    re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])"),  # "après-midi", but not "18-20" and "24-ott"
    re.compile(r"(?<![0-9])[.,:]|[.,:](?![0-9])"),  # "gio. 14, ore 18", but not "18.30"
)


class _WordsFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The fields of a language's file: ways of saying each, with commas between them.

    Those with a default are ways that not every language has.
    """

    number: dict[str, str]
    ordinal: dict[str, str]
    month: dict[str, str]
    weekday: dict[str, str]
    relative: dict[str, str]
    relative_part: dict[str, str]
    part: dict[str, str]
    unit: dict[str, str]
    and_: str = msgspec.field(name="and")
    from_: str = msgspec.field(name="from")
    in_: str = msgspec.field(name="in")
    one: str
    the: str
    this: str
    next: str
    next_week: str
    day_prefix: str
    the_day: str
    at: str
    at_noon: str
    hour_mark: str
    noon: str
    midnight: str
    to: str
    between: str
    until: str
    until_day: str
    later: str
    earlier: str
    half_hour: str
    quarter_hour: str
    three_quarters_hour: str
    verb: str
    polite: str
    half: str
    quarter: str
    three_quarters: str
    feast: dict[str, str] = {}
    day_shift: dict[str, str] = {}
    day_mark: str = ""
    month_prefix: str = ""
    year_prefix: str = ""
    exactly: str = ""
    am: str = ""
    pm: str = ""
    less: str = ""
    past: str = ""
    before_hour: str = ""
    half_before: str = ""
    from_now: str = ""
    move_later: str = ""
    move_earlier: str = ""
    by: str = ""
    lasting: str = ""


@dataclass(frozen=True)
class Word:
    """A phrase with what it stands for: `symbol` is a field of the file, `value` the key within it."""

    phrase: Phrase
    symbol: str
    value: str


@dataclass(frozen=True)
class Words:
    """A language's phrases, by their first token."""

    by_first: dict[str, tuple[Word, ...]]

    @property
    def all(self) -> list[Word]:
        return [word for found in self.by_first.values() for word in found]

    def at(self, tokens: Phrase, start: int) -> list[tuple[Word, int]]:
        """Return the phrases that stand at `start`, and where each ends."""
        found = self.by_first.get(tokens[start], ())
        ends = ((word, start + len(word.phrase)) for word in found)
        return [(word, end) for word, end in ends if tokens[start:end] == word.phrase]


def cut(text: str) -> Phrase:
    """Return the tokens: words without accents and capitals, numbers, and what may stand between numbers."""
    plain = text.lower().replace("’", "'").replace("‘", "'").replace("°", "º")
    plain = re.sub("[‐‑–—−]", "-", plain)
    folded = unicodedata.normalize("NFD", plain)
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    folded = _HALF_OF_DAY.sub(r"\1m", folded)
    for pattern in _SPACES:
        folded = pattern.sub(" ", folded)
    return tuple(_TOKEN.findall(folded))


def parse(file: yaml_file.YamlFile) -> Words:
    """Raises `ContentError` for the first mistake in the file."""
    fields = msgspec.to_builtins(file.convert(_WordsFile))
    by_first: dict[str, list[Word]] = {}
    for symbol, said in fields.items():
        for value, phrases in said.items() if isinstance(said, dict) else [("", said)]:
            for phrase in {cut(each) for each in phrases.split(",")} - {()}:
                by_first.setdefault(phrase[0], []).append(Word(phrase, symbol, value))
    return Words({first: tuple(found) for first, found in by_first.items()})


def known() -> Mapping[str, Words]:
    """Return the words of every language, by code. Read once: the files are part of the program."""
    return _known(languages.FOLDER)


@cache
def _known(_: Path) -> Mapping[str, Words]:
    return {language: parse(yaml_file.read(file)) for language, file in languages.having(FILE).items()}


def in_turn(language: str) -> list[Words]:
    """Return the words of every language, `language` first."""
    return [words for _, words in sorted(known().items(), key=lambda each: each[0] != language)]

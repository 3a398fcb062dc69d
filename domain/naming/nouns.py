"""What things are called, and the articles that a language puts before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from domain import languages
from domain.files.yaml_file import read, shaped

Word = Annotated[str, shaped(r"\w", "must hold a letter"), Meta(max_length=40)]

PLURAL = "-other"
"""How the names of forms end that are said of several."""


class Noun(Struct, frozen=True, forbid_unknown_fields=True):
    """A word for one and for several. `forms` are those that no rule finds, by name."""

    one: Word
    other: Word
    gender: str = ""
    forms: dict[str, Word] = {}


class Grammar(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a language where a programme has none, and what stands before a word.

    `emergency` says `{number}` with what stands before it, `rescuers` whom to call where a programme has no number.
    A form says what stands there by gender, by how the word begins, or by both ("m vowel"): the first that fits.
    """

    bot: Word
    event: Noun
    area: Noun
    measure: Noun
    emergency: str
    rescuers: Word
    genders: list[str] = []
    beginnings: dict[str, str] = {}
    forms: dict[str, dict[str, str]] = {}
    agreement: dict[str, dict[str, str]] = {}
    """Endings and pronouns that go with a word, by its gender."""

    @property
    def nouns(self) -> dict[str, Noun]:
        return {"event": self.event, "area": self.area, "measure": self.measure}

    def before(self, form: str, word: str, gender: str) -> str | None:
        """Return what stands before the word in a form; None where the form is only for words with a gender."""
        begins = (name for name, pattern in self.beginnings.items() if re.match(pattern, word, re.IGNORECASE))
        traits = {"any", gender, next(begins, "")}
        return next((said for fits, said in self.forms[form].items() if traits.issuperset(fits.split())), None)


def grammar(language: str) -> Grammar | None:
    file = languages.having(languages.NOUNS).get(language)
    return _grammar(file) if file else None


@cache
def _grammar(file: Path) -> Grammar:
    return read(file).convert(Grammar)


def forms(noun: Noun, grammar: Grammar) -> dict[str, str]:
    """Return every form of the noun by its name; the name with a capital gives it with a capital."""
    said = {"one": noun.one, "other": noun.other}
    for name in grammar.forms:
        word = noun.other if name.endswith(PLURAL) else noun.one
        if (before := grammar.before(name, word, noun.gender)) is not None:
            said[name] = f"{before}{word}" if before.endswith(("'", "’")) else f"{before} {word}"
    return capitalised(said | noun.forms)


def agreement(noun: Noun, grammar: Grammar) -> dict[str, str]:
    """Return what agrees with the noun, by name; the name with a capital gives it with a capital."""
    return capitalised({name: by_gender[noun.gender] for name, by_gender in grammar.agreement.items() if noun.gender})


def capitalised(said: dict[str, str]) -> dict[str, str]:
    return said | {_capital(name): _capital(text) for name, text in said.items()}


def mistakes(nouns: Mapping[str, Noun], spoken: list[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Find what is wrong with a noun that a programme brings: where, and a sentence."""
    if missing := [language for language in spoken if nouns and language not in nouns]:
        yield (), f"lacks the word in {', '.join(missing)}"
    for language, noun in nouns.items():
        known = grammar(language)
        if known is None:
            continue
        if noun.gender not in (known.genders or [""]):
            wanted = f"must be {' or '.join(known.genders)}" if known.genders else "is not known in this language"
            yield (language, "gender"), wanted
        for form in noun.forms:
            if form not in known.forms:
                yield (language, "forms", form), f"is not a known form (known: {', '.join(known.forms)})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

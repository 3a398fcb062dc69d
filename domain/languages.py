"""The folders of `languages`: which languages there are, and the files of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Struct

from domain.files.yaml_file import read, shaped

FOLDER = Path(__file__).parent.parent / "languages"
"""Beside this package, in a checkout as where it is installed."""
MESSAGES, ANSWERS, FACTS, NOUNS, DANGER = "messages", "answers.yaml", "language.yaml", "nouns.yaml", "danger.yaml"
EVENTS, SYNONYMS, CARD, ASIDES = "events.yaml", "synonyms.yaml", "card.yaml", "asides.yaml"
HEARING = ("words.yaml", "numbers.yaml", "courtesy.yaml", "times.yaml", DANGER)
"""The files without which a language is not understood, though it is spoken."""

Command = Annotated[str, shaped(r"^[a-z0-9_]{1,32}\Z", "must be small letters, digits and _, as Telegram wants it")]


class LanguageFacts(Struct, frozen=True, forbid_unknown_fields=True):
    """Facts of a language that no sentence says.

    `locale` is that of dates and lists, where it is another than the code. `commands` are its own names of
    commands, by the English one.
    """

    locale: str = ""
    commands: dict[str, Command] = {}


class CardWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A language where the bot does not speak it: what it is known by, and what whoever writes in it is told.

    Of the `words`, two tell the language; one that is `sure` does so alone. `letters` are those that few others
    have, `never` those of its script that it lacks. A language that is heard by its own files needs none of them.
    `{languages}` are those of the programme, `{emergency}` is whom to call. `cancelled` and `unconfirmed` are said
    of a day, `rescuers` where a programme has no number; the last three answer cries for help, by their kind.
    """

    words: str = ""
    sure: str = ""
    letters: str = ""
    never: str = ""
    spoken: str
    meetings: str
    none: str
    cancelled: str
    unconfirmed: str
    danger: str
    rescuers: str
    pass_on: str
    passed_on: str
    emergency: str
    violence: str
    distress: str


def having(name: str) -> Mapping[str, Path]:
    """Return that file or folder of every language that has it, by the language's code. Looked for once."""
    return _having(FOLDER, name)


def known() -> Mapping[str, LanguageFacts]:
    """Return the languages that the bot can speak: those with words to say."""
    return _known(FOLDER)


def cards() -> Mapping[str, CardWords]:
    """Return the card of every language that has one. Raises `ContentError` for a mistake in one."""
    return _cards(FOLDER)


def missing(language: str) -> list[str]:
    """Return the files that the language lacks."""
    every = (MESSAGES, ANSWERS, EVENTS, SYNONYMS, FACTS, NOUNS, *HEARING)
    return [name for name in every if language not in having(name)]


@cache
def _known(folder: Path) -> Mapping[str, LanguageFacts]:
    facts = _having(folder, FACTS)
    spoken = _having(folder, MESSAGES)
    return {code: read(facts[code]).convert(LanguageFacts) if code in facts else LanguageFacts() for code in spoken}


@cache
def _cards(folder: Path) -> Mapping[str, CardWords]:
    return {code: read(file).convert(CardWords) for code, file in _having(folder, CARD).items()}


@cache
def _having(folder: Path, name: str) -> Mapping[str, Path]:
    return {path.parent.name: path for path in sorted(folder.glob(f"*/{name}"))}

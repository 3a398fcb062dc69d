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
EVENTS, SYNONYMS = "events.yaml", "synonyms.yaml"
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


def having(name: str) -> Mapping[str, Path]:
    """Return that file or folder of every language that has it, by the language's code. Looked for once."""
    return _having(FOLDER, name)


def known() -> Mapping[str, LanguageFacts]:
    """Return the languages that the bot can speak: those with words to say."""
    return _known(FOLDER)


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
def _having(folder: Path, name: str) -> Mapping[str, Path]:
    return {path.parent.name: path for path in sorted(folder.glob(f"*/{name}"))}

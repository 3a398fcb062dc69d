"""Load the bot's own words from Fluent files: one folder for each language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from domain import languages
from domain.programmes import Programme
from messages import terms

if TYPE_CHECKING:
    from messages.translations import Translations


class Catalog:
    """The words of every language with a folder; the default comes first and lends what another lacks.

    A language is read by `read_all`, beside the first poll, or else when it is first spoken.
    """

    def __init__(self, folders: Mapping[str, Path], default: str, programme: Programme | None = None) -> None:
        self._folders = folders
        self._programme = programme
        self._read: dict[str, Translations] = {}
        self.default = default

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._folders)

    def read_all(self) -> None:
        """Read every language that was not needed yet. It takes 50 ms each: run it in a thread."""
        for language in self._folders:
            self.words(language)

    def words(self, language: str) -> Translations:
        if language not in self._folders:
            return self.words(self.default)
        if language not in self._read:
            from messages.translations import read  # Fluent and Babel: not before the first poll

            lender = self.words(self.default) if language != self.default else None
            own = terms.fluent(language, self._programme)
            self._read[language] = read(language, self._folders[language], own, lender)
        return self._read[language]

    def lacking(self, language: str) -> list[str]:
        """Return the keys that other languages have and this one lacks."""
        every = {other: _keys(folder) for other, folder in self._folders.items()}
        return sorted(set().union(*every.values()) - every[language])

    def language(self, code: str | None) -> str:
        """Return the language for Telegram's `language_code` ("fr-CA"), else the default."""
        short = (code or "").split("-")[0].lower()
        return short if short in self._folders else self.default


def _keys(folder: Path) -> set[str]:
    texts = (file.read_text(encoding="utf-8") for file in folder.glob("*.ftl"))
    return {key for text in texts for key in re.findall(r"^([a-zA-Z][\w-]*) *=", text, re.MULTILINE)}


def load(programme: Programme | None = None, spoken: Collection[str] = ()) -> Catalog:
    """Load the words of a programme in the languages that are `spoken`; in all that there are, when none is named."""
    default = programme.language if programme else "it"
    folders = languages.having(languages.MESSAGES)
    codes = [code for code in folders if code in spoken or not spoken]
    codes.sort(key=lambda code: code != default)
    return Catalog({code: folders[code] for code in codes}, default, programme)

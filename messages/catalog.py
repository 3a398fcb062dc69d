"""The bot's own words, from Fluent files: one folder per language."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

LOCALES = Path(__file__).parent / "locales"
LONG = 200
"""What people write may be longer than the 1000 characters that fluent.runtime lets through: above this, it
is put in afterwards."""
_MARK = re.compile("\ue000(\\w+)\ue001")


class Html(str):
    """Text that is Telegram HTML already. Every other argument of a message is escaped."""

    __slots__ = ()


class Words:
    """The words of one language. `words("key", name=value)` is Telegram HTML, `words.plain` is not.

    To a `group` a message is said with its Fluent attribute of that name, where it has one.
    """

    def __init__(
        self, language: str, bundle: FluentBundle, last_resort: Words | None = None, *, group: bool = False
    ) -> None:
        self.language = language
        self.locale = Locale.parse(bundle.locales[0], sep="-")
        self.group = group
        self._bundle = bundle
        self._last_resort = last_resort

    def to_group(self) -> Words:
        lender = self._last_resort.to_group() if self._last_resort else None
        return Words(self.language, self._bundle, lender, group=True)

    def __call__(self, key: str, **values: str | int) -> Html:
        return Html(self._format(key, {name: _escaped(value) for name, value in values.items()}))

    def plain(self, key: str, **values: str | int) -> str:
        """For buttons, menus and alerts, which Telegram shows as they are."""
        return self._format(key, values)

    def _format(self, key: str, values: Mapping[str, str | int]) -> str:
        if not self._bundle.has_message(key) and self._last_resort is not None:
            return self._last_resort._format(key, values)
        message = self._bundle.get_message(key)
        pattern = message.attributes.get("group", message.value) if self.group else message.value
        if pattern is None:
            raise KeyError(f"the words {self.language}/{key} have no text")
        long = {name: value for name, value in values.items() if isinstance(value, str) and len(value) > LONG}
        marked = {**values, **{name: f"\ue000{name}\ue001" for name in long}}
        text, errors = self._bundle.format_pattern(pattern, marked)
        if errors:
            raise KeyError(f"the words {self.language}/{key} cannot be put together: {errors[0]}")
        return _MARK.sub(lambda mark: str(long.get(mark[1], mark[0])), str(text))


class Catalog:
    """Every language there is a folder for; the default comes first and lends what another lacks.

    A language is read when it is first spoken.
    """

    def __init__(self, folders: Mapping[str, Path], default: str) -> None:
        self._folders = folders
        self._read: dict[str, Words] = {}
        self.default = default

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._folders)

    def words(self, language: str) -> Words:
        if language not in self._folders:
            return self.words(self.default)
        if language not in self._read:
            lender = self.words(self.default) if language != self.default else None
            self._read[language] = Words(language, _bundle(self._folders[language]), lender)
        return self._read[language]

    def language(self, code: str | None) -> str:
        """The language for Telegram's `language_code` ("fr-CA"), else the default."""
        short = (code or "").split("-")[0].lower()
        return short if short in self._folders else self.default


def load(directory: Path = LOCALES, default: str = "it") -> Catalog:
    folders = sorted(path for path in directory.iterdir() if path.is_dir())
    folders.sort(key=lambda folder: folder.name != default)
    return Catalog({folder.name: folder for folder in folders}, default)


def _bundle(folder: Path) -> FluentBundle:
    # English dates and plurals as in Europe; the isolation marks would show as boxes on old phones.
    locale = "en-GB" if folder.name == "en" else folder.name
    bundle = FluentBundle([locale], use_isolating=False)
    parser = FluentParser(with_spans=False)  # where in the file each word stands would take 4 MB
    for file in sorted(folder.glob("*.ftl")):
        bundle.add_resource(parser.parse(file.read_text(encoding="utf-8")))
    return bundle


def _escaped(value: Any) -> Any:
    if isinstance(value, Html) or not isinstance(value, str):
        return value
    return html.escape(value, quote=False)

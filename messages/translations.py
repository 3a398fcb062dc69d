"""The words of one language, and its ways of writing dates, lists and numbers."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from fluent.syntax.ast import Resource

from domain import languages
from messages.message import Html

LONG = 200
"""What people write may be longer than the 1000 characters that fluent.runtime lets through: above this, it
is put in afterwards."""
_MARK = re.compile("\ue000(\\w+)\ue001")


class Translations:
    """The words of one language. `words("key", name=value)` is Telegram HTML, `words.plain` is not.

    To a `group` a message is said with its Fluent attribute of that name, where it has one.
    """

    def __init__(
        self, language: str, bundle: FluentBundle, last_resort: Translations | None = None, *, group: bool = False
    ) -> None:
        self.language = language
        self._locale = Locale.parse(bundle.locales[0], sep="-")
        self.group = group
        self._bundle = bundle
        self._last_resort = last_resort

    def to_group(self) -> Translations:
        lender = self._last_resort.to_group() if self._last_resort else None
        return Translations(self.language, self._bundle, lender, group=True)

    def __call__(self, key: str, **values: str | int) -> Html:
        return Html(self.render(key, {name: _escaped(value) for name, value in values.items()}))

    def plain(self, key: str, **values: str | int) -> str:
        """Return plain text, for buttons, menus and alerts, which Telegram shows as it is."""
        return self.render(key, values)

    def date(self, pattern: str, moment: date, zone: ZoneInfo | None = None) -> str:
        """Format a day, or a moment by the clock of `zone`, by a CLDR pattern such as "EEEE" or "HH:mm"."""
        if isinstance(moment, datetime):
            return str(format_datetime(moment, pattern, tzinfo=zone, locale=self._locale))
        return str(format_date(moment, pattern, locale=self._locale))

    def joined(self, parts: Iterable[str]) -> str:
        """ "a, b e c" """
        return format_list(list(parts), locale=self._locale)

    def decimal(self, number: float) -> str:
        """ "4,5" """
        return format_decimal(number, locale=self._locale)

    def language_name(self, code: str) -> str:
        """ "francese" """
        return str(self._locale.languages.get(code, code))

    def own_name(self, code: str) -> str:
        """ "français": as those say it who speak it."""
        return str(Locale.parse(code).languages.get(code, code))

    def render(self, key: str, values: Mapping[str, str | int]) -> str:
        """Return the message with its values as they are. Raise KeyError if it cannot be put together."""
        if not self._bundle.has_message(key) and self._last_resort is not None:
            return self._last_resort.render(key, values)
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


def read(language: str, folder: Path, terms: str, last_resort: Translations | None) -> Translations:
    """Return the words of the Fluent files in a language's folder, which may use the `terms`.

    Takes some 50 ms: not for the event loop while people wait.
    """
    # Isolation marks would show as boxes on old phones.
    bundle = FluentBundle([languages.known()[language].locale or language], use_isolating=False)
    bundle.add_resource(_parsed(terms))
    for file in sorted(folder.glob("*.ftl")):
        bundle.add_resource(_of_file(file))
    return Translations(language, bundle, last_resort)


@cache
def _of_file(file: Path) -> Resource:
    """Return what a file holds, read once for all programmes: it takes a megabyte and a half for each language."""
    return _parsed(file.read_text(encoding="utf-8"))


def _parsed(text: str) -> Resource:
    # Without the places in the file of all that was read, which nobody asks for.
    return FluentParser(with_spans=False).parse(text)


def _escaped(value: Any) -> Any:
    if isinstance(value, Html) or not isinstance(value, str):
        return value
    return html.escape(value, quote=False)

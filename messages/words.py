"""The words of one language, and its ways with dates, lists and numbers."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from babel import Locale, localedata
from babel.core import get_global
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from messages.message import Html

LONG = 200
"""What people write may be longer than the 1000 characters that fluent.runtime lets through: above this, it
is put in afterwards."""
_MARK = re.compile("\ue000(\\w+)\ue001")
_ENGLISH = ("en", "en_001", "en_GB")
"""English with dates and lists as in Europe, and what it inherits from."""
_UNSAID = (
    "compact_currency_formats", "compact_decimal_formats", "compound_unit_patterns", "currency_formats",
    "currency_names", "currency_names_plural", "currency_symbols", "currency_unit_patterns", "date_fields",
    "datetime_skeletons", "interval_formats", "measurement_systems", "meta_zones", "quarters", "scripts",
    "territories", "time_zones", "unit_display_names", "unit_patterns", "variants",
)  # fmt: skip
"""Parts of a language's CLDR data that no message needs: most of its megabyte."""
_UNKNOWN = (
    "all_currencies", "currency_fractions", "likely_subtags", "meta_zones", "territory_aliases",
    "territory_currencies", "territory_languages", "territory_zones", "windows_zone_mapping", "zone_aliases",
    "zone_territories",
)  # fmt: skip
"""Likewise of the world's: two megabytes."""


class Words:
    """The words of one language. `words("key", name=value)` is Telegram HTML, `words.plain` is not.

    To a `group` a message is said with its Fluent attribute of that name, where it has one.
    """

    def __init__(
        self, language: str, bundle: FluentBundle, last_resort: Words | None = None, *, group: bool = False
    ) -> None:
        self.language = language
        self._locale = Locale.parse(bundle.locales[0], sep="-")
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

    def date(self, pattern: str, moment: date, zone: ZoneInfo | None = None) -> str:
        """A day, or a moment by the clock of `zone`, in a CLDR pattern such as "EEEE" or "HH:mm"."""
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


class _Bundle(FluentBundle):
    """Reads a message when it is first said: of six hundred in a language, few ever are."""

    def __init__(self, locale: str, source: str) -> None:
        # The isolation marks would show as boxes on old phones.
        super().__init__([locale], use_isolating=False)
        self._parser = FluentParser(with_spans=False)
        entries = re.split(r"^(?=[a-zA-Z-])", source, flags=re.MULTILINE)
        self._unread = {entry.split(maxsplit=1)[0]: entry for entry in entries if entry[:1] not in ("", "#")}

    def has_message(self, message_id: str) -> bool:
        return message_id in self._unread or super().has_message(message_id)

    def _lookup(self, entry_id: str, term: bool = False) -> Any:
        """Also of what another message refers to, a term ("-name") among it."""
        entry = self._unread.pop(f"-{entry_id}" if term else entry_id, None)
        if entry is not None:
            self.add_resource(self._parser.parse(entry))
        return super()._lookup(entry_id, term)


def read(folder: Path, last_resort: Words | None) -> Words:
    """The Fluent files of a folder, which is named as its language."""
    inherited = _ENGLISH if folder.name == "en" else (folder.name,)
    _lighten(inherited)
    source = "\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.ftl")))
    return Words(folder.name, _Bundle(inherited[-1].replace("_", "-"), source), last_resort)


def _lighten(locales: Iterable[str]) -> None:
    """Babel keeps what it has read, and reads it by these names; each inherits from the one before."""
    for name in ("root", *locales):
        data = localedata.load(name)
        for part in _UNSAID:
            data.pop(part, None)
    for part in _UNKNOWN:
        cast(dict[str, Any], get_global(cast(Any, part))).clear()


def _escaped(value: Any) -> Any:
    if isinstance(value, Html) or not isinstance(value, str):
        return value
    return html.escape(value, quote=False)

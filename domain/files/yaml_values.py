"""The values of content files: names and texts by language, days, hours, ids."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, ClassVar, Self

from msgspec import Meta, Struct

from domain.files.yaml_file import Wrong, shaped

YEARS = 2000, 2100
LONGEST_NAME, LONGEST_TEXT = 128, 3500

# An area's id travels in deep links and in 64-byte buttons; both allow these characters.
Slug = Annotated[
    str,
    shaped(r"^[a-z0-9]+(-[a-z0-9]+)*\Z", 'must be small letters, digits and hyphens, like "torre-pellice"'),
    Meta(max_length=32),
]
Line = Annotated[str, shaped(r"\w", "must hold a letter"), Meta(min_length=1, max_length=LONGEST_NAME)]
"""A name or an address, as it stands on buttons and in lists."""
Language = Annotated[str, shaped(r"^[a-z]{2,3}\Z", 'must be a code of two or three small letters, like "it"')]

Link = Annotated[
    str, shaped(r"^(https?://[^\s<>\"]+)?\Z", 'must be an address like "https://example.org"'), Meta(max_length=500)
]

_TRUE = frozenset(["true", "yes", "on", "1", "t", "y"])
_FALSE = frozenset(["false", "no", "off", "0", "f", "n"])


class LocalText(dict[str, str]):
    """Text by language; a plain string is the same in every language."""

    longest: ClassVar[int] = LONGEST_TEXT
    lettered: ClassVar[bool] = False

    @classmethod
    def read(cls, value: object) -> Self:
        words = {"": value} if isinstance(value, str) else value
        if not isinstance(words, dict):
            raise Wrong("must be text, or a text for each language")
        if not words:
            raise Wrong("must not be empty")
        for language, text in words.items():
            if not isinstance(text, str):
                raise Wrong("must be text", language)
            if not text.strip():
                raise Wrong("must not be empty", language or None)
            if cls.lettered and not re.search(r"\w", text):
                raise Wrong("must hold a letter", language or None)
            if len(text) > cls.longest:
                raise Wrong(f"must not be longer than {cls.longest} characters", language or None)
        return cls(words)


class Name(LocalText):
    """A name by language, as it stands in lists."""

    longest = LONGEST_NAME
    lettered = True


class YearlessDate(str):
    """A day whose year the source does not give ("10-16"), or does ("2027-10-16")."""

    __slots__ = ()

    @classmethod
    def read(cls, value: object) -> YearlessDate:
        if not isinstance(value, str) or not re.fullmatch(r"([0-9]{4}-)?[0-9]{2}-[0-9]{2}", value):
            raise Wrong('must be a day like "10-16" (month-day), or "2027-10-16" if the year is known')
        day = cls(value)
        try:
            day.in_year(2028)  # which has a 29 February
        except ValueError as error:
            raise Wrong("is not a day of the calendar; it is written month-day") from error
        if value == "02-29":
            raise Wrong('is not a day of every year: write it with its year, like "2028-02-29"')
        if not YEARS[0] <= day.in_year(2028).year <= YEARS[1]:
            raise Wrong(f"must lie between {YEARS[0]} and {YEARS[1]}")
        return day

    @property
    def has_year(self) -> bool:
        return len(self) > len("10-16")

    def in_year(self, year: int) -> date:
        """Return the day in that year, unless it has a year of its own."""
        return date.fromisoformat(self if self.has_year else f"{year:04}-{self}")


class ClockTime(time):
    @classmethod
    def read(cls, value: object) -> ClockTime:
        found = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", value) if isinstance(value, str) else None
        if found is None:
            raise Wrong('must be a time like "18:00"')
        return cls(int(found[1]), int(found[2]))


class Flag(int):
    """True or false, in any of the words that YAML has for it. A class of its own cannot be a `bool`."""

    @classmethod
    def read(cls, value: object) -> Flag:
        word = value.lower() if isinstance(value, str) else ""
        if word not in _TRUE | _FALSE:
            raise Wrong("must be true or false")
        return cls(word in _TRUE)


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A block of a content file, with these fields and no others."""

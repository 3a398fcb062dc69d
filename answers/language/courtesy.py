"""Take out what is said around a question: greetings, courtesies, and how one asks.

Phrases of `languages/<code>/courtesy.yaml`, folded, with "/" between words that may stand in the same place. A
phrase is taken out of a message that says something else besides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from domain import languages
from domain.files.yaml_file import read

FILE = "courtesy.yaml"


class _CourtesyFile(Struct, frozen=True, forbid_unknown_fields=True):
    phrases: list[Annotated[str, Meta(min_length=1, max_length=200)]]


def without(words: Sequence[str], language: str) -> tuple[str, ...]:
    """The words of a message without the phrases around its question; the longest are taken out first."""
    left = list(words)
    for size, phrases in _by_length(languages.having(FILE).get(language)):
        start = 0
        while start + size <= len(left):
            if tuple(left[start : start + size]) in phrases:
                del left[start : start + size]
            else:
                start += 1
    return tuple(left)


@cache
def _by_length(file: Path | None) -> tuple[tuple[int, frozenset[tuple[str, ...]]], ...]:
    found: dict[int, set[tuple[str, ...]]] = {}
    for line in read(file).convert(_CourtesyFile).phrases if file else ():
        choices = [word.split("/") for word in line.split()]
        found.setdefault(len(choices), set()).update(product(*choices))
    return tuple((size, frozenset(found[size])) for size in sorted(found, reverse=True))

"""Pairs of near words in their order ("che ora"): they tell questions apart that share their words."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

from answers.search.documents import Document

NEAR = 3
"""How far apart the words of a pair may stand."""

S = TypeVar("S", str, int)
Pair = tuple[str, str]

_ENTRIES = 1 << 16
"""A pair and an entry that has it are one number of 64 bits: 24 for each word, 16 for the entry."""


class Pairs:
    """`number`: of a stem, None for one that no entry has. `information`: of what so many entries have."""

    def __init__(
        self,
        documents: Sequence[Document],
        number: Callable[[str], int | None],
        information: Callable[[int], float],
    ) -> None:
        self._count, self._number = len(documents), number
        self._information = [information(having) for having in range(len(documents) + 1)]
        # Packed and searched by halves: as tuples in a dict they would take megabytes for each language.
        self._having = array(
            "Q",
            sorted(
                _key(*pair) + entry
                for entry, document in enumerate(documents)
                for pair in _of_document(document, self._numbered)
            ),
        )

    def score(self, question: Sequence[str]) -> list[float]:
        """Return, by entry, the share of the question's pairs of stems that its phrasings have."""
        found = [0.0] * self._count
        mass = 0.0
        for entries in self._having_each(question).values():
            information = self._information[len(entries)]
            mass += information
            for entry in entries:
                found[entry] += information
        return [each / mass for each in found] if mass else found

    def score_of(self, document: Document, question: Sequence[str]) -> float:
        having = self._having_each(question)
        asked = {pair: self._information[len(entries)] for pair, entries in having.items()}
        shared = _of_document(document, str) & asked.keys()
        return sum(asked[pair] for pair in shared) / (sum(asked.values()) or 1.0)

    def _having_each(self, question: Sequence[str]) -> dict[Pair, Sequence[int]]:
        numbers = {stem: self._numbered(stem) for stem in question}
        return {pair: self._entries(numbers[pair[0]], numbers[pair[1]]) for pair in _of(question)}

    def _entries(self, one: int, other: int) -> Sequence[int]:
        key = _key(one, other)
        start = bisect_left(self._having, key)
        end = bisect_left(self._having, key + _ENTRIES, start)
        return [each % _ENTRIES for each in self._having[start:end]]

    def _numbered(self, stem: str) -> int:
        """Return a stem's number; unknown stems share one that no known stem has."""
        number = self._number(stem)
        return 0 if number is None else number + 1


def _key(one: int, other: int) -> int:
    return (one << 24 | other) * _ENTRIES


def _of(stems: Sequence[S]) -> set[tuple[S, S]]:
    """Return the pairs; a word said again says no more: "quando? quando?"."""
    near = ((one, other) for place, one in enumerate(stems) for other in stems[place + 1 : place + 1 + NEAR])
    return {pair for pair in near if pair[0] != pair[1]}


def _of_document(document: Document, name: Callable[[str], S]) -> set[tuple[S, S]]:
    """Return the pairs of a document's phrasings; `name` maps a stem to what it goes by."""
    phrasings = ([name(token.stem) for token in phrasing] for phrasing in document.phrasings)
    return {pair for phrasing in phrasings for pair in _of(phrasing)}

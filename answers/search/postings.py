"""Inverted lists, packed: as Python objects they would take most of the bot's memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate


class Postings:
    """In which rows each of so many keys stands, known by their places, and with which value (to seven digits)."""

    def __init__(self, keys: int, rows: Iterable[Mapping[int, float]]) -> None:
        places, numbers, values = array("I"), array("H"), array("f")
        for number, row in enumerate(rows):
            places.extend(row)
            numbers.extend([number] * len(row))
            values.extend(row.values())
        counts = [0] * keys
        for place in places:
            counts[place] += 1
        self._starts = array("I", accumulate(counts, initial=0))
        self._rows, self._values = numbers[:], values[:]
        free = self._starts[:]
        for place, number, value in zip(places, numbers, values, strict=True):
            to = free[place]
            self._rows[to], self._values[to], free[place] = number, value, to + 1

    def get(self, place: int | None) -> Iterable[tuple[int, float]]:
        """Return rows and values of the key at this place; none for an unknown key."""
        span = self._span(place)
        return zip(self._rows[span], self._values[span], strict=True)

    def rows(self, place: int | None) -> Sequence[int]:
        return self._rows[self._span(place)]

    def _span(self, place: int | None) -> slice:
        return slice(0, 0) if place is None else slice(self._starts[place], self._starts[place + 1])

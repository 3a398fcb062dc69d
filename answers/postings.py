"""Inverted lists, packed: as Python objects they would take most of the bot's memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate


class Postings:
    """In which rows each key stands, and with which value (to seven digits)."""

    def __init__(self, rows: Iterable[Mapping[str, float]]) -> None:
        self._numbers: dict[str, int] = {}
        keys, places, values = array("I"), array("H"), array("f")
        for number, row in enumerate(rows):
            keys.extend(self._numbers.setdefault(key, len(self._numbers)) for key in row)
            places.extend([number] * len(row))
            values.extend(row.values())
        order = sorted(range(len(keys)), key=keys.__getitem__)
        counts = [0] * len(self._numbers)
        for key in keys:
            counts[key] += 1
        self._starts = array("I", accumulate(counts, initial=0))
        self._rows = array("H", (places[place] for place in order))
        self._values = array("f", (values[place] for place in order))

    def __contains__(self, key: str) -> bool:
        return key in self._numbers

    def number(self, key: str) -> int | None:
        """The key's place among all keys."""
        return self._numbers.get(key)

    def get(self, key: str) -> Iterable[tuple[int, float]]:
        """Rows and values; none for an unknown key."""
        place = self._place(key)
        return zip(self._rows[place], self._values[place], strict=True)

    def rows(self, key: str) -> Sequence[int]:
        return self._rows[self._place(key)]

    def _place(self, key: str) -> slice:
        number = self._numbers.get(key)
        return slice(0, 0) if number is None else slice(self._starts[number], self._starts[number + 1])

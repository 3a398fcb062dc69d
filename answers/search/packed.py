"""Keep strings by their hashes, with numbers: sets and dicts of strings take ten times the memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Mapping
from typing import Any, Generic, TypeVar

N = TypeVar("N", int, float)

_END = (1 << 63) - 1
"""The greatest hash: a search always ends within the array."""


class Keys:
    """A set of strings that cannot be listed. A hash has 64 bits: no stranger is taken for one of them."""

    def __init__(self, keys: Collection[str]) -> None:
        self._hashes = array("q", sorted(map(hash, keys)))
        self._hashes.append(_END)

    def __len__(self) -> int:
        return len(self._hashes) - 1

    def __contains__(self, key: str) -> bool:
        return self.place(key) is not None

    def place(self, key: str) -> int | None:
        """Return the key's place among all keys."""
        sought = hash(key)
        place = bisect_left(self._hashes, sought)
        return place if self._hashes[place] == sought else None

    def index(self, key: str) -> int:
        """Return the place of a key that is there."""
        return bisect_left(self._hashes, hash(key))


class PackedNumbers(Keys, Generic[N]):
    """A number for each key. `typecode`: as of an array."""

    def __init__(self, typecode: str, numbers: Mapping[str, N]) -> None:
        super().__init__(numbers)
        self._numbers: array[Any] = array(typecode, (numbers[key] for key in sorted(numbers, key=hash)))

    def at(self, place: int) -> N:
        number: N = self._numbers[place]
        return number

    def get(self, key: str) -> N | None:
        place = self.place(key)
        return None if place is None else self.at(place)

"""Tell how likely each entry is meant by what a message means: one linear layer on an encoder's vector.

`campanile content learn` makes it where an encoder is installed. Vectors of another encoder say nothing to it.
"""

from __future__ import annotations

import math
from operator import mul
from pathlib import Path

import msgspec

from answers.meaning import Vector


class StoredMeaning(msgspec.Struct, frozen=True):
    """The layer as it stands in its file: a row of weights for each entry, in steps, and one for nothing."""

    made_of: bytes
    encoder: str
    entries: list[str]
    step: float
    weights: bytes
    bias: list[float]


class MeaningLayer:
    """Holds a byte for each weight."""

    def __init__(self, stored: StoredMeaning) -> None:
        self._stored = stored
        self.made_of, self.encoder, self.entries = stored.made_of, stored.encoder, stored.entries
        # Looked at where they are: few ever ask for them, and copied they would take their memory twice.
        self._weights = memoryview(stored.weights).cast("b")
        self._size = len(self._weights) // len(stored.bias)

    @classmethod
    def read(cls, file: Path) -> MeaningLayer:
        return cls(msgspec.msgpack.decode(file.read_bytes(), type=StoredMeaning))

    def write(self, file: Path) -> int:
        """Return the number of bytes."""
        return file.write_bytes(msgspec.msgpack.encode(self._stored))

    def chances(self, meaning: Vector) -> list[float]:
        """Return the chance of each entry, in the order of `entries`, and at the end that nothing is asked.

        Nothing for a vector of another length.
        """
        if len(meaning) != self._size:
            return []
        step, size, weights = self._stored.step, self._size, self._weights
        rows = (weights[start : start + size] for start in range(0, len(weights), size))
        sums = [bias + step * sum(map(mul, row, meaning)) for row, bias in zip(rows, self._stored.bias, strict=True)]
        largest = max(sums)
        odds = [math.exp(each - largest) for each in sums]
        every = sum(odds)
        return [each / every for each in odds]

"""Tell how likely each entry is meant: one linear layer on the words of a question and their letters.

Counting words cannot tell entries apart that share them; this layer was trained to, on every phrasing of every entry
and on sentences that ask nothing. `campanile content learn` makes it; where there is none, everything works, a little
less surely.
"""

from __future__ import annotations

import hashlib
import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from answers.entries import Entry
from answers.layers.linear_layer import STEP, features

Weights = Mapping[int, Mapping[int, int]]
"""For each feature the weight of each entry that has it, in steps."""


class StoredLayer(msgspec.Struct, frozen=True):
    """The layer as it stands in its file. The weights of `features[n]` begin at `starts[n]`."""

    made_of: bytes
    entries: list[str]
    features: bytes
    starts: bytes
    which: bytes
    weights: bytes
    bias: bytes


class EntryLayer:
    """Holds the weights packed: as dictionaries they would take twenty times the memory."""

    def __init__(self, stored: StoredLayer) -> None:
        self._stored = stored
        self.made_of = stored.made_of
        self.entries = stored.entries
        # Looked at where they are: copied into arrays, they would take their megabyte twice.
        self._features = memoryview(stored.features).cast("H")
        self._starts = memoryview(stored.starts).cast("I")
        self._which = memoryview(stored.which).cast("H")
        self._weights = memoryview(stored.weights).cast("b")
        self._bias = memoryview(stored.bias).cast("b")

    @classmethod
    def read(cls, file: Path) -> EntryLayer:
        return cls(msgspec.msgpack.decode(file.read_bytes(), type=StoredLayer))

    def write(self, file: Path) -> int:
        """Return the number of bytes."""
        return file.write_bytes(msgspec.msgpack.encode(self._stored))

    def chances(self, words: Sequence[str]) -> list[float]:
        """Return the chance of each entry, in the order of `entries`, and at the end that nothing is asked."""
        sums = [STEP * each for each in self._bias]
        known = [place for each in features("", words) if (place := self._place(each)) is not None]
        scale = STEP / math.sqrt(len(known) or 1)
        for place in known:
            for at in range(self._starts[place], self._starts[place + 1]):
                sums[self._which[at]] += scale * self._weights[at]
        largest = max(sums)
        odds = [math.exp(each - largest) for each in sums]
        every = sum(odds)
        return [each / every for each in odds]

    def _place(self, feature: int) -> int | None:
        place = bisect_left(self._features, feature)
        return place if place < len(self._features) and self._features[place] == feature else None


def packed(weights: Weights, bias: Sequence[int], entries: Sequence[Entry]) -> EntryLayer:
    keys, starts, which, values = array("H"), array("I", [0]), array("H"), array("b")
    for feature in sorted(weights):
        told = {entry: weight for entry, weight in weights[feature].items() if weight}
        if told:
            keys.append(feature)
            which.extend(told)
            values.extend(told.values())
            starts.append(len(values))
    parts = (each.tobytes() for each in (keys, starts, which, values, array("b", bias)))
    return EntryLayer(StoredLayer(made_of(entries), [entry.id for entry in entries], *parts))


def made_of(entries: Iterable[Entry]) -> bytes:
    """Return a fingerprint of what a layer learns from: it is of no use for other phrasings."""
    said = [(entry.id, entry.phrasings, entry.tags) for entry in entries]
    return hashlib.sha256(msgspec.msgpack.encode(said)).digest()

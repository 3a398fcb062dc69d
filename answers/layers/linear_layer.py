"""How much a message sounds like a cry of each kind: one linear layer on its words and their letters, hashed."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

BUCKETS = 1 << 16
MOST_WORDS = 60
"""A longer message is a pasted text; its beginning says what it is about."""
_LETTERS = (3, 4, 5)
_MARKS = frozenset('?!"')
"""A title stands in quotation marks, and who asks is seldom who cries."""
_SAME_MARKS = str.maketrans({"？": "?", "؟": "?", "！": "!", **dict.fromkeys("«»“”„《》", '"')})
STEP = 1 / 16
"""What one unit of a stored weight is worth."""


def features(message: str, words: Sequence[str]) -> list[int]:
    """Return the numbers of the words, of two or three in a row, two around a third, their parts, and marks."""
    marks = _MARKS.intersection(message.translate(_SAME_MARKS))
    said = marks.union(_features(words[:MOST_WORDS]))
    return [crc32(each.encode()) % BUCKETS for each in sorted(said)]


def _features(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        padded = f"<{word}>"
        yield padded
        for length in _LETTERS:
            for start in range(len(padded) - length + 1):
                yield padded[start : start + length]
    for one, two in zip(["^", *words], [*words, "$"], strict=True):
        yield f"{one} {two}"
    for one, two, three in zip(words, words[1:], words[2:], strict=False):
        yield f"{one} {two} {three}"
        yield f"{one} _ {three}"


@dataclass(frozen=True)
class LinearLayer:
    """Of each kind a weight for each feature, in steps, and one that every message has."""

    weights: tuple[array[int], ...]

    @classmethod
    def read(cls, file: Path, kinds: int) -> LinearLayer:
        stored = array("b", file.read_bytes())
        size = BUCKETS + 1
        return cls(tuple(stored[kind * size : (kind + 1) * size] for kind in range(kinds)))

    def write(self, file: Path) -> None:
        file.write_bytes(b"".join(map(array.tobytes, self.weights)))

    def evidence(self, message: str, words: Sequence[str]) -> list[float]:
        """Return for each kind the logarithm of its odds against no cry at all."""
        numbers = features(message, words)
        scale = STEP / math.sqrt(len(numbers) or 1)
        return [scale * sum(map(each.__getitem__, numbers)) + STEP * each[BUCKETS] for each in self.weights]

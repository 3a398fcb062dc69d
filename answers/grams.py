"""Likeness letter by letter: character n-grams of phrasings and tags, in packed inverted lists.

What survives a slip of the pen, an unusual ending or a compound word.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from answers.documents import Document
from answers.lexicon import Token
from answers.postings import Postings

_WORDS_KEPT = 256


class Grams:
    def __init__(self, documents: Sequence[Document], sizes: tuple[int, int]) -> None:
        self._sizes = sizes
        self._count = len(documents)
        self._cut = lru_cache(maxsize=_WORDS_KEPT)(self._grams_of)
        parts = [
            (number, part is document.tags, part)
            for number, document in enumerate(documents)
            for part in (*document.phrasings, document.tags)
        ]
        self._rows = [(number, is_tags) for number, is_tags, _ in parts]
        self._rarest = math.log(1 + self._count) + 1
        self._rarity = self._rarities(self.of(part) for _, _, part in parts)
        # Cut anew rather than kept: thousands of dicts at once would stay behind as holes in memory.
        self._postings = Postings(self._shares(self.of(part)) for _, _, part in parts)

    def score(self, question: Sequence[Token]) -> tuple[list[float], list[float]]:
        """Per entry: the likeness of its best phrasing, and that of its tags."""
        likeness = [0.0] * len(self._rows)
        squares = 0.0
        for gram, count in self.of(question).items():
            value = self._value(gram, count)
            squares += value * value
            for row, share in self._postings.get(gram):
                likeness[row] += value * share
        length = math.sqrt(squares) or 1.0
        return self._by_entry([each / length for each in likeness])

    def likeness(self, one: Iterable[Token], other: Iterable[Token]) -> float:
        values = [{gram: self._value(gram, n) for gram, n in self.of(each).items()} for each in (one, other)]
        lengths = [math.sqrt(sum(value * value for value in each.values())) or 1.0 for each in values]
        common = sum(value * values[1].get(gram, 0.0) for gram, value in values[0].items())
        return common / lengths[0] / lengths[1]

    def of(self, tokens: Iterable[Token]) -> dict[str, float]:
        grams: dict[str, float] = {}
        for token in tokens:
            for gram in self._cut(token.word):
                grams[gram] = grams.get(gram, 0.0) + token.weight
        return grams

    def _by_entry(self, likeness: Sequence[float]) -> tuple[list[float], list[float]]:
        phrasing, tags = [0.0] * self._count, [0.0] * self._count
        for (entry, is_tags), value in zip(self._rows, likeness, strict=True):
            if is_tags:
                tags[entry] = value
            elif value > phrasing[entry]:
                phrasing[entry] = value
        return phrasing, tags

    def _rarities(self, rows: Iterable[dict[str, float]]) -> dict[str, float]:
        counts: Counter[str] = Counter()
        last: dict[str, int] = {}
        for (number, _), grams in zip(self._rows, rows, strict=True):  # an entry's rows stand together
            for gram in grams:
                if last.get(gram) != number:
                    last[gram] = number
                    counts[gram] += 1
        return {gram: math.log((1 + self._count) / (1 + n)) + 1 for gram, n in counts.items()}

    def _shares(self, grams: dict[str, float]) -> dict[str, float]:
        values = {gram: self._value(gram, count) for gram, count in grams.items()}
        length = math.sqrt(sum(value * value for value in values.values())) or 1.0
        return {gram: value / length for gram, value in values.items()}

    def _value(self, gram: str, count: float) -> float:
        # A gram weighs as its word does; several mentions count by their logarithm.
        damped = 1 + math.log(count) if count > 1 else count
        return damped * self._rarity.get(gram, self._rarest)

    def _grams_of(self, word: str) -> tuple[str, ...]:
        return tuple(self._pieces(word))

    def _pieces(self, word: str) -> Iterator[str]:
        if word.startswith("<"):
            yield word
            return
        padded = f" {word[:40]} "
        shortest, longest = self._sizes
        for size in range(shortest, longest + 1):
            if len(padded) <= size:
                yield padded
                return
            for start in range(len(padded) - size + 1):
                yield padded[start : start + size]

"""Find likeness letter by letter: character n-grams of phrasings and tags, in packed inverted lists.

They survive a slip of the pen, an unusual ending or a compound word.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TypeVar

from answers.language.lexicon import Token
from answers.search.documents import Document
from answers.search.packed import PackedNumbers
from answers.search.postings import Postings

_WORDS_KEPT = 256

K = TypeVar("K", str, int)


class Grams:
    def __init__(self, documents: Sequence[Document], sizes: tuple[int, int]) -> None:
        self._sizes = sizes
        self._count = len(documents)
        self._cut = lru_cache(maxsize=_WORDS_KEPT)(self._grams_of)
        rows = [(*(document.phrasings or ((),)), document.tags) for document in documents]
        starts = list(accumulate(map(len, rows), initial=0))
        self._count_of_rows = starts[-1]
        self._phrasings = [slice(start, end - 1) for start, end in pairwise(starts)]
        counts = self._counts(rows)
        self._having = PackedNumbers("H", counts)
        places = {gram: self._having.index(gram) for gram in counts}
        self._rarity = [math.log((1 + self._count) / (1 + n)) + 1 for n in range(self._count + 1)]
        """By how many entries have a gram."""
        # Cut anew rather than kept: thousands of dicts at once would stay behind as holes in memory.
        shares = (self._placed(self.of(part), places) for parts in rows for part in parts)
        self._postings = Postings(len(counts), shares)
        self._cut.cache_clear()  # most of these words nobody will ever write

    def score(self, question: Sequence[Token]) -> tuple[list[float], list[float]]:
        """Return, by entry, the likeness of its best phrasing and that of its tags."""
        likeness = [0.0] * self._count_of_rows
        squares = 0.0
        for gram, count in self.of(question).items():
            place = self._having.place(gram)
            value = self._value(place, count)
            squares += value * value
            for row, share in self._postings.get(place):
                likeness[row] += value * share
        return self._by_entry(likeness, math.sqrt(squares) or 1.0)

    def likeness(self, question: Iterable[Token], others: Iterable[Iterable[Token]]) -> float:
        """Return the likeness to the likest of the others."""
        asked = self._shares(self.of(question))
        shares = (self._shares(self.of(each)) for each in others)
        return max((sum(asked.get(gram, 0.0) * each[gram] for gram in each) for each in shares), default=0.0)

    def of(self, tokens: Iterable[Token]) -> dict[str, float]:
        grams: dict[str, float] = {}
        for token in tokens:
            for gram in self._cut(token.word):
                grams[gram] = grams.get(gram, 0.0) + token.weight
        return grams

    def _by_entry(self, likeness: Sequence[float], length: float) -> tuple[list[float], list[float]]:
        """Return, by entry, the likeness of its best phrasing and that of its tags: an entry's rows stand together."""
        best = map(max, map(likeness.__getitem__, self._phrasings))
        return [each / length for each in best], [likeness[each.stop] / length for each in self._phrasings]

    def _counts(self, rows: Iterable[Iterable[Sequence[Token]]]) -> Counter[str]:
        """Count the entries that have each gram; an entry's grams are those of its words, each looked at once."""
        counts: Counter[str] = Counter()
        for parts in rows:
            words = {token.word for part in parts for token in part}
            counts.update({gram for word in words for gram in self._cut(word)})
        return counts

    def _shares(self, grams: Mapping[str, float]) -> dict[str, float]:
        return _of_one({gram: self._value(self._having.place(gram), count) for gram, count in grams.items()})

    def _placed(self, grams: Mapping[str, float], places: Mapping[str, int]) -> dict[int, float]:
        """Return the shares by the places of the grams, which are all known."""
        return _of_one({(place := places[gram]): self._value(place, count) for gram, count in grams.items()})

    def _value(self, place: int | None, count: float) -> float:
        # A gram weighs as its word does; several mentions count by their logarithm.
        damped = 1 + math.log(count) if count > 1 else count
        return damped * self._rarity[0 if place is None else self._having.at(place)]

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


def _of_one(values: Mapping[K, float]) -> dict[K, float]:
    """Return the values as a vector of length 1."""
    length = math.sqrt(sum(value * value for value in values.values())) or 1.0
    return {key: value / length for key, value in values.items()}

"""Likeness letter by letter: character n-grams of phrasings and tags, in packed inverted lists.

What survives a slip of the pen, an unusual ending or a compound word.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from answers.documents import Document
from answers.lexicon import Token


class Grams:
    def __init__(self, documents: Sequence[Document], sizes: tuple[int, int]) -> None:
        self._sizes = sizes
        self._count = len(documents)
        self._of_words: dict[str, tuple[str, ...]] = {}
        rows = [
            (number, part is document.tags, self.of(part))
            for number, document in enumerate(documents)
            for part in (*document.phrasings, document.tags)
        ]
        self._rarity = self._rarities((number, grams) for number, _, grams in rows)
        self._rarest = math.log(1 + self._count) + 1
        self._rows = [(number, is_tags) for number, is_tags, _ in rows]
        self._postings: dict[str, tuple[array[int], array[float]]] = {}
        for row, (_, _, grams) in enumerate(rows):
            self._post(row, grams)

    def score(self, question: Sequence[Token]) -> tuple[list[float], list[float]]:
        """Per entry: the likeness of its best phrasing, and that of its tags."""
        likeness = [0.0] * len(self._rows)
        squares = 0.0
        for gram, count in self.of(question).items():
            value = self._value(gram, count)
            squares += value * value
            found = self._postings.get(gram)
            if found:
                for row, share in zip(*found, strict=True):
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
            found = self._of_words.get(token.word) or self._of_word(token.word)
            for gram in found:
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

    def _rarities(self, rows: Iterable[tuple[int, dict[str, float]]]) -> dict[str, float]:
        counts: Counter[str] = Counter()
        last: dict[str, int] = {}
        for number, grams in rows:  # the rows of an entry stand together
            for gram in grams:
                if last.get(gram) != number:
                    last[gram] = number
                    counts[gram] += 1
        return {gram: math.log((1 + self._count) / (1 + n)) + 1 for gram, n in counts.items()}

    def _post(self, row: int, grams: dict[str, float]) -> None:
        """Packed: a few hundred thousand pairs of Python objects would take most of the bot's memory."""
        values = [(gram, self._value(gram, count)) for gram, count in grams.items()]
        length = math.sqrt(sum(value * value for _, value in values)) or 1.0
        for gram, value in values:
            posting = self._postings.get(gram)
            if posting is None:
                posting = self._postings[gram] = (array("H"), array("f"))
            posting[0].append(row)
            posting[1].append(value / length)

    def _value(self, gram: str, count: float) -> float:
        # A gram weighs as its word does; several mentions count by their logarithm.
        damped = 1 + math.log(count) if count > 1 else count
        return damped * self._rarity.get(gram, self._rarest)

    def _of_word(self, word: str) -> tuple[str, ...]:
        found = tuple(self._cut(word))
        if len(self._of_words) < 20_000:
            self._of_words[word] = found
        return found

    def _cut(self, word: str) -> Iterator[str]:
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

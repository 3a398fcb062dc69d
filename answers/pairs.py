"""Pairs of near words in their order ("che ora"): they tell questions apart that share their words."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate

from answers.documents import Document
from answers.lexicon import Token

NEAR = 3
"""How far apart the words of a pair may stand."""

Pair = tuple[str, str]


class Pairs:
    """`number`: of a stem, None for one that no entry has. `information`: of what so many entries have."""

    def __init__(
        self,
        documents: Sequence[Document],
        number: Callable[[str], int | None],
        information: Callable[[int], float],
    ) -> None:
        self._count, self._number, self._information = len(documents), number, information
        having: defaultdict[int, list[int]] = defaultdict(list)
        for entry, document in enumerate(documents):
            for pair in _of_document(document):
                having[self._key(pair)].append(entry)
        # Packed and searched by halves: as tuples in a dict they would take megabytes for each language.
        self._keys = array("Q", sorted(having))
        self._starts = array("I", accumulate((len(having[key]) for key in self._keys), initial=0))
        self._entries = array("H", (entry for key in self._keys for entry in having[key]))

    def score(self, question: Sequence[Token]) -> list[float]:
        """Per entry: the share of the question's pairs that its phrasings have."""
        found = [0.0] * self._count
        mass = 0.0
        for pair in _of(question):
            entries = self._having(pair)
            information = self._information(len(entries))
            mass += information
            for entry in entries:
                found[entry] += information
        return [each / mass for each in found] if mass else found

    def score_of(self, document: Document, question: Sequence[Token]) -> float:
        asked = {pair: self._information(len(self._having(pair))) for pair in _of(question)}
        shared = _of_document(document) & asked.keys()
        return sum(asked[pair] for pair in shared) / (sum(asked.values()) or 1.0)

    def _having(self, pair: Pair) -> Sequence[int]:
        key = self._key(pair)
        place = bisect_left(self._keys, key)
        if place == len(self._keys) or self._keys[place] != key:
            return ()
        return self._entries[self._starts[place] : self._starts[place + 1]]

    def _key(self, pair: Pair) -> int:
        """Unknown stems share a number that no known one has."""
        one, other = (self._number(stem) for stem in pair)
        return (0 if one is None else one + 1) << 32 | (0 if other is None else other + 1)


def _of(tokens: Sequence[Token]) -> set[Pair]:
    stems = [token.stem for token in tokens]
    return {(one, other) for place, one in enumerate(stems) for other in stems[place + 1 : place + 1 + NEAR]}


def _of_document(document: Document) -> set[Pair]:
    return {pair for phrasing in document.phrasings for pair in _of(phrasing)}

"""Pairs of near words in their order ("che ora"): they tell questions apart that share their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from answers.documents import Document
from answers.lexicon import Token

NEAR = 3
"""How far apart the words of a pair may stand."""

Pair = tuple[str, str]


class Pairs:
    """`information`: of something that so many entries have."""

    def __init__(self, documents: Sequence[Document], information: Callable[[int], float]) -> None:
        having: defaultdict[Pair, list[int]] = defaultdict(list)
        for number, document in enumerate(documents):
            for pair in _of_document(document):
                having[pair].append(number)
        self._count = len(documents)
        self._rarest = information(0)
        self._having = {pair: (information(len(entries)), tuple(entries)) for pair, entries in having.items()}

    def score(self, question: Sequence[Token]) -> list[float]:
        """Per entry: the share of the question's pairs that its phrasings have."""
        found = [0.0] * self._count
        mass = 0.0
        for pair in _of(question):
            information, entries = self._having.get(pair, (self._rarest, ()))
            mass += information
            for entry in entries:
                found[entry] += information
        return [each / mass for each in found] if mass else found

    def score_of(self, document: Document, question: Sequence[Token]) -> float:
        asked = {pair: self._having.get(pair, (self._rarest, ()))[0] for pair in _of(question)}
        shared = _of_document(document) & asked.keys()
        return sum(asked[pair] for pair in shared) / (sum(asked.values()) or 1.0)


def _of(tokens: Sequence[Token]) -> set[Pair]:
    stems = [token.stem for token in tokens]
    return {(one, other) for place, one in enumerate(stems) for other in stems[place + 1 : place + 1 + NEAR]}


def _of_document(document: Document) -> set[Pair]:
    return {pair for phrasing in document.phrasings for pair in _of(phrasing)}

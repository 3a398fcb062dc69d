"""Train the layer that tells entries apart: softmax over the entries and "nothing", a phrasing at a time (AdaGrad)."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from random import Random

from answers.layers.entry_layer import EntryLayer, packed
from answers.layers.linear_layer import STEP, features
from answers.search.language_index import LanguageIndex

EPOCHS = 8
RATE = 0.6
BIAS_RATE = 0.05
COMMON = 0.4
"""What more than this share of the entries has tells nothing."""
LEARNT = 0.003
"""An entry that is judged so nearly right learns nothing."""
_LARGEST = 127

Row = tuple[list[int], int]
"""The features of a phrasing and the number of its entry; one past the last for what asks nothing."""


def trained(index: LanguageIndex, asides: Iterable[str]) -> EntryLayer:
    """Return the layer that an index's phrasings teach, and sentences that ask nothing. The same teach the same."""
    nothing = len(index.entries)
    rows = [(features("", words), number) for number, words in index.wordings()]
    rows += [(features("", index.words_of(each)), nothing) for each in asides]
    training = _Softmax(rows, nothing + 1)
    random = Random(1)
    for _ in range(EPOCHS):
        random.shuffle(rows)
        for row in rows:
            training.learn(row)
    weights = {key: {each: _stored(w) for each, w in known.items()} for key, known in training.weights.items()}
    return packed(weights, [_stored(each) for each in training.bias], index.entries)


def _stored(weight: float) -> int:
    return max(-_LARGEST, min(_LARGEST, round(weight / STEP)))


class _Softmax:
    def __init__(self, rows: Sequence[Row], kinds: int) -> None:
        having: defaultdict[int, set[int]] = defaultdict(set)
        for known, kind in rows:
            for each in known:
                having[each].add(kind)
        telling = {each: kinds_ for each, kinds_ in having.items() if len(kinds_) <= COMMON * kinds}
        self.weights = {each: dict.fromkeys(sorted(kinds_), 0.0) for each, kinds_ in telling.items()}
        self._slopes = {each: dict.fromkeys(kinds_, 1e-2) for each, kinds_ in telling.items()}
        self.bias = array("d", bytes(8 * kinds))

    def learn(self, row: Row) -> None:
        known, right = [each for each in row[0] if each in self.weights], row[1]
        share = 1 / math.sqrt(len(known) or 1)
        wrong = self._wrong(known, share, right)
        for kind, by in wrong.items():
            self.bias[kind] -= BIAS_RATE * by
        for each in known:
            weights, slopes = self.weights[each], self._slopes[each]
            for kind in weights.keys() & wrong.keys():
                slope = wrong[kind] * share
                slopes[kind] += slope * slope
                weights[kind] -= RATE * slope / math.sqrt(slopes[kind])

    def _wrong(self, known: Sequence[int], share: float, right: int) -> dict[int, float]:
        """Return by how much each chance is wrong, where it still matters."""
        sums = list(self.bias)
        for each in known:
            for kind, weight in self.weights[each].items():
                sums[kind] += share * weight
        largest = max(sums)
        odds = [math.exp(each - largest) for each in sums]
        every = sum(odds)
        wrong = {kind: odd / every - (kind == right) for kind, odd in enumerate(odds)}
        return {kind: by for kind, by in wrong.items() if abs(by) > LEARNT}

"""Train the linear layer: logistic regression over several kinds, a message at a time (AdaGrad)."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from random import Random

from answers.layers.linear_layer import BUCKETS, STEP, LinearLayer

EPOCHS = 4
RATE = 0.3
LEARNT = 1e-3
"""A message that is judged so nearly right teaches nothing."""
_LARGEST = 127

Row = tuple[list[int], int]
"""A message's features and its kind, -1 for none."""


def trained(rows: Sequence[Row], kinds: int) -> LinearLayer:
    """Return the layer that these messages teach. The same messages teach the same."""
    random, order = Random(1), list(rows)
    training = _Training(kinds)
    for _ in range(EPOCHS):
        random.shuffle(order)
        for features, kind in order:
            training.learn(features, kind)
    return LinearLayer(tuple(array("b", map(_stored, each)) for each in training.weights))


def _stored(weight: float) -> int:
    return max(-_LARGEST, min(_LARGEST, round(weight / STEP)))


class _Training:
    def __init__(self, kinds: int) -> None:
        self.weights = [array("f", bytes(4 * (BUCKETS + 1))) for _ in range(kinds)]
        self._slopes = [array("f", [1e-2]) * (BUCKETS + 1) for _ in range(kinds)]

    def learn(self, features: list[int], kind: int) -> None:
        share = 1 / math.sqrt(len(features) or 1)
        sums = [share * sum(map(each.__getitem__, features)) + each[BUCKETS] for each in self.weights]
        odds = [math.exp(min(each, 30.0)) for each in sums]
        every = 1 + sum(odds)
        for number, each in enumerate(odds):
            wrong = each / every - (number == kind)
            if abs(wrong) > LEARNT:
                self._step(number, features, wrong * share)
                self._step(number, [BUCKETS], wrong)

    def _step(self, kind: int, features: list[int], slope: float) -> None:
        weights, slopes = self.weights[kind], self._slopes[kind]
        for each in features:
            slopes[each] += slope * slope
            weights[each] -= RATE * slope / math.sqrt(slopes[each])

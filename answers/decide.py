"""From scores to a chance of being right, and from the chance to what to do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from answers.index import Scores

SIGNALS = ("score", "margin", "relative margin", "lead on the fourth", "covered", "like a phrasing", "words", "known words")
OPTIONS = 3
WORTH_OFFERING = 1 / 3
"""An option below this part of the best score is not offered."""


def signals(scores: Scores, ranked: Sequence[int], weight_of_words: float) -> tuple[float, ...]:
    """What tells a right first entry from a wrong one. `ranked` holds the entries that qualify, best first."""
    best = ranked[0]
    top, second, fourth = (scores.total[ranked[n]] if len(ranked) > n else 0.0 for n in (0, 1, 3))
    safe = max(top, 1e-9)
    return (
        top,
        top - second,
        (top - second) / safe,
        (top - fourth) / safe,
        scores.coverage[best],
        scores.phrasing[best],
        min(weight_of_words, 8.0) / 8,
        scores.known,
    )


@dataclass(frozen=True)
class Calibration:
    """A logistic of the signals, and the chances from which to answer and to offer. Fitted by `answers.fit`."""

    bias: float
    weights: tuple[float, ...]
    answer_from: float
    offer_from: float
    high_stakes_from: float = 0.85

    def chance(self, values: Sequence[float]) -> float:
        exponent = self.bias + sum(w * x for w, x in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, exponent))))

    def needed(self, high_stakes: bool) -> float:
        return max(self.answer_from, self.high_stakes_from) if high_stakes else self.answer_from

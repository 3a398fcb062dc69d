"""Turn scores into a chance of being right, and the chance into what to do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from answers.language.lexicon import Token
from answers.search.ranking import Scores

SIGNALS = (
    "score", "margin", "relative margin", "lead on the fourth", "covered", "like a phrasing",
    "words", "known words", "rarest word missing", "words missing", "pairs", "bodies astray", "venues astray",
)  # fmt: skip
LAYER_SIGNALS = ("by the layer", "second by the layer", "layer agrees", "layer's lead", "asks nothing")
MEANING_SIGNALS = ("by its meaning", "second by its meaning", "meaning agrees", "meaning's lead", "means nothing")
OPTIONS = 3
WORTH_OFFERING = 1 / 2
"""An option below this part of the best score is not offered."""


def signals(
    scores: Scores, ranked: Sequence[int], tokens: Sequence[Token], astray: tuple[float, float]
) -> tuple[float, ...]:
    """Return the features that tell a right first entry from a wrong one. `ranked`: those that qualify, best first.

    `astray`: whether the question names a body, and a venue, of which the first entry never speaks.
    """
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
        min(sum(token.weight for token in tokens), 8.0) / 8,
        scores.known,
        *scores.missing(best),
        scores.pairs[best],
        *astray,
    )


def layer_signals(chances: Sequence[float], ranked: Sequence[int]) -> tuple[float, ...]:
    """Return what a layer tells of the first two entries. `chances`: of every entry, and that nothing is asked."""
    *_, other, best = sorted((0.0, 0.0, *chances[:-1]))
    first, second = (chances[ranked[n]] if len(ranked) > n else 0.0 for n in (0, 1))
    return _log(first), _log(second), float(first == best), best - other, chances[-1]


def _log(chance: float) -> float:
    return math.log(max(chance, 1e-4))


@dataclass(frozen=True)
class Logistic:
    """A chance from the signals."""

    bias: float
    weights: tuple[float, ...]

    def chance(self, values: Sequence[float]) -> float:
        exponent = self.bias + sum(w * x for w, x in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, exponent))))


@dataclass(frozen=True)
class Calibration:
    """The chance that the first entry is right, that one of three is; and from which to answer and to offer.

    Fitted to labelled questions by `answers.fit`.
    """

    first: Logistic
    among: Logistic
    answer_from: float
    offer_from: float
    high_stakes_from: float = 0.85
    plain: Calibration | None = None
    """For fewer signals: without a meaning; of entries that no layer knows, because they were learned since."""

    def of(self, signals: Sequence[float]) -> Calibration:
        """Return the calibration of just these signals."""
        return self.plain.of(signals) if self.plain and len(signals) != len(self.first.weights) else self

    def needed(self, high_stakes: bool) -> float:
        return max(self.answer_from, self.high_stakes_from) if high_stakes else self.answer_from

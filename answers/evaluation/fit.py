"""Fitting the calibration to labelled questions, and testing it on questions that it was not fitted to."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

from answers.engine import Engine
from answers.evaluation.labelled import Labelled
from answers.evaluation.verdicts import Setting, Verdict, judge
from answers.search.calibration import PLAIN
from answers.search.chance import OPTIONS, Calibration, Logistic

FOLDS = 5
RIDGE = 1.0
RIGHT, OFFERED, LEFT, WRONG = 1.0, 0.6, 0.1, -3.0
"""What an answer is worth, and a choice that holds it, one that does not, and a wrong answer."""
LEAST, MOST = 0.65, 0.70
"""Bounds of the threshold. The labelled questions hold far more traps than people set, and are shorter: above
these, every third question of which the first entry was right is asked back."""
OFFER = 0.25
"""Chance that the right entry is among three from which buttons are worth showing."""

Rows = list[tuple[tuple[float, ...], bool]]


@dataclass(frozen=True)
class Ranked:
    """What the signals of a question were, and whether the first entry was right, and one of the first three."""

    signals: tuple[float, ...]
    right: bool
    among: bool


def fit(verdicts: Sequence[Verdict]) -> Calibration:
    """Return the calibration of judged questions."""
    return fitted(ranked(verdicts))


def ranked(verdicts: Iterable[Verdict]) -> list[Ranked]:
    return [
        Ranked(verdict.outcome.explanation.signals, _right(verdict), _among(verdict))
        for verdict in verdicts
        if verdict.outcome.explanation.signals and not verdict.item.free
    ]


def fitted(rows: Sequence[Ranked]) -> Calibration:
    """Return two logistics of the signals, and the threshold that is worth most."""
    most = max(len(row.signals) for row in rows)
    known = [row for row in rows if len(row.signals) == most]
    first = logistic([(row.signals, row.right) for row in known])
    among = logistic([(row.signals, row.among) for row in known])
    return Calibration(first, among, _threshold(first, known), OFFER, plain=PLAIN)


def cross_validated(engine: Engine, labelled: Sequence[Labelled], setting: Setting) -> list[Verdict]:
    """Judge every question by a calibration fitted without the entry that it asks for."""
    verdicts = [judge(engine, item, setting) for item in labelled]
    tested: list[Verdict] = []
    for fold in range(FOLDS):
        seen = [verdict for verdict in verdicts if _fold(verdict.item) != fold]
        held_out = [verdict.item for verdict in verdicts if _fold(verdict.item) == fold]
        fitted = engine.with_calibration(fit(seen))
        tested += [judge(fitted, item, setting) for item in held_out]
    return tested


def _fold(item: Labelled) -> int:
    return crc32(item.group.encode()) % FOLDS


def _right(verdict: Verdict) -> bool:
    top = verdict.outcome.explanation.ranked[0][0]
    return top in verdict.item.expect or top in verdict.item.tolerated


def _among(verdict: Verdict) -> bool:
    ids = [id for id, _ in verdict.outcome.explanation.ranked[:OPTIONS]]
    return any(id in verdict.item.expect for id in ids)


def _threshold(first: Logistic, rows: Sequence[Ranked]) -> float:
    """Return the threshold at which answering is worth most; of two as good, the higher."""
    steps = [each / 100 for each in range(round(LEAST * 100), round(MOST * 100) + 1)]
    chances = [(first.chance(row.signals), row) for row in rows]
    return max(steps, key=lambda least: (sum(_worth(*each, least) for each in chances), least))


def _worth(chance: float, row: Ranked, least: float) -> float:
    if chance >= least:
        return RIGHT if row.right else WRONG
    return OFFERED if row.among else LEFT


def logistic(rows: Rows, steps: int = 30) -> Logistic:
    """Fit a ridge logistic regression by Newton's method, in terms of the raw signals."""
    means, spreads = _standard(rows)
    design = [[1.0, *((x - m) / s for x, m, s in zip(values, means, spreads, strict=True))] for values, _ in rows]
    weights = [0.0] * len(design[0])
    for _ in range(steps):
        weights = _newton(design, [right for _, right in rows], weights)
    raw = tuple(w / s for w, s in zip(weights[1:], spreads, strict=True))
    return Logistic(weights[0] - sum(w * m for w, m in zip(raw, means, strict=True)), raw)


def _standard(rows: Rows) -> tuple[list[float], list[float]]:
    columns = list(zip(*(values for values, _ in rows), strict=True))
    means = [sum(column) / len(column) for column in columns]
    spreads = [
        math.sqrt(sum((x - m) ** 2 for x in column) / len(column)) or 1.0
        for column, m in zip(columns, means, strict=True)
    ]
    return means, spreads


def _newton(design: list[list[float]], right: list[bool], weights: list[float]) -> list[float]:
    size = len(weights)
    gradient = [RIDGE * w if i else 0.0 for i, w in enumerate(weights)]
    hessian = [[RIDGE if i == j and i else 0.0 for j in range(size)] for i in range(size)]
    for row, label in zip(design, right, strict=True):
        exponent = sum(w * x for w, x in zip(weights, row, strict=True))
        chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, exponent))))
        slope = max(chance * (1 - chance), 1e-6)
        for i, x in enumerate(row):
            gradient[i] += (chance - label) * x
            for j in range(size):
                hessian[i][j] += slope * x * row[j]
    step = _solve(hessian, gradient)
    return [w - s for w, s in zip(weights, step, strict=True)]


def _solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Solve by Gaussian elimination with pivoting, for a handful of unknowns."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=_largest(rows, column))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for below in range(column + 1, size):
            factor = rows[below][column] / rows[column][column]
            rows[below] = [a - factor * b for a, b in zip(rows[below], rows[column], strict=True)]
    solution = [0.0] * size
    for row in reversed(range(size)):
        known = sum(rows[row][k] * solution[k] for k in range(row + 1, size))
        solution[row] = (rows[row][size] - known) / rows[row][row]
    return solution


def _largest(rows: list[list[float]], column: int) -> Callable[[int], float]:
    return lambda row: abs(rows[row][column])

"""Figures: what is counted, for whoever watches the bot from outside."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Durations:
    """Counts durations by how long they were, in seconds."""

    def __init__(self) -> None:
        self.counts = [0] * (len(BOUNDS) + 1)
        """How many fell under each bound and over the one before; the last over all of them."""
        self.total = 0.0

    def note(self, seconds: float) -> None:
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds


class Answered:
    """Counts questions by what came of them, and how long each took."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.durations = Durations()

    def note(self, outcome: str, seconds: float) -> None:
        self.outcomes[outcome] += 1
        self.durations.note(seconds)


class FigureKind(StrEnum):
    COUNTER = "counter"
    GAUGE = "gauge"
    HISTOGRAM = "histogram"


@dataclass(frozen=True)
class Figure:
    """One figure with its values: by the words that `label` may take, or a single one by "" without a label.

    `programme`: whose it is, where a process has several.
    """

    name: str
    says: str
    kind: FigureKind
    values: Mapping[str, float] = field(default_factory=dict)
    label: str = ""
    durations: Mapping[str, Durations] = field(default_factory=dict)
    programme: str = ""


Figures = Sequence[Figure]

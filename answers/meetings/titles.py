"""Find events by the telling words of their titles: "the talk on kernel panics"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from math import log
from typing import TYPE_CHECKING

from answers.language import text

if TYPE_CHECKING:
    from domain.programmes import Programme

ENOUGH = 0.5
"""The share of what a message says, by weight, that a title must have."""


class Titles:
    """The words of all titles, each with the events that have it. A rare word says more than a common one."""

    def __init__(self, programme: Programme, stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._having: defaultdict[str, set[str]] = defaultdict(set)
        for event in programme.events:
            for title in set((event.title or {}).values()):
                for word in text.words(title):
                    self._having[stem(word)].add(event.id)
        self._events = 1 + len({event for events in self._having.values() for event in events})

    def like(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the events whose titles have most of what the words say; none if that is not much."""
        stems = dict.fromkeys(map(self._stem, words))
        found: defaultdict[str, float] = defaultdict(float)
        for stem in stems:
            for event in self._having.get(stem, ()):
                found[event] += self._weight(stem)
        best, said = max(found.values(), default=0.0), sum(map(self._weight, stems))
        return tuple(self._alike(found, best)) if best and best >= ENOUGH * said else ()

    def _weight(self, stem: str) -> float:
        return log(1 + self._events / max(1, len(self._having.get(stem, ()))))

    @staticmethod
    def _alike(found: dict[str, float], best: float) -> Iterator[str]:
        yield from (event for event, weight in found.items() if weight > 0.99 * best)

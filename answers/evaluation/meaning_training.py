"""Train the layer on meanings: softmax over the entries and "nothing", all phrasings at once (Adam).

It takes numpy, which comes with the encoder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle
from typing import Any

from answers.entries import Entry
from answers.layers.entry_layer import made_of
from answers.layers.meaning_layer import MeaningLayer, StoredMeaning
from answers.meaning import Encoder

STEPS = 150
RATE = 0.05
RIDGE = 1e-2
"""What keeps the weights small: phrasings are few, and nobody types them again."""
_LARGEST = 127


def trained(entries: Sequence[Entry], areas: Sequence[str], asides: Iterable[str], encoder: Encoder) -> MeaningLayer:
    """Return the layer that the phrasings of entries teach, and sentences that ask nothing. The same teach the same."""
    import numpy as np

    rows = list(_rows(entries, areas, asides))
    vectors = np.array([encoder.encode(text) for text, _ in rows], dtype=np.float32)
    weights, bias = softmax(vectors, [kind for _, kind in rows], len(entries) + 1)
    step = float(np.abs(weights).max()) / _LARGEST
    stored = np.rint(weights / step).astype(np.int8)
    return MeaningLayer(
        StoredMeaning(
            made_of(entries), encoder.name, [entry.id for entry in entries], step, stored.tobytes(), bias.tolist()
        )
    )


def _rows(entries: Sequence[Entry], areas: Sequence[str], asides: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Return sentences and the numbers of their entries; the areas take turns in those that name one."""
    turns = cycle(areas or [""])
    for number, entry in enumerate(entries):
        for each in entry.phrasings:
            yield each.replace("{area}", next(turns)) if "{area}" in each else each, number
    yield from ((each, len(entries)) for each in asides)


def softmax(vectors: Any, right: Sequence[int], kinds: int) -> tuple[Any, Any]:
    """Return the weights of each kind, and its bias."""
    import numpy as np

    mean = vectors.mean(axis=0)
    centred = (vectors - mean) / (vectors - mean).std()
    due: Any = np.eye(kinds, dtype=np.float32)[right]
    design = np.hstack([centred, np.ones((len(right), 1), dtype=np.float32)])
    weights = np.zeros((kinds, design.shape[1]), dtype=np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, STEPS + 1):
        sums = design @ weights.T
        odds = np.exp(sums - sums.max(axis=1, keepdims=True))
        slope = (odds / odds.sum(axis=1, keepdims=True) - due).T @ design / len(right) + RIDGE * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.999**turn)) + 1e-8)
    own = weights[:, :-1] / (vectors - mean).std()
    return own, weights[:, -1] - own @ mean

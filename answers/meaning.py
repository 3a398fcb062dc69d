"""What a message means beyond its words: a vector that an encoder outside makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

Vector = Sequence[float]


class Encoder(Protocol):
    """Makes vectors of length 1 of sentences: the nearer in meaning, in whatever language, the nearer they are."""

    @property
    def name(self) -> str: ...

    def prepare(self) -> None:
        """Get ready, once, which takes seconds; until then nothing is encoded."""
        ...

    def encode(self, text: str) -> Vector:
        """Return the vector. Raise `NotEncoded` if there is none; it takes its time, so not in the event loop."""
        ...


class NotEncoded(Exception):
    """The encoder failed: everything goes on as without one."""

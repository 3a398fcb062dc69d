"""A claim: something that a message says of a meeting."""

from __future__ import annotations

from dataclasses import dataclass

from answers.dialogue.decisions import Mistake


@dataclass(frozen=True)
class Claim:
    """Something that the message says of a meeting, in its own words, and the ids of those it is true of."""

    kind: Mistake
    said: str
    fits: frozenset[int]

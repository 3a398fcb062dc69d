"""State machines as data: which state may follow which. Where a state is saved, `storage` asks here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

State = TypeVar("State", bound=StrEnum)


class UndeclaredTransition(Exception):
    """A state was about to be saved that may not follow the present one: a fault of the program."""


def sources(transitions: Mapping[State, frozenset[State]], after: State) -> frozenset[State]:
    """Return the states a row may be in when `after` is saved: those it may follow, and itself."""
    return frozenset(before for before, following in transitions.items() if after in {before, *following})


def require(transitions: Mapping[State, frozenset[State]], before: State, after: State) -> None:
    """Raise `UndeclaredTransition` unless `after` may follow `before`, or is the same."""
    if before is not after and after not in transitions[before]:
        raise UndeclaredTransition(f"{type(after).__name__} {after} may not follow {before}: declare it in `domain`")

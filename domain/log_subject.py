"""The subject of the log: what the lines are about that are written now, so that each can carry its ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

PROGRAMME = "programme"
"""What the lines of one of several programmes are about, whatever else they tell of."""

_subject: ContextVar[Mapping[str, int | str] | None] = ContextVar("subject", default=None)


@contextmanager
def about(**ids: int | str) -> Iterator[None]:
    """Name what the work of this block is about, for every line that is written meanwhile."""
    token = _subject.set({**subject(), **ids})
    try:
        yield
    finally:
        _subject.reset(token)


def subject() -> Mapping[str, int | str]:
    return _subject.get() or {}

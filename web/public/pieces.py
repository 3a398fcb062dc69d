"""Keep what each event looks like in a feed or a list: a change makes one of a thousand anew."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from domain.events.events import Event

Piece = TypeVar("Piece")

MOST = 20_000
"""Pieces that are kept: of a thousand events, every kind in every language."""
HELD = 0.002
"""Seconds after which making pieces lets everybody else have a turn."""


class Pieces:
    """Hands out a piece for each event, the one that was made before as long as nothing of it has changed."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, int], tuple[object, Any]] = {}

    async def of(
        self, place: object, events: Iterable[Event], make: Callable[[Event], Piece], more: Callable[[Event], object]
    ) -> list[Piece]:
        """Return the events' pieces at a place, in order. They change with the event's row and with `more` of it."""
        clock = asyncio.get_running_loop().time
        found, until = list[Piece](), clock() + HELD
        for event in events:
            key, state = (place, event.id), (event, more(event))
            known = self._made.get(key)
            if known is None or known[0] != state:
                if clock() > until:
                    await asyncio.sleep(0)
                    until = clock() + HELD
                known = (state, make(event))
                self._keep(key, known)
            found.append(known[1])
        return found

    def _keep(self, key: tuple[object, int], made: tuple[object, Any]) -> None:
        self._made.pop(key, None)  # the newest stand last
        self._made[key] = made
        if len(self._made) > MOST:
            del self._made[next(iter(self._made))]

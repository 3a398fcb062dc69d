"""A window of slots, each held from the send until one period after its answer.

Whatever the jitter, no sliding period at Telegram's end can then hold more sends than there are slots. A
bucket counts from the send, and lets 31 into some second as soon as two requests travel at different speeds.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

NEVER = float("inf")


@dataclass(slots=True)
class Window:
    """Slots of one scope. Times are a monotonic clock's seconds, given by the caller.

    `spacing` is the least time between two spaced sends; up to `slack` of a delay is made up for afterwards.
    `slots` falls by a tenth at a flood; after `recovery` seconds without one, one more in a hundred is tried
    (or one), up to `most`.
    """

    slots: int
    period: float = 1.0
    spacing: float = 0.0
    slack: float = 0.0
    most: int = 0
    recovery: float = 5.0
    in_flight: int = 0
    _held: deque[float] = field(default_factory=deque)
    _next: float = -NEVER
    _changed: float = -NEVER

    def __post_init__(self) -> None:
        self.most = max(self.most, self.slots)

    def wait(self, now: float, *, kept: int = 0, spaced: bool = False) -> float:
        """Return the seconds until a send may start; `NEVER` if only an answer can free a slot.

        `kept` slots are left to others; a `spaced` send also keeps its distance from the spaced one before.
        """
        self._release(now)
        self._recover(now)
        missing = self.in_flight + len(self._held) + kept + 1 - self.slots
        if missing > len(self._held):
            return NEVER
        free_at = self._held[missing - 1] if missing > 0 else now
        return max(free_at, self._next if spaced else now) - now

    def enter(self, now: float, *, spaced: bool = False) -> None:
        self.in_flight += 1
        if spaced:
            self._next = max(self._next, now - self.slack) + self.spacing

    def leave(self, now: float) -> None:
        """Free a slot one period from now: its answer is here."""
        self.in_flight -= 1
        self._held.append(now + self.period)

    def give_back(self) -> None:
        """Free a slot at once: nothing was sent after all."""
        self.in_flight -= 1

    def hush(self, until: float) -> None:
        """Hold spaced sends back until `until`."""
        self._next = max(self._next, until)

    def flooded(self, now: float) -> None:
        """Reduce the slots at once after a flood."""
        self.slots = max(2, self.slots - max(1, self.slots // 10))
        self._changed = now

    def unused(self, now: float) -> bool:
        """Return True if no slot is taken, so that the window may be forgotten."""
        self._release(now)
        return not self.in_flight and not self._held

    def _release(self, now: float) -> None:
        while self._held and self._held[0] <= now:
            self._held.popleft()

    def _recover(self, now: float) -> None:
        if self.slots < self.most and now - self._changed >= self.recovery:
            self.slots += max(1, self.slots // 100)
            self._changed = now
        self.slots = min(self.slots, self.most)

"""Two models of Telegram's flood limits (core.telegram.org/bots/faq, "My bot is hitting limits").

Telegram publishes the figures (about 30 messages a second in all, one a second per chat, 20 a minute per
group, 1000 a second when paid) but not how it counts, so there is a forgiving reading and a harsh one.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

Flood = Literal["mild", "strict"]


@dataclass(slots=True)
class _Bucket:
    """Tokens that refill at `rate` a second up to `size`."""

    rate: float
    size: float
    tokens: float
    at: float

    def wait(self, now: float, weight: float) -> float:
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (min(weight, self.size) - self.tokens) / self.rate)


@dataclass(slots=True)
class _Window:
    """At most `size` sends in any `span` seconds."""

    size: int
    span: float
    sent: deque[float] = field(default_factory=deque)

    def room(self, now: float, weight: int) -> bool:
        while self.sent and now - self.sent[0] >= self.span:
            self.sent.popleft()
        return not self.sent or len(self.sent) + weight <= self.size

    def wait(self, now: float, weight: int) -> float:
        return 0.0 if self.room(now, weight) else self.span - (now - self.sent[0])

    def take(self, now: float, weight: int) -> None:
        self.sent.extend([now] * weight)


@dataclass
class Limits:
    """The wait of a send: mild, until a token is there; strict, the whole bot for `penalty` s."""

    model: Flood
    monotonic: Callable[[], float]
    per_second: int = 30
    penalty: float = 5.0
    per_private_chat: float = 1.0
    per_group_minute: int = 20

    def __post_init__(self) -> None:
        start = self.monotonic()
        self._bucket = _Bucket(self.per_second, self.per_second, self.per_second, start)
        self._window = _Window(self.per_second, 1.0)
        self._paid = _Window(1000, 1.0)
        self._groups: dict[Any, _Window] = {}
        self._last: dict[Any, float] = {}
        self._silent_until = start

    def wait(self, chat_id: Any, weight: int, *, paid: bool) -> float:
        """Return the seconds to wait before this send would pass; 0 if it passes, and then it is counted."""
        now = self.monotonic()
        wait = max(self._chat_wait(chat_id, weight, now), self._total_wait(weight, now, paid=paid))
        if wait == 0:
            self._take(chat_id, weight, now, paid=paid)
        return wait

    def _chat_wait(self, chat_id: Any, weight: int, now: float) -> float:
        if isinstance(chat_id, int) and chat_id > 0:
            return max(0.0, self._last.get(chat_id, -1e9) + self.per_private_chat - now)
        return self._group(chat_id).wait(now, weight)

    def _group(self, chat_id: Any) -> _Window:
        return self._groups.setdefault(chat_id, _Window(self.per_group_minute, 60.0))

    def _total_wait(self, weight: int, now: float, *, paid: bool) -> float:
        if paid:
            return self._paid.wait(now, weight)
        if self.model == "mild":
            return self._bucket.wait(now, weight)
        if now >= self._silent_until and self._window.room(now, weight):
            return 0.0
        self._silent_until = max(self._silent_until, now + self.penalty if now >= self._silent_until else 0.0)
        return self._silent_until - now

    def _take(self, chat_id: Any, weight: int, now: float, *, paid: bool) -> None:
        if isinstance(chat_id, int) and chat_id > 0:
            self._last[chat_id] = now
        else:
            self._group(chat_id).take(now, weight)
        if paid:
            self._paid.take(now, weight)
        elif self.model == "mild":
            self._bucket.tokens -= weight
        else:
            self._window.take(now, weight)

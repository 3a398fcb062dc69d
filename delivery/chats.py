"""Keep the limits of each chat: one bulk message a second, and 20 a minute in a group."""

from __future__ import annotations

from typing import Any

from delivery.window import NEVER, Window

PRIVATE_GAP = 1.0
PRIVATE_BURST = 8
"""Answers that one person gets at once; afterwards one a second, so that a flood leaves room for others."""
GROUP_SLOTS, GROUP_PERIOD = 20, 60.0
_MANY_GROUPS = 512

Chat = int | str


def chat_of(value: Any) -> Chat:
    """Return a chat's id as a number, even if it was given as text; a channel's @name stays text."""
    text = str(value)
    return int(text) if text.lstrip("-").isdigit() else text


def is_group(chat: Chat) -> bool:
    """Return True for a group or channel: it has a negative id, or a name."""
    return isinstance(chat, str) or chat < 0


class Chats:
    """Keeps the chats that were written to lately. Times are seconds of a monotonic clock."""

    def __init__(self, gap: float = PRIVATE_GAP) -> None:
        self._gap = gap
        self._free_at: dict[Chat, float] = {}  # in order of time: the oldest is forgotten first
        self._rested_at: dict[Chat, float] = {}  # when a chat can take a whole burst again
        self._groups: dict[Chat, Window] = {}

    def wait(self, chat: Chat, now: float, *, bulk: bool) -> float:
        """Return the seconds until the chat can take a message. A private chat takes short bursts of answers."""
        if is_group(chat):
            return min(self._group(chat, now).wait(now), GROUP_PERIOD) if chat in self._groups else 0.0
        if bulk:
            return min(self._free_at.get(chat, now) - now, self._gap)
        return self._rested_at.get(chat, now) - now - (PRIVATE_BURST - 1) * self._gap

    def crowded(self, chat: Chat, now: float) -> bool:
        """Return True if a flood now would be this chat's own: the API does not say whose it is."""
        return is_group(chat) or self._free_at.get(chat, 0.0) > now

    def enter(self, chat: Chat, now: float) -> None:
        if is_group(chat):
            self._group(chat, now).enter(now)
        else:
            _note(self._free_at, chat, NEVER, now)
            _note(self._rested_at, chat, max(self._rested_at.get(chat, now), now) + self._gap, now)

    def leave(self, chat: Chat, now: float) -> None:
        if is_group(chat):
            self._group(chat, now).leave(now)
        else:
            _note(self._free_at, chat, now + self._gap, now)

    def give_back(self, chat: Chat, now: float) -> None:
        """Take back a turn that was not used."""
        if is_group(chat):
            self._groups[chat].give_back()
        else:
            _note(self._free_at, chat, now, now)
            _note(self._rested_at, chat, self._rested_at.get(chat, now) - self._gap, now)

    def _group(self, chat: Chat, now: float) -> Window:
        if chat not in self._groups:
            if len(self._groups) >= _MANY_GROUPS:
                self._groups = {c: window for c, window in self._groups.items() if not window.unused(now)}
            self._groups[chat] = Window(GROUP_SLOTS, GROUP_PERIOD)
        return self._groups[chat]


def _note(moments: dict[Chat, float], chat: Chat, moment: float, now: float) -> None:
    """Note that the chat was written to, and forget the oldest whose limits are over."""
    moments.pop(chat, None)
    moments[chat] = moment
    while moments and moments[oldest := next(iter(moments))] <= now:
        del moments[oldest]

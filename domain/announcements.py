"""Announcements: what an organiser wants to say, to whom and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """DRAFT -> SCHEDULED -> SENDING -> DONE; a draft or a scheduled one may be CANCELLED."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Announcement:
    """`versions` holds Telegram HTML by language; no towns means everyone with a subscription.

    `version` grows with every change: a button that carries an older one must not act.
    """

    id: int
    author: int | None
    state: State
    versions: dict[str, str] = field(hash=False)
    towns: tuple[str, ...]
    due_at: datetime | None
    version: int

    @property
    def key(self) -> str:
        """Names what must never reach one chat twice."""
        return f"announcement:{self.id}"

    def text(self, language: str) -> str:
        """In `language`, else the first version, which the organiser wrote."""
        return self.versions.get(language) or next(iter(self.versions.values()), "")

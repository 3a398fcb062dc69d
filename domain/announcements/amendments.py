"""Amendments: edits and withdrawals of an announcement that people have already received."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.announcements.announcements import Content


class Act(StrEnum):
    EDIT = "edit"
    WITHDRAW = "withdraw"


class Stage(StrEnum):
    """PROPOSED, for many then APPROVAL by a colleague, and then RUNNING until DONE, or DROPPED."""

    PROPOSED = "proposed"
    APPROVAL = "approval"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Amendment:
    """`versions` holds the new content of an edit, in the languages that change.

    `too_old` counts what Telegram no longer lets us withdraw.
    """

    id: int
    version: int
    announcement: int
    author: int | None
    act: Act
    stage: Stage
    versions: Mapping[str, Content] = field(hash=False)
    too_old: int = 0

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
    """The states of an amendment: for many people a colleague's APPROVAL comes before it is RUNNING."""

    PROPOSED = "proposed"
    APPROVAL = "approval"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


TRANSITIONS: Mapping[Stage, frozenset[Stage]] = {
    Stage.PROPOSED: frozenset({Stage.APPROVAL, Stage.RUNNING, Stage.DROPPED}),
    Stage.APPROVAL: frozenset({Stage.RUNNING, Stage.DROPPED}),
    Stage.RUNNING: frozenset({Stage.DONE}),
    Stage.DONE: frozenset(),
    Stage.DROPPED: frozenset(),
}


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

"""Buttons that amend an announcement which people have received."""

from __future__ import annotations

from messages.actions.action import Action, Number


class EditDelivered(Action, frozen=True):
    """Correct one language; the empty one means: ask which, if there are several."""

    code = "redit"
    announcement: Number
    language: str


class WithdrawDelivered(Action, frozen=True):
    code = "rtake"
    announcement: Number


class ConfirmRepair(Action, frozen=True):
    code = "rok"
    repair: Number
    version: Number


class DropRepair(Action, frozen=True):
    code = "rno"
    repair: Number
    version: Number


class ShowRepair(Action, frozen=True):
    code = "rshow"
    repair: Number


class ApproveRepair(Action, frozen=True):
    code = "ryes"
    repair: Number
    version: Number


class RefuseRepair(Action, frozen=True):
    code = "rback"
    repair: Number
    version: Number

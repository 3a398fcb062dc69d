"""Buttons that correct or withdraw what people have received."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class EditDelivered(Action):
    """The empty language means: ask which, if there are several."""

    code = "redit"
    announcement: int
    language: str


@dataclass(frozen=True)
class WithdrawDelivered(Action):
    code = "rtake"
    announcement: int


@dataclass(frozen=True)
class ConfirmRepair(Action):
    code = "rok"
    repair: int
    version: int


@dataclass(frozen=True)
class DropRepair(Action):
    code = "rno"
    repair: int
    version: int

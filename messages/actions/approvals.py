"""The second organiser's buttons: a large announcement goes out only when a colleague agrees."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class ShowApproval(Action):
    code = "pshow"
    announcement: int


@dataclass(frozen=True)
class Approve(Action):
    code = "pok"
    announcement: int
    version: int


@dataclass(frozen=True)
class SendBack(Action):
    code = "pback"
    announcement: int
    version: int

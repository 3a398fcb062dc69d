"""The second organiser's buttons: a large announcement goes out only when a colleague agrees."""

from __future__ import annotations

from messages.actions.action import Action, Number


class ShowApproval(Action, frozen=True):
    code = "pshow"
    announcement: Number


class Approve(Action, frozen=True):
    code = "pok"
    announcement: Number
    version: Number


class SendBack(Action, frozen=True):
    code = "pback"
    announcement: Number
    version: Number

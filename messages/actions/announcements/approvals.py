"""The second organiser's buttons: a large announcement goes out only when a colleague agrees."""

from __future__ import annotations

from messages.actions.action import Action, Number
from messages.actions.announcements.versioned import Versioned


class ShowApproval(Action, frozen=True):
    code = "pshow"
    announcement: Number


class Approve(Versioned, Action, frozen=True):
    code = "pok"


class SendBack(Versioned, Action, frozen=True):
    code = "pback"

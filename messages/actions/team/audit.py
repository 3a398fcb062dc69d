"""Buttons below the record of what was done."""

from __future__ import annotations

from messages.actions.action import Action, Number


class ShowAudit(Action, frozen=True):
    """Show the record before that entry; 0 for the newest."""

    code = "audit"
    before: Number

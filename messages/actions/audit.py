"""Buttons below the record of what was done."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class ShowAudit(Action):
    """What was done before that entry; 0 for the newest."""

    code = "audit"
    before: int

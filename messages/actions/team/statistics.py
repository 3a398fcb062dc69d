"""Buttons below the numbers."""

from __future__ import annotations

from messages.actions.action import Action, Number


class ShowStatistics(Action, frozen=True):
    code = "numbers"
    page: Number

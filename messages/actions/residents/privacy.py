"""Buttons about the data kept about a person."""

from __future__ import annotations

from messages.actions.action import Action


class ShowPrivacy(Action, frozen=True):
    code = "privacy"


class ExportData(Action, frozen=True):
    code = "export"


class EraseData(Action, frozen=True):
    """Ask if everything is to be erased; `ConfirmErase` does it."""

    code = "erase"


class ConfirmErase(Action, frozen=True):
    code = "erase!"

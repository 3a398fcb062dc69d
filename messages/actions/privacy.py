"""Buttons about what is kept of a person."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class ShowPrivacy(Action):
    code = "privacy"


@dataclass(frozen=True)
class ExportData(Action):
    code = "export"


@dataclass(frozen=True)
class EraseData(Action):
    """Asks first; `ConfirmErase` does it."""

    code = "erase"


@dataclass(frozen=True)
class ConfirmErase(Action):
    code = "erase!"

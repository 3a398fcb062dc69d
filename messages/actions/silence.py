"""Buttons about being left in peace for a while."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class ShowSilence(Action):
    code = "silence"


@dataclass(frozen=True)
class BeSilent(Action):
    """For so many days from the press; 0 means for good."""

    code = "silent"
    days: int


@dataclass(frozen=True)
class ChooseDay(Action):
    """The day will be typed."""

    code = "silent?"


@dataclass(frozen=True)
class EndSilence(Action):
    code = "silent!"

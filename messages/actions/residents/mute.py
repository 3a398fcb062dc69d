"""Buttons about being left in peace for a while."""

from __future__ import annotations

from messages.actions.action import Action, Number


class ShowSilence(Action, frozen=True):
    code = "silence"


class BeSilent(Action, frozen=True):
    """For so many days from the press; 0 means for good."""

    code = "silent"
    days: Number


class ChooseDay(Action, frozen=True):
    """The day will be typed."""

    code = "silent?"


class EndSilence(Action, frozen=True):
    code = "silent!"

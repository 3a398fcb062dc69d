"""Buttons about muting the bot for a while."""

from __future__ import annotations

from messages.actions.action import Action, Number


class ShowSilence(Action, frozen=True):
    code = "silence"


class BeSilent(Action, frozen=True):
    """Mute for so many days from the press; 0 means for good."""

    code = "silent"
    days: Number


class ChooseDay(Action, frozen=True):
    """Ask for the day on which the mute ends."""

    code = "silent?"


class EndSilence(Action, frozen=True):
    code = "silent!"

"""Buttons about following a town."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class Subscribe(Action):
    code = "sub"
    town: str


@dataclass(frozen=True)
class Unsubscribe(Action):
    code = "unsub"
    town: str


@dataclass(frozen=True)
class ShowReminders(Action):
    code = "reminders"

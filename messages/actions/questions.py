"""Buttons below an answer."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class PickAnswer(Action):
    """One of the "did you mean" buttons. Empty fields are what the entry is not about."""

    code = "pick"
    entry: str
    town: str
    measure: str
    body: str


@dataclass(frozen=True)
class NoneOfThese(Action):
    code = "none"


@dataclass(frozen=True)
class PassOn(Action):
    """Ask the organisers the question that this message replies to."""

    code = "passon"

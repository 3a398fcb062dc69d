"""Buttons below an answer."""

from __future__ import annotations

from messages.actions.action import Action, Number


class PickAnswer(Action, frozen=True):
    """One of the "did you mean" buttons. Empty fields are what the entry is not about.

    `event`: the id of the one meeting that was chosen, which says the town too.
    """

    code = "pick"
    entry: str
    town: str
    measure: str
    body: str
    event: str = ""


class WhichTown(Action, frozen=True):
    """The towns that an entry can be asked about."""

    code = "which"
    entry: str
    page: Number


class NoneOfThese(Action, frozen=True):
    code = "none"


class PassOn(Action, frozen=True):
    """Ask the organisers the question that this message replies to."""

    code = "passon"

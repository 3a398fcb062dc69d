"""Buttons below an answer."""

from __future__ import annotations

from messages.actions.action import Action, Number, Wide


class PickAnswer(Action, frozen=True):
    """Answer with one of the "did you mean" entries. Fields that the entry does not need are empty.

    `event` is the id of the one meeting that was chosen, which says the area too.
    """

    code = "pick"
    entry: str
    area: str
    measure: str
    body: str
    event: str = ""


class WhichArea(Action, frozen=True):
    """Show the areas that an entry can be asked about."""

    code = "which"
    entry: str
    page: Number


class MoreMatches(Action, frozen=True):
    """Show another page of what an answer lists. `at`: the second in which it was asked."""

    code = "more"
    page: Number
    at: Wide


class NoneOfThese(Action, frozen=True):
    code = "none"


class PassOn(Action, frozen=True):
    """Ask the organisers the question that this message replies to.

    `language`: that of the card whose button it is, where the question was in one that the bot does not speak.
    """

    code = "passon"
    language: str = ""

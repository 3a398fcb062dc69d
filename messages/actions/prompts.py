"""The button below a question that is answered by typing."""

from __future__ import annotations

from messages.actions.action import Action


class StopWaiting(Action, frozen=True):
    """`expects`: what the message asked for; something else that is awaited by now is awaited still."""

    code = "never"
    expects: str

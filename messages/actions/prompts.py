"""The button below a question that is answered by typing."""

from __future__ import annotations

from messages.actions.action import Action


class StopWaiting(Action, frozen=True):
    """Drop the prompt `expects`, which the message asked for; another pending prompt stays."""

    code = "never"
    expects: str

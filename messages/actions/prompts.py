"""The button below a question that is answered by typing."""

from __future__ import annotations

from messages.actions.action import Action, Number


class StopWaiting(Action, frozen=True):
    """Drop the prompt `expects`, which the message asked for; another pending prompt stays."""

    code = "never"
    expects: str


class FindInList(Action, frozen=True):
    """Ask for a part of a name, to open the page where it stands: of which list, of which row at what version."""

    code = "find"
    what: str
    subject: Number = 0
    version: Number = 0

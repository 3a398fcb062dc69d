"""Buttons about coming to a meeting, and how it was."""

from __future__ import annotations

from messages.actions.action import Action, Number


class Come(Action, frozen=True):
    """Say `yes`: 1 for "I am coming", 0 for "not any more"."""

    code = "come"
    event: Number
    yes: Number


class Rate(Action, frozen=True):
    """Rate a meeting from 1 to 5; 0 from somebody who was not there."""

    code = "rate"
    event: Number
    rating: Number


class AddComment(Action, frozen=True):
    code = "comment"
    event: Number

"""Buttons about coming to a meeting, and how it was."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class Come(Action):
    """`yes` is 1 for "I am coming", 0 for "not any more"."""

    code = "come"
    event: int
    yes: int


@dataclass(frozen=True)
class Rate(Action):
    """How it was, from 1 to 5; 0 for who was not there."""

    code = "rate"
    event: int
    rating: int


@dataclass(frozen=True)
class AddComment(Action):
    code = "comment"
    event: int

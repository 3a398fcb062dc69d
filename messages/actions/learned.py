"""The organisers' buttons about what the bot has learned from them."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class ShowLearned(Action):
    code = "learned"
    page: int


@dataclass(frozen=True)
class ShowLesson(Action):
    code = "lesson"
    lesson: int


@dataclass(frozen=True)
class ForgetLesson(Action):
    code = "forget"
    lesson: int

"""The organisers' buttons about what the bot has learned from them."""

from __future__ import annotations

from messages.actions.action import Action, Number


class ShowLearned(Action, frozen=True):
    code = "learned"
    page: Number


class ShowLesson(Action, frozen=True):
    code = "lesson"
    lesson: Number


class ForgetLesson(Action, frozen=True):
    code = "forget"
    lesson: Number

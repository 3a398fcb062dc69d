"""The organisers' buttons below a question."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class AnswerQuestion(Action):
    code = "qanswer"
    question: int


@dataclass(frozen=True)
class DismissQuestion(Action):
    code = "qdismiss"
    question: int


@dataclass(frozen=True)
class LearnAnswer(Action):
    code = "qlearn"
    question: int

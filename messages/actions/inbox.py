"""The organisers' buttons on the way from a question to its answer."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class ShowInbox(Action):
    code = "inbox"
    page: int


@dataclass(frozen=True)
class ShowInquiry(Action):
    code = "inquiry"
    inquiry: int


@dataclass(frozen=True)
class AnswerInquiry(Action):
    """Also tells, below a message that is replied to, which question it is about."""

    code = "qanswer"
    inquiry: int


@dataclass(frozen=True)
class DismissInquiry(Action):
    code = "qdismiss"
    inquiry: int


@dataclass(frozen=True)
class ReopenInquiry(Action):
    """Take a dismissal back."""

    code = "qreopen"
    inquiry: int


@dataclass(frozen=True)
class SendAnswer(Action):
    """A draft has a number of its own: one that was written again cannot be sent."""

    code = "asend!"
    answer: int


@dataclass(frozen=True)
class DropAnswer(Action):
    code = "adrop"
    answer: int


@dataclass(frozen=True)
class LearnAnswer(Action):
    code = "qlearn"
    answer: int

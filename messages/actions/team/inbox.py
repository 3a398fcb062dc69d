"""The organisers' buttons on the way from a question to its answer."""

from __future__ import annotations

from messages.actions.action import Action, Number


class ShowInbox(Action, frozen=True):
    code = "inbox"
    page: Number


class ShowInquiry(Action, frozen=True):
    code = "inquiry"
    inquiry: Number


class AnswerInquiry(Action, frozen=True):
    """Also tells, below a message that is replied to, which question it is about."""

    code = "qanswer"
    inquiry: Number


class DismissInquiry(Action, frozen=True):
    code = "qdismiss"
    inquiry: Number


class ReopenInquiry(Action, frozen=True):
    """Take a dismissal back."""

    code = "qreopen"
    inquiry: Number


class SendAnswer(Action, frozen=True):
    """A draft has a number of its own: one that was written again cannot be sent."""

    code = "asend!"
    answer: Number


class DropAnswer(Action, frozen=True):
    code = "adrop"
    answer: Number


class LearnAnswer(Action, frozen=True):
    code = "qlearn"
    answer: Number

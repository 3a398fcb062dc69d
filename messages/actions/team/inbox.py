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
    """Ask for an answer; below a message that is replied to, it also tells which question is meant."""

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
    """Send the draft with this id; a draft that was written again has another."""

    code = "asend!"
    answer: Number


class DropAnswer(Action, frozen=True):
    code = "adrop"
    answer: Number


class LearnAnswer(Action, frozen=True):
    code = "qlearn"
    answer: Number

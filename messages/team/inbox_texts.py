"""Show the organisers' inbox: tickets, and the way to an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from messages import keyboards
from messages.actions.team.inbox import (
    AnswerInquiry,
    DismissInquiry,
    DropAnswer,
    LearnAnswer,
    ReopenInquiry,
    SendAnswer,
    ShowInbox,
    ShowInquiry,
)
from messages.actions.team.learned import ShowLearned
from messages.localizer import Localizer
from messages.message import Html, Message, Row, shortened
from messages.pages import PAGE

ANSWER_LIMIT = 3500
SHOWN_WORDINGS = 5


@dataclass(frozen=True)
class Asked:
    """Questions that are alike: the first one's words, how many people asked, and since when."""

    inquiry: int
    text: str
    people: int
    since: datetime


def listing(shown: Sequence[Asked], waiting: int, page: int, learned: int, voice: Localizer, now: datetime) -> Message:
    """Show one page, oldest first, with a button for each."""
    words = voice.words
    rows: list[Row] = []
    if shown:
        first = page * PAGE + 1
        lines = [_line(number, asked, voice, now) for number, asked in enumerate(shown, first)]
        text = "\n\n".join([words("inbox-title", count=waiting), *lines, words("inbox-pick")])
        numbers = enumerate(shown, first)
        rows += keyboards.in_rows(
            [keyboards.button(str(number), ShowInquiry(each.inquiry)) for number, each in numbers]
        )
        rows += keyboards.turning(page, -(-waiting // PAGE), ShowInbox)
    else:
        text = words("inbox-empty")
    if learned:
        rows.append([keyboards.button(words.plain("button-learned", count=learned), ShowLearned(0))])
    return Message(text, rows)


def _line(number: int, asked: Asked, voice: Localizer, now: datetime) -> str:
    when = {"day": voice.near_day(asked.since, now), "time": voice.clock(asked.since)}
    question = shortened(asked.text, 200)
    return voice.words("inbox-line", number=str(number), question=question, people=asked.people, **when)


def inquiry(asked: Asked, wordings: Sequence[str], voice: Localizer, now: datetime) -> Message:
    """Show one ticket with its wordings; an answer is written as a reply to it."""
    rows = [*_ways(asked.inquiry, voice), [keyboards.button(voice.words.plain("button-back"), ShowInbox(0))]]
    parts = [_question(asked, voice, now), *_others(wordings, voice), voice.words("inbox-how")]
    return Message("\n\n".join(parts), rows)


def _others(wordings: Sequence[str], voice: Localizer) -> list[str]:
    """List the other wordings: alike is not equal, and whoever answers must see them."""
    others = wordings[1 : SHOWN_WORDINGS + 1]
    if not others:
        return []
    lines = [voice.words("inbox-wording", question=shortened(other, 150)) for other in others]
    more = len(wordings) - 1 - len(others)
    if more:
        lines.append(voice.words("inbox-more-wordings", count=more))
    return ["\n".join([voice.words("inbox-wordings"), *lines])]


def arrived(inquiry: int, text: str, asked_at: datetime, voice: Localizer) -> Message:
    question = _question(Asked(inquiry, text, 1, asked_at), voice, asked_at)
    parts = [voice.words("inbox-new"), question, voice.words("inbox-how")]
    return Message("\n\n".join(parts), _ways(inquiry, voice))


def _question(asked: Asked, voice: Localizer, now: datetime) -> str:
    day, time = voice.near_day(asked.since, now), voice.clock(asked.since)
    return voice.words("inbox-question", question=shortened(asked.text, 1000), people=asked.people, day=day, time=time)


def _ways(inquiry: int, voice: Localizer) -> list[Row]:
    return [
        [
            keyboards.button(voice.words.plain("button-answer"), AnswerInquiry(inquiry)),
            keyboards.button(voice.words.plain("button-dismiss"), DismissInquiry(inquiry)),
        ]
    ]


def confirm(inquiry: int, answer: int, people: int, voice: Localizer) -> Message:
    """Ask to confirm the answer, below its preview."""
    words = voice.words
    rows = [
        [keyboards.button(words.plain("button-send-answer", count=people), SendAnswer(answer))],
        [
            keyboards.button(words.plain("button-change-answer"), AnswerInquiry(inquiry)),
            keyboards.button(words.plain("button-cancel"), DropAnswer(answer)),
        ],
    ]
    return Message(words("inbox-confirm", count=people), rows)


def answered(answer: int, people: int, voice: Localizer) -> Message:
    learn = keyboards.button(voice.words.plain("button-learn"), LearnAnswer(answer))
    next_ = keyboards.button(voice.words.plain("button-inbox"), ShowInbox(0))
    text = f"{voice.words('inbox-answered', count=people)}\n\n{voice.words('inbox-learn-ask')}"
    return Message(text, [[learn], [next_]])


def learned(voice: Localizer) -> Message:
    rows = [
        [keyboards.button(voice.words.plain("button-inbox"), ShowInbox(0))],
        [keyboards.button(voice.words.plain("button-all-learned"), ShowLearned(0))],
    ]
    return Message(voice.words("inbox-learned"), rows)


def somebody_answered(name: str, answer: Html, voice: Localizer) -> Message:
    """Tell an organiser that a colleague has answered meanwhile."""
    next_ = keyboards.button(voice.words.plain("button-inbox"), ShowInbox(0))
    return Message(voice.words("inbox-somebody-answered", name=name, answer=answer), [[next_]])


def dismissed(inquiry: int, voice: Localizer) -> Message:
    rows = [
        [keyboards.button(voice.words.plain("button-reopen"), ReopenInquiry(inquiry))],
        [keyboards.button(voice.words.plain("button-inbox"), ShowInbox(0))],
    ]
    return Message(voice.words("inbox-dismissed"), rows)


def to_resident(question: str, answer: Html, voice: Localizer) -> Message:
    """Return the answer below its question; `ANSWER_LIMIT` leaves room for both."""
    return Message(voice.words("answer-from-organisers", question=shortened(question), answer=answer))

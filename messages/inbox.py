"""The organisers' inbox: questions of residents, and what became of them."""

from __future__ import annotations

from datetime import datetime

from messages import keyboards
from messages.actions.inbox import AnswerQuestion, DismissQuestion, LearnAnswer
from messages.message import Message, Row, shortened
from messages.voice import Voice

ANSWER_LIMIT = 3500


def oldest(
    question: int, text: str, people: int, asked_at: datetime, waiting: int, voice: Voice, now: datetime
) -> Message:
    parts = [
        voice.words("inbox-title", count=waiting),
        _question(text, people, asked_at, voice, now),
    ]
    return Message("\n\n".join(parts), _rows(question, voice))


def arrived(question: int, text: str, asked_at: datetime, voice: Voice) -> Message:
    parts = [voice.words("inbox-new"), _question(text, 1, asked_at, voice, asked_at)]
    return Message("\n\n".join(parts), _rows(question, voice))


def answered(question: int, people: int, voice: Voice) -> Message:
    learn = keyboards.button(voice.words.plain("button-learn"), LearnAnswer(question))
    text = f"{voice.words('inbox-answered', count=people)}\n\n{voice.words('inbox-learn-ask')}"
    return Message(text, [[learn]])


def to_resident(question: str, answer: str, voice: Voice) -> Message:
    """`answer`: at most `ANSWER_LIMIT` characters, so that the question fits beside it."""
    return Message(voice.words("answer-from-organisers", question=shortened(question), answer=answer))


def _question(text: str, people: int, asked_at: datetime, voice: Voice, now: datetime) -> str:
    day, time = voice.near_day(asked_at, now), voice.clock(asked_at)
    return voice.words("inbox-question", question=shortened(text, 1000), people=people, day=day, time=time)


def _rows(question: int, voice: Voice) -> list[Row]:
    return [
        [
            keyboards.button(voice.words.plain("button-answer"), AnswerQuestion(question)),
            keyboards.button(voice.words.plain("button-dismiss"), DismissQuestion(question)),
        ]
    ]

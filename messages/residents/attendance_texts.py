"""Ask after a meeting how it was, and sum the answers up for organisers."""

from __future__ import annotations

from domain.events.events import Event
from domain.events.headcount import NOT_THERE, RATINGS, Result
from messages import keyboards
from messages.actions.residents.attendance import AddComment, Rate
from messages.localizer import Localizer
from messages.message import Html, Message, shortened

COMMENT_LIMIT = 1000
_QUOTED, _QUOTE_LENGTH = 10, 250


def question(event: Event, voice: Localizer) -> Message:
    numbers = [keyboards.button(str(rating), Rate(event.id, rating)) for rating in RATINGS]
    not_there = keyboards.button(voice.words.plain("button-not-there"), Rate(event.id, NOT_THERE))
    return Message(voice.words("feedback-question", **voice.event(event)), [numbers, [not_there]])


def thanks(event: Event, rating: int, voice: Localizer) -> Message:
    if rating == NOT_THERE:
        return Message(voice.words("feedback-not-there"))
    add = keyboards.button(voice.words.plain("button-comment"), AddComment(event.id))
    return Message(voice.words("feedback-thanks", rating=rating), [[add]])


def summary(event: Event, result: Result, voice: Localizer) -> Message:
    """Sum a meeting up for its organisers; nobody is named."""
    words = voice.words
    parts: list[str] = [words("feedback-summary", count=result.coming, **voice.event(event))]
    if result.answers:
        average = words.decimal(round(result.average, 1))
        lines = [
            words("feedback-line", rating=rating, count=count)
            for rating, count in zip(RATINGS, result.ratings, strict=True)
        ]
        parts.append(words("feedback-average", count=result.answers, average=average))
        parts.append("\n".join(lines))
    if result.not_there:
        parts.append(words("feedback-absent", count=result.not_there))
    if result.comments:
        parts.append(_comments(result, voice))
    return Message("\n\n".join(parts))


def _comments(result: Result, voice: Localizer) -> Html:
    quoted = [voice.words("feedback-comment", text=shortened(text, _QUOTE_LENGTH)) for text in result.comments]
    shown, more = quoted[:_QUOTED], len(quoted) - _QUOTED
    rest = [voice.words("feedback-more", count=more)] if more > 0 else []
    return Html("\n".join([voice.words("feedback-comments"), *shown, *rest]))

"""Answers for readers without Telegram: those that need nobody to ask, in the words of the chat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from answers.dialogue import outcomes
from answers.dialogue.decisions import Answer, Slots
from answers.entries import About, Entry, EntryKind
from messages.localizer import Localizer
from messages.message import Html
from messages.pages import PAGE
from messages.residents.answer_texts import AnswerContext, given, reply

BOT = "bot"
"""The topic of what the bot says of itself."""
GENERAL = ("meeting", BOT)
"""Topics that every programme has; what belongs to none is "other"."""
OTHER = "other"


@dataclass(frozen=True)
class PublishedAnswer:
    """A question that many ask, and its answer. `more`: how many further events there are than an answer names."""

    id: str
    question: str
    answer: Html
    more: int


@dataclass(frozen=True)
class PublishedTopic:
    id: str
    name: str
    answers: list[PublishedAnswer] = field(default_factory=list)


def topics(entries: Iterable[Entry], facts: AnswerContext, voice: Localizer) -> list[PublishedTopic]:
    """Return the answers by topic, in the authors' order; what the bot says of itself comes last."""
    found: dict[str, PublishedTopic] = {}
    for entry in entries:
        answer = _published(entry, facts, voice)
        if answer is not None:
            topic = _topic(entry, voice)
            found.setdefault(topic.id, topic).answers.append(answer)
    return sorted(found.values(), key=lambda topic: topic.id == BOT)


def _published(entry: Entry, facts: AnswerContext, voice: Localizer) -> PublishedAnswer | None:
    html = _by_itself(entry, facts, voice)
    if html is None:
        return None
    more = len(facts.ahead()[PAGE:]) if entry.about is About.EVENT else 0
    return PublishedAnswer(entry.id, entry.headline, html, more)


def _by_itself(entry: Entry, facts: AnswerContext, voice: Localizer) -> Html | None:
    """Return what the chat answers to somebody of whom nothing is known; None if it would ask back, or offer to ask."""
    if entry.exact or entry.html or entry.chat_only:  # small talk, an organiser's answer to one person
        return None
    decision = outcomes.answer(entry, Slots(), 1.0)
    if entry.about not in (None, About.EVENT) or not isinstance(decision, Answer):
        return None
    if entry.asks and (told := given(decision, facts, voice)) is not None:
        return Html(told.html)
    certain = entry.kind is EntryKind.FACT and not entry.offers_organisers
    empty = entry.about is About.EVENT and not facts.ahead()
    return Html(reply(decision, facts, voice).html) if certain and not empty else None


def _topic(entry: Entry, voice: Localizer) -> PublishedTopic:
    known = voice.programme.topic(entry.topic)
    if known is not None:
        return PublishedTopic(known.id, voice.say(known.name))
    id = entry.topic if entry.topic in GENERAL else OTHER
    return PublishedTopic(id, voice.words.plain("web-topic", topic=id))

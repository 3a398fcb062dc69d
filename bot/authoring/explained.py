"""Tell an author, in plain words, how the bot came to a reply: the five boxes of `docs/architecture.md`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from babel import Locale, UnknownLocaleError

from answers.dialogue.decisions import (
    Answer,
    AskArea,
    Correction,
    Decision,
    Offer,
    Option,
    OtherLanguage,
    Several,
    Unknown,
)
from answers.dialogue.turn import Turn
from answers.evaluation.boxes import Boxes, Chance, Evidence, SingleQuestion
from answers.language.entities import EntityType, Mention

WIDTH, MARGIN = 110, 12
THINGS: Mapping[EntityType, str] = MappingProxyType({
    EntityType.AREA: "an area",
    EntityType.VENUE: "a venue",
    EntityType.BODY: "a body",
    EntityType.MEASURE: "a measure",
    EntityType.DAY: "a day",
    EntityType.CLOCK: "an hour",
    EntityType.ELSEWHERE: "a place elsewhere",
    EntityType.PROGRAMME: "the programme",
    EntityType.KIND: "a kind of event",
    EntityType.TITLE: "a title",
    EntityType.PERSON: "a person",
})  # fmt: skip
RULES: Mapping[str, str] = MappingProxyType({
    "empty": "there is no word in the message",
    "emergency": "it sounds like a cry for help: that comes before all else",
    "another language": "the message is in a language that the programme does not have",
    "again": "the last answer was asked for once more",
    "follow-up": "it goes on from the message before",
    "pending": "it replies to what was offered before",
    "correction": "it takes for granted what is not so",
    "only an area": "it names an area, a day or a place and nothing else: all about the meeting there",
    "same words": "it is one of the entry's phrasings, or a tag, word for word (courtesies aside)",
    "facets": "it asks for several sides of a meeting: all of them in one answer",
    "several": "it asks several things: each by itself, in one reply",
    "unknown place": "it may mean a place that nobody here knows: which area?",
})  # fmt: skip
"""Why a reply was given, by `Explanation.how`, where neither the chance nor `answers.reply.unsure` decides."""


def told(boxes: Boxes) -> str:
    """Return the five boxes, a paragraph each."""
    several = len(boxes.asked) > 1
    paragraphs = [("reading", _read(boxes)), ("clauses", _cut(boxes))]
    for place, asked in enumerate(boxes.asked, 1):
        number = f" {place}" if several else ""
        paragraphs += [(f"evidence{number}", _found(asked)), (f"chance{number}", _weighed(asked))]
        if several:
            paragraphs.append((f"reply{number}", _given(asked.reply.decision, _why(asked))))
    paragraphs.append(("reply", _given(boxes.reply.decision, _why(boxes.asked[0], boxes.reply.explanation.how))))
    return "\n".join(line for name, lines in paragraphs for line in _paragraph(name, lines))


def _paragraph(name: str, lines: Iterable[str]) -> Iterator[str]:
    for place, line in enumerate(lines):
        begins = f"{name if place == 0 else '':{MARGIN}}"
        deeper = " " * (len(line) - len(line.lstrip()) + MARGIN)
        yield from textwrap.wrap(begins + line, WIDTH, subsequent_indent=deeper, break_long_words=False)


# --- reading ---


def _read(boxes: Boxes) -> Iterator[str]:
    turn = boxes.reading
    yield f"language: {_language(turn)}"
    named = [_named(each) for each in turn.reading.mentions]
    days = [f'"{said}"' for said in (*(day.said for day in turn.reading.days), *(day.said for day in turn.near_days))]
    hours = [f'"{each.said}"' for each in turn.reading.clocks]
    yield f"names: {_listed(named)}"
    yield f"days: {_listed(days)}; hours: {_listed(hours)}"


def _language(turn: Turn) -> str:
    if turn.heard.foreign:
        return f"{_called(turn.heard.foreign)}, which the programme does not have"
    return _called(turn.language)


def _called(code: str) -> str:
    try:
        return Locale.parse(code).get_language_name("en") or code
    except (ValueError, UnknownLocaleError):
        return code


def _named(mention: Mention) -> str:
    return f'"{mention.said}" is {THINGS[mention.thing]} ({mention.id})'


# --- clauses ---


def _cut(boxes: Boxes) -> Iterator[str]:
    if not boxes.clauses:
        yield "the message is read as one"
    for clause in boxes.clauses:
        yield f'asks: "{clause.strip()}"'


# --- evidence ---


def _found(asked: SingleQuestion) -> Iterator[str]:
    if not asked.evidence:
        yield "no entry has a word of it"
    for place, each in enumerate(asked.evidence, 1):
        yield f'{place}. {each.entry.id} "{each.entry.headline}"'
        yield from (f"   {line}" for line in _supports(each, asked.reading))
    if asked.nothing is not None:
        yield f"that nothing is asked, the trained layer gives {asked.nothing:.0%}"


def _supports(evidence: Evidence, turn: Turn) -> Iterator[str]:
    has, lacks = (_listed([_word(word, turn) for word in words]) for words in (evidence.shared, evidence.lacking))
    yield f"telling words that it has: {has}; that it lacks: {lacks}"
    yield f'likest phrasing: "{evidence.likest}", {evidence.likeness:.0%} alike letter by letter'
    if evidence.trained is None:
        yield "the trained layer does not know it (campanile content learn)"
    else:
        yield f"the trained layer gives it {evidence.trained:.0%}"


def _word(word: str, turn: Turn) -> str:
    """Return the word as it was said: in the index a name is only the kind of thing that bears it."""
    things = [each.said for each in turn.reading.mentions if each.thing == word]
    days, clocks = ([each.said for each in said] for said in (turn.reading.days, turn.reading.clocks))
    said = {EntityType.DAY.value: days, EntityType.CLOCK.value: clocks}.get(word, things)
    return f'"{said[0]}" ({THINGS[EntityType(word)]})' if said else f'"{word}"'


def _listed(each: list[str]) -> str:
    return ", ".join(each) or "none"


# --- chance ---


def _weighed(asked: SingleQuestion) -> Iterator[str]:
    chance = asked.chance
    if chance is None:
        yield "none"
        return
    if not asked.reply.explanation.ranked:
        yield "not asked for: the reply follows from what was read"
    yield f"that the first is right: {chance.first:.0%}; to be the answer it needs {chance.needed:.0%}"
    yield f"that one of the three is: {chance.among:.0%}; to be offered they need {chance.offered_from:.0%}"


# --- reply ---


def _why(asked: SingleQuestion, how: str = "") -> str:
    how, reason = how or asked.reply.explanation.how, asked.reply.explanation.reason
    if how == "retrieval":
        return _by_chance(asked.reply.decision, asked.chance)
    return f"it is not sure what is asked. {reason}" if reason else RULES[how]


def _by_chance(decision: Decision, chance: Chance | None) -> str:
    if chance and chance.first >= chance.needed and not isinstance(decision, Answer | AskArea):
        return "the first entry is for a cry for help, and this only has some of its words"
    if isinstance(decision, Offer):
        return "not sure enough for an answer, sure enough to offer"
    if isinstance(decision, Unknown):
        return "nothing found is likely enough to be offered" if chance else "no word of it is known"
    return "the chance is high enough"


def _given(decision: Decision, why: str) -> Iterator[str]:
    yield _what(decision)
    yield f"because {why}"


def _what(decision: Decision) -> str:
    match decision:
        case Answer():
            return f"the answer {decision.entry.id} ({decision.entry.kind})"
        case AskArea():
            return f"asks back for the area of {decision.entry.id}"
        case Offer():
            return f"offers {_listed([each.entry.id for each in decision.options])}"
        case Correction():
            return f'corrects "{decision.claimed}" ({decision.kind.replace("_", " ")})'
        case Several():
            return "; ".join(map(_what, decision.parts)) + _below(decision.options)
        case OtherLanguage():
            return f"the card in {_called(decision.language)}" + (f", with {decision.cry}" if decision.cry else "")
        case Unknown():
            return f'an honest "I do not know" ({decision.reason.replace("_", " ")})' + _below(decision.options)


def _below(options: Sequence[Option]) -> str:
    return f"; below, offers {_listed([each.entry.id for each in options])}" if options else ""

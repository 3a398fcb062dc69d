"""Group escalated questions that are the same in other words, so that organisers answer them once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answers.dialogue.decisions import Answer, AskArea, Question
from answers.entries import EntryKind

if TYPE_CHECKING:
    from answers.engine import Engine

SURE = 0.85
"""Chance from which the entry that a question finds says what it asks."""
SHARED = 0.6
"""Share of their words that two questions have in common when they ask the same."""
SAME_WORD = 85
"""Likeness (rapidfuzz ratio) of two stems, one of which may hold a slip of the pen."""


@dataclass(frozen=True)
class Gist:
    """The subject of a question: the gap it asks for, the names in it, and its telling words."""

    language: str
    gap: str | None
    names: frozenset[str]
    stems: frozenset[str]


def groups(engine: Engine, questions: Sequence[Question]) -> list[list[int]]:
    """Return the places of questions that are alike, in order; each group begins with the one that came first.

    Alike are questions that name the same areas, bodies, measures, days and hours, and that ask for the same
    thing the programme does not say (in whatever languages), or share most of their telling words (in one
    language, slips of the pen forgiven). Every member is compared with the first of its group, never with a
    neighbour, so that a group does not drift. It takes a millisecond or two for each question.

    Alike is not equal: show an organiser every wording before one answer goes to all.
    """
    found: list[list[int]] = []
    firsts: list[Gist] = []
    for place, question in enumerate(questions):
        asked = gist(engine, question)
        for group, first in zip(found, firsts, strict=True):
            if alike(first, asked):
                group.append(place)
                break
        else:
            found.append([place])
            firsts.append(asked)
    return found


def gist(engine: Engine, question: Question) -> Gist:
    """Return the part that does not change when the same is asked in other words. Never raise."""
    outcome = engine.reply(question)
    decision, why = outcome.decision, outcome.explanation
    gap = None
    if isinstance(decision, (Answer, AskArea)) and decision.entry.kind is EntryKind.UNKNOWN and why.p >= SURE:
        gap = decision.entry.id
    lexicon = engine.collection(outcome.language).lexicon
    stems = frozenset(lexicon.stem(lexicon.spell(word)) for word in why.words if lexicon.carries(word))
    return Gist(outcome.language, gap, frozenset(why.entities), stems)


def alike(one: Gist, other: Gist) -> bool:
    if one.names != other.names:
        return False
    if one.gap and other.gap:
        return one.gap == other.gap
    return one.language == other.language and _shared(one.stems, other.stems) >= SHARED


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the words in common as a share of all words; 0 for two questions without any."""
    from rapidfuzz import fuzz  # not before the first poll

    def same_word(one: str, other: str) -> bool:
        return one == other or (min(len(one), len(other)) >= 4 and fuzz.ratio(one, other) >= SAME_WORD)

    same = sum(any(same_word(word, each) for each in other) for word in one)
    every = len(one) + len(other) - same
    return same / every if every else 0.0

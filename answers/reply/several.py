"""Answer a message that asks several things: each by itself, in one reply."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace

from answers.dialogue.decisions import (
    Answer,
    AskArea,
    Correction,
    Decision,
    Explanation,
    Offer,
    Outcome,
    Several,
    Unknown,
)
from answers.dialogue.outcomes import answered, outcome
from answers.dialogue.turn import Turn
from answers.entries import About, Entry
from answers.language import clauses, vocabulary
from answers.language.entities import EntityType
from answers.limits import MOST_QUESTIONS, SEVERAL

Part = Answer | AskArea | Correction


def answered_each(turn: Turn, alone: Callable[[Turn], Outcome]) -> Outcome | None:
    """Return a reply to each clause that asks; None unless two of them ask for different things.

    The sides of one meeting are one thing: one answer tells them all.
    """
    if not SEVERAL <= len(turn.clauses) <= MOST_QUESTIONS:
        return None
    found = list(_replies(turn, alone))
    sure = [(each.decision, each) for each in found if isinstance(each.decision, Part)]
    parts = {_subject(decision): (decision, each) for decision, each in sure if not _chatter(decision)}
    unsure = [each.decision for each in found if isinstance(each.decision, (Offer, Unknown)) and each.decision.options]
    if not parts or len(parts) + len(unsure) < SEVERAL:
        return None
    last = [each for _, each in parts.values()][-1]
    why = Explanation(how="several", p=min(each.explanation.p for _, each in parts.values()))
    whole = _all_of_one(turn, [decision for decision, _ in parts.values()])
    if whole is not None and any(not whole.says_all_of(each.options[0].entry) for each in unsure):
        whole = None
    if whole is not None:
        return answered(turn, whole, last.state.slots, why.p, why.how)
    decision = Several(tuple(decision for decision, _ in parts.values()), unsure[0].options if unsure else ())
    return outcome(turn, decision, why, last.state.slots)


def answered_halves(turn: Turn, alone: Callable[[Turn], Outcome]) -> Outcome | None:
    """Return a reply to "the aim of the programme and the date in Ilton": one half names a meeting's place."""
    for halves in clauses.halves(turn.question.text, vocabulary.of(turn.language)):
        turns = [by_itself(turn, half) for half in halves]
        named = [bool(half.reading.ids(EntityType.AREA) or half.reading.ids(EntityType.VENUE)) for half in turns]
        if named[0] is named[1]:
            continue
        replies = [alone(half) for half in turns]
        there, other = (replies[named.index(said)].decision for said in (True, False))
        if not _is_of_meeting(there) or not _asks_else(other):
            continue
        sure = tuple(each.decision for each in replies if isinstance(each.decision, Answer))
        guesses = other.options if isinstance(other, Offer) else ()
        why = replace(replies[0].explanation, how="several", p=min(each.explanation.p for each in replies))
        return outcome(turn, Several(sure, guesses), why, replies[named.index(True)].state.slots)
    return None


def _is_of_meeting(decision: Decision) -> bool:
    return isinstance(decision, Answer) and decision.entry.about is About.EVENT


def _asks_else(decision: Decision) -> bool:
    """Return True for an answer or guesses about something that is neither a meeting nor chatter."""
    if isinstance(decision, Offer):
        return _asks_else(Answer(decision.options[0].entry))
    return isinstance(decision, Answer) and not decision.entry.exact and not _is_of_meeting(decision)


def each_measure(turn: Turn, entry: Entry, p: float) -> Several | None:
    """Return the answer for each measure, if several are named: "what are measures two and three about?"."""
    numbers = [number for number in turn.reading.measures if turn.programme.measure(number)]
    if entry.about is not About.MEASURE or not SEVERAL <= len(numbers) <= MOST_QUESTIONS:
        return None
    return Several(tuple(Answer(entry, measure=number, p=p) for number in numbers))


def _replies(turn: Turn, alone: Callable[[Turn], Outcome]) -> Iterator[Outcome]:
    """Reply to each clause; after one that is not sure, "and where?" may be said of anything: it must name what."""
    doubt = False
    for clause in turn.clauses:
        itself = by_itself(turn, clause)
        if not doubt or itself.reading.mentions:
            reply = alone(itself)
            doubt = doubt or not isinstance(reply.decision, Part)
            yield reply


def by_itself(turn: Turn, clause: str) -> Turn:
    """Return the clause as a message of its own, about the area that the others or the talk name if it names none."""
    areas = turn.named if len(turn.named) == 1 else turn.question.areas
    if not turn.named and not turn.wants_all and turn.state and turn.state.slots.area:
        areas = (turn.state.slots.area,)
    question = replace(turn.question, text=clause, areas=areas, state=None, meaning=None)
    return replace(turn, question=question, state=None, reading=turn.reread(clause))


def _subject(decision: Part) -> Hashable:
    if isinstance(decision, Answer):
        return decision.entry.id, decision.area, decision.measure, decision.body, decision.events
    return decision


def _chatter(decision: Part) -> bool:
    return decision.entry is not None and decision.entry.exact


def _all_of_one(turn: Turn, parts: Sequence[Part]) -> Entry | None:
    """Return the entry that tells all about a meeting, if the parts ask for sides of the same one."""
    entry, answers = turn.collection.tells_most, [each for each in parts if isinstance(each, Answer)]
    about = {(each.area, each.events) for each in answers}
    same = entry is not None and len(about) == 1 and all(entry.says_all_of(each.entry) for each in answers)
    return entry if same and len(answers) == len(parts) else None

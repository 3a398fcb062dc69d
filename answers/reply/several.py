"""Answer a message that asks several things: each by itself, in one reply."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace

from answers.dialogue.decisions import Answer, AskArea, Correction, Explanation, Offer, Outcome, Several, Unknown
from answers.dialogue.outcomes import answered, outcome
from answers.dialogue.turn import Turn
from answers.entries import Entry
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
    """Return the clause as a message of its own, about the area that the others name if it names none."""
    areas = turn.named if len(turn.named) == 1 else turn.question.areas
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

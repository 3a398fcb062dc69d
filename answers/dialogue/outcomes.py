"""Complete a decision: the answer, how it was found, and what the next message may lean on."""

from __future__ import annotations

from dataclasses import replace

from answers.dialogue.decisions import (
    Answer,
    AskArea,
    Choice,
    Correction,
    Decision,
    DialogueState,
    Explanation,
    Offer,
    Option,
    OtherLanguage,
    Outcome,
    Several,
    Slots,
    Unknown,
    UnknownReason,
)
from answers.dialogue.turn import Turn
from answers.entries import About, Entry
from answers.language.entities import Reading


def answer(entry: Entry, slots: Slots, p: float) -> Answer | AskArea:
    """Return the answer; about a meeting in no known area, every area at a glance, or ask back."""
    if entry.about is About.EVENT and slots.area is None:
        told = entry.glance or slots.events
        return Answer(entry, events=slots.events, p=p, all_areas=True) if told else AskArea(entry)
    return Answer(entry, slots.area, slots.measure, slots.body, slots.events, p)


def option(turn: Turn, entry: Entry) -> Option:
    return Option(entry, turn.area, turn.measure, turn.body, turn.events)


def answered(turn: Turn, entry: Entry, slots: Slots, p: float, how: str, why: Explanation | None = None) -> Outcome:
    return outcome(turn, answer(entry, slots, p), replace(why or Explanation(), how=how, p=p), slots)


def outcome(turn: Turn, decision: Decision, why: Explanation, slots: Slots | None = None) -> Outcome:
    explanation = replace(why, words=turn.reading.words, entities=_named(turn.reading), votes=turn.heard.votes)
    state = _remember(turn, decision, slots or turn.slots)
    return Outcome(turn.language, decision, state, explanation)


def _named(reading: Reading) -> tuple[str, ...]:
    days = (f"<day> {day.said}" for day in reading.days)
    clocks = (f"<clock> {clock.said}" for clock in reading.clocks)
    return (*(f"{each.thing} {each.id}" for each in reading.mentions), *days, *clocks)


def _remember(turn: Turn, decision: Decision, slots: Slots) -> DialogueState:
    before = turn.state
    entry = before.entry if before else None
    pending: tuple[Choice, ...] = ()
    if isinstance(decision, (Answer, AskArea, Correction)) and decision.entry:
        entry = decision.entry.id
    if isinstance(decision, Several):
        entry = next((each.entry.id for each in reversed(decision.parts) if each.entry), entry)
    if isinstance(decision, (Offer, Several, Unknown)):
        entry = decision.options[0].entry.id if isinstance(decision, Offer) else entry
        pending = tuple(
            Choice(each.entry.id, Slots(each.area, each.measure, each.body, each.events)) for each in decision.options
        )
    if isinstance(decision, Correction) and decision.area:
        slots = replace(slots, area=decision.area, events=decision.events)
    passing_on, foreign = _passing_on(decision), turn.heard.foreign
    return DialogueState(turn.question.now, turn.language, entry, slots, pending, passing_on, foreign)


def _passing_on(decision: Decision) -> bool:
    if isinstance(decision, Unknown):
        return decision.reason != UnknownReason.EMPTY
    if isinstance(decision, OtherLanguage):
        return not decision.cry
    if isinstance(decision, Several):
        return any(map(_passing_on, decision.parts))
    return isinstance(decision, Answer) and decision.entry.offers_organisers

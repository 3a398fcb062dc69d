"""Answer what leans on the conversation: what was offered, asked or told before it."""

from __future__ import annotations

from answers.dialogue import false_premises, follow_ups
from answers.dialogue.decisions import Explanation, Offer, Option, Outcome, Slots, Unknown, UnknownReason
from answers.dialogue.outcomes import answered, outcome
from answers.dialogue.turn import Turn
from answers.entries import About, Entry
from answers.limits import FOLLOW_UP


def on_the_talk(turn: Turn) -> Outcome | None:
    """Return the answer to a message that says only what is new: "and the second?", "yes", "in Torre"."""
    missing = false_premises.no_such_measure(turn) or follow_ups.no_such_place(turn) or follow_ups.none_beside(turn)
    if missing:
        return outcome(turn, missing, Explanation(how="correction"))
    passed_on = follow_ups.wants_it_passed_on(turn)
    if passed_on:
        return answered(turn, passed_on, turn.slots, FOLLOW_UP, "follow-up")
    everything = follow_ups.wants_everything(turn)
    if everything and turn.state:
        return answered(turn, everything, turn.state.slots, FOLLOW_UP, "follow-up")
    listed = follow_ups.listed(turn)
    entry = turn.collection.entry(listed.entry) if listed else None
    if listed and entry:
        return answered(turn, entry, listed.slots, FOLLOW_UP, "follow-up")
    if follow_ups.refuses(turn):
        return outcome(turn, Unknown(UnknownReason.NONE_OF_THESE), Explanation(how="pending"))
    return _chosen(turn)


def _chosen(turn: Turn) -> Outcome | None:
    """Give what was offered, or the last entry about something else."""
    chosen, how = follow_ups.pending(turn), "pending"
    if chosen is None:
        chosen, how = follow_ups.follow_up(turn), "follow-up"
    entry = turn.collection.entry(chosen.entry) if chosen else None
    mistaken = false_premises.of_meeting(turn, entry or _last_meeting(turn))
    if mistaken and (entry or turn.names_only):
        return outcome(turn, mistaken, Explanation(how="correction"))
    if chosen is None or entry is None:
        return _only_an_area(turn)
    if how == "follow-up" and turn.state and turn.state.pending and not turn.state.passing_on:
        return _offered_again(turn, chosen.slots)
    return answered(turn, entry, chosen.slots, FOLLOW_UP, how)


def _last_meeting(turn: Turn) -> Entry | None:
    """Return the entry that was asked last, if it was about a meeting."""
    last = turn.collection.entry(turn.state.entry) if turn.state and turn.state.entry else None
    return last if last and last.about is About.EVENT else None


def _offered_again(turn: Turn, slots: Slots) -> Outcome:
    """Offer the same again: what was not sure of one area is not sure of another."""
    choices = turn.state.pending if turn.state else ()
    entries = (turn.collection.entry(choice.entry) for choice in choices)
    options = tuple(Option(entry, slots.area, slots.measure, slots.body, slots.events) for entry in entries if entry)
    return outcome(turn, Offer(options), Explanation(how="follow-up", p=FOLLOW_UP), slots)


def _only_an_area(turn: Turn) -> Outcome | None:
    """Tell all about a meeting if the message is an area, or its day or place, and nothing else."""
    chosen = turn.meetings.chosen and turn.meetings.wrong is None
    named = (turn.area is not None and turn.areas) or chosen
    if not turn.names_only or not named:
        return None
    if turn.collection.worded(turn.reading.words) or turn.collection.worded(turn.reading.plain):
        return None
    entry = turn.collection.tells_most
    return answered(turn, entry, turn.slots, FOLLOW_UP, "only an area") if entry else None

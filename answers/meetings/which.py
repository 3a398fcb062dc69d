"""Choose among meetings by comparison: "the one that starts latest", "after the 20th", "I'm away until the 25th"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from answers.dialogue.decisions import Mistake
from answers.language import vocabulary
from answers.meetings import bounds
from answers.meetings.claim import Claim

if TYPE_CHECKING:
    from answers.dialogue.turn import Turn
    from answers.language.vocabulary import Vocabulary
    from domain.events.events import Event


def compared(turn: Turn, scope: Sequence[Event]) -> Iterator[Claim]:
    """Return what the message claims by comparing days or hours."""
    zone, ids = turn.programme.zone, frozenset(event.id for event in scope)
    bound = bounds.of_days(turn)
    if bound is not None:
        said, fits = bound
        found = frozenset(event.id for event in scope if fits(event.starts_at.astimezone(zone).date()))
        yield Claim(Mistake.WRONG_DATE, said, found)
    beyond = bounds.of_hours(turn, scope) if speaks_of_one(turn) else None
    if beyond is not None:
        yield Claim(Mistake.WRONG_TIME, turn.reading.clocks[0].said, beyond)
        return
    own, ahead = vocabulary.of(turn.language), [event for event in scope if event.ends_at > turn.question.now]
    for phrases, pick in ((own.latest, max), (own.soonest, min)):
        phrase = _said_of_a_meeting(turn, phrases, own)
        if ahead and phrase:
            clocks = {event.id: event.starts_at.astimezone(zone).time() for event in ahead}
            best = frozenset(id for id, clock in clocks.items() if clock == pick(clocks.values()))
            others = ids - best if bounds.denied(turn, phrase.split()) else best
            yield Claim(Mistake.WRONG_ORDER, "", others)


def speaks_of_one(turn: Turn) -> bool:
    """Return True if it points at a meeting, or names one: "after seven" alone may be of anything."""
    own, said = vocabulary.of(turn.language), set(turn.reading.plain)
    if bounds.pointed(turn):
        return True
    of_the_reader = own.own_time - own.after - own.earlier
    names_one = bool(turn.named) or not said.isdisjoint(own.anything | turn.words_of_meetings)
    return (names_one or turn.of_meetings) and said.isdisjoint(of_the_reader)


def _said_of_a_meeting(turn: Turn, phrases: Sequence[str], own: Vocabulary) -> str:
    """Return the phrase that is said, unless of the reader: "may I come later?"."""
    said = f" {' '.join(turn.reading.plain)} "
    found = next((each for each in phrases if f" {each} " in said), "")
    own_time = set(said.replace(found, " ").split()) if found else set()
    return found if own.own_time.isdisjoint(own_time) or bounds.pointed(turn) else ""

"""Tell which sides of a meeting a message asks for: its day, its hours, its place."""

from __future__ import annotations

from answers.dialogue.turn import Turn
from answers.entries import Entry
from answers.language import vocabulary
from answers.language.entities import EntityType
from answers.limits import SEVERAL


def count(turn: Turn) -> int:
    """Count the sides that the message has words for."""
    words = [turn.collection.lexicon.spell(word) for word in turn.reading.plain]
    return sum(not side.isdisjoint(words) for side in vocabulary.of(turn.language).facets.every)


def asks_only_for_sides(turn: Turn) -> bool:
    """Return True for several sides of a meeting, or everything about an area's, and nothing else."""
    own = vocabulary.of(turn.language)
    words = [turn.collection.lexicon.spell(word) for word in turn.reading.plain]
    everything = bool(turn.areas) and not own.everything.isdisjoint(words)
    allowed = own.meetings.union(own.everything, *own.facets.every)
    return (count(turn) >= SEVERAL or everything) and allowed.issuperset(word for word in turn.content if len(word) > 1)


def with_other_sides(turn: Turn, entry: Entry) -> Entry:
    """Return what answers the other sides too, where several were asked for: "at what time, and where"."""
    fuller = turn.collection.tells_most
    several = count(turn) >= SEVERAL and bool(turn.reading.ids(EntityType.AREA))
    return fuller if fuller is not None and several and fuller.says_all_of(entry) else entry

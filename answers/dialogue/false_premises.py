"""False premises: a day, an hour, a place, an area or a measure that a question takes for granted wrongly."""

from __future__ import annotations

from answers.dialogue.decisions import Correction, Mistake
from answers.dialogue.turn import Turn
from answers.entries import About, Entry, EntryKind
from answers.language.entities import EntityType
from answers.limits import FEW
from answers.meetings import bounds, venues


def no_such_measure(turn: Turn) -> Correction | None:
    for mention in turn.reading.mentions:
        if mention.thing is EntityType.MEASURE and turn.programme.measure(int(mention.id)) is None:
            return Correction(Mistake.NO_SUCH_MEASURE, mention.said, measure=int(mention.id))
    return None


def of_meeting(turn: Turn, entry: Entry | None) -> Correction | None:
    """Return the mistake that the question makes about its meeting. `entry` is what it seems to ask, if anything."""
    if not _about_meeting(turn, entry):
        return None
    return _unknown_area(turn, entry) or _wrong(turn, entry)


def of_named_meeting(turn: Turn) -> Correction | None:
    """Return the mistake of naming an area with another's day, place or hour: wrong whatever is asked."""
    if not turn.reading.ids(EntityType.AREA) or not _about_meeting(turn, None):
        return None
    return _wrong(turn, None)


def of_pointed_meeting(turn: Turn) -> Correction | None:
    """Return the mistake of "the one in a school", if there is none."""
    return _wrong(turn, turn.collection.tells_most) if _points(turn) else None


def _points(turn: Turn) -> bool:
    return bounds.pointed(turn) or venues.pointed_at(turn)


def _about_meeting(turn: Turn, entry: Entry | None) -> bool:
    if entry is not None:
        return entry.about is About.EVENT
    return turn.names_only or (len(turn.content) <= FEW and all(map(turn.collection.knows, turn.content)))


def _unknown_area(turn: Turn, entry: Entry | None) -> Correction | None:
    if entry is not None and entry.kind is not EntryKind.FACT:
        return None  # a bus to Turin is no mistake about a meeting
    elsewhere = [mention for mention in turn.reading.mentions if mention.thing is EntityType.ELSEWHERE]
    if not elsewhere or turn.reading.ids(EntityType.AREA):
        return None
    if venues.on_the_way(turn):
        return None
    return Correction(Mistake.UNKNOWN_AREA, elsewhere[0].id, entry=entry)


def _wrong(turn: Turn, entry: Entry | None) -> Correction | None:
    """Return a premise that holds for none of the meetings meant; `events` of it are those, to be told instead."""
    found, named = turn.meetings, turn.reading.ids(EntityType.AREA)
    wrong = found.wrong
    if wrong is None or len(named) > 1:
        return None
    which = _points(turn)
    of_an_area = {Mistake.WRONG_VENUE: which or len(turn.areas) == 1, Mistake.WRONG_DATE: True,
                  Mistake.WRONG_ORDER: bool(named), Mistake.WRONG_KIND: bool(named),
                  Mistake.WRONG_TIME: which or turn.area is not None}  # fmt: skip
    if not found.events or not of_an_area[wrong.kind]:
        return None
    area = turn.area if wrong.kind == Mistake.WRONG_TIME else turn.areas[0] if turn.areas else None
    return Correction(wrong.kind, wrong.said, area, entry=entry, events=found.ids)

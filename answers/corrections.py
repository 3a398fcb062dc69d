"""False premises: a day, an hour, a place, a town or a measure that a question takes for granted wrongly."""

from __future__ import annotations

from datetime import datetime

from answers.decisions import Correction
from answers.entities import Thing
from answers.entries import About, Entry, Kind
from answers.numbers import Clock
from answers.places import ORIGIN
from answers.stopwords import words_of
from answers.turn import Turn

# "May I come at 20:00?" does not claim that it starts then.
_OWN_TIME = {
    "it": words_of("""
        arrivo arrivare arriviamo vengo venire esco usciamo lavoro stacco finisco ritardo tardi treno pullman
        autobus bus posso prima dopo entro
    """),
    "en": words_of("arrive come late work finish train bus leave before after can"),
    "fr": words_of("arrive arriver viens venir retard travail finis sors train bus avant apres peux"),
}


FEW = 3
"""A wrong day beside so few words of ours is a wrong day of the meeting."""


def no_such_measure(turn: Turn) -> Correction | None:
    for mention in turn.reading.mentions:
        if mention.thing is Thing.MEASURE and turn.programme.measure(int(mention.id)) is None:
            return Correction("no_such_measure", mention.said, measure=int(mention.id))
    return None


def of_meeting(turn: Turn, entry: Entry | None) -> Correction | None:
    """What is wrong about the meeting in the question. `entry` is what it seems to ask, if anything."""
    if not _about_meeting(turn, entry):
        return None
    return (
        _unknown_town(turn, entry)
        or _wrong_venue(turn, entry)
        or _wrong_date(turn, entry)
        or _wrong_time(turn, entry)
    )


def of_named_meeting(turn: Turn) -> Correction | None:
    """A town named with another's day, place or hour: wrong whatever is asked."""
    if not turn.reading.ids(Thing.TOWN) or not _about_meeting(turn, None):
        return None
    return _wrong_venue(turn, None) or _wrong_date(turn, None) or _wrong_time(turn, None)


def _about_meeting(turn: Turn, entry: Entry | None) -> bool:
    if entry is not None:
        return entry.about is About.EVENT
    return turn.names_only or (len(turn.content) <= FEW and all(map(turn.collection.knows, turn.content)))


def _unknown_town(turn: Turn, entry: Entry | None) -> Correction | None:
    if entry is not None and entry.kind is not Kind.FACT:
        return None  # a bus to Turin is no mistake about a meeting
    elsewhere = [mention for mention in turn.reading.mentions if mention.thing is Thing.ELSEWHERE]
    if not elsewhere or turn.reading.ids(Thing.TOWN):
        return None
    if _on_the_way(turn):
        return None
    return Correction("unknown_town", elsewhere[0].id, entry=entry)


def _on_the_way(turn: Turn) -> bool:
    return any(word in ORIGIN.get(turn.language, ()) for word in turn.reading.plain)


def _wrong_venue(turn: Turn, entry: Entry | None) -> Correction | None:
    named = turn.reading.ids(Thing.TOWN)
    if len(named) != 1 or _on_the_way(turn):
        return None
    venues = [mention for mention in turn.reading.mentions if mention.thing is Thing.VENUE]
    here = [mention for mention in venues if _town_of(turn, mention.id) in turn.towns]
    if not venues or here:
        return None
    return Correction("wrong_venue", venues[0].said, town=turn.towns[0], entry=entry)


def _town_of(turn: Turn, venue: str) -> str | None:
    found = turn.programme.venue(venue)
    return found.town if found else None


def _wrong_date(turn: Turn, entry: Entry | None) -> Correction | None:
    days = turn.reading.days
    towns = turn.reading.ids(Thing.TOWN) or turn.reading.ids(Thing.VENUE)
    if not days or len(towns) > 1:
        return None
    towns = turn.towns if towns else tuple(event.town for event in turn.question.events)
    events = [event for event in (turn.event(town) for town in towns) if event]
    if not events or any(turn.is_on(event, day.day, day.month) for event in events for day in days):
        return None
    return Correction("wrong_date", days[0].said, town=turn.towns[0] if turn.towns else None, entry=entry)


def _wrong_time(turn: Turn, entry: Entry | None) -> Correction | None:
    if turn.town is None or not turn.reading.clocks:
        return None
    if any(word in _OWN_TIME.get(turn.language, ()) for word in turn.reading.plain):
        return None
    event = turn.event(turn.town)
    if event is None or any(_is_when(turn, event_time, clock) for clock in turn.reading.clocks
                            for event_time in (event.starts_at, event.ends_at)):  # fmt: skip
        return None
    return Correction("wrong_time", turn.reading.clocks[0].said, town=turn.town, entry=entry)


def _is_when(turn: Turn, moment: datetime, clock: Clock) -> bool:
    local = moment.astimezone(turn.programme.zone)
    return clock.means(local.hour, local.minute)

"""Tell which meetings are at a venue that a message names, or in a place of its kind: "the one in a library"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from answers.dialogue.decisions import Mistake
from answers.language import text, vocabulary
from answers.language.entities import EntityType
from answers.limits import BEFORE_AN_HOUR, WITHIN_A_PHRASE
from answers.meetings import bounds
from answers.meetings.claim import Claim

if TYPE_CHECKING:
    from answers.dialogue.turn import Turn
    from domain.events.events import Event


def on_the_way(turn: Turn) -> bool:
    """Return True if somebody says where they come from."""
    return not vocabulary.of(turn.language).origin.isdisjoint(turn.reading.plain)


def claimed(turn: Turn, scope: Sequence[Event]) -> Claim | None:
    """Return what a venue, or a kind of venue, claims of the meeting that is meant."""
    said = [mention.said for mention in turn.reading.mentions if mention.thing is EntityType.VENUE]
    if not said:
        return _of_kind(turn, scope)
    ids = turn.reading.ids(EntityType.VENUE)
    fits = frozenset(event.id for event in scope if event.venue in ids or _is_called(event, said))
    return Claim(Mistake.WRONG_VENUE, said[0], fits) if fits or not on_the_way(turn) else None


def _is_called(event: Event, said: Iterable[str]) -> bool:
    """Return True if an organiser's words for the place hold these."""
    own = set(text.words(f"{event.place.name} {event.place.address}")) if event.place else set()
    return any(own.issuperset(text.words(each)) for each in said)


def pointed_at(turn: Turn) -> bool:
    """Return True for "one in the library", but not for "what is there to see in the library?"."""
    words = turn.reading.words
    return any(word == EntityType.VENUE and _pointed_inside(turn, at) for at, word in enumerate(words)) or (
        bool(_kind_said(turn))
    )


def _kind_said(turn: Turn) -> str:
    kinds, words = vocabulary.of(turn.language).venues, turn.reading.words
    places = (place for place, word in enumerate(words) if any(word in kind for kind in kinds.values()))
    return next((words[place] for place in places if _pointed_inside(turn, place)), "")


def _of_kind(turn: Turn, scope: Sequence[Event]) -> Claim | None:
    """ "The one in a school": only of one that is pointed at, since a school may be much else."""
    kinds, said = vocabulary.of(turn.language).venues, _kind_said(turn)
    if not said:
        return None
    meant = [kind for kind, words in kinds.items() if said in words]
    alike = {word for own in vocabulary.every() for kind in meant for word in own.venues.get(kind, ())}
    fits = (event.id for event in scope if not alike.isdisjoint(_words_of_venue(turn, event)))
    return Claim(Mistake.WRONG_VENUE, said, frozenset(fits))


def _pointed_inside(turn: Turn, place: int) -> bool:
    """Return True after "the one in a" and "which meeting is at the"."""
    own, words = vocabulary.of(turn.language), turn.reading.words
    if not own.that_one.isdisjoint(words[place + 1 : place + 2]):
        return True  # "the library one"
    before = words[max(0, place - BEFORE_AN_HOUR) : place]
    return not own.inside.isdisjoint(before) and bounds.points_at(turn, place - WITHIN_A_PHRASE, place) is not None


def _words_of_venue(turn: Turn, event: Event) -> set[str]:
    """Return the words of all the names that the place of the event has."""
    if event.place is not None and event.place.name:
        return set(text.words(event.place.name))
    venue = turn.programme.venue(event.venue)
    names = (*venue.name.values(), *venue.aliases) if venue else ()
    return {word for name in names for word in text.words(name)}

"""Messages that lean on the one before: "e a Ilton?", "no, intendevo Barton", "la seconda"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from answers.dialogue.decisions import Choice, Correction, DialogueState, Mistake, Slots
from answers.dialogue.turn import Turn
from answers.entries import About, Entry, EntryKind
from answers.language import numbers, text, vocabulary
from answers.language.entities import EntityType, is_measure
from answers.limits import SLIPS
from answers.meetings import meetings

if TYPE_CHECKING:
    from domain.events.events import Event

_FILLS = {EntityType.AREA: About.EVENT, EntityType.VENUE: About.EVENT, EntityType.DAY: About.EVENT,
          EntityType.BODY: About.BODY, EntityType.MEASURE: About.MEASURE}  # fmt: skip
PASSING_ON = "bot.ask"
"""The entry that says how a question reaches the organisers."""


def pending(turn: Turn) -> Choice | None:
    """The offered option that the message takes: by its place, by its area, or by a yes to the only one."""
    state = turn.state
    if state is None or not state.pending:
        return None
    words = turn.reading.words
    place = _place(turn)
    if place is not None and words[0] in vocabulary.of(turn.language).links and _by_order(turn):
        return None  # "and the second?" goes on, "the second" chooses
    if place is not None:
        return state.pending[place] if place < len(state.pending) else None
    if len(state.pending) == 1 and words and words[0] in vocabulary.union("yes") and len(words) <= 3:
        return state.pending[0]
    return None


def wants_it_passed_on(turn: Turn) -> Entry | None:
    """Return the entry that says how to ask the organisers, if "yes please" was typed instead of pressed."""
    words = turn.reading.words
    if not (turn.state and turn.state.passing_on and words and len(words) <= 3):
        return None
    return turn.collection.entry(PASSING_ON) if words[0] in vocabulary.union("agreed") else None


def wants_everything(turn: Turn) -> Entry | None:
    """Return the entry that tells all about a meeting, for "tell me everything" after one."""
    words = [word for word in turn.reading.plain if turn.collection.lexicon.carries(word)]
    own = vocabulary.of(turn.language)
    only = bool(words) and own.everything.issuperset(words) and not turn.reading.mentions
    return turn.collection.tells_most if only and turn.of_meetings else None


def refuses(turn: Turn) -> bool:
    """Return True if "none of these" was typed instead of pressed; to an honest "I do not know", "no" is no more."""
    words = turn.reading.words
    if not (turn.state and turn.state.pending and words and len(words) <= 3) or turn.state.passing_on:
        return False
    return words[0] in vocabulary.union("nothing") and not turn.areas


def follow_up(turn: Turn) -> Choice | None:
    """Return the same entry about something else, if the message holds nothing but that."""
    state = turn.state
    if state is None or state.entry is None or (turn.content and not _only_slips_beside_an_area(turn)):
        return _by_order(turn)
    things = {EntityType(word) for word in turn.reading.words if word.startswith("<")}
    if turn.near_days and _nothing_else(turn):
        things.add(EntityType.DAY)
    entry = turn.collection.entry(state.entry)
    if entry is None or not any(_fits(entry, thing) for thing in things):
        return None
    if EntityType.CLOCK in things and entry.about is not About.EVENT:
        return None  # an hour is a meeting's, whatever was talked about
    return Choice(entry.id, _replaced(state.slots, turn))


def _only_slips_beside_an_area(turn: Turn) -> bool:
    """Return True for "scusami volveo dire Barton"; a word that is no slip of grammar may be what is asked about."""
    if len(turn.areas) != 1 or len(turn.content) > SLIPS or any(map(turn.collection.knows_stem, turn.content)):
        return False
    grammar = vocabulary.of(turn.language).grammar
    likeness = (process.extractOne(word, grammar, scorer=OSA.distance, score_cutoff=1) for word in turn.content)
    return all(found is not None for found in likeness)


def _nothing_else(turn: Turn) -> bool:
    """ "E domani?", but not "is there anything tomorrow?", which asks by itself."""
    own = vocabulary.of(turn.language)
    light = own.links | own.meant | turn.words_of_near_days
    return light.issuperset(turn.reading.plain)


def _fits(entry: Entry, thing: EntityType) -> bool:
    """Return True if the entry can be carried over: what nobody knows of Ilton, nobody knows of Barton either."""
    if entry.kind is EntryKind.UNKNOWN:
        return thing in (EntityType.AREA, EntityType.VENUE, EntityType.DAY)
    return entry.about is not None and (
        _FILLS.get(thing) is entry.about or (thing is EntityType.AREA and entry.about is About.AREA)
    )


def _replaced(slots: Slots, turn: Turn) -> Slots:
    area = turn.areas[0] if len(turn.areas) == 1 else None if turn.areas else slots.area
    events = turn.events if turn.meetings.chosen or area == slots.area else ()
    return Slots(area, turn.measure or slots.measure, turn.body or slots.body, events)


def _by_order(turn: Turn) -> Choice | None:
    """ "E la seconda?": the second measure, or the second meeting, as the conversation has it."""
    state, place = turn.state, _place(turn)
    step = _step(turn)
    if step and state is not None and state.entry is not None:
        place = _beside(turn, state, step)
    if state is None or state.entry is None or place is None:
        return None
    entry = turn.collection.entry(state.entry)
    if entry is None:
        return None
    if entry.about is About.MEASURE or state.slots.measure is not None or _lists_measures(entry):
        return _measure_by_order(turn, entry, state, place)
    if entry.about is About.EVENT:
        listed = meetings.listed(turn)
        chosen = listed[place] if -1 <= place < len(listed) else None
        return Choice(entry.id, Slots(area=chosen.area, events=(chosen.id,))) if chosen else None
    return None


def _step(turn: Turn) -> int:
    """Return 1 for "and the one after?", -1 for "the previous one"; 0 if anything else is said."""
    own = vocabulary.of(turn.language)
    light = own.that_one | own.which | own.links | own.pointing | own.following | own.preceding
    said = set(turn.reading.plain)
    if not turn.state or turn.reading.mentions or any(turn.collection.lexicon.carries(word) for word in said - light):
        return 0
    return (not own.following.isdisjoint(said)) - (not own.preceding.isdisjoint(said))


def _beside(turn: Turn, state: DialogueState, step: int) -> int | None:
    """Return the place of the measure or meeting before or after the one spoken of; None if there is none."""
    if state.slots.measure is not None:
        listed = [measure.number for measure in turn.programme.measures]
        here = listed.index(state.slots.measure) if state.slots.measure in listed else None
    else:
        every = meetings.listed(turn)
        of = [place for place, event in enumerate(every) if _is_spoken_of(event, state)]
        here = of[0] if len(of) == 1 else None
        listed = [event.id for event in every]
    place = None if here is None else here + step
    return place if place is not None and 0 <= place < len(listed) else None


def _is_spoken_of(event: Event, state: DialogueState) -> bool:
    return event.id in state.slots.events if state.slots.events else state.slots.area in event.areas


def no_such_place(turn: Turn) -> Correction | None:
    """ "E la sesta?" of five measures."""
    state, place = turn.state, _place(turn)
    entry = turn.collection.entry(state.entry) if state and state.entry else None
    if state is None or entry is None or state.pending or place is None:
        return None
    if state.slots.measure is None and not _lists_measures(entry):
        return None
    if place + 1 in {0, *(measure.number for measure in turn.programme.measures)}:
        return None
    return Correction(Mistake.NO_SUCH_MEASURE, " ".join(turn.reading.words), measure=place + 1)


def none_beside(turn: Turn) -> Correction | None:
    """ "And the one after?" of the last meeting; and the one before the first."""
    state, step = turn.state, _step(turn)
    if not step or state is None or state.slots.measure is not None or not turn.of_meetings:
        return None
    every = meetings.listed(turn)
    here = [place for place, event in enumerate(every) if _is_spoken_of(event, state)]
    if not here or 0 <= here[-1 if step > 0 else 0] + step < len(every):
        return None
    kind = Mistake.NONE_AFTER if step > 0 else Mistake.NONE_BEFORE
    return Correction(kind, "", entry=turn.collection.entry(state.entry or ""))


def listed(turn: Turn) -> Choice | None:
    """Return the entry that lists whatever is spoken of, for "list them all", or all but it, for "and the others?"."""
    state, own = turn.state, vocabulary.of(turn.language)
    entry = turn.collection.entry(state.entry) if state and state.entry else None
    light = own.everything | own.all | own.pointing | own.links | own.list_them | own.others | own.that_one
    if state is None or entry is None or turn.reading.mentions or not light.issuperset(turn.content):
        return None
    said = set(turn.reading.plain)
    others = not own.others.isdisjoint(said)
    if own.list_them.isdisjoint(said) and not others:
        return None
    if entry.about is About.EVENT:
        every = turn.question.events
        left = tuple(event.id for event in every if others and not _is_spoken_of(event, state))
        told = turn.collection.tells_most
        return Choice(told.id, Slots(events=left)) if told else None
    lists = turn.collection.lists(len(turn.programme.measures)) if _lists_measures(entry) else None
    return Choice(lists.id, Slots()) if lists else None


def _measure_by_order(turn: Turn, entry: Entry, state: DialogueState, place: int) -> Choice | None:
    listed = sorted(measure.number for measure in turn.programme.measures)
    if not -1 <= place < len(listed):
        return None
    about = entry if entry.about is About.MEASURE else turn.collection.entry_about(About.MEASURE)
    return Choice(about.id, Slots(state.slots.area, listed[place], state.slots.body)) if about else None


def _lists_measures(entry: Entry) -> bool:
    """Or speaks of one of them."""
    return entry.about is not About.EVENT and any(map(is_measure, text.words(f"{entry.headline} {entry.answer}")))


def _place(turn: Turn) -> int | None:
    """0 for "the first", -1 for "the last"; only when hardly anything else is said."""
    words = [word for word in turn.reading.words if turn.collection.lexicon.carries(word)]
    light = vocabulary.union("pointing") | vocabulary.union("links")
    words = [word for word in words if word not in light] or words
    if len(words) != 1:
        return None
    word = words[0]
    if numbers.is_last(word):
        return -1
    found = numbers.ordinal(word) or numbers.number(word)
    return found - 1 if found else None

"""Answer by the likeliest entry, if it is likely enough and takes nothing untrue for granted."""

from __future__ import annotations

from dataclasses import replace

from answers.dialogue import false_premises
from answers.dialogue.decisions import AskArea, Correction, Explanation, Outcome
from answers.dialogue.outcomes import answered, outcome
from answers.dialogue.turn import Turn
from answers.entries import About, Entry
from answers.language import emergency, vocabulary
from answers.language.entities import EntityType
from answers.limits import ASKS_ELSE_FROM, CHATTER_FROM, GRAVE_FROM, LISTED, WORDS_COVERED, WORDS_KNOWN
from answers.meetings import bounds, venues
from answers.reply import facets, several, unsure
from answers.search import retrieval
from answers.search.chance import OPTIONS, Calibration
from answers.search.language_index import LONG_WORD


def answered_likeliest(turn: Turn, calibration: Calibration) -> Outcome:
    """Return the answer, the correction, or what is told though nobody is sure."""
    found = retrieval.find(turn, calibration)
    if found is None:
        return unsure.nothing_found(turn)
    calibration = calibration.of(found.ranking.signals)
    why = Explanation(ranked=found.listed(turn), signals=found.ranking.signals, p=found.p, unsaid=found.unsaid(turn))
    mistaken = _mistaken(turn, found, calibration)
    if mistaken:
        return outcome(turn, mistaken, replace(why, how="correction"))
    top = found.first(turn)
    sure = found.p >= needed(turn, top, calibration) and not _not_meant(turn, top)
    which = _which_meeting(turn, top, found.p if sure else 0.0)
    if which is not None:
        return answered(turn, which, turn.slots, found.p, "which meeting", why)
    if sure:
        return _sure(turn, top, found, why)
    return unsure.told(unsure.Case(turn, found, calibration.offer_from, why))


def _which_meeting(turn: Turn, top: Entry, sure: float) -> Entry | None:
    """Return all about the meetings that "the one that ..." picks, unless something else is surely asked of them."""
    entry, own = turn.collection.tells_most, vocabulary.of(turn.language)
    pointed = bounds.pointed(turn) or venues.pointed_at(turn)
    if entry is None or not pointed or not turn.meetings.picked or turn.meetings.wrong is not None:
        return None
    if entry.says_all_of(top):
        told = top.answer if len(turn.events) == 1 else top.glance
        tells_which = "{date}" in told and own.which.isdisjoint(turn.reading.plain)
        return None if sure and tells_which else entry
    return entry if sure < ASKS_ELSE_FROM else None


def _sure(turn: Turn, top: Entry, found: retrieval.Found, why: Explanation) -> Outcome:
    mistaken = false_premises.of_meeting(turn, top) if top.about is About.EVENT else None
    if mistaken:
        return outcome(turn, mistaken, replace(why, how="correction"))
    if _of_unknown_place(turn, top):
        return outcome(turn, AskArea(top), replace(why, how="unknown place"))
    measures = several.each_measure(turn, top, found.p)
    if measures is not None:
        return outcome(turn, measures, why)
    return answered(turn, facets.with_other_sides(turn, top), turn.slots, found.p, "retrieval", why)


def needed(turn: Turn, entry: Entry, calibration: Calibration) -> float:
    """Return the chance from which the entry is given as the answer."""
    # A likely cry for help is answered from even odds: a false alarm costs a smile.
    if emergency.answers(entry):
        return GRAVE_FROM
    return CHATTER_FROM if entry.exact else calibration.needed(entry.high_stakes) + turn.question.doubt


def _not_meant(turn: Turn, entry: Entry) -> bool:
    """Tell what is only like the entry, in its few words, from a cry for help."""
    return emergency.answers(entry) and not turn.sound.doubted


def _of_unknown_place(turn: Turn, entry: Entry) -> bool:
    """Return True if a word that nobody knows may be the place that is meant, among more than can be listed."""
    several = entry.about is About.EVENT and turn.area is None and not turn.named
    if not several or len(turn.programme.areas) <= LISTED or (turn.events and len(turn.events) <= LISTED):
        return False
    known = turn.collection
    return any(
        len(word) >= LONG_WORD and not known.knows(word) and not known.nearly_knows(word) for word in turn.content
    )


def _mistaken(turn: Turn, found: retrieval.Found, calibration: Calibration) -> Correction | None:
    asked = _meeting_asked(turn, found, calibration)
    mistaken = false_premises.of_meeting(turn, asked) if asked else None
    if mistaken is None and found.p < calibration.answer_from:
        return false_premises.of_named_meeting(turn) or false_premises.of_pointed_meeting(turn)
    return mistaken


def _meeting_asked(turn: Turn, found: retrieval.Found, calibration: Calibration) -> Entry | None:
    """Return the entry about a meeting that is asked for, if the words are those of such a question."""
    scores, (first, *others) = found.ranking.scores, found.ranking.order[:OPTIONS]
    if scores.known < WORDS_KNOWN or found.among < calibration.offer_from:
        return None
    looked_at = [first, *(others if turn.reading.ids(EntityType.ELSEWHERE) else ())]
    entries = ((turn.collection.entries[number], scores.coverage[number]) for number in looked_at)
    return next((e for e, covered in entries if e.about is About.EVENT and covered >= WORDS_COVERED), None)

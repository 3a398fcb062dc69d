"""Try to understand a message, the surest way first. Each step returns an outcome, or leaves it to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from answers.dialogue import acts, false_premises, follow_ups
from answers.dialogue.decisions import (
    Answer,
    AskArea,
    Correction,
    Explanation,
    Offer,
    Option,
    OtherLanguage,
    Outcome,
    Slots,
    Unknown,
    UnknownReason,
)
from answers.dialogue.outcomes import answer, answered, option, outcome
from answers.dialogue.turn import Turn
from answers.entries import About, Entry
from answers.language import emergency, text, vocabulary
from answers.language.entities import EntityType
from answers.search import retrieval
from answers.search.chance import OPTIONS, Calibration
from answers.search.language_index import LONG_WORD, LanguageIndex
from domain import languages

CERTAIN = 0.99
SAME_WORDS = 0.97
FOLLOW_UP = 0.95
WORDS_KNOWN = 0.7
WORDS_COVERED = 0.55
"""Shares of a question's information that must be known, and by the entry it seems to ask for, before it is
corrected."""
BOTH = 2
LISTED = 5
"""So many events are a list that one reads."""
FEW = 3
"""Strange words beside an area that may still be a question about its meeting."""
WORDS_ALL_KNOWN = 0.9
SURE_OF_TALK, LONGEST_TALK = 0.7, 10
OF_MEETINGS = 0.4
"""The chance that something of a meeting is asked, from which it is told beside the guesses."""
OF_BODIES = 0.5
"""The chance that it is asked who a body is, from which a body that is named is told."""
COVERED = 0.65
"""The chance, that one of several entries is meant, from which the one that says all of them is given."""
CHATTER_FROM = 0.6
"""Chatter of which nearly every word is known: it cannot be offered, and does no harm."""
GUESSED_FROM = 0.0
"""What no phrase says is heard in another language from even odds: the layer learned few messages of those."""
OURS = 1.0
"""With so many words of ours a cry is answered in our language, whatever language its phrase is of."""
GRAVE_FROM = 0.6
"""A likely cry for help is answered: better once too often than once too little."""


def nothing_said(turn: Turn) -> Outcome | None:
    """Answer a message without a word, perhaps an emoji."""
    if turn.reading.words:
        return None
    entry = turn.collection.drawn(text.symbol(turn.question.text))
    if entry:
        return answered(turn, entry, turn.slots, SAME_WORDS, "same words")
    return outcome(turn, Unknown(UnknownReason.EMPTY), Explanation(how="empty"))


def cry_for_help(turn: Turn, collections: Mapping[str, LanguageIndex]) -> Outcome | None:
    known = [each.means for each in collections.values()]
    named = {word for each in turn.reading.mentions for word in text.words(each.said)}
    found = emergency.heard(turn.question.text, lambda word: word in named or any(means(word) for means in known))
    if found is not None and found.language not in ("", *collections) and not turn.heard.foreign:
        # Nobody slips from one language into another: "wehn is it" is no German cry.
        found = emergency.heard(turn.question.text, lambda _: True)
    if found is None or (turn.heard.foreign and not found.language and found.evidence < GUESSED_FROM):
        return None
    card = _card_of_cry(turn, found)
    if card:
        return outcome(turn, OtherLanguage(card, cry=found.kind), Explanation(how="emergency", p=CERTAIN))
    spoken = found.language if turn.heard.votes.get(found.language, 0) > 0 else turn.language
    own = collections.get(spoken, turn.collection)
    every = (own, turn.collection, *collections.values())  # in another language rather than not at all
    entry = next((each for one in every for each in one.entries if found.kind in each.id.split(".")), None)
    return answered(turn, entry, turn.slots, CERTAIN, "emergency") if entry else None


def _card_of_cry(turn: Turn, found: emergency.Sound) -> str:
    """Return the language whose card answers the cry: what the message is in, or at least the phrase that says so."""
    votes, cards = turn.heard.votes, languages.cards()
    if turn.heard.foreign in cards:
        return turn.heard.foreign
    ours = found.language in votes or max(votes.values(), default=0.0) >= OURS
    return found.language if found.language in cards and not ours else ""


def in_another_language(turn: Turn) -> Outcome | None:
    """Answer in a language that is not configured by its card, with the meetings of whatever area it names."""
    if not turn.heard.foreign:
        return None
    chosen = turn.meetings.ids if turn.meetings.chosen and turn.meetings.wrong is None else ()
    decision = OtherLanguage(turn.heard.foreign, turn.named, chosen)
    return outcome(turn, decision, Explanation(how="another language", p=CERTAIN))


# --- what leans on the conversation ---


def by_context(turn: Turn) -> Outcome | None:
    missing = false_premises.no_such_measure(turn) or follow_ups.no_such_place(turn)
    if missing:
        return outcome(turn, missing, Explanation(how="correction"))
    passed_on = follow_ups.wants_it_passed_on(turn)
    if passed_on:
        return answered(turn, passed_on, turn.slots, FOLLOW_UP, "follow-up")
    everything = follow_ups.wants_everything(turn)
    if everything and turn.state:
        return answered(turn, everything, turn.state.slots, FOLLOW_UP, "follow-up")
    if follow_ups.refuses(turn):
        return outcome(turn, Unknown(UnknownReason.NONE_OF_THESE), Explanation(how="pending"))
    chosen, how = follow_ups.pending(turn), "pending"
    if chosen is None:
        chosen, how = follow_ups.follow_up(turn), "follow-up"
    entry = turn.collection.entry(chosen.entry) if chosen else None
    mistaken = false_premises.of_meeting(turn, entry or _last_meeting(turn))
    if mistaken and (entry or turn.names_only):
        return outcome(turn, mistaken, Explanation(how="correction"))
    if chosen is None or entry is None:
        return _only_an_area(turn)
    if how == "follow-up" and turn.state and turn.state.pending:
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


def said_again(turn: Turn, collections: Mapping[str, LanguageIndex]) -> Outcome | None:
    """Give the last answer once more, or in another language, if that is all that is asked."""
    state = turn.state
    if state is None or state.entry is None:
        return None
    language = acts.wanted_language(turn, collections)
    if language is None and not acts.wants_again(turn):
        return None
    told = replace(turn, collection=collections[language or state.language])
    entry = told.collection.entry(state.entry)
    return answered(told, entry, state.slots, FOLLOW_UP, "again") if entry else None


# --- what stands by itself ---


def by_wording(turn: Turn) -> Outcome | None:
    """Answer a message in the very words of a phrasing."""
    words = turn.reading.words
    entry = turn.collection.worded(words) or turn.collection.answered_with_a_word(words)
    if entry is None or not turn.collection.qualifies(entry, turn.reading, turn.has):
        return None
    mistaken = false_premises.of_meeting(turn, entry)
    if mistaken:
        return outcome(turn, mistaken, Explanation(how="correction"))
    return answered(turn, entry, turn.slots, SAME_WORDS, "same words")


def by_facets(turn: Turn) -> Outcome | None:
    """Tell all about a meeting if several of its sides are asked at once, and nothing else."""
    own, entry = vocabulary.of(turn.language), turn.collection.tells_most
    facets = own.facets.every
    words = [turn.collection.lexicon.spell(word) for word in turn.reading.plain]
    asked = _sides_asked(turn)
    everything = bool(turn.areas) and not own.everything.isdisjoint(words)
    allowed = own.meetings.union(own.everything, *facets)
    if (
        entry is None
        or (asked < BOTH and not everything)
        or not allowed.issuperset(word for word in turn.content if len(word) > 1)
    ):
        return None
    mistaken = false_premises.of_meeting(turn, entry)
    if mistaken:
        return outcome(turn, mistaken, Explanation(how="correction"))
    return answered(turn, entry, turn.slots, FOLLOW_UP, "facets")


def _sides_asked(turn: Turn) -> int:
    """Count the sides of a meeting that the message has words for: its day, its hours, its place."""
    words = [turn.collection.lexicon.spell(word) for word in turn.reading.plain]
    return sum(not side.isdisjoint(words) for side in vocabulary.of(turn.language).facets.every)


def by_retrieval(turn: Turn, calibration: Calibration) -> Outcome:
    found = retrieval.find(turn, calibration)
    if found is None:
        why = Explanation()
        if _only_an_area_known(turn):
            return _of_that_area(turn, why)
        return _of_that_event(turn, why) or outcome(turn, Unknown(UnknownReason.NO_KNOWN_WORD), why)
    why = Explanation(ranked=found.listed(turn), signals=found.ranking.signals, p=found.p)
    mistaken = _mistaken(turn, found, calibration)
    if mistaken:
        return outcome(turn, mistaken, replace(why, how="correction"))
    top = found.first(turn)
    if found.p >= _needed(turn, top, calibration) and not _not_meant(turn, top):
        mistaken = false_premises.of_meeting(turn, top) if top.about is About.EVENT else None
        if mistaken:
            return outcome(turn, mistaken, replace(why, how="correction"))
        if _of_unknown_place(turn, top):
            return outcome(turn, AskArea(top), replace(why, how="unknown place"))
        top = _with_other_sides(turn, top)
        return answered(turn, top, turn.slots, found.p, "retrieval", why)
    told = _told_all_the_same(turn, found, why)
    if told is not None:
        return told
    options = tuple(option(turn, entry) for entry in found.worth_offering(turn))
    if options and found.among >= calibration.offer_from:
        everything = _all_in_one(turn, options, found)
        if everything:
            return answered(turn, everything, turn.slots, found.among, "all in one", why)
        return outcome(turn, Offer(options, _known_meeting(turn, found)), why)
    return outcome(turn, Unknown(UnknownReason.UNSURE), why)


def _told_all_the_same(turn: Turn, found: retrieval.Found, why: Explanation) -> Outcome | None:
    """Tell all there is of what the message names, or answer its courtesy, though it is not sure what is asked."""
    if (told := _of_that_event(turn, why, found)) is not None:
        return told
    if (talk := acts.thanks(turn) or _small_talk(turn, found)) is not None:
        return answered(turn, talk, turn.slots, CHATTER_FROM, "small talk", why)
    if (body := _of_that_body(turn, found)) is not None:
        return answered(turn, body, turn.slots, why.p, "only a body known", why)
    if (covering := _covering(turn, found)) is not None:
        return answered(turn, covering, turn.slots, COVERED, "all in one", why)
    return _of_that_area(turn, why) if _only_an_area_known(turn) else None


def _of_unknown_place(turn: Turn, entry: Entry) -> bool:
    """Return True if a word that nobody knows may be the place that is meant, among more than can be listed."""
    several = entry.about is About.EVENT and turn.area is None and not turn.named
    if not several or len(turn.programme.areas) <= LISTED or (turn.events and len(turn.events) <= LISTED):
        return False
    known = turn.collection
    return any(
        len(word) >= LONG_WORD and not known.knows(word) and not known.nearly_knows(word) for word in turn.content
    )


def _of_that_event(turn: Turn, why: Explanation, found: retrieval.Found | None = None) -> Outcome | None:
    """Tell all there is of the few events that a message chooses, where it is not sure what is asked of them."""
    entry, meant = turn.collection.tells_most, turn.meetings
    if entry is None or not meant.chosen or meant.wrong is not None:
        return None
    asked = found is not None and found.first(turn).about is About.EVENT
    sure = asked and found is not None and found.ranking.scores.known >= WORDS_KNOWN
    if not turn.names_event and not meant.picked and not (sure and len(meant.events) <= LISTED):
        return None
    return answered(turn, entry, turn.slots, why.p, "only an event known", why)


def _small_talk(turn: Turn, found: retrieval.Found) -> Entry | None:
    """Return the small talk that a short message without a name most likely is, also in words that no phrasing has."""
    *each, _ = found.ranking.chances or (0.0, 0.0)
    likeliest = max(range(len(each)), key=each.__getitem__)
    entry = turn.collection.entries[likeliest]
    sure = each[likeliest] >= SURE_OF_TALK and len(turn.reading.words) <= LONGEST_TALK
    return entry if sure and entry.exact and not turn.reading.mentions and not emergency.answers(entry) else None


def _of_that_body(turn: Turn, found: retrieval.Found) -> Entry | None:
    """Return the entry that says what a body is in the programme, for a short message that names it alone."""
    entry, entries = turn.collection.entry_about(About.BODY), turn.collection.entries
    if len(turn.reading.ids(EntityType.BODY)) != 1 or entry is None or turn.area or turn.measure:
        return None
    each = zip(entries, found.ranking.chances, strict=False)
    of_bodies = sum(chance for one, chance in each if one.topic == entry.topic)
    return entry if of_bodies >= OF_BODIES and len(turn.content) <= FEW else None


def _known_meeting(turn: Turn, found: retrieval.Found) -> Answer | AskArea | None:
    """Return all about the meeting of the one area that is named, if something of a meeting may be asked."""
    entry = turn.collection.tells_most
    if entry is None or len(turn.named) != 1:
        return None
    each = zip(turn.collection.entries, found.ranking.chances, strict=False)
    likely = sum(chance for one, chance in each if one.about is About.EVENT)
    return answer(entry, turn.slots, likely) if likely >= OF_MEETINGS else None


def _covering(turn: Turn, found: retrieval.Found) -> Entry | None:
    """Return the entry that tells all about a meeting, if what is asked is most likely among it, whatever it is."""
    entry, chances = turn.collection.tells_most, found.ranking.chances
    if entry is None or not chances or not turn.areas:
        return None
    each = zip(turn.collection.entries, chances, strict=False)
    return entry if sum(chance for one, chance in each if entry.says_all_of(one)) >= COVERED else None


def _all_in_one(turn: Turn, options: tuple[Option, ...], found: retrieval.Found) -> Entry | None:
    """Return the entry that tells all about an area's meeting, instead of a choice between its day and its hour."""
    entry = turn.collection.tells_most
    if entry is None or len(turn.areas) != 1 or not turn.reading.ids(EntityType.AREA):
        return None
    known = WORDS_KNOWN if _sides_asked(turn) >= BOTH else WORDS_ALL_KNOWN
    if turn.reading.ids(EntityType.VENUE) or found.ranking.scores.known < known:
        return None
    entries, likely = turn.collection.entries, [each.entry for each in options[:2]]
    asked = (number for number in found.ranking.order if entries[number] in likely)
    if _sides_asked(turn) < BOTH and found.ranking.scores.have_what_lacks(*asked):
        return None  # at what hour the chemist's closes
    return entry if all(map(entry.says_all_of, likely)) else None


def _with_other_sides(turn: Turn, entry: Entry) -> Entry:
    """Return what answers the other sides too, where several were asked for: "at what time, and where"."""
    fuller = turn.collection.tells_most
    several = _sides_asked(turn) >= BOTH and bool(turn.reading.ids(EntityType.AREA))
    return fuller if fuller is not None and several and fuller.says_all_of(entry) else entry


def _only_an_area_known(turn: Turn) -> bool:
    """Return True for an area among a few words that are not even slips of known ones."""
    if len(turn.areas) != 1:
        return False
    known = (turn.collection.knows(word) or turn.collection.nearly_knows(word) for word in turn.content)
    return 0 < len(turn.content) <= FEW and not any(known)


def _of_that_area(turn: Turn, why: Explanation) -> Outcome:
    """Answer what is asked most."""
    often = (entry for entry in turn.collection.entries if entry.often and entry.about is About.EVENT)
    options = tuple(option(turn, entry) for entry in islice(often, OPTIONS))
    decision = Offer(options) if options else Unknown(UnknownReason.UNSURE)
    return outcome(turn, decision, replace(why, how="only an area known"))


def _needed(turn: Turn, entry: Entry, calibration: Calibration) -> float:
    """Return the chance from which the entry is given as the answer."""
    # A likely cry for help is answered from even odds: a false alarm costs a smile.
    if emergency.answers(entry):
        return GRAVE_FROM
    return CHATTER_FROM if entry.exact else calibration.needed(entry.high_stakes) + turn.question.doubt


def _not_meant(turn: Turn, entry: Entry) -> bool:
    """Tell what is only like the entry, in its few words, from a cry for help."""
    return emergency.answers(entry) and not emergency.likely(turn.question.text, turn.collection.means)


def _mistaken(turn: Turn, found: retrieval.Found, calibration: Calibration) -> Correction | None:
    asked = _meeting_asked(turn, found, calibration)
    mistaken = false_premises.of_meeting(turn, asked) if asked else None
    if mistaken is None and found.p < calibration.answer_from:
        return false_premises.of_named_meeting(turn)
    return mistaken


def _meeting_asked(turn: Turn, found: retrieval.Found, calibration: Calibration) -> Entry | None:
    """Return the entry about a meeting that is asked for, if the words are those of such a question."""
    scores, (first, *others) = found.ranking.scores, found.ranking.order[:OPTIONS]
    if scores.known < WORDS_KNOWN or found.among < calibration.offer_from:
        return None
    looked_at = [first, *(others if turn.reading.ids(EntityType.ELSEWHERE) else ())]
    entries = ((turn.collection.entries[number], scores.coverage[number]) for number in looked_at)
    return next((e for e, covered in entries if e.about is About.EVENT and covered >= WORDS_COVERED), None)

"""Tell what is true and may be meant, though nobody is sure what is asked: `RULES`, the first that applies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from answers.dialogue import acts
from answers.dialogue.decisions import Answer, AskArea, Explanation, Offer, Option, Outcome, Unknown, UnknownReason
from answers.dialogue.outcomes import answer, answered, option, outcome
from answers.dialogue.turn import Turn
from answers.entries import About, Entry
from answers.language import emergency
from answers.language.entities import EntityType
from answers.limits import (
    CHATTER_FROM,
    COVERED_FROM,
    FEW,
    LISTED,
    LONGEST_TALK,
    OF_BODIES_FROM,
    OF_MEETINGS_FROM,
    RATHER_A_FACT,
    SEVERAL,
    TALK_FROM,
    UNSAID_FROM,
    WORDS_ALL_KNOWN,
    WORDS_KNOWN,
)
from answers.reply import facets
from answers.search import retrieval
from answers.search.chance import OPTIONS


@dataclass(frozen=True)
class Case:
    """A message of which it is not sure what it asks; `found` is None if no entry has any of its words."""

    turn: Turn
    found: retrieval.Found | None
    offer_from: float
    why: Explanation

    @property
    def likely(self) -> Iterator[tuple[Entry, float]]:
        """Each entry with its chance by the layer; none without a layer."""
        chances = self.found.ranking.chances if self.found else ()
        return zip(self.turn.collection.entries, chances, strict=False)

    @property
    def guessed(self) -> tuple[Entry, ...]:
        """The entries for buttons."""
        return self.found.worth_offering(self.turn) if self.found else ()

    @property
    def offered(self) -> tuple[Entry, ...]:
        """The same, if one of them is likely enough to be meant."""
        return self.guessed if self.found and self.found.among >= self.offer_from else ()

    def tell(self, entry: Entry | None, p: float) -> Outcome | None:
        return answered(self.turn, entry, self.turn.slots, p, self.why.how, self.why) if entry else None


@dataclass(frozen=True)
class Rule:
    """`how` names it to authors, `reason` says why it is right to tell that."""

    how: str
    reason: str
    tells: Callable[[Case], Outcome | None]


def told(case: Case) -> Outcome:
    """Return what the first rule says that says anything; the last one always does."""
    found = ((rule, rule.tells(case)) for rule in RULES)
    return next(reply.explained(rule.how, rule.reason) for rule, reply in found if reply is not None)


def nothing_found(turn: Turn) -> Outcome:
    """Tell what can be told of a message without a word that an entry has."""
    return told(Case(turn, None, 1.0, Explanation()))


def _chosen_events(case: Case) -> Outcome | None:
    turn, meant, found = case.turn, case.turn.meetings, case.found
    if not (meant.chosen or meant.picked) or meant.wrong is not None:
        return None
    first = found.first(turn) if found is not None else None
    asked = first is not None and (first.about is About.EVENT or first.asks != "")
    sure = asked and found is not None and found.ranking.scores.known >= WORDS_KNOWN
    if not turn.names_event and not meant.picked and not (sure and len(meant.events) <= LISTED):
        return None
    if found is not None and not asked and not turn.names_one and found.p > RATHER_A_FACT:
        return None  # "what is a Mass for my mother?" names a kind of event, and asks something else
    entry = turn.collection.tells_most
    if entry is not None and first is not None:
        buttons = [each for each in first.buttons if each == "reminders" and each not in entry.buttons]
        # Who speaks, where that is told; and the bell for "remind me of the concert".
        entry = replace(entry, asks="" if first.asks == "title" else first.asks, buttons=(*entry.buttons, *buttons))
    return case.tell(entry, case.why.p)


def _thanks(case: Case) -> Outcome | None:
    return case.tell(acts.thanks(case.turn), CHATTER_FROM)


def _small_talk(case: Case) -> Outcome | None:
    turn = case.turn
    entry, chance = max(case.likely, key=lambda each: each[1], default=(None, 0.0))
    if entry is None or chance < TALK_FROM or len(turn.reading.words) > LONGEST_TALK:
        return None
    talks = entry.exact and not turn.reading.mentions and not emergency.answers(entry)
    return case.tell(entry, CHATTER_FROM) if talks else None


def _named_body(case: Case) -> Outcome | None:
    turn, entry = case.turn, case.turn.collection.entry_about(About.BODY)
    if len(turn.reading.ids(EntityType.BODY)) != 1 or entry is None or turn.area or turn.measure:
        return None
    of_bodies = sum(chance for one, chance in case.likely if one.topic == entry.topic)
    return case.tell(entry, case.why.p) if of_bodies >= OF_BODIES_FROM and len(turn.content) <= FEW else None


def _covering(case: Case) -> Outcome | None:
    entry = case.turn.collection.tells_most
    if entry is None or not case.turn.areas:
        return None
    covered = sum(chance for one, chance in case.likely if entry.says_all_of(one))
    return case.tell(entry, COVERED_FROM) if covered >= COVERED_FROM else None


def _asked_most_of_an_area(case: Case) -> Outcome | None:
    turn = case.turn
    known = (turn.collection.knows(word) or turn.collection.nearly_knows(word) for word in turn.content)
    if len(turn.areas) != 1 or not 0 < len(turn.content) <= FEW or any(known):
        return None
    often = (entry for entry in turn.collection.entries if entry.often and entry.about is About.EVENT)
    options = tuple(option(turn, entry) for entry in islice(often, OPTIONS))
    return outcome(turn, Offer(options) if options else Unknown(UnknownReason.UNSURE), case.why)


def _all_in_one(case: Case) -> Outcome | None:
    turn, found, entry = case.turn, case.found, case.turn.collection.tells_most
    if entry is None or found is None or not case.offered:
        return None
    if len(turn.areas) != 1 or not turn.reading.ids(EntityType.AREA) or turn.reading.ids(EntityType.VENUE):
        return None
    several = facets.count(turn) >= SEVERAL
    if found.ranking.scores.known < (WORDS_KNOWN if several else WORDS_ALL_KNOWN):
        return None
    entries, likely = turn.collection.entries, case.offered[:2]
    asked = (number for number in found.ranking.order if entries[number] in likely)
    if not several and found.ranking.scores.have_what_lacks(*asked):
        return None  # at what hour the chemist's closes
    return case.tell(entry, found.among) if all(map(entry.says_all_of, likely)) else None


def _not_said(case: Case) -> Outcome | None:
    likely = case.why.unsaid >= UNSAID_FROM and _known_meeting(case) is None
    return _no_answer(case) if likely and case.offered else None


def _offer(case: Case) -> Outcome | None:
    options = _options(case.turn, case.offered)
    return outcome(case.turn, Offer(options, _known_meeting(case)), case.why) if options else None


def _options(turn: Turn, entries: tuple[Entry, ...]) -> tuple[Option, ...]:
    return tuple(option(turn, entry) for entry in entries)


def _known_meeting(case: Case) -> Answer | AskArea | None:
    """Return all about the meeting of the one area that is named, if something of a meeting may be asked."""
    turn, entry = case.turn, case.turn.collection.tells_most
    if entry is None or len(turn.named) != 1:
        return None
    likely = sum(chance for one, chance in case.likely if one.about is About.EVENT)
    return answer(entry, turn.slots, likely) if likely >= OF_MEETINGS_FROM else None


def _no_answer(case: Case) -> Outcome:
    reason = UnknownReason.UNSURE if case.found else UnknownReason.NO_KNOWN_WORD
    return outcome(case.turn, Unknown(reason, _options(case.turn, case.guessed)), case.why)


RULES = (
    Rule("only an event known", "Whoever picks a meeting, or names it, is served by all about it.", _chosen_events),
    Rule("small talk", "Short thanks that ask nothing want a kind word.", _thanks),
    Rule("small talk", "So does most likely small talk, in words that no phrasing has.", _small_talk),
    Rule("only a body known", "A short message with a body's name and hardly more asks who that is.", _named_body),
    Rule("all in one", "If one of many sides of a meeting is asked, all of them hold it.", _covering),
    Rule("only an area known", "What most ask of a town, where no other word is known.", _asked_most_of_an_area),
    Rule("all in one", "Instead of a choice between the day and the hour of one meeting, both.", _all_in_one),
    Rule("not said", "If it is likelier not said than said: an honest no, and the guesses after it.", _not_said),
    Rule("retrieval", "A choice of guesses, with the meeting of the one town that is named.", _offer),
    Rule("retrieval", "An honest no, the organisers, and the guesses all the same.", _no_answer),
)

"""From a question to a decision: the only door into this package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from answers import corrections, dialogue, emergency, language, retrieval, text
from answers.calibration import DEFAULT
from answers.collection import Collection
from answers.decide import OPTIONS, Calibration
from answers.decisions import (
    Answer,
    AskTown,
    Choice,
    Correction,
    Decision,
    Explanation,
    Offer,
    Option,
    Outcome,
    Question,
    Slots,
    State,
    Unknown,
)  # fmt: skip
from answers.documents import Formula
from answers.entities import Gazetteer, Reading, Thing
from answers.entries import About, Entry, Synonyms
from answers.turn import Turn

if TYPE_CHECKING:
    from domain.programme import Programme

CERTAIN = 0.99
SAME_WORDS = 0.97
FOLLOW_UP = 0.95
WORDS_KNOWN = 0.7
"""Share of a question's information that must be known before it is corrected."""


class Engine:
    """Immutable: a changed knowledge file or a learned answer makes a new one, swapped in whole."""

    def __init__(
        self,
        collections: Mapping[str, Collection],
        gazetteer: Gazetteer,
        programme: Programme,
        calibration: Calibration,
    ) -> None:
        self._collections = dict(collections)
        self._gazetteer = gazetteer
        self._programme = programme
        self._calibration = calibration
        self._knows = {name: each.knows for name, each in self._collections.items()}

    @classmethod
    def build(
        cls,
        entries: Mapping[str, Sequence[Entry]],
        programme: Programme,
        calibration: Calibration = DEFAULT,
        synonyms: Mapping[str, Synonyms] | None = None,
        formula: Formula | None = None,
    ) -> Engine:
        """`entries` and `synonyms` by language."""
        gazetteer = Gazetteer(programme)
        collections = {
            name: Collection(name, each, gazetteer, (synonyms or {}).get(name, ()), formula)
            for name, each in entries.items()
        }
        return cls(collections, gazetteer, programme, calibration)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._collections)

    @property
    def home(self) -> str:
        """The programme's own language."""
        return self._programme.language

    def with_learned(self, learned: Iterable[Entry]) -> Engine:
        """With further entries, each in its own language; one of the same id is replaced."""
        collections = dict(self._collections)
        by_language: dict[str, list[Entry]] = {}
        for entry in learned:
            by_language.setdefault(entry.language, []).append(entry)
        for name, added in by_language.items():
            if name in collections:
                new = {entry.id for entry in added}
                kept = [entry for entry in collections[name].entries if entry.id not in new]
                collections[name] = Collection(
                    name, [*kept, *added], self._gazetteer, collections[name].synonyms
                )
        return Engine(collections, self._gazetteer, self._programme, self._calibration)

    def with_calibration(self, calibration: Calibration) -> Engine:
        return Engine(self._collections, self._gazetteer, self._programme, calibration)

    def collection(self, language: str) -> Collection:
        """Of that language, else of the programme's own."""
        return self._collections.get(language) or self._collections[self._programme.language]

    def entry(self, id: str, language: str) -> Entry | None:
        """In the language asked for, else in the programme's own."""
        for name in (language, self._programme.language):
            found = self._collections[name].entry(id) if name in self._collections else None
            if found:
                return found
        return None

    def option(
        self,
        id: str,
        language: str,
        town: str | None = None,
        measure: int | None = None,
        body: str | None = None,
    ) -> Answer | AskTown | None:
        """The answer behind a pressed button; None when the entry is gone."""
        entry = self.entry(id, language)
        return _answer(entry, Slots(town, measure, body), CERTAIN) if entry else None

    def reply(self, question: Question) -> Outcome:
        """Never raises, whatever the text."""
        turn = self._listen(question)
        for step in (self._nothing_said, self._emergency, self._by_context, self._by_wording):
            outcome = step(turn)
            if outcome:
                return outcome
        return self._by_retrieval(turn)

    # --- hearing ---

    def _listen(self, question: Question) -> Turn:
        state = question.state if question.state and question.state.fresh(question.now) else None
        first = self._gazetteer.read(question.text, question.language, known=self._is_word)
        habits = [question.language, self._programme.language]
        if state:
            habits.insert(0, state.language)
        heard = language.hear(question.text, first.plain, self._knows, habits)
        spoken = heard.language if heard.language in self._collections else self._programme.language
        collection = self._collections[spoken]
        reading = first
        if spoken != question.language:
            reading = self._gazetteer.read(question.text, spoken, known=collection.means)
        return Turn(question, state, heard, reading, collection, self._programme, self._gazetteer)

    def _is_word(self, word: str) -> bool:
        return any(collection.means(word) for collection in self._collections.values())

    # --- steps, in order ---

    def _nothing_said(self, turn: Turn) -> Outcome | None:
        if turn.reading.words:
            return None
        entry = turn.collection.drawn(text.symbol(turn.question.text))
        if entry:
            return self._answered(turn, entry, turn.slots, SAME_WORDS, "same words")
        return self._outcome(turn, Unknown("empty"), Explanation(how="empty"))

    def _emergency(self, turn: Turn) -> Outcome | None:
        found = emergency.heard(text.fold(turn.question.text))
        if found is None:
            return None
        name, spoken = found
        own = self._collections.get(
            spoken if turn.heard.votes.get(spoken, 0) > 0 else turn.language, turn.collection
        )
        entry = next((each for each in own.entries if name in each.id.split(".")), None)
        return self._answered(turn, entry, turn.slots, CERTAIN, "emergency") if entry else None

    def _by_context(self, turn: Turn) -> Outcome | None:
        missing = corrections.no_such_measure(turn) or dialogue.no_such_place(turn)
        if missing:
            return self._outcome(turn, missing, Explanation(how="correction"))
        if dialogue.refuses(turn):
            return self._outcome(turn, Unknown("none_of_these"), Explanation(how="pending"))
        chosen, how = dialogue.pending(turn), "pending"
        if chosen is None:
            chosen, how = dialogue.follow_up(turn), "follow-up"
        entry = turn.collection.entry(chosen.entry) if chosen else None
        mistaken = corrections.of_meeting(turn, entry or self._last_entry(turn))
        if mistaken and (entry or turn.names_only):
            return self._outcome(turn, mistaken, Explanation(how="correction"))
        if chosen is None or entry is None:
            return self._only_a_town(turn)
        if how == "follow-up" and turn.state and turn.state.pending:
            return self._offered_again(turn, chosen.slots)
        return self._answered(turn, entry, chosen.slots, FOLLOW_UP, how)

    def _offered_again(self, turn: Turn, slots: Slots) -> Outcome:
        """What was not sure of one town is not sure of another."""
        choices = turn.state.pending if turn.state else ()
        entries = (turn.collection.entry(choice.entry) for choice in choices)
        options = tuple(Option(entry, slots.town, slots.measure, slots.body) for entry in entries if entry)
        return self._outcome(turn, Offer(options), Explanation(how="follow-up", p=FOLLOW_UP), slots)

    def _only_a_town(self, turn: Turn) -> Outcome | None:
        """A town and nothing else: what people mostly ask of it."""
        if turn.content or turn.town is None or not turn.towns or turn.collection.worded(turn.reading.words):
            return None
        named = (thing for thing in (Thing.CLOCK, Thing.DAY, Thing.VENUE) if thing in turn.reading.words)
        asked = turn.collection.asked_by_naming(next(named, None))
        options = tuple(_option(turn, entry) for entry in asked[:OPTIONS])
        return self._outcome(turn, Offer(options), Explanation(how="only a town")) if options else None

    def _by_wording(self, turn: Turn) -> Outcome | None:
        words = turn.reading.words
        entry = turn.collection.worded(words) or turn.collection.answered_with_a_word(words)
        if entry is None or not _has_slots(entry, turn):
            return None
        mistaken = corrections.of_meeting(turn, entry)
        if mistaken:
            return self._outcome(turn, mistaken, Explanation(how="correction"))
        return self._answered(turn, entry, turn.slots, SAME_WORDS, "same words")

    def _by_retrieval(self, turn: Turn) -> Outcome:
        found = retrieval.find(turn, self._calibration)
        if found is None:
            return self._outcome(turn, Unknown("no_known_word"), Explanation())
        why = Explanation(ranked=found.listed(turn), signals=found.ranking.signals, p=found.p)
        top = turn.collection.entries[found.ranking.order[0]]
        asked = self._meeting_asked(turn, found)
        mistaken = corrections.of_meeting(turn, asked) if asked else None
        if mistaken is None and found.p < self._calibration.answer_from:
            mistaken = corrections.of_named_meeting(turn)
        if mistaken:
            return self._outcome(turn, mistaken, replace(why, how="correction"))
        if found.p >= self._calibration.needed(top.high_stakes):
            return self._answered(turn, top, turn.slots, found.p, "retrieval", why)
        if found.among >= self._calibration.offer_from:
            options = tuple(
                _option(turn, turn.collection.entries[number]) for number in found.worth_offering()
            )
            return self._outcome(turn, Offer(options), why)
        return self._outcome(turn, Unknown("unsure"), why)

    def _meeting_asked(self, turn: Turn, found: retrieval.Found) -> Entry | None:
        """What is asked about a meeting, if the words are those of such a question."""
        top, *others = (turn.collection.entries[number] for number in found.ranking.order[:3])
        if found.ranking.scores.known < WORDS_KNOWN or found.among < self._calibration.offer_from:
            return None
        if top.about is About.EVENT or not turn.reading.ids(Thing.ELSEWHERE):
            return top
        covered = zip(others, found.ranking.order[1:], strict=False)
        coverage = found.ranking.scores.coverage
        return next(
            (e for e, number in covered if e.about is About.EVENT and coverage[number] >= WORDS_KNOWN), None
        )

    # --- outcomes ---

    def _last_entry(self, turn: Turn) -> Entry | None:
        return turn.collection.entry(turn.state.entry) if turn.state and turn.state.entry else None

    def _answered(
        self, turn: Turn, entry: Entry, slots: Slots, p: float, how: str, why: Explanation | None = None
    ) -> Outcome:
        decision = _answer(entry, slots, p)
        return self._outcome(turn, decision, replace(why or Explanation(), how=how, p=p), slots)

    def _outcome(
        self, turn: Turn, decision: Decision, why: Explanation, slots: Slots | None = None
    ) -> Outcome:
        explanation = replace(
            why, words=turn.reading.words, entities=_named(turn.reading), votes=turn.heard.votes
        )
        state = _remember(turn, decision, slots or turn.slots)
        return Outcome(turn.language, decision, state, explanation, turn.heard.foreign)


def _answer(entry: Entry, slots: Slots, p: float) -> Answer | AskTown:
    if entry.about is About.EVENT and slots.town is None:
        return Answer(entry, p=p, all_towns=True) if entry.glance else AskTown(entry)
    return Answer(entry, slots.town, slots.measure, slots.body, p)


def _option(turn: Turn, entry: Entry) -> Option:
    return Option(entry, turn.town, turn.measure, turn.body)


def _has_slots(entry: Entry, turn: Turn) -> bool:
    needed = {About.MEASURE: Thing.MEASURE, About.BODY: Thing.BODY, About.TOWN: Thing.TOWN}
    return entry.about not in needed or needed[entry.about] in turn.has


def _named(reading: Reading) -> tuple[str, ...]:
    days = (f"<day> {day.said}" for day in reading.days)
    clocks = (f"<clock> {clock.said}" for clock in reading.clocks)
    return (*(f"{each.thing} {each.id}" for each in reading.mentions), *days, *clocks)


def _remember(turn: Turn, decision: Decision, slots: Slots) -> State:
    before = turn.state
    entry = before.entry if before else None
    pending: tuple[Choice, ...] = ()
    if isinstance(decision, (Answer, AskTown, Correction)) and decision.entry:
        entry = decision.entry.id
    if isinstance(decision, Offer):
        entry = decision.options[0].entry.id
        pending = tuple(
            Choice(each.entry.id, Slots(each.town, each.measure, each.body)) for each in decision.options
        )
    if isinstance(decision, Correction) and decision.town:
        slots = replace(slots, town=decision.town)
    return State(turn.question.now, turn.language, entry, slots, pending)

"""Decide what to reply to a question: the only door into this package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from answers import own_answers
from answers.dialogue import outcomes
from answers.dialogue.decisions import Answer, AskArea, Outcome, Question, Slots
from answers.dialogue.turn import Turn
from answers.entries import Entry, Synonyms
from answers.language import courtesy, detection, emergency, vocabulary
from answers.language.entities import Gazetteer
from answers.layers.entry_layer import EntryLayer
from answers.layers.meaning_layer import MeaningLayer
from answers.limits import CERTAIN
from answers.meetings.titles import Titles
from answers.reply import cries, steps
from answers.search.calibration import SECOND_LOOK
from answers.search.chance import Calibration
from answers.search.documents import Formula
from answers.search.language_index import LanguageIndex

if TYPE_CHECKING:
    from domain.events.events import Place
    from domain.programmes import Programme


class Engine:
    """Decides about questions. It is immutable: a change of the answers makes a new one, swapped in whole."""

    def __init__(
        self,
        collections: Mapping[str, LanguageIndex],
        gazetteer: Gazetteer,
        programme: Programme,
        calibration: Calibration,
    ) -> None:
        self._collections = dict(collections)
        self._gazetteer = gazetteer
        self._programme = programme
        self.known = steps.Known(self._collections, calibration)
        self._knows = {name: each.knows for name, each in self._collections.items()}
        self._gazetteer_of = lru_cache(maxsize=2)(self._with_places)
        self._titles = {name: Titles(programme, each.lexicon.stem) for name, each in self._collections.items()}
        self._nearly = {name: each.nearly_knows for name, each in self._collections.items()}
        for each in self._collections.values():
            each.lexicon.forget()  # most of what was read so far nobody will ever write

    @classmethod
    def build(
        cls,
        entries: Mapping[str, Sequence[Entry]],
        programme: Programme,
        calibration: Calibration = SECOND_LOOK,
        synonyms: Mapping[str, Synonyms] | None = None,
        formula: Formula | None = None,
        layers: Mapping[str, EntryLayer] | None = None,
        meanings: Mapping[str, MeaningLayer] | None = None,
    ) -> Engine:
        """Return the engine for `entries`, `synonyms` and both kinds of layers, each by language."""
        emergency.load()  # beside the first poll, not with the first message
        vocabulary.telltale()
        gazetteer = Gazetteer(programme)
        collections = {
            name: LanguageIndex(
                name,
                each,
                gazetteer,
                (synonyms or {}).get(name, ()),
                formula,
                (layers or {}).get(name),
                (meanings or {}).get(name),
            )
            for name, each in entries.items()
        }
        told = {name: each.saying(own_answers.preferred(each)) for name, each in collections.items()}
        return cls(told, gazetteer, programme, calibration)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._collections)

    def reads(self, encoder: str) -> bool:
        """Return True if there is a layer for vectors of that encoder."""
        return any(each.meanings.encoder == encoder for each in self._collections.values() if each.meanings)

    @property
    def home(self) -> str:
        """Return the programme's own language."""
        return self._programme.language

    def with_learned(self, learned: Iterable[Entry]) -> Engine:
        """Return an engine with further entries, each in its own language; one of the same id is replaced."""
        collections = dict(self._collections)
        by_language: dict[str, list[Entry]] = {}
        for entry in learned:
            by_language.setdefault(entry.language, []).append(entry)
        for name, added in by_language.items():
            if name in collections:
                new = {entry.id for entry in added}
                kept = [entry for entry in collections[name].entries if entry.id not in new]
                before = collections[name]
                collections[name] = LanguageIndex(
                    name, [*kept, *added], self._gazetteer, before.synonyms, None, before.layer, before.meanings
                )
        return Engine(collections, self._gazetteer, self._programme, self.known.calibration)

    def with_calibration(self, calibration: Calibration) -> Engine:
        return Engine(self._collections, self._gazetteer, self._programme, calibration)

    def collection(self, detection: str) -> LanguageIndex:
        """Return the index of that language, else of the programme's own."""
        return self._collections.get(detection) or self._collections[self._programme.language]

    def entry(self, id: str, detection: str) -> Entry | None:
        """Return the entry in the language asked for, else in the programme's own."""
        for name in (detection, self._programme.language):
            found = self._collections[name].entry(id) if name in self._collections else None
            if found:
                return found
        return None

    def option(self, id: str, detection: str, slots: Slots) -> Answer | AskArea | None:
        """Return the answer behind a pressed button; None if the entry is gone."""
        entry = self.entry(id, detection)
        return outcomes.answer(entry, slots, CERTAIN) if entry else None

    def reply(self, question: Question) -> Outcome:
        """Decide what to reply. Never raise, whatever the text."""
        return steps.reply(self.listen(question), self.known)

    def cry(self, question: Question) -> Outcome | None:
        """Answer a cry for help, and nothing else: where the message is no question."""
        return cries.answered_first(self.listen(question), self._collections)

    # --- hearing ---

    def listen(self, question: Question) -> Turn:
        """Read the message, in its conversation."""
        state = question.state if question.state and question.state.fresh(question.now) else None
        places = frozenset((event.venue, event.place) for event in question.events if event.place)
        gazetteer = self._gazetteer_of(places)
        first = gazetteer.read(question.text, question.language, known=self._is_word)
        habits = [question.language, self._programme.language]
        if state:
            habits = [state.foreign or state.language, state.language, *habits]
        heard = detection.hear(question.text, first.plain, self._knows, self._nearly, habits)
        spoken = heard.language if heard.language in self._collections else self._programme.language
        collection = self._collections[spoken]
        reading = first
        if spoken != question.language:
            reading = gazetteer.read(question.text, spoken, known=collection.means)
        asked = courtesy.without(reading.words, spoken)
        if any(map(collection.says_something, asked)):
            reading = replace(reading, words=asked)
        titles = self._titles[collection.language]
        return Turn(question, state, heard, reading, collection, self._programme, gazetteer, titles, self._is_word)

    def _with_places(self, places: frozenset[tuple[str, Place]]) -> Gazetteer:
        return self._gazetteer.with_places(sorted(places, key=repr), self._is_word) if places else self._gazetteer

    def _is_word(self, word: str) -> bool:
        return any(collection.means(word) for collection in self._collections.values())

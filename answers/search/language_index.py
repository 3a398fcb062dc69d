"""The entries of one language, ready to be searched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Collection as Group
from copy import copy
from dataclasses import dataclass, replace
from itertools import islice

from answers.entries import About, Entry, Synonyms
from answers.language import text, vocabulary
from answers.language.entities import EntityType, Gazetteer, Reading
from answers.language.lexicon import Lexicon, Token
from answers.layers.entry_layer import EntryLayer
from answers.layers.meaning_layer import MeaningLayer
from answers.meaning import Vector
from answers.search.chance import layer_signals, signals
from answers.search.documents import Document, Formula
from answers.search.packed import Keys, PackedNumbers
from answers.search.ranking import Index, Scores

_SLOT = re.compile(r"\{\w+\}")
_THING_OF = {
    About.EVENT: EntityType.AREA,
    About.AREA: EntityType.AREA,
    About.BODY: EntityType.BODY,
    About.MEASURE: EntityType.MEASURE,
}

# A name says much less than a word, unless answers differ by it.
_WEIGHTS = {
    EntityType.AREA: 0.25, EntityType.ELSEWHERE: 0.25, EntityType.DAY: 0.3, EntityType.CLOCK: 0.3,
    EntityType.VENUE: 0.8, EntityType.PROGRAMME: 0.6, EntityType.BODY: 1.0, EntityType.MEASURE: 1.0,
    EntityType.KIND: 0.25, EntityType.TITLE: 0.25, EntityType.PERSON: 0.25,
}  # fmt: skip
_BINDING = {EntityType.BODY: 0.3, EntityType.MEASURE: 0.3, EntityType.AREA: 0.6, EntityType.VENUE: 0.6}
"""Named in so large a share of its phrasings, a thing is what the entry is about: it answers for no other."""
MOST_BOUND = 2
"""An entry whose phrasings name more of a kind speaks of them all."""


EXACT_FROM = 0.6
OFTEN = 0.12
"""What being asked often is worth beside the words of a question."""
LONG_WORD = 5
"""Shorter words are a slip of too many others."""
RANKED = 10
"""So many of the best entries are looked at."""
SHORT_TALK = 3
BY_LAYER = 0.4
"""What the chance by the layer adds to the score: from .1 to .8 more come first that are right, most from .3 to .5."""
MEANT = 0.3
"""What the chance by the meaning adds to the score."""
_SEVERAL = -1
"""Instead of an entry's number: more than one has this wording."""


@dataclass(frozen=True)
class _Texts:
    """The texts of one entry, read."""

    phrasings: tuple[Reading, ...]
    tags: tuple[Reading, ...]
    answer: Reading

    @property
    def plain(self) -> Iterable[str]:
        readings = (*self.phrasings, *self.tags, self.answer)
        return (word for reading in readings for word in reading.plain)


@dataclass(frozen=True)
class Ranking:
    """Entries that qualify, best first, and the signals of the first."""

    scores: Scores
    order: tuple[int, ...]
    signals: tuple[float, ...]
    chances: tuple[float, ...] = ()
    """By the layer: of each entry, and at the end that nothing is asked; empty without one."""


class LanguageIndex:
    def __init__(
        self,
        language: str,
        entries: Sequence[Entry],
        gazetteer: Gazetteer,
        synonyms: Synonyms = (),
        formula: Formula | None = None,
        layer: EntryLayer | None = None,
        meanings: MeaningLayer | None = None,
    ) -> None:
        self.language = language
        self.layer = layer
        self.meanings = meanings
        self.entries = tuple(entries)
        self.synonyms = synonyms
        self.lexicon = Lexicon(language, synonyms)
        self._gazetteer = gazetteer
        self.by_id = {entry.id: entry for entry in self.entries}
        self._in_layer = self._places(layer.entries if layer else ())
        self._in_meanings = self._places(meanings.entries if meanings else ())
        self._drawn = {symbol: entry for entry in reversed(self.entries) for symbol in _symbols(entry)}
        self._bound: list[dict[EntityType, frozenset[str]]] = []
        self._speaks_of: list[frozenset[EntityType]] = []
        self._index = Index(self._take_in(), formula, self.lexicon.equal)

    def saying(self, other: Mapping[str, Entry]) -> LanguageIndex:
        """Return the index with entries of the same ids and phrasings that say something else."""
        changed = copy(self)
        changed.entries = tuple(other.get(entry.id, entry) for entry in self.entries)
        changed.by_id = {entry.id: entry for entry in changed.entries}
        return changed

    def _places(self, known: Sequence[str]) -> list[int | None]:
        """Return the place of each entry in a layer."""
        places = {id: place for place, id in enumerate(known)}
        return [places.get(entry.id) for entry in self.entries]

    def _take_in(self) -> list[Document]:
        """Read all entries in one pass and return their documents; the texts, megabytes, are dropped."""
        documents: list[Document] = []
        vocabulary: set[str] = set()
        chatter: set[str] = set()
        wordings: dict[str, int] = {}
        of_meetings: set[str] = set()
        for number, entry in enumerate(self.entries):
            texts = self._read_all(entry)
            self._bound.append(_bindings(entry, texts.phrasings))
            self._speaks_of.append(_spoken_of(entry, texts.phrasings))
            vocabulary.update(texts.plain)
            document = self._document(texts)
            if entry.about is About.EVENT:
                of_meetings.update(token.stem for phrasing in document.phrasings for token in phrasing)
            if entry.exact:
                chatter.update(word for reading in texts.phrasings for word in reading.plain)
            _add(wordings, self._wordings(texts.phrasings, document.phrasings), number)
            documents.append(document)
        self._vocabulary = Keys(vocabulary.union(map(self.lexicon.spell, vocabulary)))
        self._of_meetings = frozenset(of_meetings)
        self._chatter = Keys(chatter)
        """The words of which small talk is made."""
        wordings |= self._tag_wordings(wordings)
        self._by_wording = PackedNumbers("h", wordings)
        return documents

    def entry(self, id: str) -> Entry | None:
        return self.by_id.get(id)

    def entry_about(self, about: About) -> Entry | None:
        return next((entry for entry in self.entries if entry.about is about), None)

    @property
    def tells_most(self) -> Entry | None:
        """Return the entry that says most about a meeting: the one with the most slots."""
        meetings = (entry for entry in self.entries if entry.about is About.EVENT)
        return max(meetings, key=lambda entry: len(entry.slots), default=None)

    def knows(self, word: str) -> bool:
        return word in self._vocabulary

    def knows_stem(self, word: str) -> bool:
        """Return True if an entry has the word, in whichever form."""
        return self.lexicon.stem(self.lexicon.spell(word)) in self._index

    def nearly_knows(self, word: str) -> bool:
        return len(word) >= LONG_WORD and self._index.repairs(self.lexicon.stem(word))

    def means(self, word: str) -> bool:
        """Return True if the word is one of the language or of its file: never a misspelt name."""
        return word in self._vocabulary or self.lexicon.weight(word) != 1.0

    def lists(self, numbers: int) -> Entry | None:
        """Return the entry whose answer counts from one to that number."""
        every = {str(number) for number in range(1, numbers + 1)}
        return next((each for each in self.entries if numbers and every.issubset(text.words(each.answer))), None)

    def asks_with(self, word: str) -> bool:
        """Return True if questions about a meeting have the word."""
        return self.lexicon.stem(self.lexicon.spell(word)) in self._of_meetings

    def says_something(self, word: str) -> bool:
        """Return True if the word is a name, or neither grammar nor courtesy."""
        return word.startswith("<") or self.lexicon.carries(self.lexicon.spell(word))

    def tokens(self, words: Iterable[str]) -> list[Token]:
        tokens = self.lexicon.read(words)
        return [_as_thing(token) if token.word.startswith("<") else token for token in tokens]

    def _apart(self, word: str) -> str:
        """Return the word without an article that was run into it: "lautobus"."""
        if self.knows(word):
            return word
        articles = (each for each in vocabulary.of(self.language).articles if word.startswith(each))
        return next((word[len(each) :] for each in articles if self.knows(word[len(each) :])), word)

    def worded(self, words: Sequence[str]) -> Entry | None:
        """Return the entry that has these very words as a phrasing, or has them courtesies aside."""
        found = self._by_wording.get(_all_of(words))
        if found is None:
            found = self._by_wording.get(self._wording(words))
        return None if found is None or found == _SEVERAL else self.entries[found]

    def drawn(self, symbol: str) -> Entry | None:
        """Return the entry that has this emoji as a phrasing."""
        return self._drawn.get(symbol)

    def answered_with_a_word(self, words: Sequence[str]) -> Entry | None:
        """Return the small talk of one word in a short message, if the others add nothing ("sì dai")."""
        spelled = [self.lexicon.spell(word) for word in words]
        if len(words) > SHORT_TALK or any(
            word.startswith("<") or (self.lexicon.carries(word) and word not in self._chatter) for word in spelled
        ):
            return None
        found = [entry for word in words if (entry := self.worded([word])) and entry.exact]
        own = {word for entry in found for phrasing in entry.phrasings for word in text.words(phrasing)}
        if any(self.lexicon.carries(word) and word not in own for word in words):
            return None
        return found[-1] if found else None  # "perfect, thanks" is thanks

    def rank(
        self,
        words: Sequence[str],
        reading: Reading,
        has: Group[EntityType],
        lean: Callable[[Entry], float],
        meant: Sequence[float] = (),
    ) -> Ranking | None:
        """Rank the entries. `has`: the kinds of things that the question or its context can fill slots with.

        `lean`: what an entry is worth beforehand, from what the conversation is about. `meant`: the chance of each
        by the meaning, where that is known.
        """
        tokens = [
            token
            for token in self.tokens(map(self._apart, words))
            if not token.word.startswith("<") or token.stem in self._index
        ]
        scores = self._index.score(tokens)
        total, chances = scores.total, self._chances(words)
        for number, entry in enumerate(self.entries):
            if total[number] > 0:
                total[number] += entry.often * OFTEN + lean(entry)
                total[number] += BY_LAYER * chances[number] if chances else 0.0
            if meant:
                total[number] += MEANT * meant[number]
        qualified = (
            number
            for number in sorted(range(len(total)), key=total.__getitem__, reverse=True)
            if total[number] > 0 and self._whole_enough(number, scores) and self._qualifies(number, reading, has)
        )
        order = tuple(islice(qualified, RANKED))
        if not order:
            return None
        told = signals(scores, order, tokens, self._astray(order[0], reading))
        if chances and self._in_layer[order[0]] is not None:
            told += layer_signals(chances, order)
            if meant:
                told += layer_signals(meant, order)
                chances = tuple((one + other) / 2 for one, other in zip(chances, meant, strict=True))
        return Ranking(scores, order, told, chances)

    def _chances(self, words: Sequence[str]) -> tuple[float, ...]:
        """Return the layer's chance of each entry here, 0 of those that it does not know; nothing without a layer."""
        if self.layer is None:
            return ()
        return _placed(self.layer.chances(words), self._in_layer)

    def meant(self, meaning: Vector | None) -> tuple[float, ...]:
        """Return the chance of each entry by the meaning, like those of the other layer."""
        chances = self.meanings.chances(meaning) if self.meanings and meaning is not None else []
        return _placed(chances, self._in_meanings) if chances else ()

    def words_of(self, sentence: str) -> tuple[str, ...]:
        """Return the words of a sentence, with names of the programme as the things they are."""
        return self._read(sentence).words

    def shares(self, number: int, token: Token) -> bool:
        """Return True if the entry has the word, slips of the pen forgiven."""
        return number in self._index.having(token.stem)

    def in_layer(self, number: int) -> bool:
        """Return True if the layer knows the entry."""
        return self._in_layer[number] is not None

    def likest_phrasing(self, number: int, words: Sequence[str]) -> tuple[float, str]:
        """Return how like its likest phrasing of an entry the words are, and that phrasing."""
        question = self.tokens(words)
        read = ((self.tokens(self._read(each).words), each) for each in self.entries[number].phrasings)
        return max((self._index.likeness(question, tokens), each) for tokens, each in read)

    def wordings(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Return the words of each phrasing, and those of all the tags together, with the number of the entry."""
        for number, entry in enumerate(self.entries):
            texts = self._read_all(entry)
            yield from ((number, reading.words) for reading in texts.phrasings)
            if texts.tags:
                yield number, tuple(word for reading in texts.tags for word in reading.words)

    def without(self, number: int) -> Iterator[str]:
        """Return the entry that each of its phrasings finds when it is left out of its own."""
        document = self._document(self._read_all(self.entries[number]))
        for left_out, question in enumerate(document.phrasings):
            kept = document.phrasings[:left_out] + document.phrasings[left_out + 1 :]
            totals = list(self._index.score(question).total)
            totals[number] = self._index.score_of(replace(document, phrasings=kept), question)
            yield self.entries[max(range(len(totals)), key=totals.__getitem__)].id

    def _astray(self, number: int, reading: Reading) -> tuple[float, float]:
        """Return whether the question names a body, and a venue, that the entry does not speak of."""
        spoken = self._speaks_of[number]
        body, venue = (
            float(bool(reading.ids(thing)) and thing not in spoken) for thing in (EntityType.BODY, EntityType.VENUE)
        )
        return body, venue

    def _whole_enough(self, number: int, scores: Scores) -> bool:
        """Return True unless the entry is a "yes" or "sorry" and much else is said."""
        return not self.entries[number].exact or scores.coverage[number] >= EXACT_FROM

    def qualifies(self, entry: Entry, reading: Reading, has: Group[EntityType]) -> bool:
        """Return True if the entry can be filled, and is not bound to other things than those that are named."""
        return self._qualifies(self.entries.index(entry), reading, has)

    def _qualifies(self, number: int, reading: Reading, has: Group[EntityType]) -> bool:
        about = self.entries[number].about
        if about in (About.MEASURE, About.BODY, About.AREA) and _THING_OF[about] not in has:
            return False
        for thing, bound in self._bound[number].items():
            named = reading.ids(thing)
            if named and not bound.intersection(named):
                return False
        return True

    def _read_all(self, entry: Entry) -> _Texts:
        phrasings, tags = (tuple(map(self._read, each)) for each in (entry.phrasings, entry.tags))
        return _Texts(phrasings, tags, self._read(entry.answer))

    def _read(self, phrasing: str) -> Reading:
        plain = _SLOT.sub(" ", phrasing.replace("{area}", self._gazetteer.an_area)) if "{" in phrasing else phrasing
        return self._gazetteer.read(plain, self.language)

    def _document(self, texts: _Texts) -> Document:
        phrasings = tuple(tuple(self.tokens(reading.words)) for reading in texts.phrasings)
        tags = tuple(token for tag in texts.tags for token in self.tokens(tag.words))
        return Document(phrasings, tags, tuple(self.tokens(texts.answer.words)))

    def _wordings(self, readings: Sequence[Reading], read: Sequence[Sequence[Token]]) -> set[str]:
        said = [(reading.words, tokens) for reading, tokens in zip(readings, read, strict=True) if reading.words]
        wordings = {self._wording(words) if self._tied(words) else _stems(tokens) for words, tokens in said}
        return wordings.union(_all_of(words) for words, _ in said)

    def _tag_wordings(self, taken: Group[str]) -> dict[str, int]:
        """Return tags as wordings, where no phrasing has them."""
        wordings: dict[str, int] = {}
        for number, entry in enumerate(self.entries):
            words = (text.words(tag) for tag in entry.tags if not entry.exact)
            telling = [each for each in words if any(map(self.lexicon.carries, each))]
            _add(wordings, {self._wording(each) for each in telling}.difference(taken), number)
        return wordings

    def _wording(self, words: Sequence[str]) -> str:
        """Return the stems of the words that count, without the "and" that ties them to the message before."""
        return _stems(self.lexicon.read(words[1:] if self._tied(words) else words))

    def _tied(self, words: Sequence[str]) -> bool:
        return len(words) > 1 and self.lexicon.spell(words[0]) in vocabulary.of(self.language).links


def _placed(chances: Sequence[float], places: Sequence[int | None]) -> tuple[float, ...]:
    *each, nothing = chances
    return (*(0.0 if place is None else each[place] for place in places), nothing)


def _stems(tokens: Iterable[Token]) -> str:
    return " ".join(token.stem for token in tokens)


def _all_of(words: Iterable[str]) -> str:
    """Return all the words as they stand: "merci bien" is thanks, though "bien" alone is not."""
    return f"={' '.join(words)}"


def _add(wordings: dict[str, int], found: Iterable[str], number: int) -> None:
    for wording in found:
        wordings[wording] = _SEVERAL if wording in wordings else number


def _symbols(entry: Entry) -> set[str]:
    drawn = (each for each in entry.phrasings if not any(map(str.isalnum, each)))
    return {text.symbol(each) for each in drawn} - {""}


def _as_thing(token: Token) -> Token:
    return Token(token.word, token.stem, _WEIGHTS[EntityType(token.word)])


def _spoken_of(entry: Entry, readings: Sequence[Reading]) -> frozenset[EntityType]:
    spoken = {EntityType(word) for reading in readings for word in reading.words if word.startswith("<")}
    return frozenset(spoken | ({EntityType.VENUE} if entry.about is About.EVENT else set()))


def _bindings(entry: Entry, readings: Sequence[Reading]) -> dict[EntityType, frozenset[str]]:
    bindings: dict[EntityType, frozenset[str]] = {}
    for thing, share in _BINDING.items():
        if entry.about is not None and (_THING_OF[entry.about] is thing or entry.about is About.EVENT):
            continue
        naming = [reading.ids(thing) for reading in readings if reading.ids(thing)]
        if len(naming) >= share * len(readings) and naming:
            named = frozenset(id for ids in naming for id in ids)
            if len(named) <= MOST_BOUND:
                bindings[thing] = named
    return bindings

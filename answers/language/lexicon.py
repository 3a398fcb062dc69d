"""The words of one language: stems, weights, authors' synonyms, and repair of what was mistyped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import Stemmer
from rapidfuzz import fuzz, process

from answers.entries import Synonyms
from answers.language import text, vocabulary

_WORDS_KEPT = 512

REPAIR_FROM = 78
"""Least likeness (rapidfuzz ratio) of an unknown word to the known one that it stands for."""


@dataclass(frozen=True)
class Weights:
    """The weight of a word beside a plain one (1)."""

    function: float = 0.35
    filler: float = 0.0
    question: float = 1.3
    number: float = 0.4


SHORT_ENTRIES = Weights()
"""For entries of a few short phrasings, where "where" and "when" decide."""
LONG_ENTRIES = Weights(function=0.15, question=0.8)
"""For official FAQs with long answers."""


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    stem: str
    weight: float


class Lexicon:
    """Reading of one language's words, each made once. Unknown languages are read unstemmed."""

    def __init__(self, language: str, synonyms: Synonyms = (), weights: Weights = SHORT_ENTRIES) -> None:
        own = vocabulary.of(language)
        self._stemmer = Stemmer.Stemmer(own.stemmer, 0) if own.stemmer else None  # 0: we keep words ourselves
        self._token = lru_cache(maxsize=_WORDS_KEPT)(self._new_token)
        self._spellings = own.right
        self._function = own.function
        self._question = own.question
        self._filler = own.filler
        self._weights = weights
        self._equal: dict[str, str] = {}
        self._common: dict[str, str] = {}
        self._phrases: defaultdict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for group in synonyms:
            self._add_synonyms(group)

    def read(self, words: Iterable[str]) -> list[Token]:
        """The words as tokens; when none has any weight, all count."""
        spelled = self._join_phrases([self._spellings.get(word, word) for word in words])
        tokens = [self._token(word) for word in spelled]
        if any(token.weight > self._weights.function for token in tokens):
            return [token for token in tokens if token.weight]
        return [Token(token.word, token.stem, 1.0) for token in tokens]

    def forget(self) -> None:
        """The words read so far."""
        self._token.cache_clear()

    def spell(self, word: str) -> str:
        return self._spellings.get(word, word)

    def stem(self, word: str) -> str:
        return self._token(word).stem

    def weight(self, word: str) -> float:
        if word in self._question:
            return self._weights.question
        if word in self._function:
            return self._weights.function
        if word in self._filler:
            return self._weights.filler
        return self._weights.number if word.isdigit() else 1.0

    @property
    def equal(self) -> Mapping[str, str]:
        """Stems that authors hold to be another."""
        return self._equal

    def carries(self, word: str) -> bool:
        """Return True if the word says something: neither grammar nor courtesy."""
        if word in self._question:
            return word not in self._filler
        return word not in self._function and word not in self._filler and not word.startswith("<")

    def _new_token(self, word: str) -> Token:
        stem = self._stem(word)
        return Token(self._common.get(stem, word), stem, self.weight(word))

    def _stem(self, word: str) -> str:
        if self._stemmer is None or not word.isalpha():
            return word
        stem = str(self._stemmer.stemWord(word))
        return self._equal.get(stem, stem)

    # Authors' lists count as one word everywhere; automatic expansion lost on every measure.
    def _add_synonyms(self, group: Sequence[str]) -> None:
        spelled = [text.words(each) for each in group]
        single = [parts[0] for parts in spelled if len(parts) == 1]
        if not single:
            return
        common = self.stem(single[0])
        self._equal |= {self.stem(word): common for word in single}
        self._common[common] = single[0]
        self.forget()
        for parts in spelled:
            if len(parts) > 1:
                self._phrases[parts[0]].append((parts, single[0]))
                self._phrases[parts[0]].sort(key=lambda phrase: -len(phrase[0]))

    def _join_phrases(self, words: list[str]) -> list[str]:
        if self._phrases.keys().isdisjoint(words):
            return words
        joined: list[str] = []
        position = 0
        while position < len(words):
            parts, single = self._phrase_at(words, position)
            joined.append(single)
            position += len(parts)
        return joined

    def _phrase_at(self, words: list[str], position: int) -> tuple[list[str], str]:
        """The longest phrase that begins there; else the word itself."""
        for parts, single in self._phrases.get(words[position], ()):
            if words[position : position + len(parts)] == parts:
                return parts, single
        return [words[position]], words[position]


class SpellingFix:
    """The known stems that an unknown one may be a slip for. `equal`: stems that mean a known one."""

    def __init__(self, known: Collection[str], equal: Mapping[str, str]) -> None:
        meaning = {form: stem for form, stem in equal.items() if stem in known}
        self._equal = {form: stem for form, stem in meaning.items() if form not in known}
        by_initial: defaultdict[str, list[str]] = defaultdict(list)
        for form in sorted({*meaning, *known}):  # so that of two that are as likely, every run takes the same
            if len(form) >= 3 and form.isalpha():
                by_initial[form[0]].append(form)
        # One string for each letter: apart, they would take four times the memory.
        self._by_initial = {initial: " ".join(forms) for initial, forms in by_initial.items()}
        self.candidates = lru_cache(maxsize=_WORDS_KEPT)(self._candidates)

    def _candidates(self, stem: str) -> tuple[tuple[str, float], ...]:
        if len(stem) < 4 or not stem.isalpha():
            return ()
        forms = self._by_initial.get(stem[0], "").split()
        found = process.extract(stem[:40], forms, scorer=fuzz.ratio, limit=2, score_cutoff=REPAIR_FROM)
        meant: dict[str, float] = {}
        for form, likeness, _ in found:  # the likeliest first
            meant.setdefault(self._equal.get(form, form), likeness / 100)
        return tuple(meant.items())

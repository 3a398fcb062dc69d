"""Ranking of the entries of one language: fielded BM25, character n-grams and coverage, in inverted lists.

The formula and its weights were measured beforehand on public question sets; tags matter most.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answers.lexicon import Repair, Token

Postings = dict[str, list[tuple[int, float]]]


@dataclass(frozen=True)
class Formula:
    """Weights of the fields (phrasings, tags, answer) and of the parts of the score."""

    field: tuple[float, float, float] = (3.0, 3.0, 0.5)
    length: tuple[float, float, float] = (0.5, 0.3, 0.75)
    saturation: float = 1.2
    rarity: float = 0.75
    phrasing: float = 0.6
    tags: float = 0.3
    coverage: float = 0.3
    words: float = 0.0
    repaired: float = 0.7
    unknown: float = 1.0
    grams: tuple[int, int] = (3, 4)


LONG_ENTRIES = Formula()
"""For official FAQs with one question and a long answer each: measured on a public set."""
SHORT_ENTRIES = Formula(field=(3.0, 3.0, 0.3), saturation=2.0, rarity=0.6, phrasing=0.45, coverage=0.15)
"""For entries of several short phrasings and a short answer: measured on the development questions."""


@dataclass(frozen=True)
class Document:
    """An entry as the index sees it: tokens by field."""

    phrasings: tuple[tuple[Token, ...], ...]
    tags: tuple[Token, ...]
    answer: tuple[Token, ...]


@dataclass(frozen=True)
class Scores:
    """Per entry: the score, the share of the question's information found, the best phrasing's likeness."""

    total: list[float]
    coverage: list[float]
    phrasing: list[float]
    known: float
    """Share of the question's information whose words occur anywhere at all."""
    spread: list[tuple[float, frozenset[int]]]
    """Per word: its information as a share of the rarest word's, and the entries that have it."""

    def missing(self, entry: int) -> tuple[float, float]:
        """The rarest word that the entry lacks, and how many it lacks (1 for four and more)."""
        lacking = [information for information, having in self.spread if entry not in having]
        return max(lacking, default=0.0), min(sum(lacking), 4.0) / 4


class Index:
    def __init__(self, documents: Sequence[Document], formula: Formula | None = None) -> None:
        self._formula = formula or SHORT_ENTRIES
        self._count = len(documents)
        self._averages = [sum(_lengths(documents, field)) / (self._count or 1) or 1.0 for field in range(3)]
        self._rarity = self._rarities(documents)
        self._rarest = self._information(0)
        self._postings = self._word_postings(documents)
        self._having = {stem: frozenset(entry for entry, _ in post) for stem, post in self._postings.items()}
        self._repair = Repair(self._rarity)
        self._index_grams(documents)

    def __contains__(self, stem: str) -> bool:
        return stem in self._rarity

    def score(self, question: Sequence[Token]) -> Scores:
        bm25, coverage, mass, known = self._score_words(question)
        phrasing, tags = self._score_grams(question)
        mass = mass or 1.0
        covered = [each / mass for each in coverage]
        formula = self._formula
        total = [
            bm25[i] / mass
            + formula.coverage * covered[i]
            + formula.phrasing * phrasing[i]
            + formula.tags * tags[i]
            for i in range(self._count)
        ]
        return Scores(total, covered, phrasing, known / mass, self._spread(question))

    def _spread(self, question: Sequence[Token]) -> list[tuple[float, frozenset[int]]]:
        found: list[tuple[float, frozenset[int]]] = []
        for stem, weight in _weights(question).items():
            meant = (
                stem if stem in self._rarity else next((m for m, _ in self._repair.candidates(stem)), None)
            )
            if meant is None:
                found.append((weight, frozenset()))
            else:
                found.append((weight * self._rarity[meant] / self._rarest, self._having[meant]))
        return found

    def score_of(self, document: Document, question: Sequence[Token]) -> float:
        """What a document that is not in the index would score beside those that are."""
        formula, frequencies = self._formula, self._frequencies(document)
        weights = _weights(question)
        mass = sum(self._rarity.get(stem, self._rarest) * weight for stem, weight in weights.items()) or 1.0
        total = 0.0
        for stem, weight in weights.items():
            if stem in frequencies:
                share = frequencies[stem] / (formula.saturation + frequencies[stem])
                total += self._rarity[stem] * weight * (share + formula.coverage) / mass
        grams = self._grams(question)
        phrasing = max((self._likeness(grams, self._grams(each)) for each in document.phrasings), default=0.0)
        return (
            total
            + formula.phrasing * phrasing
            + formula.tags * self._likeness(grams, self._grams(document.tags))
        )

    # --- words ---

    def _information(self, documents_with_it: int) -> float:
        rest = self._count - documents_with_it + 0.5
        return math.pow(math.log(1 + rest / (documents_with_it + 0.5)), self._formula.rarity)

    def _rarities(self, documents: Sequence[Document]) -> dict[str, float]:
        counts: Counter[str] = Counter()
        for document in documents:
            counts.update({token.stem for token in _all(document)})
        return {stem: self._information(count) for stem, count in counts.items()}

    def _word_postings(self, documents: Sequence[Document]) -> Postings:
        postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, document in enumerate(documents):
            for stem, weight in self._frequencies(document).items():
                share = weight / (self._formula.saturation + weight) * self._rarity[stem]
                postings[stem].append((number, share))
        return dict(postings)

    def _frequencies(self, document: Document) -> Counter[str]:
        frequencies: Counter[str] = Counter()
        for field, tokens in enumerate(_fields(document)):
            phrasings = max(1, len(document.phrasings)) if field == 0 else 1
            slope = self._formula.length[field]
            length = len(tokens) / phrasings / self._averages[field]
            norm = self._formula.field[field] / (1 - slope + slope * length) / math.sqrt(phrasings)
            for token in tokens:
                frequencies[token.stem] += norm  # type: ignore[assignment]
        return frequencies

    def _score_words(self, question: Sequence[Token]) -> tuple[list[float], list[float], float, float]:
        bm25, coverage = [0.0] * self._count, [0.0] * self._count
        mass = known = 0.0
        for stem, weight in _weights(question).items():
            rarity = self._rarity.get(stem)
            if rarity is None:
                information, found = self._score_repaired(stem, weight, bm25, coverage)
                mass += information
                known += found
                continue
            mass += rarity * weight
            known += rarity * weight
            for entry, share in self._postings[stem]:
                bm25[entry] += share * weight
                coverage[entry] += rarity * weight
        return bm25, coverage, mass, known

    def _score_repaired(
        self, stem: str, weight: float, bm25: list[float], coverage: list[float]
    ) -> tuple[float, float]:
        candidates = self._repair.candidates(stem)
        if not candidates:
            return self._rarest * weight * self._formula.unknown, 0.0
        for match, likeness in candidates:
            trust = weight * likeness * self._formula.repaired
            for entry, share in self._postings[match]:
                bm25[entry] += share * trust
        best, likeness = candidates[0]
        rarity = self._rarity[best] * weight
        for entry, _ in self._postings[best]:
            coverage[entry] += rarity * likeness * self._formula.repaired
        return rarity, rarity * self._formula.repaired

    # --- characters ---

    def _index_grams(self, documents: Sequence[Document]) -> None:
        counts: Counter[str] = Counter()
        for document in documents:
            texts = (*document.phrasings, document.tags)
            counts.update({gram for each in texts for gram in self._grams(each)})
        self._gram_rarity = {gram: math.log((1 + self._count) / (1 + n)) + 1 for gram, n in counts.items()}
        self._rarest_gram = math.log(1 + self._count) + 1
        self._rows: list[tuple[int, bool]] = []
        self._gram_postings: dict[str, tuple[array[int], array[float]]] = {}
        for number, document in enumerate(documents):
            for phrasing in document.phrasings:
                self._post_grams(phrasing, number, is_tags=False)
            self._post_grams(document.tags, number, is_tags=True)

    def _post_grams(self, tokens: Iterable[Token], entry: int, *, is_tags: bool) -> None:
        """Packed: a few hundred thousand pairs of Python objects would take most of the bot's memory."""
        values = {gram: self._gram_value(gram, count) for gram, count in self._grams(tokens).items()}
        length = math.sqrt(sum(value * value for value in values.values())) or 1.0
        for gram, value in values.items():
            rows, shares = self._gram_postings.setdefault(gram, (array("H"), array("f")))
            rows.append(len(self._rows))
            shares.append(value / length)
        self._rows.append((entry, is_tags))

    def _gram_value(self, gram: str, count: float) -> float:
        # A gram weighs as its word does; several mentions count by their logarithm.
        damped = 1 + math.log(count) if count > 1 else count
        return damped * self._gram_rarity.get(gram, self._rarest_gram)

    def _likeness(self, one: Counter[str], other: Counter[str]) -> float:
        values = [{gram: self._gram_value(gram, n) for gram, n in each.items()} for each in (one, other)]
        lengths = [math.sqrt(sum(value * value for value in each.values())) or 1.0 for each in values]
        common = sum(value * values[1].get(gram, 0.0) for gram, value in values[0].items())
        return common / lengths[0] / lengths[1]

    def _score_grams(self, question: Sequence[Token]) -> tuple[list[float], list[float]]:
        likeness = [0.0] * len(self._rows)
        squares = 0.0
        for gram, count in self._grams(question).items():
            value = self._gram_value(gram, count)
            squares += value * value
            for row, share in zip(*self._gram_postings.get(gram, ((), ())), strict=True):
                likeness[row] += value * share
        length = math.sqrt(squares) or 1.0
        phrasing, tags = [0.0] * self._count, [0.0] * self._count
        for (entry, is_tags), raw in zip(self._rows, likeness, strict=True):
            if is_tags:
                tags[entry] = raw / length
            elif raw > phrasing[entry] * length:
                phrasing[entry] = raw / length
        return phrasing, tags

    def _grams(self, tokens: Iterable[Token]) -> Counter[str]:
        grams: Counter[str] = Counter()
        for token in tokens:
            for gram in self._word_grams(token.word):
                grams[gram] += token.weight  # type: ignore[assignment]
        return grams

    def _word_grams(self, word: str) -> Iterator[str]:
        if word.startswith("<"):
            yield word
            return
        padded = f" {word[:40]} "
        shortest, longest = self._formula.grams
        for size in range(shortest, longest + 1):
            if len(padded) <= size:
                yield padded
                return
            for start in range(len(padded) - size + 1):
                yield padded[start : start + size]


def _fields(document: Document) -> tuple[Sequence[Token], Sequence[Token], Sequence[Token]]:
    return [token for phrasing in document.phrasings for token in phrasing], document.tags, document.answer


def _all(document: Document) -> Iterator[Token]:
    for tokens in _fields(document):
        yield from tokens


def _lengths(documents: Sequence[Document], field: int) -> Iterator[float]:
    for document in documents:
        phrasings = max(1, len(document.phrasings)) if field == 0 else 1
        yield len(_fields(document)[field]) / phrasings


def _weights(tokens: Sequence[Token]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for token in tokens:
        weights[token.stem] = max(token.weight, weights.get(token.stem, 0.0))
    return weights

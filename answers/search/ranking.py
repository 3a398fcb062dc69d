"""Rank the entries of one language: fielded BM25 and coverage, with letters and pairs beside them.

The formula and its weights were measured beforehand on public question sets; tags matter most.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from answers.language.lexicon import SpellingFix, Token
from answers.search.documents import SHORT_ENTRIES, Document, Formula
from answers.search.grams import Grams
from answers.search.packed import PackedNumbers
from answers.search.pairs import Pairs
from answers.search.postings import Postings

TELLING = 0.5
"""A word with more than this share of the rarest word's information."""


@dataclass(frozen=True)
class Scores:
    """Per entry: the score, and its parts: information found, likeness of the best phrasing, pairs found."""

    total: list[float]
    coverage: list[float]
    phrasing: list[float]
    pairs: list[float]
    known: float
    """Share of the question's information whose words occur anywhere at all."""
    spread: list[tuple[float, frozenset[int]]]
    """Per word: its information as a share of the rarest word's, and the entries that have it."""

    def missing(self, entry: int) -> tuple[float, float]:
        """Return the rarest word that the entry lacks, and how many it lacks (1 for four and more)."""
        lacking = [information for information, having in self.spread if entry not in having]
        return max(lacking, default=0.0), min(sum(lacking), 4.0) / 4

    def have_what_lacks(self, *entries: int) -> frozenset[int]:
        """Return the entries that have a telling word which none of these has."""
        telling = (having for information, having in self.spread if information > TELLING)
        return frozenset().union(*(having for having in telling if having.isdisjoint(entries)))


class Index:
    """`equal`: stems that mean another, so that a slip in one is understood too."""

    def __init__(
        self,
        documents: Sequence[Document],
        formula: Formula | None = None,
        equal: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._formula = formula or SHORT_ENTRIES
        self._count = len(documents)
        self._averages = [
            sum(each.length(field) for each in documents) / (self._count or 1) or 1.0 for field in range(3)
        ]
        rarities = self._rarities(documents)
        self._rarity = PackedNumbers("d", rarities)
        self._rarest = self._information(0)
        self._postings = Postings(len(self._rarity), map(self._shares, documents))
        self._repair = SpellingFix(rarities, equal)
        self._grams = Grams(documents, self._formula.grams)
        paired = documents if self._formula.pairs else ()
        self._pairs = Pairs(paired, self._rarity.place, self._information)

    def __contains__(self, stem: str) -> bool:
        return stem in self._rarity

    def repairs(self, stem: str) -> bool:
        """Return True if an unknown stem may be a slip for a known one."""
        return bool(self._repair.candidates(stem))

    def score(self, question: Sequence[Token]) -> Scores:
        bm25, coverage, mass, known = self._score_words(question)
        phrasing, tags = self._grams.score(question)
        pairs = self._score_pairs(question)
        mass = mass or 1.0
        covered = [each / mass for each in coverage]
        formula = self._formula
        parts = zip(bm25, covered, phrasing, tags, pairs, strict=True)
        total = [
            words / mass
            + formula.coverage * found
            + formula.phrasing * like
            + formula.tags * tagged
            + formula.pairs * paired
            for words, found, like, tagged, paired in parts
        ]
        return Scores(total, covered, phrasing, pairs, known / mass, self._spread(question))

    def _spread(self, question: Sequence[Token]) -> list[tuple[float, frozenset[int]]]:
        found: list[tuple[float, frozenset[int]]] = []
        for stem, weight in _weights(question).items():
            meant = self._meant(stem)
            found.append((weight * self._information_of(meant) / self._rarest, self._having(meant)))
        return found

    def having(self, stem: str) -> frozenset[int]:
        """Return the entries that have the stem, or the known one that it may be a slip for."""
        return self._having(self._meant(stem))

    def _having(self, known: str) -> frozenset[int]:
        return frozenset(self._postings.rows(self._rarity.place(known)))

    def likeness(self, question: Sequence[Token], phrasing: Sequence[Token]) -> float:
        """Return how like a phrasing the question is, letter by letter."""
        return self._grams.likeness(question, [phrasing])

    def _score_pairs(self, question: Sequence[Token]) -> list[float]:
        if not self._formula.pairs:
            return [0.0] * self._count
        return self._pairs.score([self._meant(token.stem) for token in question])

    def _meant(self, stem: str) -> str:
        """Return the known stem that is meant; the stem itself if it is known or nothing is like it."""
        if stem in self._rarity:
            return stem
        candidates = self._repair.candidates(stem)
        return candidates[0][0] if candidates else stem

    def score_of(self, document: Document, question: Sequence[Token]) -> float:
        """Return the score of a document that is not in the index, as if it stood beside those that are."""
        formula, frequencies = self._formula, self._frequencies(document)
        weights = _weights(question)
        mass = sum(self._information_of(stem) * weight for stem, weight in weights.items()) or 1.0
        total = 0.0
        for stem, weight in weights.items():
            if stem in frequencies:
                share = frequencies[stem] / (formula.saturation + frequencies[stem])
                total += self._information_of(stem) * weight * (share + formula.coverage) / mass
        return (
            total
            + formula.phrasing * self._grams.likeness(question, document.phrasings)
            + formula.tags * self._grams.likeness(question, [document.tags])
            + formula.pairs * self._pairs.score_of(document, [token.stem for token in question])
        )

    # --- words ---

    def _information(self, documents_with_it: int) -> float:
        rest = self._count - documents_with_it + 0.5
        return math.pow(math.log(1 + rest / (documents_with_it + 0.5)), self._formula.rarity)

    def _information_of(self, stem: str) -> float:
        place = self._rarity.place(stem)
        return self._rarest if place is None else self._rarity.at(place)

    def _rarities(self, documents: Sequence[Document]) -> dict[str, float]:
        counts: Counter[str] = Counter()
        for document in documents:
            counts.update({token.stem for field in document.fields for token in field})
        return {stem: self._information(count) for stem, count in counts.items()}

    def _shares(self, document: Document) -> dict[int, float]:
        return {
            self._rarity.index(stem): weight / (self._formula.saturation + weight) * self._information_of(stem)
            for stem, weight in self._frequencies(document).items()
        }

    def _frequencies(self, document: Document) -> Counter[str]:
        frequencies: Counter[str] = Counter()
        for field, tokens in enumerate(document.fields):
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
            place = self._rarity.place(stem)
            if place is None:
                information, found = self._score_repaired(stem, weight, bm25, coverage)
                mass += information
                known += found
                continue
            information = self._rarity.at(place) * weight
            mass += information
            known += information
            for entry, share in self._postings.get(place):
                bm25[entry] += share * weight
                coverage[entry] += information
        return bm25, coverage, mass, known

    def _score_repaired(
        self, stem: str, weight: float, bm25: list[float], coverage: list[float]
    ) -> tuple[float, float]:
        candidates = self._repair.candidates(stem)
        if not candidates:
            return self._rarest * weight, 0.0
        for match, likeness in candidates:
            trust = weight * likeness * self._formula.repaired
            for entry, share in self._postings.get(self._rarity.place(match)):
                bm25[entry] += share * trust
        best, likeness = candidates[0]
        rarity = self._information_of(best) * weight
        for entry in self._postings.rows(self._rarity.place(best)):
            coverage[entry] += rarity * likeness * self._formula.repaired
        return rarity, rarity * self._formula.repaired


def _weights(tokens: Sequence[Token]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for token in tokens:
        weights[token.stem] = max(token.weight, weights.get(token.stem, 0.0))
    return weights

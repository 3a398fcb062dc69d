"""The documents that are ranked, and the weights that they are ranked by."""

from __future__ import annotations

from dataclasses import dataclass

from answers.language.lexicon import Token


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
    pairs: float = 0.0
    repaired: float = 0.7
    grams: tuple[int, int] = (3, 4)


LONG_ENTRIES = Formula()
"""For official FAQs with one question and a long answer each: measured on a public set."""
SHORT_ENTRIES = Formula(
    field=(3.0, 3.0, 0.3),
    saturation=3.0,
    rarity=0.6,
    phrasing=0.3,
    tags=0.45,
    coverage=0.15,
    pairs=1.0,
    grams=(4, 4),
)
"""For entries of several short phrasings and a short answer: measured on the development questions."""


@dataclass(frozen=True)
class Document:
    """An entry as the index sees it: tokens by field."""

    phrasings: tuple[tuple[Token, ...], ...]
    tags: tuple[Token, ...]
    answer: tuple[Token, ...]

    @property
    def fields(self) -> tuple[tuple[Token, ...], ...]:
        return tuple(token for phrasing in self.phrasings for token in phrasing), self.tags, self.answer

    def length(self, field: int) -> float:
        """Return the length in tokens; of the phrasings, the mean."""
        if field == 0:
            return sum(map(len, self.phrasings)) / max(1, len(self.phrasings))
        return len(self.tags if field == 1 else self.answer)

"""Let a programme's own answers go before what the bot says where nobody told it anything.

The bot brings entries for what people ask of any meeting: "the programme doesn't say whether you pay". Where an entry
of the programme answers that, under an id of its own, the two must not compete: the general one says what it says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from answers.entries import About, Entry, EntryKind
from answers.language import text
from answers.search.language_index import LanguageIndex

SHARE, LEAST, TRIED = 0.4, 2, 8
"""An entry asks the same as another that has so many of its tags, and would be found by so many of its first phrasings,
were it not there itself."""


def preferred(index: LanguageIndex) -> dict[str, Entry]:
    """Return the general entries that say nothing, by id, each with the answer that the programme has for it."""
    silent = {entry.id: entry for entry in index.entries if entry.general and entry.kind is EntryKind.UNKNOWN}
    subjects = {id: _Subject.of(index, entry) for id, entry in silent.items()}
    found: dict[str, tuple[float, Entry]] = {}
    for number, own in enumerate(index.entries):
        if own.general or own.exact or own.kind not in (EntryKind.FACT, EntryKind.UNKNOWN):
            continue
        if own.about in (None, About.EVENT):
            for id, share in _asks_the_same(index, number, subjects):
                if share > found.get(id, (0.0, own))[0]:
                    found[id] = share, own
    return {id: _saying(silent[id], own) for id, (_, own) in found.items()}


@dataclass(frozen=True)
class _Subject:
    """The stems of an entry's tags, and its phrasings as keys."""

    tags: frozenset[str]
    phrasings: frozenset[str]

    @classmethod
    def of(cls, index: LanguageIndex, entry: Entry) -> _Subject:
        tags = (index.lexicon.stem(word) for tag in entry.tags for word in text.words(tag))
        return cls(frozenset(tags), frozenset(map(text.whole, entry.phrasings)))


def _asks_the_same(index: LanguageIndex, number: int, subjects: Mapping[str, _Subject]) -> Iterator[tuple[str, float]]:
    """Yield the general entries that ask what that one does, with the share of its phrasings that say so."""
    own, count = _Subject.of(index, index.entries[number]), min(TRIED, len(index.entries[number].phrasings))
    alike = {id for id, each in subjects.items() if own.phrasings & each.phrasings}
    near = {id for id, each in subjects.items() if len(own.tags & each.tags) >= LEAST}
    finds = Counter(islice(index.without(number), TRIED)) if near else Counter[str]()
    for id in alike | near:
        share = finds[id] / count
        if id in alike or (finds[id] >= LEAST and share >= SHARE):
            yield id, (1 + finds[id]) / count


def _saying(general: Entry, own: Entry) -> Entry:
    return replace(
        general, kind=own.kind, answer=own.answer, about=own.about, glance=own.glance, ask=own.ask,
        buttons=own.buttons, html=own.html,
    )  # fmt: skip

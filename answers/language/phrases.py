"""Phrases looked for in a message, thousands at once: words in order, with others between, slips forgiven.

Every word's places in the message are the bits of a number, so that "this word, and soon after it that" is a
shift and an and: the time grows with the phrases and the length, whatever is written.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from zlib import crc32

from answers.language import text

Groups = Mapping[str, frozenset[str]]
"""Words that a phrase may name together, by a name in capitals."""
Places = Mapping[int, int]
"""By the number of a set of words: where in the message any of them stands."""

BETWEEN = 1
"""Other words that may stand between two of a phrase."""
FAR = 5
"""And where the phrase says "..."."""
SLIPS_FROM = 5
"""Letters of a word from which on a slip of one letter is forgiven."""
LONGEST = 16
MOST_SLIPS = 100
"""Unknown words that are looked at for slips: a longer message is a pasted text."""

_TOKEN = re.compile(r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+")
_DOUBLED = re.compile(r"([a-z])\1")
_PLAIN = str.maketrans({"ł": "l", "ß": "ss", "đ": "d"})
"""What folding leaves, and whoever is in a hurry does not write."""
_STEM = 2
_BITS = 20
"""Of a number; the rest of the pair is the key."""


def spoken(message: str) -> list[str]:
    """The words, folded; of Chinese, each sign."""
    return _TOKEN.findall(text.fold(message).translate(_PLAIN))


def _undoubled(word: str) -> str:
    """Return the word without doubled letters, the most common slip."""
    return _DOUBLED.sub(r"\1", word)


def key(word: str) -> int:
    """Return the word's key. It has 32 bits: one stranger in some hundred thousand is taken for a word."""
    return crc32(word.encode())


class PackedPairs:
    """Numbers by a key, several each, in eight bytes a pair: dicts of lists take twenty times the memory."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        packed = array("Q", (each << _BITS | number for each, number in pairs))
        self._pairs = array("Q", sorted(packed))

    def of(self, each: int) -> list[int]:
        """Return the key's numbers, in order."""
        pairs, found = self._pairs, []
        place = bisect_left(pairs, each << _BITS)
        while place < len(pairs) and pairs[place] >> _BITS == each:
            found.append(pairs[place] & ((1 << _BITS) - 1))
            place += 1
        return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """Sets of words by their number in the book, and how many places each may follow after the one before."""

    sets: tuple[int, ...]
    reaches: tuple[int, ...]

    def ends(self, places: Places) -> list[int]:
        """Return the places where the phrase may end; empty if it is not there."""
        found: list[int] = []
        for number, reach in zip(self.sets, self.reaches, strict=True):
            here = places.get(number, 0)
            if found:
                here &= _after(found[-1], reach)
            if not here:
                return []
            found.append(here)
        return found

    def words(self, places: Places) -> list[int]:
        """Return the place of each of its words; empty if it is not there."""
        found = self.ends(places)
        for index in range(len(found) - 1, 0, -1):
            found[index - 1] &= _before(found[index], self.reaches[index])
        return found


class Phrases:
    """Phrases in order; those that may be there are found by their rarest word, that of the fewest phrases."""

    def __init__(self, several: Iterable[Phrase]) -> None:
        every = tuple(several)
        frequency = Counter(words for phrase in every for words in phrase.sets)
        rarest = [min(phrase.sets, key=frequency.__getitem__) for phrase in every]
        self._rarest = frozenset(rarest)
        self._having = PackedPairs((words, number) for number, words in enumerate(rarest))
        pairs = (pair for phrase in every for pair in zip(phrase.sets, phrase.reaches, strict=True))
        self._parts = array("H", chain.from_iterable(pairs))
        self._starts = array("I", accumulate((2 * len(phrase.sets) for phrase in every), initial=0))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> Phrase:
        parts = self._parts[self._starts[number] : self._starts[number + 1]]
        return Phrase(tuple(parts[::2]), tuple(parts[1::2]))

    def likely(self, places: Places) -> list[int]:
        """Return the numbers of those whose rarest word is there."""
        return sorted(number for words in places.keys() & self._rarest for number in self._having.of(words))

    def last_words(self, places: Places) -> int:
        """Return where any of them ends."""
        found = (self[number].ends(places) for number in self.likely(places))
        return _any(ends[-1] for ends in found if ends)

    def words(self, places: Places) -> int:
        """Return where the words of any of them stand."""
        found = (self[number].words(places) for number in self.likely(places))
        return _any(where for words in found for where in words)


def _after(places: int, reach: int) -> int:
    found = places << 1
    for step in range(2, reach + 1):
        found |= places << step
    return found


def _before(places: int, reach: int) -> int:
    found = places >> 1
    for step in range(2, reach + 1):
        found |= places >> step
    return found


def around(places: int, distance: int) -> int:
    return places | _after(places, distance) | _before(places, distance)


def _any(several: Iterable[int]) -> int:
    union = 0
    for each in several:
        union |= each
    return union


class Writer:
    """Make phrases, and the book of their words."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._keys, self._sets = array("I"), array("I")
        self._beginning: defaultdict[str, list[int]] = defaultdict(list)
        self._forgiven: dict[str, None] = {}

    def phrase(self, written: str, groups: Groups, *, forgiving: bool = False) -> Phrase:
        """Of words, `a|b` of either, `stem*`, GROUP, and `...` where more words may stand between.

        `forgiving`: a slip of a word stands for it.

        Raises `ValueError` for a group that is not there and for one that is no word.
        """
        sets: list[int] = []
        reaches: list[int] = []
        reach = BETWEEN + 1
        for part in written.split():
            if part == "...":
                reach = FAR + 1
                continue
            for words in _parts(part, groups):
                sets.append(self._number(words))
                if forgiving:
                    self._forgiven.update(dict.fromkeys(filter(_forgivable, words)))
                reaches.append(reach)
                reach = 1
            reach = BETWEEN + 1
        if not sets:
            raise ValueError("must hold at least one word")
        return Phrase(tuple(sets), tuple(reaches))

    def book(self) -> Book:
        return Book(PackedPairs(zip(self._keys, self._sets, strict=True)), self._beginning, list(self._forgiven))

    def _number(self, words: frozenset[str]) -> int:
        known = hash(words)
        if known not in self._numbers:
            number = self._numbers[known] = len(self._numbers)
            for word in words:
                if word.endswith("*"):
                    self._beginning[word.removesuffix("*")].append(number)
                else:
                    self._keys.append(key(word))
                    self._sets.append(number)
        return self._numbers[known]


class Book:
    """All the words that phrases are made of."""

    def __init__(self, having: PackedPairs, beginning: Mapping[str, Sequence[int]], forgiven: Sequence[str]) -> None:
        self._having = having
        self._beginning = {stem: tuple(numbers) for stem, numbers in beginning.items()}
        self._forgiven = "".join(forgiven)
        self._starts = array("I", accumulate(map(len, forgiven), initial=0))
        self._slips = PackedPairs(
            (key(each), place) for place, word in enumerate(forgiven) for each in _without_one(word)
        )

    def places(self, words: Sequence[str], known: Callable[[str], bool] | None = None) -> dict[int, int]:
        """Return the places of the words of each set. With `known`, any other word may be a slip of one."""
        standing: defaultdict[str, int] = defaultdict(int)
        for place, word in enumerate(words):
            standing[word] |= 1 << place
        found: defaultdict[int, int] = defaultdict(int)
        slips_left = MOST_SLIPS if known else 0
        for written, where in standing.items():
            numbers = self._exactly(word := _undoubled(written))
            if not numbers and slips_left and known and not known(written):
                slips_left -= 1
                numbers = self._nearly(word)
            for number in numbers:
                found[number] |= where
        return found

    def _exactly(self, word: str) -> list[int]:
        """The sets that the word is of, whole or by its beginning."""
        lengths = range(_STEM, min(len(word), LONGEST) + 1)
        begun = [number for length in lengths for number in self._beginning.get(word[:length], ())]
        return [*self._having.of(key(word)), *begun]

    def _nearly(self, word: str) -> list[int]:
        """The sets of the words that it is a slip of."""
        if not SLIPS_FROM - 1 <= len(word) <= LONGEST:
            return []
        likely = {place for variant in _without_one(word) for place in self._slips.of(key(variant))}
        meant = (self._forgiven[self._starts[place] : self._starts[place + 1]] for place in likely)
        return [number for each in meant if _is_slip(word, each) for number in self._having.of(key(each))]


def _forgivable(word: str) -> bool:
    return len(word) >= SLIPS_FROM and not word.endswith("*")


def _without_one(word: str) -> set[str]:
    """The word, and the word without any one of its letters: two of them alike are a slip apart."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _is_slip(word: str, meant: str) -> bool:
    """One letter too many, too few, wrong, or two exchanged: "vilar" is not "viola"; the first is right."""
    if word[0] != meant[0]:
        return False
    if len(word) != len(meant):
        return True
    wrong = [place for place, (one, other) in enumerate(zip(word, meant, strict=True)) if one != other]
    return len(wrong) < 2 or (len(wrong) == 2 and wrong[1] == wrong[0] + 1)


def words(written: str, groups: Groups) -> frozenset[str]:
    """The words of `a|b|GROUP`. Raises `ValueError` for a group that is not there and for what is no word."""
    return frozenset().union(*(_either(each, groups) for each in written.split("|")))


def _parts(part: str, groups: Groups) -> list[frozenset[str]]:
    """The words of one written part; several when apostrophes divide it."""
    if "|" in part or _names_group(part):
        return [words(part, groups)]
    return [frozenset([each]) for each in _spelled(part)]


def _either(part: str, groups: Groups) -> frozenset[str]:
    if _names_group(part):
        if part not in groups:
            raise ValueError(f'names the unknown group "{part}"')
        return groups[part]
    spelled = _spelled(part)
    if len(spelled) != 1:
        raise ValueError(f'must be words: "{part}" is not one')
    return frozenset(spelled)


def _names_group(part: str) -> bool:
    return part.isupper() and part.isascii()


def _spelled(written: str) -> list[str]:
    found = [_undoubled(word) for word in spoken(written.removesuffix("*"))]
    if written.endswith("*") and found:
        found[-1] += "*"
    return found

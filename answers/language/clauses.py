"""Cut a message into its clauses, of which each may ask something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile, pairwise

from answers.language import text
from answers.language.vocabulary import Vocabulary

MOST_JOINTS = 2
"""More "and"s make a list."""
MOST = 10
"""A message of more is a pasted text: only the whole counts."""
_MARK = re.compile(r"([?？]+|[.!;:,\n()–—+…]+)(?=\s|$|\+)|\s-\s")


def asking(message: str, own: Vocabulary) -> list[str]:
    """Return the clauses that ask, as they were written; none if the message is one clause."""
    found = list(_clauses(message[: text.MAX_CHARACTERS], own))
    return [clause for clause, asks in found if asks] if 1 < len(found) <= MOST else []


def halves(message: str, own: Vocabulary) -> Iterator[tuple[str, str]]:
    """Cut the message in two at each "and", as far as there are few."""
    every = message[: text.MAX_CHARACTERS].split()
    places = [place for place, word in enumerate(every) if word == "+" or word.casefold() in own.also]  # no "è"
    if len(places) <= MOST_JOINTS:
        cut = ((" ".join(every[:place]), " ".join(every[place + 1 :])) for place in places)
        yield from ((one, other) for one, other in cut if text.words(one) and text.words(other))


def _clauses(message: str, own: Vocabulary) -> Iterator[tuple[str, bool]]:
    """Cut at marks, and before words that begin another clause ("and when"). Tell of each whether it asks."""
    places = [0, *(place for mark in _MARK.finditer(message) for place in mark.span()), len(message)]
    for part, mark in pairwise([message[start:end] for start, end in pairwise(places)] + [""]):
        pieces = _cut(part, own) if text.words(part) else []
        for number, piece in enumerate(pieces, 1):
            yield piece, _asks(piece, own) or ("?" in mark and number == len(pieces))


def _cut(part: str, own: Vocabulary) -> list[str]:
    every = part.split()
    pieces: list[list[str]] = [[]]
    for place, word in enumerate(every):
        said = text.whole(word)
        begins = said in own.turns or (said in own.joints and _begins_to_ask(every[place + 1 :], own))
        if begins and not own.joints.union(own.turns).issuperset(map(text.whole, pieces[-1])):
            pieces.append([])
        pieces[-1].append(word)
    return [piece for words in pieces if text.words(piece := " ".join(words))]


def _begins_to_ask(following: list[str], own: Vocabulary) -> bool:
    said = text.words(" ".join(following[:4]))
    words = list(dropwhile(own.joints.__contains__, said))
    in_what = len(words) < len(said) and words and words[0] in own.that  # "in che sala", but not "che bello"
    return bool(in_what or (words and (words[0] in own.asks or _asks_for_a_side(words[:2], own))) or _opens(words, own))


def _opens(words: list[str], own: Vocabulary) -> bool:
    """Return True for "is there", "do I", with which a question begins that has no question word."""
    said = f"{' '.join(words)} "
    return any(said.startswith(f"{each} ") for each in own.openings)


def _asks_for_a_side(words: list[str], own: Vocabulary) -> bool:
    """Return True for "che ora": by itself "che" joins more often than it asks."""
    sides = own.meetings.union(*own.facets.every)
    return any(word in own.that and following in sides for word, following in pairwise(words))


def _asks(piece: str, own: Vocabulary) -> bool:
    words = text.words(piece)
    said = f" {' '.join(words)} "
    lead_in = any(f" {each} " in said for each in own.lead_ins)
    return lead_in or not own.asks.isdisjoint(words) or _asks_for_a_side(words, own) or _begins_to_ask(words, own)

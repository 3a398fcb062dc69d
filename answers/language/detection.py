"""Which language a message is in: function words vote, then what each knowledge file knows, then habit."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from answers.language import vocabulary

Known = Mapping[str, Callable[[str], bool]]

KNOWN_WORD = 0.7
NEARLY_KNOWN = 0.5
"""A word that is a slip away from one that is known."""
LIKE_A_WORD = 0.2
"""An unknown word that ends as the language's words do."""
LEAD = 0.3
"""A smaller lead is a draw: habit decides."""
FOREIGN_WORDS = 2
"""So many words that are another language's and none of ours make a foreign message."""


@dataclass(frozen=True)
class Heard:
    language: str
    foreign: bool
    votes: Mapping[str, float]


def hear(
    message: str,
    words: Sequence[str],
    knows: Known,
    nearly: Known,
    habits: Sequence[str],
) -> Heard:
    """`words` are folded and without names; `knows` tells for each language whether a word is in its file,
    `nearly` whether it is a slip of such a word.

    `habits` are the languages to fall back on, the likeliest first.
    """
    shares = [_shares(word, knows, nearly) for word in words]
    votes = {
        language: _letters(vocabulary.of(language).letters, message) + sum(each[language] for each in shares)
        for language in knows
    }
    best = max(votes.values(), default=0.0)
    drawn = [language for language, vote in votes.items() if vote > best - LEAD]
    usual = [language for language in habits if language in knows]
    foreign = _strange_script(message) or _foreign(message, words, best, knows)
    if foreign:
        return Heard(usual[0], True, votes)
    likely = next((language for language in usual if language in drawn), drawn[0] if drawn else usual[0])
    return Heard(likely, False, votes)


def _letters(own: str, message: str) -> float:
    """Return the vote of letters that hardly any other language has."""
    return 0.5 * sum(each in own for each in message[:500].lower())


def _shares(word: str, knows: Known, nearly: Known) -> Mapping[str, float]:
    """The word's vote for each language; one that two languages have counts half for each."""
    grammar = [language for language in knows if word in vocabulary.of(language).grammar]
    if grammar:
        return _split(knows, grammar, 1.0)
    having = [language for language, known in knows.items() if known(word) or word in vocabulary.of(language).all]
    if having:
        return _split(knows, having, KNOWN_WORD)
    slips = [language for language, known in nearly.items() if known(word)]
    if slips:
        return _split(knows, slips, NEARLY_KNOWN)
    return {language: LIKE_A_WORD * word.endswith(vocabulary.of(language).endings) for language in knows}


def _split(languages: Iterable[str], having: Sequence[str], vote: float) -> Mapping[str, float]:
    return {language: vote / len(having) if language in having else 0.0 for language in languages}


def _foreign(message: str, words: Sequence[str], best: float, knows: Known) -> bool:
    """Tell whether the message is rather in a language that is not configured."""
    others = {language: theirs for language, theirs in vocabulary.telltale().items() if language not in knows}
    for theirs in others.values():
        found = [word for word in words if word in theirs.words]
        only = [word for word in found if not any(word in vocabulary.of(ours).grammar for ours in knows)]
        if len(found) >= FOREIGN_WORDS and only and len(found) + _letters(theirs.letters, message) > best:
            return True
    return False


def _strange_script(message: str) -> bool:
    letters = [each for each in message[:500] if each.isalpha()]
    strange = sum(not unicodedata.name(each, "LATIN").startswith("LATIN") for each in letters)
    return strange * 2 > len(letters) > 0

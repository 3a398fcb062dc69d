"""Which language a message is in: function words vote, then what each knowledge file knows, then habit.

One that the bot does not speak is known by the script, or by words and letters of its card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from answers.language import text, vocabulary
from answers.language.vocabulary import Telltale

Known = Mapping[str, Callable[[str], bool]]

KNOWN_WORD = 0.7
NEARLY_KNOWN = 0.5
"""A word that is a slip away from one that is known."""
LIKE_A_WORD = 0.2
"""An unknown word that ends as the language's words do."""
LEAD = 0.3
"""A smaller lead is a draw: habit decides."""
FOREIGN_WORDS = 2
"""So many words of another language make a foreign message."""
SHARED = 0.5
"""A word that one of ours has, too, counts for so much less."""
UNDETERMINED = "und"
"""The language of a script that none of the cards is written in."""


@dataclass(frozen=True)
class Heard:
    language: str
    foreign: str
    """The language of the message, if it is one that is not configured."""
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

    `habits` are the languages to fall back on, the likeliest first, perhaps one that is not configured.
    """
    shares = [_shares(word, knows, nearly) for word in words]
    votes = {
        language: _letters(vocabulary.of(language).letters, message) + sum(each[language] for each in shares)
        for language in knows
    }
    best = max(votes.values(), default=0.0)
    drawn = [language for language, vote in votes.items() if vote > best - LEAD]
    usual = [language for language in habits if language in knows]
    foreign = _foreign(message, words, best, knows, habits[0])
    if foreign:
        return Heard(usual[0], foreign, votes)
    likely = next((language for language in usual if language in drawn), drawn[0] if drawn else usual[0])
    return Heard(likely, "", votes)


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


def _foreign(message: str, words: Sequence[str], best: float, knows: Known, habit: str) -> str:
    """Return the language that the message is rather in than in one that is configured; empty if there is none."""
    known, script = vocabulary.telltale(), text.script("".join(words) or message)
    others = {
        language: _likeness(theirs, message, words)
        for language, theirs in known.items()
        if language not in knows and theirs.script == script and not any(each in message for each in theirs.never)
    }
    likest = max(others, key=others.__getitem__, default=UNDETERMINED)
    if script and all(known[ours].script != script for ours in knows if ours in known):
        return likest
    if habit in others and others[habit] >= best and (others[habit] or not words):
        return habit  # a draw, or a name alone
    if likest in others and others[likest] > best and _is_told(known[likest], message, words, knows):
        return likest
    return ""


def _likeness(theirs: Telltale, message: str, words: Sequence[str]) -> float:
    return sum(word in theirs.words for word in words) + _letters(theirs.letters, message)


def _is_told(theirs: Telltale, message: str, words: Sequence[str], knows: Known) -> bool:
    """Tell whether there is enough that is theirs: a sure word, or words and letters, some of them not ours."""
    spelled = text.spelled(message)
    if not theirs.sure.isdisjoint(spelled):
        return True
    found = [word for word in words if word in theirs.words]
    ours = [word for word in found
            if any(known(word) or word in vocabulary.of(own).grammar for own, known in knows.items())]  # fmt: skip
    letters = set(theirs.letters).difference(*(vocabulary.of(own).letters for own in knows))
    strange = sum(not letters.isdisjoint(word) for word in message[:500].lower().split())
    only = len(found) > len(ours) or (found and strange > 0)
    return bool(only) and len(found) - SHARED * len(ours) + strange >= FOREIGN_WORDS

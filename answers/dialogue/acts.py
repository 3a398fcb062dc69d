"""What a message does instead of asking: it wants the answer again, or in another language, or it says thanks."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from answers.dialogue.turn import Turn
from answers.entries import Entry
from answers.language import text, vocabulary
from answers.limits import LONGEST_TALK
from domain import languages


def wants_again(turn: Turn) -> bool:
    """Return True for "could you repeat that?"."""
    again = vocabulary.of(turn.language).again
    return _says_only(turn, again) and not again.isdisjoint(text.words(turn.question.text))


def wanted_language(turn: Turn, spoken: Collection[str]) -> str | None:
    """Return the language of "in English, please"; None if it is not one that is spoken, or more is said."""
    names = _names(languages.FOLDER)
    found = {code for word in text.words(turn.question.text) if (code := names.get(word)) in spoken and code}
    asks = _says_only(turn, vocabulary.of(turn.language).again.union(names))
    return found.pop() if len(found) == 1 and asks else None


def thanks(turn: Turn) -> Entry | None:
    """Return the reply to thanks in a short message that asks nothing."""
    said, own = text.words(turn.question.text), vocabulary.of(turn.language)
    if (
        own.thanks.isdisjoint(said)
        or len(said) > LONGEST_TALK
        or "?" in turn.question.text
        or not own.asks.isdisjoint(said)
    ):
        return None
    replies = (turn.collection.worded([word]) for word in sorted(own.thanks))
    return next((each for each in replies if each and each.exact and not turn.reading.mentions), None)


def _says_only(turn: Turn, words: Collection[str]) -> bool:
    return not turn.reading.mentions and not turn.reading.days and set(turn.content) <= set(words)


@cache
def _names(_: Path) -> dict[str, str]:
    """Return each name of a language, in whichever language, with its code."""
    return {word: code for own in vocabulary.every() for code, words in own.called.items() for word in words}

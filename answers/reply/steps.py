"""The steps of a reply, the surest first. Each returns an outcome, or leaves the message to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from answers.dialogue import acts, false_premises
from answers.dialogue.decisions import Explanation, OtherLanguage, Outcome, Unknown, UnknownReason
from answers.dialogue.outcomes import answered, outcome
from answers.dialogue.turn import Turn
from answers.language import text
from answers.limits import CERTAIN, FOLLOW_UP, SAME_WORDS
from answers.reply import cries, facets, leaning, retrieved, several
from answers.search.chance import Calibration
from answers.search.language_index import LanguageIndex


@dataclass(frozen=True)
class Known:
    """All that a step knows beside the message: the entries of each language, and how sure is sure enough."""

    collections: Mapping[str, LanguageIndex]
    calibration: Calibration


Step = Callable[[Turn, Known], Outcome | None]


def reply(turn: Turn, known: Known) -> Outcome:
    found = _first(STEPS, turn, known)
    return replace(found, perhaps_danger=cries.in_doubt(turn, found))


def alone(turn: Turn, known: Known) -> Outcome:
    """Reply to one question of several."""
    return _first(BY_ITSELF, turn, known)


def _first(steps: tuple[Step, ...], turn: Turn, known: Known) -> Outcome:
    """Return what the first step says that says anything; the last one always does."""
    return next(found for step in steps if (found := step(turn, known)) is not None)


def _nothing_said(turn: Turn, _: Known) -> Outcome | None:
    """Answer a message without a word, perhaps an emoji."""
    if turn.reading.words:
        return None
    entry = turn.collection.drawn(text.symbol(turn.question.text))
    if entry:
        return answered(turn, entry, turn.slots, SAME_WORDS, "same words")
    return outcome(turn, Unknown(UnknownReason.EMPTY), Explanation(how="empty"))


def _cry_for_help(turn: Turn, known: Known) -> Outcome | None:
    return cries.answered_first(turn, known.collections)


def _in_another_language(turn: Turn, _: Known) -> Outcome | None:
    """Answer in a language that is not configured by its card, with the meetings of whatever area it names."""
    if not turn.heard.foreign:
        return None
    chosen = turn.meetings.ids if turn.meetings.chosen and turn.meetings.wrong is None else ()
    decision = OtherLanguage(turn.heard.foreign, turn.named, chosen)
    return outcome(turn, decision, Explanation(how="another language", p=CERTAIN))


def _said_again(turn: Turn, known: Known) -> Outcome | None:
    """Give the last answer once more, or in another language, if that is all that is asked."""
    state = turn.state
    if state is None or state.entry is None:
        return None
    language = acts.wanted_language(turn, known.collections)
    if language is None and not acts.wants_again(turn):
        return None
    told = replace(turn, collection=known.collections[language or state.language])
    entry = told.collection.entry(state.entry)
    return answered(told, entry, state.slots, FOLLOW_UP, "again") if entry else None


def _leaning(turn: Turn, _: Known) -> Outcome | None:
    return leaning.on_the_talk(turn)


def _by_wording(turn: Turn, _: Known) -> Outcome | None:
    """Answer a message in the very words of a phrasing."""
    words = turn.reading.words
    entry = turn.collection.worded(words) or turn.collection.answered_with_a_word(words)
    if entry is None or not turn.collection.qualifies(entry, turn.reading, turn.has):
        return None
    mistaken = false_premises.of_meeting(turn, entry)
    if mistaken:
        return outcome(turn, mistaken, Explanation(how="correction"))
    return answered(turn, entry, turn.slots, SAME_WORDS, "same words")


def _by_facets(turn: Turn, _: Known) -> Outcome | None:
    """Tell all about a meeting if several of its sides are asked at once, and nothing else."""
    entry = turn.collection.tells_most
    if entry is None or not facets.asks_only_for_sides(turn):
        return None
    mistaken = false_premises.of_meeting(turn, entry)
    if mistaken:
        return outcome(turn, mistaken, Explanation(how="correction"))
    return answered(turn, entry, turn.slots, FOLLOW_UP, "facets")


def _each_clause(turn: Turn, known: Known) -> Outcome | None:
    def by_itself(part: Turn) -> Outcome:
        return alone(part, known)

    return several.answered_each(turn, by_itself) or several.answered_halves(turn, by_itself)


def _by_retrieval(turn: Turn, known: Known) -> Outcome:
    return retrieved.answered_likeliest(turn, known.calibration)


BY_ITSELF: tuple[Step, ...] = (_by_wording, _by_facets, _by_retrieval)
"""The steps for one question of several, which leans on nothing."""
STEPS: tuple[Step, ...] = (
    _nothing_said,
    _cry_for_help,
    _in_another_language,
    _said_again,
    _leaning,
    _by_wording,
    _by_facets,
    _each_clause,
    _by_retrieval,
)

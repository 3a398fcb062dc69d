"""Answer a cry for help before all else, in the language it is in."""

from __future__ import annotations

from collections.abc import Mapping

from answers.dialogue.decisions import Answer, Explanation, OtherLanguage, Outcome
from answers.dialogue.outcomes import answered, outcome
from answers.dialogue.turn import Turn
from answers.language import emergency
from answers.limits import CERTAIN, GUESSED_FROM, OURS
from answers.search.language_index import LanguageIndex
from domain import languages


def answered_first(turn: Turn, collections: Mapping[str, LanguageIndex]) -> Outcome | None:
    """Return 112 and a hand for a cry, by the card of its language if it is none of ours."""
    found = turn.sound
    if not found.heard or (turn.heard.foreign and not found.language and found.evidence < GUESSED_FROM):
        return None
    card = _card_of(turn, found)
    if card:
        return outcome(turn, OtherLanguage(card, cry=found.kind), Explanation(how="emergency", p=CERTAIN))
    spoken = found.language if turn.heard.votes.get(found.language, 0) > 0 else turn.language
    own = collections.get(spoken, turn.collection)
    every = (own, turn.collection, *collections.values())  # in another language rather than not at all
    entry = next((each for one in every for each in one.entries if found.kind in each.id.split(".")), None)
    return answered(turn, entry, turn.slots, CERTAIN, "emergency") if entry else None


def in_doubt(turn: Turn, reply: Outcome) -> bool:
    """Tell whether the message may be a cry, though the reply does not say whom to call; every card does."""
    decision = reply.decision
    says_it = isinstance(decision, OtherLanguage) or (
        isinstance(decision, Answer) and emergency.answers(decision.entry)
    )
    return turn.sound.doubted and not says_it


def _card_of(turn: Turn, found: emergency.Sound) -> str:
    """Return the language whose card answers the cry: what the message is in, or at least the phrase that says so."""
    votes, cards = turn.heard.votes, languages.cards()
    if turn.heard.foreign in cards:
        return turn.heard.foreign
    ours = found.language in votes or max(votes.values(), default=0.0) >= OURS
    return found.language if found.language in cards and not ours else ""

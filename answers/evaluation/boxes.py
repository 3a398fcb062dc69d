"""Open the five boxes that a question goes through, for authors: reading, clauses, evidence, chance, reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answers.dialogue.decisions import Outcome, Question
from answers.dialogue.turn import Turn
from answers.engine import Engine
from answers.entries import Entry
from answers.language.lexicon import Token
from answers.reply import retrieved, several, steps
from answers.search import retrieval
from answers.search.chance import OPTIONS


@dataclass(frozen=True)
class Evidence:
    """What speaks for an entry: the telling words that it has, and lacks; the phrasing that is likest.

    `trained`: the layer's chance of it, None where no layer knows it.
    """

    entry: Entry
    shared: tuple[str, ...]
    lacking: tuple[str, ...]
    likest: str
    likeness: float
    trained: float | None


@dataclass(frozen=True)
class Chance:
    """How likely the first entry, or one of three, is right; and how likely each has to be."""

    first: float
    needed: float
    among: float
    offered_from: float


@dataclass(frozen=True)
class SingleQuestion:
    """One thing that a message asks: how it is read, what was found, and what is replied to it.

    `nothing`: the layer's chance that nothing is asked, None without one.
    """

    reading: Turn
    evidence: tuple[Evidence, ...]
    chance: Chance | None
    reply: Outcome
    nothing: float | None = None


@dataclass(frozen=True)
class Boxes:
    """A question taken apart. `asked`: one, or each clause where several are answered; `reply` is to all."""

    reading: Turn
    clauses: tuple[str, ...]
    asked: tuple[SingleQuestion, ...]
    reply: Outcome


def opened(engine: Engine, question: Question) -> Boxes:
    """Return what each box makes of the question, and the reply that `Engine.reply` gives."""
    turn, reply = engine.listen(question), engine.reply(question)
    parts = [several.by_itself(turn, clause) for clause in turn.clauses] if reply.explanation.how == "several" else []
    each = [_asked(engine, part, steps.alone(part, engine.known)) for part in parts] or [_asked(engine, turn, reply)]
    return Boxes(turn, tuple(turn.clauses), tuple(each), reply)


def _asked(engine: Engine, turn: Turn, reply: Outcome) -> SingleQuestion:
    found = retrieval.find(turn, engine.known.calibration) if turn.reading.words else None
    if found is None:
        return SingleQuestion(turn, (), None, reply)
    evidence = tuple(_evidence(turn, found, number) for number in found.ranking.order[:OPTIONS])
    calibration = engine.known.calibration.of(found.ranking.signals)
    needed = retrieved.needed(turn, found.first(turn), calibration)
    chance = Chance(found.p, needed, found.among, calibration.offer_from)
    chances = found.ranking.chances
    return SingleQuestion(turn, evidence, chance, reply, chances[-1] if chances else None)


def _evidence(turn: Turn, found: retrieval.Found, number: int) -> Evidence:
    collection, chances = turn.collection, found.ranking.chances
    every = collection.tokens(found.words)
    telling = [token for token in every if collection.says_something(token.word)] or every
    shared, lacking = list[str](), list[str]()
    for token in telling:
        (shared if collection.shares(number, token) else lacking).append(_as_said(token, found.words, turn))
    likeness, likest = collection.likest_phrasing(number, found.words)
    trained = chances[number] if chances and collection.in_layer(number) else None
    said = tuple(dict.fromkeys(shared)), tuple(dict.fromkeys(lacking))
    return Evidence(collection.entries[number], *said, likest, likeness, trained)


def _as_said(token: Token, words: Sequence[str], turn: Turn) -> str:
    """Return the word of the message that became the token: it may be a synonym of what the index has."""
    same = (word for word in words if any(each.stem == token.stem for each in turn.collection.tokens([word])))
    return next(same, token.word)

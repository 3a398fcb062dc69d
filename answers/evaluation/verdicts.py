"""Put labelled questions to the engine and judge what comes of each."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from answers.dialogue.decisions import (
    Answer,
    AskArea,
    Correction,
    DialogueState,
    Offer,
    OtherLanguage,
    Outcome,
    Question,
    Several,
    Unknown,
)
from answers.engine import Engine
from answers.entries import About, EntryKind
from answers.evaluation.labelled import Labelled
from answers.language import text
from answers.meaning import Encoder

if TYPE_CHECKING:
    from domain.events.events import Event


@dataclass(frozen=True)
class Verdict:
    """`fate`: right, wrong, offered (the right one among the options), offered_without or abstained."""

    item: Labelled
    outcome: Outcome
    fate: str
    first: bool
    wrong_slot: bool
    language_right: bool
    milliseconds: float
    unsaid: bool = False
    """The programme does not say what is asked."""

    @property
    def length(self) -> int:
        return len(text.words(self.item.text))

    @property
    def misled(self) -> bool:
        """Return True if the reply is wrong by its words: it states a fact that was not asked for.

        That the programme does not say a thing, or that it is none of ours, is not untrue.
        """
        decision = self.outcome.decision
        parts = decision.parts if isinstance(decision, Several) else (decision,)
        entries = (getattr(part, "entry", None) for part in parts)
        return self.fate == "wrong" and any(entry is not None and entry.kind is EntryKind.FACT for entry in entries)

    @property
    def led(self) -> bool:
        return self.fate in ("right", "offered")


@dataclass(frozen=True)
class Setting:
    """The surroundings of a question. `resident`: the language of the resident's Telegram, if it is another.

    `encoder`: what tells the meaning of the question, sure or not.
    """

    events: Sequence[Event]
    now: datetime
    resident: str = ""
    encoder: Encoder | None = None


def judge(engine: Engine, item: Labelled, setting: Setting) -> Verdict:
    own = item.language if item.language in engine.languages else engine.home
    resident = setting.resident or own
    state: DialogueState | None = None
    for earlier in item.context:
        state = engine.reply(Question(earlier, resident, setting.now, state, (), setting.events)).state
    started = time.perf_counter()
    meaning = setting.encoder.encode(item.text) if setting.encoder else None
    outcome = engine.reply(Question(item.text, resident, setting.now, state, (), setting.events, meaning=meaning))
    spent = (time.perf_counter() - started) * 1000
    due = item.language if item.language in engine.languages else resident
    foreign = isinstance(outcome.decision, OtherLanguage)
    spoken = outcome.language == due and foreign == (item.language not in engine.languages)
    fuller = _with_fuller_answers(item, engine)
    given, first = fate(fuller, outcome), _first(fuller, outcome)
    return Verdict(item, outcome, given, first, _wrong_slot(item, outcome), spoken, spent, _unsaid(item, engine))


def _unsaid(item: Labelled, engine: Engine) -> bool:
    expected = [engine.entry(id, item.language) for id in item.expect]
    return bool(expected) and all(entry is not None and entry.kind is EntryKind.UNKNOWN for entry in expected)


def _with_fuller_answers(item: Labelled, engine: Engine) -> Labelled:
    """Tolerate fuller answers, too: all about a meeting answers a question about its hour."""
    entries = engine.collection(item.language).entries
    expected = [entry for entry in entries if entry.id in item.expect]
    fuller = (entry.id for entry in entries if any(entry.says_all_of(each) for each in expected))
    return replace(item, tolerated=(*item.tolerated, *fuller))


def fate(item: Labelled, outcome: Outcome) -> str:
    decision = outcome.decision
    if isinstance(decision, (Offer, Unknown)) and decision.options:
        offered = any(option.entry.id in item.expect for option in decision.options)
        return "offered" if offered else "abstained" if isinstance(decision, Unknown) else "offered_without"
    if isinstance(decision, Several):
        if any(_fits(item, part) for part in decision.parts):
            return "right"
        return "offered" if any(option.entry.id in item.expect for option in decision.options) else "wrong"
    if isinstance(decision, (Answer, AskArea, Correction)):
        return "right" if _fits(item, decision) else "wrong"
    return "abstained"


def _fits(item: Labelled, decision: Answer | AskArea | Correction) -> bool:
    if isinstance(decision, Correction) and item.decision == "correction":
        return True
    entry = decision.entry
    return entry is not None and (entry.id in item.expect or entry.id in item.tolerated)


def _first(item: Labelled, outcome: Outcome) -> bool:
    """Return True if the likeliest entry was right, whatever was made of it."""
    decision, ranked = outcome.decision, outcome.explanation.ranked
    given = isinstance(decision, (Answer, AskArea, Correction)) and _fits(item, decision)
    return given or (bool(ranked) and ranked[0][0] in item.expect)


def _wrong_slot(item: Labelled, outcome: Outcome) -> bool:
    decision, due = outcome.decision, item.slots
    if isinstance(decision, Correction):
        return _differs(decision.area, due.area)
    if not isinstance(decision, Answer):
        return False
    given = {
        About.EVENT: _differs(decision.area, due.area),
        About.MEASURE: _differs(decision.measure, due.measure),
        About.BODY: _differs(decision.body, due.body),
        About.AREA: _differs(decision.area, due.area),
    }
    return decision.entry.about is not None and given[decision.entry.about]


def _differs(given: object, due: object) -> bool:
    return given is not None and due is not None and given != due

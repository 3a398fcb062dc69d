"""How good the answers are, on labelled questions: every question judged, and the judgements summed up."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from answers.decisions import Answer, AskTown, Correction, Offer, Outcome, Question, State
from answers.engine import Engine
from answers.entries import About
from answers.labelled import Labelled
from domain.events import Event, planned
from domain.programme import Programme

YEAR = 2027
"""Any year will do: the source names none."""


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

    @property
    def led(self) -> bool:
        return self.fate in ("right", "offered")


@dataclass(frozen=True)
class Setting:
    """What surrounds a question: the programme's meetings ahead, and a resident of some language.

    `resident`: the language of the resident's Telegram; empty means that of the question.
    """

    programme: Programme
    resident: str = ""
    year: int = YEAR

    @property
    def events(self) -> tuple[Event, ...]:
        plans = planned(self.programme, self.year)
        return tuple(
            Event(number, plan.slug, plan.town, plan.venue, plan.starts_at, plan.ends_at)
            for number, plan in enumerate(plans, 1)
        )

    @property
    def now(self) -> datetime:
        return min(event.starts_at for event in self.events) - timedelta(days=14)


def evaluate(engine: Engine, labelled: Sequence[Labelled], setting: Setting) -> list[Verdict]:
    return [judge(engine, item, setting) for item in labelled]


def judge(engine: Engine, item: Labelled, setting: Setting) -> Verdict:
    now, events = setting.now, setting.events
    home = setting.programme.language
    own = item.language if item.language in setting.programme.languages else home
    resident = setting.resident or own
    state: State | None = None
    for earlier in item.context:
        state = engine.reply(Question(earlier, resident, now, state, (), events)).state
    started = time.perf_counter()
    outcome = engine.reply(Question(item.text, resident, now, state, (), events))
    spent = (time.perf_counter() - started) * 1000
    return Verdict(
        item, outcome, fate(item, outcome), _first(item, outcome), _wrong_slot(item, outcome),
        _language_right(item, outcome, setting, resident), spent,
    )  # fmt: skip


def fate(item: Labelled, outcome: Outcome) -> str:
    decision = outcome.decision
    if isinstance(decision, Offer):
        offered = any(option.entry.id in item.expect for option in decision.options)
        return "offered" if offered else "offered_without"
    if isinstance(decision, (Answer, AskTown, Correction)):
        return "right" if _fits(item, decision) else "wrong"
    return "abstained"


def _fits(item: Labelled, decision: Answer | AskTown | Correction) -> bool:
    if isinstance(decision, Correction) and item.decision == "correction":
        return True
    entry = decision.entry
    return entry is not None and (entry.id in item.expect or entry.id in item.tolerated)


def _first(item: Labelled, outcome: Outcome) -> bool:
    """Whether the likeliest entry was right, whatever was made of it."""
    decision = outcome.decision
    if isinstance(decision, (Answer, AskTown, Correction)):
        return _fits(item, decision)
    ranked = outcome.explanation.ranked
    return bool(ranked) and ranked[0][0] in item.expect


def _wrong_slot(item: Labelled, outcome: Outcome) -> bool:
    decision, due = outcome.decision, item.slots
    if isinstance(decision, Correction):
        return _differs(decision.town, due.town)
    if not isinstance(decision, Answer):
        return False
    given = {
        About.EVENT: _differs(decision.town, due.town),
        About.MEASURE: _differs(decision.measure, due.measure),
        About.BODY: _differs(decision.body, due.body),
        About.TOWN: _differs(decision.town, due.town),
    }
    return decision.entry.about is not None and given[decision.entry.about]


def _differs(given: object, due: object) -> bool:
    return given is not None and due is not None and given != due


def _language_right(item: Labelled, outcome: Outcome, setting: Setting, resident: str) -> bool:
    if item.language in setting.programme.languages:
        return outcome.language == item.language
    return outcome.foreign and outcome.language == resident

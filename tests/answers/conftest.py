"""The knowledge that comes with the bot, and a way to talk to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

import pytest

from answers import knowledge
from answers.decisions import Outcome, Question, State
from answers.engine import Engine
from bot.settings import WECARE
from domain.events import Event, planned
from domain.programme import Programme, load

NOW = datetime(2027, 10, 9, 10, tzinfo=UTC)

Ask = Callable[..., Outcome]


@cache
def _programme() -> Programme:
    return load(WECARE)


@cache
def _engine() -> Engine:
    known = knowledge.load(_programme(), WECARE)
    return Engine.build(known.entries, _programme(), synonyms=known.synonyms)


@cache
def _events() -> tuple[Event, ...]:
    plans = planned(_programme(), 2027)
    return tuple(
        Event(number, plan.slug, plan.town, plan.venue, plan.starts_at, plan.ends_at, confirmed_at=NOW)
        for number, plan in enumerate(plans, 1)
    )


@pytest.fixture
def engine() -> Engine:
    return _engine()


@pytest.fixture
def events() -> tuple[Event, ...]:
    return _events()


@pytest.fixture
def programme() -> Programme:
    return _programme()


@pytest.fixture
def ask(engine: Engine) -> Ask:
    """Say several things in one conversation; the outcome of the last."""

    def conversation(*texts: str, language: str = "it", towns: tuple[str, ...] = ()) -> Outcome:
        state: State | None = None
        for text in texts:
            question = Question(text, language, NOW, state, towns, _events())
            outcome = engine.reply(question)
            state = State.from_json(outcome.state.to_json())
        return outcome

    return conversation

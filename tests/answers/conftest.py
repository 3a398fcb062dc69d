"""The knowledge that comes with the bot, and a way to talk to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

import pytest

from answers.dialogue.decisions import DialogueState, Outcome, Question
from answers.engine import Engine
from domain.events.events import Event, planned
from domain.programmes import Programme
from tests import world

NOW = datetime(2027, 10, 9, 10, tzinfo=UTC)

Ask = Callable[..., Outcome]


@cache
def _events() -> tuple[Event, ...]:
    plans = planned(world.content().programme, 2027, NOW)
    return tuple(plan.stored(number, NOW) for number, plan in enumerate(plans, 1))


@pytest.fixture
def engine() -> Engine:
    return world.engine()


@pytest.fixture
def events() -> tuple[Event, ...]:
    return _events()


@pytest.fixture
def programme() -> Programme:
    return world.content().programme


@pytest.fixture
def ask(engine: Engine) -> Ask:
    """Say several things in one conversation; the outcome of the last."""

    def conversation(*texts: str, language: str = "it", areas: tuple[str, ...] = ()) -> Outcome:
        state: DialogueState | None = None
        for text in texts:
            question = Question(text, language, NOW, state, areas, _events())
            outcome = engine.reply(question)
            state = DialogueState.from_json(outcome.state.to_json())
        return outcome

    return conversation

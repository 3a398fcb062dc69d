"""A pretend Telegram with a clock that stands still until told otherwise."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sandbox.api.telegram import Telegram
from sandbox.people.messages import UploadedFile
from sandbox.people.people import Person

NOON = datetime(2027, 10, 1, 12, tzinfo=UTC)


@dataclass
class StandingClock:
    at: datetime = NOON

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **amount: float) -> None:
        self.at += timedelta(**amount)


@dataclass
class Asked:
    """The answer to a call, taken apart."""

    status: int
    result: Any
    description: str
    parameters: dict[str, Any]


class BotSide:
    """Calls methods the way a bot does."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    async def __call__(self, method: str, files: dict[str, UploadedFile] | None = None, **params: Any) -> Asked:
        reply = await self.telegram.call(method, params, files)
        body = reply.body
        return Asked(reply.status, body.get("result"), body.get("description", ""), body.get("parameters", {}))


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def telegram(clock: StandingClock) -> Telegram:
    return Telegram(now=clock)


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    person = telegram.person(5, "Anna")
    person.start()
    return person


@pytest.fixture
def bot(telegram: Telegram) -> BotSide:
    return BotSide(telegram)

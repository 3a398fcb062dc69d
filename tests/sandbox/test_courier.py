"""Updates are brought to a webhook: in order, again when refused, as many at once as the bot wants."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp.web
import pytest

from sandbox.api.telegram import Telegram
from sandbox.people.people import Person
from sandbox.web.courier import SECRET, Courier
from tests.sandbox.conftest import BotSide


class Bot:
    """A web server that answers as told; `came` holds path, secret and update of all that was brought."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, float]] = []
        self.came: list[tuple[str, str, dict[str, Any]]] = []
        self.at_once = self.most_at_once = 0

    async def serve(self, request: aiohttp.web.Request) -> aiohttp.web.Response:
        self.came.append((request.path, request.headers.get(SECRET, ""), await request.json()))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        status, wait = self.answers.pop(0) if self.answers else (200, 0.0)
        await asyncio.sleep(wait)
        self.at_once -= 1
        return aiohttp.web.Response(status=status, headers={"Retry-After": "0"})

    @property
    def said(self) -> list[str]:
        return [update["message"]["text"] for _, _, update in self.came]


@pytest.fixture
async def hooked(telegram: Telegram) -> AsyncIterator[Bot]:
    bot = Bot()
    app = aiohttp.web.Application()
    app.router.add_post("/{path:.*}", bot.serve)
    runner = aiohttp.web.AppRunner(app)
    await runner.setup()
    site = aiohttp.web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    async with Courier(telegram, f"http://127.0.0.1:{runner.addresses[0][1]}", patience=0.5):
        yield bot
    await runner.cleanup()


async def brought(telegram: Telegram) -> None:
    async with asyncio.timeout(10):
        while telegram.updates.pending:  # noqa: ASYNC110 - on a line of its own
            await asyncio.sleep(0.005)


async def test_what_waited_and_what_comes_is_brought(
    telegram: Telegram, anna: Person, bot: BotSide, hooked: Bot
) -> None:
    anna.say("uno")
    await asyncio.sleep(0.05)
    assert hooked.came == []
    await bot("setWebhook", url="https://bot.example.org:8443/hook", secret_token="abc")
    anna.say("due")
    await brought(telegram)
    assert [(path, secret) for path, secret, _ in hooked.came] == [("/hook", "abc")] * len(hooked.came)
    assert hooked.said[-2:] == ["uno", "due"]


async def test_what_was_refused_comes_again_before_what_is_behind_it(
    telegram: Telegram, anna: Person, bot: BotSide, hooked: Bot
) -> None:
    await bot("setWebhook", url="https://bot.example.org/hook")
    await brought(telegram)
    hooked.came.clear()
    hooked.answers = [(500, 0), (200, 0)]
    anna.say("uno")
    anna.say("due")
    await brought(telegram)
    assert hooked.said == ["uno", "uno", "due"]
    info = (await bot("getWebhookInfo")).result
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_who_does_not_answer_in_time_is_asked_again(
    telegram: Telegram, anna: Person, bot: BotSide, hooked: Bot
) -> None:
    await bot("setWebhook", url="https://bot.example.org/hook")
    await brought(telegram)
    hooked.came.clear()
    hooked.answers = [(200, 3)]
    anna.say("uno")
    await brought(telegram)
    assert hooked.said == ["uno", "uno"]
    assert (await bot("getWebhookInfo")).result["last_error_message"] == "TimeoutError"


async def test_a_press_overtakes_and_others_do_not_wait(
    telegram: Telegram, anna: Person, bot: BotSide, hooked: Bot
) -> None:
    await bot("setWebhook", url="https://bot.example.org/hook", max_connections=3)
    await brought(telegram)
    hooked.came.clear()
    hooked.answers = [(200, 0.2)] * 9
    anna.say("uno")
    anna.say("due")
    telegram.inject({"callback_query": {"id": "1", "from": anna.user, "data": "x"}})
    for number in range(10, 15):
        telegram.person(number, "Marco").say("altro")
    await brought(telegram)
    assert hooked.most_at_once == 3
    assert ["callback_query" in update for _, _, update in hooked.came[:3]] == [False, True, False]


async def test_without_a_webhook_the_bot_asks_again(
    telegram: Telegram, anna: Person, bot: BotSide, hooked: Bot
) -> None:
    await bot("setWebhook", url="https://bot.example.org/hook")
    await brought(telegram)
    await bot("deleteWebhook")
    anna.say("uno")
    await asyncio.sleep(0.05)
    assert [update["message"]["text"] for update in (await bot("getUpdates")).result] == ["uno"]


@pytest.mark.parametrize(
    ("wanted", "complaint"),
    [
        ({"url": "https://a.b:8444/"}, "only on ports 80, 88, 443 or 8443"),
        ({"url": "https://a.b/", "secret_token": "ä b"}, "unallowed characters"),
    ],
)
async def test_what_is_refused(bot: BotSide, wanted: dict[str, Any], complaint: str) -> None:
    answer = await bot("setWebhook", **wanted)
    assert (answer.status, complaint in answer.description) == (400, True)

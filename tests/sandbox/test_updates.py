"""Long polling: updates wait until confirmed, a waiting bot wakes at once, and only one bot may wait."""

import asyncio
import time

import pytest

from sandbox.api.telegram import Telegram
from sandbox.people.people import Person
from tests.sandbox.conftest import BotSide


async def test_updates_stay_until_confirmed(anna: Person, bot: BotSide) -> None:
    anna.say("due")
    first = (await bot("getUpdates", limit=1)).result
    assert len(first) == 1
    assert (await bot("getUpdates")).result[0] == first[0]
    rest = (await bot("getUpdates", offset=first[0]["update_id"] + 1)).result
    assert [update["message"]["text"] for update in rest] == ["due"]


async def test_a_negative_offset_keeps_the_last(anna: Person, bot: BotSide) -> None:
    anna.say("due")
    assert [update["message"]["text"] for update in (await bot("getUpdates", offset=-1)).result] == ["due"]
    assert len((await bot("getUpdates")).result) == 1


async def test_a_waiting_bot_wakes_at_once(telegram: Telegram, bot: BotSide) -> None:
    person = telegram.person(5, "Anna")
    waiting = asyncio.create_task(bot("getUpdates", timeout=30))
    await asyncio.sleep(0)
    started = time.monotonic()
    person.say("ciao")
    assert (await waiting).result[0]["message"]["text"] == "ciao"
    assert time.monotonic() - started < 0.1


async def test_waiting_ends(bot: BotSide) -> None:
    assert (await bot("getUpdates", timeout=1)).result == []


async def test_only_one_bot_may_wait(anna: Person, bot: BotSide) -> None:
    await bot("getUpdates", offset=100)
    older = asyncio.create_task(bot("getUpdates", timeout=30))
    await asyncio.sleep(0)
    newer = asyncio.create_task(bot("getUpdates", timeout=30))
    answer = await older
    assert (answer.status, answer.description[:40]) == (409, "Conflict: terminated by other getUpdates")
    anna.say("ciao")
    assert len((await newer).result) == 1


async def test_a_webhook_shuts_the_queue(anna: Person, bot: BotSide) -> None:
    await bot("setWebhook", url="https://example.org/hook")
    assert (await bot("getUpdates")).status == 409
    assert (await bot("getWebhookInfo")).result["pending_update_count"] == 1
    await bot("deleteWebhook", drop_pending_updates="true")
    assert (await bot("getUpdates")).result == []


@pytest.mark.parametrize(("allowed", "count"), [(["callback_query"], 0), (["message"], 1), ([], 1)])
async def test_only_what_was_asked_for(anna: Person, bot: BotSide, allowed: list[str], count: int) -> None:
    await bot("getUpdates", offset=100, allowed_updates=allowed)
    anna.say("ciao")
    assert len((await bot("getUpdates")).result) == count


async def test_some_kinds_only_on_request(bot: BotSide, telegram: Telegram) -> None:
    telegram.inject({"chat_member": {}})
    assert (await bot("getUpdates", allowed_updates=["chat_member"])).result == []
    telegram.inject({"chat_member": {}})
    assert len((await bot("getUpdates")).result) == 1

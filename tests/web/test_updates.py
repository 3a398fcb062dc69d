"""Telegram brings the updates to an address that it alone knows, and each is handled once."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import pytest

from bot.updates import webhook
from sandbox.api.telegram import TOKEN
from sandbox.web.courier import SECRET, Courier
from tests.web.conftest import Browser
from tests.world import World, received, rome, texts
from web import guard

PUBLIC = "https://bot.example.org"
Brings = Callable[..., Coroutine[Any, Any, int]]


@pytest.fixture
async def site(database_url: str) -> AsyncIterator[World]:
    """A site that Telegram was told of."""
    world = World(database_url, http_port=0, public_url=PUBLIC)
    await world.app.serve()
    await world.open()
    assert world.app.webhook is not None
    await world.app.webhook.keep_set()
    yield world
    await world.close()


def courier(world: World) -> Courier:
    assert world.app.web is not None
    return Courier(world.telegram, f"http://127.0.0.1:{world.app.web.port}")


async def brought(world: World) -> None:
    """Wait until Telegram has got rid of everything, and the bot has done what came of it."""
    async with asyncio.timeout(30):
        while world.telegram.updates.pending:  # noqa: ASYNC110 - on a line of its own
            await asyncio.sleep(0.01)
    await world.app.settle()


@pytest.fixture
def brings(site: World, browser: Browser) -> Brings:
    """Bring something to the webhook by hand; return the status of the answer."""
    hook = site.app.webhook
    assert hook is not None

    async def bring(what: Any, secret: str | None = hook.secret, method: str = "POST") -> int:
        body = what if isinstance(what, bytes) else json.dumps(what).encode()
        answer, text = await browser.ask(method, hook.path, body, {} if secret is None else {SECRET: secret})
        assert "Traceback" not in text
        if answer.status in (200, 400, 401):
            assert text == ""
        return answer.status

    return bring


def said(world: World, text: str) -> dict[str, Any]:
    """The update of what Anna says, which nobody but the test brings."""
    world.anna.say(text)
    return world.telegram.updates.pending[-1]


async def test_people_write_and_press(site: World) -> None:
    async with courier(site):
        site.anna.start("pinerolo")
        await brought(site)
        site.anna.press("🔔")
        site.marco.say("/incontri")
        await brought(site)
    assert "Pinerolo" in texts(site.marco)[-1]
    site.clock.at = rome("2027-10-22 18:00")
    await site.app.settle()
    assert received(site.anna, "Domani alle 18:00") == 1
    assert site.telegram.complaints == []


@pytest.mark.one_database
async def test_telegram_is_told_where_and_nobody_else(site: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with courier(site):
        site.anna.say("/lingua")
        await brought(site)
    hook, call = site.app.webhook, next(call for call in site.telegram.calls if call.method == "setWebhook")
    assert hook is not None
    assert call.params["url"] == PUBLIC + hook.path
    assert (call.params["max_connections"], "callback_query" in call.params["allowed_updates"]) == (100, True)
    assert len(hook.path) > 40
    assert TOKEN not in hook.path + hook.secret
    other = site.another_app().webhook
    assert other is not None
    assert {other.path, other.secret} & {hook.path, hook.secret} == set()
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("bot", "web", "delivery"))]
    logged = "\n".join(ours)
    assert [word for word in (TOKEN, hook.path, hook.secret) if word in logged] == []


async def test_what_one_says_is_answered_in_order_and_a_press_may_overtake(site: World) -> None:
    site.anna.say("/start")
    site.telegram.faults.latency = 0.02
    async with courier(site):
        await brought(site)
        for word in ("/incontri", "/lingua", "/privacy") * 3:
            site.anna.say(word)
            site.marco.say(word)
        await brought(site)
    for person in (site.anna, site.marco):
        kinds = [next(key for key in ("In che lingua", "Ecco", "conserv", "") if key in text) for text in texts(person)]
        assert kinds[-9:-6] == kinds[-6:-3] == kinds[-3:]


async def test_it_is_answered_only_once_it_was_handled(site: World, brings: Brings) -> None:
    update = said(site, "/lingua")
    site.telegram.faults.latency = 0.3
    answer = asyncio.create_task(brings(update))
    await asyncio.sleep(0.15)
    assert not answer.done()
    assert await answer == 200
    assert received(site.anna, "lingua") == 1


async def test_what_is_brought_again_is_handled_once(site: World, brings: Brings) -> None:
    update = said(site, "/lingua")
    assert await asyncio.gather(*(brings(update) for _ in range(5))) == [200] * 5
    assert await brings(update) == 200
    assert received(site.anna, "lingua") == 1

    await site.restart()
    assert site.app.webhook is not None
    assert await site.app.webhook.take(update)
    assert received(site.anna, "lingua") == 1


async def test_what_takes_too_long_is_brought_again_and_handled_once(
    site: World, brings: Brings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "HANDLED_WITHIN", 0.1)
    update = said(site, "/lingua")
    site.telegram.faults.latency = 0.5
    assert await brings(update) == 503
    monkeypatch.setattr(webhook, "HANDLED_WITHIN", 5)
    assert await brings(update) == 200
    assert received(site.anna, "lingua") == 1


async def test_what_was_not_handled_when_it_stops_stays_with_telegram(site: World, brings: Brings) -> None:
    update = said(site, "/lingua")
    site.telegram.faults.latency = 30
    answer = asyncio.create_task(brings(update))
    while not site.app.intake.busy:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    await site.close()
    assert await answer == 503
    site.telegram.faults.latency = 0

    site.app = site.another_app()
    await site.open()
    assert site.app.webhook is not None
    assert await site.app.webhook.take(update)
    assert received(site.anna, "lingua") == 1


@pytest.mark.one_database
@pytest.mark.parametrize("secret", [None, "", "wrong", "é"])
async def test_without_the_secret_there_is_not_a_word(site: World, brings: Brings, secret: str | None) -> None:
    assert await brings(said(site, "/lingua"), secret) == 401
    assert texts(site.anna) == []


@pytest.mark.one_database
@pytest.mark.parametrize(
    "nonsense",
    [b"", b"{", b"\xff\xfe", b"[]", b"null", b"{}", b"[" * 100_000, b"9" * 5000]
    + [b'{"update_id": ' + number + b"}" for number in (b'"1"', b"-1", b"99999999999", b"1e3")],
    ids=lambda nonsense: repr(nonsense[:20]),
)
async def test_nonsense_is_refused(site: World, brings: Brings, nonsense: bytes) -> None:
    assert await brings(nonsense) == 400
    assert await brings(said(site, "/lingua")) == 200


async def test_an_update_that_nobody_can_read_is_not_brought_again(brings: Brings) -> None:
    assert await brings({"update_id": 7, "message": 5}) == 200


@pytest.mark.one_database
async def test_what_is_too_large_or_too_slow_is_refused(
    site: World, browser: Browser, brings: Brings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await brings(b" " * (2**20 + 1)) == 413
    assert await brings(b" " * 2**20) == 400
    assert await brings({}, method="GET") == 404
    monkeypatch.setattr(guard, "BODY_WITHIN", 0.2)
    hook = site.app.webhook
    assert hook is not None
    reader, writer = await asyncio.open_connection("127.0.0.1", browser.port)
    head = f"POST {hook.path} HTTP/1.1\r\nHost: x\r\n{SECRET}: {hook.secret}\r\nContent-Length: 100\r\n\r\n"
    writer.write(head.encode() + b"{")
    assert (await asyncio.wait_for(reader.read(), 10)).startswith(b"HTTP/1.1 408")
    writer.close()


async def test_back_to_polling_the_webhook_is_deleted(database_url: str) -> None:
    world = World(database_url, http_port=0, public_url=PUBLIC)
    await world.open()
    assert world.app.webhook is not None
    await world.app.webhook.keep_set()
    world.anna.say("/lingua")
    update = world.telegram.updates.pending[-1]
    assert await world.app.webhook.take(update)  # and the answer to Telegram is lost
    await world.close()

    world.marco.say("/lingua")
    plain = World(database_url)
    plain.telegram = world.telegram
    plain.app = plain.another_app()
    await plain.open()
    listening = asyncio.create_task(plain.app.poller.listen())
    await brought(plain)
    listening.cancel()
    await plain.close()
    assert world.telegram.updates.webhook.url == ""
    assert [received(person, "lingua") for person in (world.anna, world.marco)] == [1, 1]


async def test_it_is_set_again_when_somebody_has_deleted_it(site: World, caplog: pytest.LogCaptureFixture) -> None:
    hook = site.app.webhook
    assert hook is not None
    await site.telegram.call("deleteWebhook")
    await hook.keep_set()
    assert site.telegram.updates.webhook.url == PUBLIC + hook.path
    async with Courier(site.telegram, "http://127.0.0.1:1"):
        site.anna.say("/lingua")
        while not site.telegram.updates.webhook.last_error:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    for _ in range(2):
        await hook.keep_set()
    assert caplog.text.count("could not bring updates to PUBLIC_URL (ClientConnectorError)") == 1

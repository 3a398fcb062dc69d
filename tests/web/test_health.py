"""What machines ask of the process."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.web.conftest import Browser
from tests.world import World


async def test_each_part_says_what_is_the_matter(site: World, browser: Browser) -> None:
    assert await browser.get("/healthz") == (200, "the loop turns\n")
    status, said = await browser.get("/readyz")
    assert (status, said.splitlines()[1:]) == (
        503,
        [
            "database: well",
            "answers: well",
            "updates: Telegram has given none for a minute, nor said that there are none",
            "scheduler: not started yet",
            "sender: well",
        ],
    )
    site.app._listening = asyncio.create_task(site.app.poller.listen())
    site.app.clock.start()
    site.anna.say("/start")
    async with asyncio.timeout(30):
        while (await browser.get("/readyz"))[0] != 200:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    site.telegram.faults.outage()
    site.clock.at += timedelta(minutes=2)
    status, said = await browser.get("/readyz")
    assert (status, said.partition(":")[0]) == (503, "not ready (updates")


async def test_who_stands_by_needs_the_database_alone(site: World, browser: Browser) -> None:
    site.app.stands_by = True

    assert await browser.get("/readyz") == (
        200,
        "standing by: another process is this database's bot\ndatabase: well\n",
    )


async def test_figures_tell_what_was_done_and_of_nobody(
    site: World, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    await site.follow(site.anna, "pinerolo")
    await site.say(site.anna, "quando a Pinerolo?")
    await site.announce("Ciao", "✅")
    await site.wait()
    site.telegram.faults.next_flood(1)
    await site.say(site.marco, "/start")

    status, text = await browser.get("/metrics")
    assert status == 200
    figures = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
    assert figures["campanile_updates_total", "callback_query"] == 2
    assert figures["campanile_answers_total", "answer"] == 1
    assert figures["campanile_answer_duration_seconds_count",] == 1
    assert figures["campanile_deliveries_total", "sent"] >= 1
    assert figures["campanile_telegram_pauses_total", "bot"] == 1
    assert figures["campanile_send_wait_seconds_count", "bulk"] >= 1
    assert figures["campanile_outbox_pending",] == figures["campanile_questions_open",] == 0
    assert (figures["campanile_owner",], figures["campanile_ready", "database"]) == (1, 1)
    assert figures["process_resident_memory_bytes",] > 1e6
    people = (site.anna, site.marco, site.monica)
    assert [person.id for person in people if str(person.id) in text] == []
    assert {name for name, *_ in figures if not name.startswith(("campanile_", "process_"))} == set()


async def test_what_is_late_is_counted(site: World, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    for person in (site.anna, site.marco):
        await site.follow(person, "pinerolo")
    await site.announce("Ciao", "✅")
    site.telegram.faults.next_flood(300)
    site.clock.at += timedelta(seconds=11)
    await site.app.clock.tick()
    async with asyncio.timeout(30):
        while 'pauses_total{scope="bot"} 1.0' not in (await browser.get("/metrics"))[1]:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    site.clock.at += timedelta(seconds=30)
    text = (await browser.get("/metrics"))[1]

    assert "campanile_outbox_pending 1.0" in text
    assert 30 <= float(text.partition("\ncampanile_outbox_oldest_seconds ")[2].split()[0]) <= 45

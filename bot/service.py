"""Run the process, from start to SIGTERM."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import signal
import threading
from collections.abc import Callable, Coroutine
from typing import Any

from bot.app import App
from bot.health import heartbeat
from bot.health.pulse import Pulse
from bot.log import set_up
from bot.settings import load, require_proxy, require_token
from storage.database import DatabaseError
from storage.ownership import Ownership

log = logging.getLogger(__name__)

KNOWS_WITHIN = 120.0
"""Seconds after which the index is waited for no longer before garbage is collected again."""
END_WITHIN = 9.0
"""Seconds from the signal to the end, whatever waits."""


def run() -> None:
    """Run the bot with the environment's settings until SIGINT or SIGTERM."""
    settings = load()
    require_token(settings)
    set_up(settings)
    require_proxy(settings)
    loop_run(_serve(App(settings)))


def collect_seldom() -> None:
    """Collect garbage seldom: what the start made lives for ever, and most of what an update makes has no cycles.

    With a thousand updates at once, looking for cycles at every 700 objects took a fifth of their CPU; and to look
    through the index of the answers once holds everybody up for a tenth of a second.
    """
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)
    gc.enable()


def loop_run(work: Coroutine[Any, Any, None]) -> None:
    """Run on uvloop if it is installed: a third less CPU a message."""
    try:
        import uvloop
    except ImportError:
        asyncio.run(work)
    else:
        uvloop.run(work)


async def _serve(app: App) -> None:
    """Serve until told to stop. Raise `DatabaseError` if another process is, or may have become, the database's bot."""
    stopped = on_signal(end_in_time)
    asyncio.get_running_loop().set_exception_handler(unheard)

    def leave() -> None:
        stopped.set()
        end_in_time()

    ownership = Ownership(app.settings.database_url, on_lost=leave)
    app.may_call = ownership.holds
    pulse = Pulse(heartbeat.file(app.settings), app.readiness)
    try:
        collect_seldom()  # it may have to stand by for days
        app.stands_by = not await ownership.take()
        await app.serve()
        pulse.start()
        if await took_over(app, ownership, stopped):
            gc.disable()  # until the index is built
            await app.open()
            if await unless(stopped, app.start()):
                await _listen(app, stopped)
    finally:
        log.info("stopping")
        await pulse.stop()
        await app.stop()
        await ownership.release()
    if ownership.lost:
        raise DatabaseError("the connection that makes this the only bot was lost: start it again")


async def took_over(app: App, ownership: Ownership, stopped: asyncio.Event) -> bool:
    """Wait as long as the app stands by. Return False if told to stop before."""
    if app.stands_by:
        app.prepare()
        if not await unless(stopped, ownership.wait()):
            return False
        app.stands_by = False
    return True


def unheard(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log an error that nobody awaited; asyncio's own line would quote it."""
    log.error("%s", context["message"], exc_info=context.get("exception"))


async def _listen(app: App, stopped: asyncio.Event) -> None:
    log.info("listening as @%s", app.bot.username)
    await first_of(asyncio.create_task(app.knows()), stopped, within=KNOWS_WITHIN)
    gc.collect()  # what reading and building left behind must not be kept for ever
    collect_seldom()
    await stopped.wait()


async def unless(stopped: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Return True if the work was done, False if told to stop before. Raise what the work raises."""
    task = asyncio.create_task(work)
    await first_of(task, stopped)
    if not task.done():
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        return False
    await task
    return True


def on_signal(also: Callable[[], None] = lambda: None) -> asyncio.Event:
    """Return an event that the first SIGINT or SIGTERM sets; it calls `also` too."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop() -> None:
        if not stopped.is_set():
            stopped.set()
            also()

    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stop)
    return stopped


def end_in_time() -> None:
    """End the process if it has not ended in time. Nothing is lost: the rest stays in its rows, or at Telegram."""

    def end() -> None:
        log.error("something would not end within %.0f s: leaving it", END_WITHIN)
        os._exit(1)

    last_resort = threading.Timer(END_WITHIN, end)
    last_resort.daemon = True
    last_resort.start()


async def first_of(task: asyncio.Task[Any], event: asyncio.Event, within: float | None = None) -> None:
    waiting = asyncio.create_task(event.wait())
    await asyncio.wait({task, waiting}, timeout=within, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()

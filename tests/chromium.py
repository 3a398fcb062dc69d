"""One browser for all tests: starting one takes a second of the processor, a page in it next to nothing."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-component-update",
    "--disable-renderer-backgrounding",
    "--disable-sync",
]
PATIENCE = 60.0

needs_chromium = pytest.mark.skipif(
    not CHROMIUM.exists() and "CI" not in os.environ, reason=f"no browser at {CHROMIUM}"
)


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Run the browser; its address. `folder` keeps its profile, and says where it listens."""
    command = [str(CHROMIUM), *FLAGS, "--remote-debugging-port=0", f"--user-data-dir={folder}", "about:blank"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield f"http://127.0.0.1:{_port(process, folder / 'DevToolsActivePort')}"
        finally:
            process.terminate()


def _port(process: subprocess.Popen[bytes], file: Path) -> str:
    until = time.monotonic() + PATIENCE
    while not (file.exists() and file.read_text().count("\n")):
        assert process.poll() is None, "the browser does not start"
        assert time.monotonic() < until, "the browser says no port"
        time.sleep(0.05)
    return file.read_text().splitlines()[0]


@asynccontextmanager
async def new_page(chromium: str, **context: Any) -> AsyncIterator[Page]:
    """Open a page that shares nothing with those of other tests."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.connect_over_cdp(chromium)
        own = await browser.new_context(**context)
        yield await own.new_page()
        await own.close()
        await browser.close()

"""One process hears one sound after the other, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest

from speech import listener, whisper
from speech.listener import Listener
from speech.process import Unheard
from tests.services.test_drawing import ROOT, _alive, _children, _drawing, _until
from tests.speech import pretend

MODEL = os.environ.get("SPEECH_MODEL", "")
HEARS = """
import asyncio, signal
from speech.listener import Listener
from tests.speech import pretend
async def sound():
    return b"(endless)"
asyncio.run(Listener(pretend.load).words(sound, "it"))
"""


def saying(words: str | bytes) -> Callable[[], Awaitable[bytes]]:
    async def fetch() -> bytes:
        return words.encode() if isinstance(words, str) else words

    return fetch


def processes() -> list[int]:
    return [pid for pid in _drawing(_children(os.getpid())) if _alive(pid)]


async def test_one_process_hears_all_and_ends_when_nobody_speaks() -> None:
    hears = Listener(pretend.load, idle=0)
    said = await asyncio.gather(*(hears.words(saying(f"uno {n}"), "it") for n in range(3)))
    assert said == ["uno 0", "uno 1", "uno 2"]
    assert await hears.words(saying("(language)"), "fr") == "fr"
    assert await asyncio.to_thread(_until, lambda: not processes())


async def test_what_goes_wrong_is_told_and_the_next_is_heard() -> None:
    hears = Listener(pretend.load)
    assert await hears.words(saying(""), "it") is Unheard.NOTHING_SAID
    assert await hears.words(saying("(crash)"), "it") is Unheard.FAILED
    assert await hears.words(saying("eccomi"), "it") == "eccomi"
    (process,) = processes()
    os.kill(process, signal.SIGKILL)  # as a system without memory does
    assert await asyncio.to_thread(_until, lambda: not processes())
    assert await hears.words(saying("di nuovo"), "it") == "di nuovo"
    hears.close()
    assert await asyncio.to_thread(_until, lambda: not processes())


async def test_what_takes_too_long_is_given_up() -> None:
    hears = Listener(pretend.load, within=0.2)
    assert await hears.words(saying("(endless)"), "it") is Unheard.FAILED
    assert await asyncio.to_thread(_until, lambda: not processes())


async def test_who_comes_when_many_wait_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listener, "MOST_WAITING", 2)
    hears, arrived = Listener(pretend.load), asyncio.Event()

    async def slow() -> bytes:
        await arrived.wait()
        return b"prima"

    waiting = [asyncio.create_task(hears.words(slow, "it")) for _ in range(2)]
    await asyncio.sleep(0)
    assert await hears.words(saying("terza"), "it") is Unheard.BUSY
    arrived.set()
    assert await asyncio.gather(*waiting) == ["prima", "prima"]
    hears.close()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="looks into /proc")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_who_hears_ends_with_the_bot(end: signal.Signals) -> None:
    bot = subprocess.Popen([sys.executable, "-c", HEARS], cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        assert _until(lambda: _drawing(_children(bot.pid)))
        children = _children(bot.pid)
        os.kill(bot.pid, end)
        bot.wait(10)
        assert _until(lambda: not any(_alive(pid) for pid in children), 30), children
    finally:
        bot.kill()


@pytest.mark.skipif(not whisper.possible(), reason="the extra `voice` is not installed")
@pytest.mark.skipif(not MODEL, reason="SPEECH_MODEL names no model")
@pytest.mark.parametrize(("file", "usual"), [("question.en.ogg", "it"), ("question.it.ogg", "it")])
async def test_a_real_model_hears_a_question_in_either_language(file: str, usual: str) -> None:
    names = "Perosa Argentina, Pinerolo, Torre Pellice"
    hears = Listener(partial(whisper.load, MODEL, ("it", "en", "fr"), names))
    sound = (Path(__file__).parent / file).read_bytes()
    words = await hears.words(saying(sound), usual)
    assert isinstance(words, str)
    assert "Pinerolo" in words
    assert ("What time" if ".en." in file else "incontro") in words
    assert await hears.words(saying(sound[:300]), usual) in (Unheard.FAILED, Unheard.NOTHING_SAID)
    hears.close()

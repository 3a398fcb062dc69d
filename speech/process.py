"""Run in the process that hears voice messages; this module imports as little as it can."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from typing import Any

from domain.processes.child import serve_the_bot

Hear = Callable[[bytes, str], str]
"""Returns the words of a sound, given the language that the speaker usually writes. May raise `NotHeard`."""

LONGEST = 60
"""Seconds of a voice message that is listened to."""


class Unheard(StrEnum):
    """Why a voice message came to no words."""

    BUSY = "busy"
    TOO_LONG = "too_long"
    NOTHING_SAID = "nothing_said"
    FAILED = "failed"


class NotHeard(Exception):
    """There are no words in a sound, for a reason that can be told."""

    def __init__(self, reason: Unheard) -> None:
        self.reason = reason


@dataclass(frozen=True)
class HeardWords:
    """One sound's words, or the reason for their absence; `problem` is for the log."""

    words: str
    reason: Unheard | None = None
    problem: str = ""


def begin(there: Connection[Any, Any], load: Callable[[], Hear]) -> None:
    """Hear what comes through the pipe, until its other end is closed; the model is loaded with the first sound."""
    serve_the_bot()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)  # they reach the bot too, with which this process ends
    hear = None
    with suppress(EOFError, BrokenPipeError):
        while True:
            sound, language = there.recv()
            try:
                hear = hear or load()
                there.send(HeardWords(hear(sound, language)))
            except NotHeard as none:
                there.send(HeardWords("", none.reason))
            except Exception as error:  # told where it is waited for
                there.send(HeardWords("", Unheard.FAILED, f"{type(error).__name__}: {error}"))

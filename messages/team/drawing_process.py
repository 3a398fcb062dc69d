"""Run in the process that draws a picture; this module imports as little as it can."""

from __future__ import annotations

import os
import pickle
import threading
from importlib.util import find_spec
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from typing import Any


def possible() -> bool:
    """Return True if the libraries that draw are installed: they are an extra, `posters`."""
    return find_spec("matplotlib") is not None and find_spec("segno") is not None


def begin(there: Connection[Any, Any], work: bytes) -> None:
    """Unpickle `work`, a function and its subject, and run it; end with the bot, and give way to it."""
    if hasattr(os, "nice"):
        os.nice(10)  # answers come first
    threading.Thread(target=_end_with_the_bot, daemon=True).start()
    try:
        draw, subject = pickle.loads(work)
        there.send((True, draw(subject)))
    except Exception as error:  # told where it is waited for
        there.send((False, error))


def _end_with_the_bot() -> None:
    """End this process when the bot's end of the pipe closes: a killed bot says nothing else."""
    bot = parent_process()
    if bot is not None:
        bot.join()
        os._exit(1)

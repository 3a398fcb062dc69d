"""The process that draws a picture: its first word, which imports as little as it can."""

from __future__ import annotations

import os
import pickle
import threading
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from typing import Any


def begin(there: Connection[Any, Any], work: bytes) -> None:
    """`work`: a pickled function and its subject, unpacked once the end of the bot is listened for."""
    threading.Thread(target=_end_with_the_bot, daemon=True).start()
    try:
        draw, subject = pickle.loads(work)
        there.send((True, draw(subject)))
    except Exception as error:  # told where it is waited for
        there.send((False, error))


def _end_with_the_bot() -> None:
    """A killed bot says nothing: its end of a pipe closes."""
    bot = parent_process()
    if bot is not None:
        bot.join()
        os._exit(1)

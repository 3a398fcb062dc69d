"""Behave in a process that the bot began."""

from __future__ import annotations

import os
import threading
from multiprocessing import parent_process


def serve_the_bot() -> None:
    """Give way to the bot, whose answers come first, and end with it, however it ends."""
    if hasattr(os, "nice"):
        os.nice(10)
    threading.Thread(target=_end_with_the_bot, daemon=True).start()


def _end_with_the_bot() -> None:
    """End this process when the bot's end of the pipe closes: a killed bot says nothing else."""
    bot = parent_process()
    if bot is not None:
        bot.join()
        os._exit(1)

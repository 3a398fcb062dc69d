"""Run in the process that draws a picture; this module imports as little as it can."""

from __future__ import annotations

import pickle
from importlib.util import find_spec
from multiprocessing.connection import Connection
from typing import Any

from domain.processes.child import serve_the_bot


def possible() -> bool:
    """Return True if the libraries that draw are installed: they are an extra, `posters`."""
    return find_spec("matplotlib") is not None and find_spec("segno") is not None


def begin(there: Connection[Any, Any], work: bytes) -> None:
    """Unpickle `work`, a function and its subject, and run it."""
    serve_the_bot()
    try:
        draw, subject = pickle.loads(work)
        there.send((True, draw(subject)))
    except Exception as error:  # told where it is waited for
        there.send((False, error))

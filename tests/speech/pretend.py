"""A pretend transcriber: the bytes of a sound are the words in it. It runs in the process of the real one."""

from __future__ import annotations

import os
import time

from speech.process import Hear, NotHeard, Unheard


def load() -> Hear:
    return hear


def hear(sound: bytes, language: str) -> str:
    words = sound.decode()
    if words == "(crash)":
        os._exit(3)
    if words == "(endless)":
        time.sleep(300)
    if words == "(language)":
        return language
    if not words:
        raise NotHeard(Unheard.NOTHING_SAID)
    return words

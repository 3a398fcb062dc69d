"""Hear with Whisper, a model that runs on this machine; its libraries are imported when it is loaded."""

from __future__ import annotations

import os
from functools import partial
from importlib.util import find_spec
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

from speech.process import LONGEST, Hear, NotHeard, Unheard

FILES = ("model.bin", "config.json", "tokenizer.json")
"""A model in CTranslate2's form has these; without the last the library would ask the internet for it."""
RATE = 16_000
"""Samples a second, as Whisper was trained."""
OWN, STRANGE = 3.0, 0.1
"""How much likelier than another of the bot's languages is the one that somebody usually writes, and one that the bot
does not speak, before anything is heard."""
LEAST_SURE = -1.0
"""The mean logarithm of the words' chances, below which they are noise."""
MOST_REPETITIVE = 2.4
"""How far words can be compressed before they are the model's stammer."""
_FORMATS = "ogg,matroska,webm,mov,mp4,m4a,mp3,wav,aac,flac"
"""Of sound and film. The decoder knows lists of other files besides, and they might be this machine's."""


def possible() -> bool:
    """Return True if the library is installed: it is an extra, `voice`. Nothing is imported."""
    return find_spec("faster_whisper") is not None


def lacking(folder: Path) -> list[str]:
    """Return the files that a folder with a model should have, and has not."""
    return [name for name in FILES if not (folder / name).is_file()]


def load(folder: str, languages: tuple[str, ...], names: str) -> Hear:
    """Return what hears, these languages first. `names` are words that no dictionary has, of places for instance."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from faster_whisper import WhisperModel

    model = WhisperModel(folder, device="cpu", compute_type="int8", local_files_only=True)
    return partial(_hear, model, languages, names)


def _hear(model: Any, languages: tuple[str, ...], names: str, sound: bytes, usual: str) -> str:
    samples = decoded(sound)
    segments, _ = model.transcribe(
        samples,
        language=_spoken(model, samples, languages, usual),
        hotwords=names or None,
        temperature=0.0,  # others are tried where it is not sure, and take four times as long
        without_timestamps=True,
        condition_on_previous_text=False,
    )
    words = " ".join(each.text.strip() for each in segments if _credible(each))
    if not words:
        raise NotHeard(Unheard.NOTHING_SAID)
    return words


def _spoken(model: Any, samples: Any, languages: tuple[str, ...], usual: str) -> str:
    chances: dict[str, float] = dict(model.detect_language(samples)[2])
    weights = dict.fromkeys(languages, 1.0) | {usual: OWN}
    return max(chances, key=lambda each: chances[each] * weights.get(each, STRANGE))


def _credible(segment: Any) -> bool:
    return bool(segment.avg_logprob > LEAST_SURE and segment.compression_ratio < MOST_REPETITIVE)


def decoded(sound: bytes) -> Any:
    """Return the samples of a sound file. Raise `NotHeard` if it has none, or goes on for too long whatever it says."""
    import av
    import numpy

    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    parts: list[Any] = [numpy.zeros(0, numpy.int16)]
    length = 0
    with av.open(BytesIO(sound), container_options={"format_whitelist": _FORMATS}) as container:
        if not container.streams.audio:
            raise NotHeard(Unheard.NOTHING_SAID)
        for frame in chain(container.decode(audio=0), [None]):
            if frame is not None:
                frame.pts = None  # gaps are not kept
            for part in resampler.resample(frame):
                parts.append(part.to_ndarray()[0])
                length += part.samples
            if length > (LONGEST + 1) * RATE:
                raise NotHeard(Unheard.TOO_LONG)
    return numpy.concatenate(parts).astype(numpy.float32) / 32768

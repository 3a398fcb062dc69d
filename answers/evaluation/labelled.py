"""Read labelled questions: what residents wrote and what should have come of it, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answers.dialogue.decisions import Slots

OUT = "out"
ANY = "any"
NOTHING = Slots()


@dataclass(frozen=True)
class Labelled:
    """`expect`: the ids that are right; none means that nothing in the knowledge file fits.

    `tolerated` ids are no mistake either. `context` holds the resident's earlier messages. `free`: only the
    language of the reply matters.
    """

    text: str
    language: str
    expect: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = ()
    slots: Slots = NOTHING
    context: tuple[str, ...] = ()
    style: str = ""
    follow_up: bool = False
    decision: str = ""
    free: bool = False

    @property
    def in_scope(self) -> bool:
        return bool(self.expect)

    @property
    def group(self) -> str:
        """Return the key of questions that must not be split between fitting and testing."""
        return self.expect[0] if self.expect else f"{OUT} {self.text}"


class LabelError(Exception):
    """A line of a labelled file is wrong: says file, line and reason."""


def read(path: Path) -> list[Labelled]:
    """Read a .jsonl file, or every one of a directory."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    return [item for file in files for item in _read(file)]


def _read(file: Path) -> Iterator[Labelled]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield _labelled(json.loads(line))
            except (ValueError, KeyError, TypeError) as problem:
                raise LabelError(f"{file}, line {number}: {problem!r}") from problem


def _labelled(data: Mapping[str, Any]) -> Labelled:
    expect = data["expect"]
    named = data.get("entities") or {}
    return Labelled(
        text=data["text"],
        language=data["language"],
        expect=() if isinstance(expect, str) else tuple(expect),
        tolerated=tuple(data.get("tolerated", ())),
        slots=Slots(named.get("area"), named.get("measure"), named.get("body")),
        context=tuple(data.get("context", ())),
        style=data.get("style", ""),
        follow_up=data.get("follow_up", False),
        decision=data.get("expected_decision") or data.get("decision", ""),
        free=expect == ANY,
    )


def languages(items: Iterable[Labelled]) -> list[str]:
    return sorted({item.language for item in items})

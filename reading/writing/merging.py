"""Bring what was read into a `programme.yaml`: only what differs is touched, and nothing ends by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reading.drafts import DraftProgramme
from reading.writing import rendering
from reading.writing.comparing import Item, differing
from reading.writing.content import SECTIONS, content
from reading.writing.document import ProgrammeText


@dataclass
class Merged:
    """The new text, and what became of the events: ids that are new or gone, and a line for each change."""

    text: str
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def merge(draft: DraftProgramme, document: ProgrammeText) -> Merged:
    """Return the document with what the draft says. Names and texts that only the document has are kept."""
    there = {name: document.items(name) for name in SECTIONS}
    wanted = content(draft, there)
    merged = Merged("")
    for name in SECTIONS:
        new, changes = _compared(there[name], wanted[name])
        _write(document, name, new, changes)
        if name == "events":
            merged.added = [each["id"] for each in new]
        merged.changed += [
            f"{there[name][number]['id']}: {field} {_shown(there[name][number].get(field))} -> {_shown(value)}"
            for number, fields in changes.items()
            for field, value in fields.items()
        ]
    here = {each["id"] for each in wanted["events"]}
    merged.gone = [str(each["id"]) for each in there["events"] if each["id"] not in here]
    merged.text = document.applied() if document.edits else document.text
    return merged


def _compared(there: Sequence[Item], wanted: Sequence[Item]) -> tuple[list[Item], dict[int, Item]]:
    """Return the entries that are new, and by the number of those that are there the fields that differ."""
    numbers = {each["id"]: number for number, each in enumerate(there)}
    new = [each for each in wanted if each["id"] not in numbers]
    known = {numbers[each["id"]]: each for each in wanted if each["id"] in numbers}
    changes = {number: differing(there[number], each) for number, each in known.items()}
    return new, {number: fields for number, fields in changes.items() if fields}


def _write(document: ProgrammeText, name: str, new: Sequence[Item], changes: dict[int, Item]) -> None:
    if not new and not changes:
        return
    if document.unfold(name):
        old = document.items(name)
        document.rewrite(name, [*({**each, **changes.get(number, {})} for number, each in enumerate(old)), *new])
        return
    for number, fields in changes.items():
        document.change(name, number, fields)
    if new:
        document.add(name, new)


def _shown(value: object) -> str:
    text = rendering.inline(value) if value else "nothing"
    return text if len(text) <= 80 else f"{text[:77]}..."

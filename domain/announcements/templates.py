"""Templates: announcements prepared in the content, relative to events. An organiser must confirm each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from domain.calendar import at
from domain.events.events import Event
from domain.files.yaml_file import ContentError, present, read
from domain.files.yaml_tree import Location
from domain.files.yaml_values import ClockTime, Flag, LocalText, Slug
from domain.programmes import Programme

FILE = "announcements.yaml"
SLOTS = frozenset(["area", "date", "weekday", "start", "end", "venue", "address", "duration", "programme"])
_SLOT = re.compile(r"\{(\w*)\}")


class _Template(Struct, frozen=True, forbid_unknown_fields=True):
    """A template as it stands in the file."""

    id: Slug
    days: Annotated[int, Meta(ge=-60, le=60)]
    at: ClockTime
    text: LocalText
    card: Flag = Flag()


@dataclass(frozen=True)
class Prepared:
    """A template. It is due `days` after an event's day (before, if negative), at the hour `clock`.

    `text` is Telegram HTML by language, with the slots of the event; `card` adds the button to its card.
    """

    id: str
    days: int
    clock: time
    text: dict[str, str]
    card: bool

    def key(self, event: Event) -> str:
        return f"{self.id}:{event.slug}"

    def due(self, event: Event, programme: Programme) -> datetime:
        day = event.starts_at.astimezone(programme.zone).date() + timedelta(days=self.days)
        return at(day, self.clock, programme.zone)


def load(programme: Programme, directory: Path) -> list[Prepared]:
    """Return the templates; none without a file. Raise `ContentError` with file, line, field and a plain sentence."""
    entries, mistakes = look(programme, directory)
    if mistakes:
        raise mistakes[0]
    return entries


def look(programme: Programme, directory: Path) -> tuple[list[Prepared], list[ContentError]]:
    """Return the templates that are right, and every mistake in the others."""
    if not present(directory / FILE):
        return [], []
    document = read(directory / FILE)
    entries, mistakes = document.items(_Template)
    seen: set[str] = set()
    for index, entry in entries.items():
        if entry.id in seen:
            mistakes.append(document.error((index, "id"), f'"{entry.id}" is already used above'))
        seen.add(entry.id)
        mistakes += [document.error((index, *path), problem) for path, problem in _wrong(programme, entry)]
    prepared = [Prepared(each.id, each.days, each.at, each.text, bool(each.card)) for each in entries.values()]
    return prepared, sorted(mistakes, key=lambda error: error.line)


def _wrong(programme: Programme, entry: _Template) -> Iterator[tuple[Location, str]]:
    if missing := [each for each in programme.languages if each not in entry.text]:
        yield ("text",), f"lacks the text in {', '.join(missing)}"
    for language, text in entry.text.items():
        if unknown := [slot for slot in _SLOT.findall(text) if slot not in SLOTS]:
            known = ", ".join(sorted(SLOTS))
            yield ("text", language), f"has the slot {{{unknown[0]}}}, which is not one of: {known}"

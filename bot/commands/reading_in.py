"""`campanile content read`: bring a programme in from what people have."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.commands.written import write
from domain.files import yaml_file
from domain.languages import known
from domain.programmes import FILE
from reading import reader
from reading.drafts import DraftProgramme, Wishes
from reading.errors import Flaw, SourceError
from reading.ids import slug
from reading.source import Source, opened
from reading.tables.dates import Order
from reading.tables.layout import FIELDS
from reading.texts import zone_of
from reading.web import fetch, is_address
from reading.writing import rendering
from reading.writing.content import content
from reading.writing.document import ProgrammeText
from reading.writing.merging import Merged, merge

FIELDS_BY_MAP = "--map takes field=column, as in --map title=SUMMARY,area=Ortsteil"


def run(
    names: Sequence[str], into: Path | None, columns: Sequence[str], *, zone: str, language: str, dates: str
) -> tuple[str, list[str]]:
    """Return what to print, and notes. With `into`, write `programme.yaml` there and print what became of it."""
    wishes = Wishes(datetime.now(UTC).date(), mapped(columns), _zone(zone), language, _order(dates))
    return read(names, wishes, into)


def _zone(name: str) -> str:
    try:
        return zone_of(name)
    except Flaw as flaw:
        raise SourceError("--zone:", [flaw]) from flaw


def _order(text: str) -> str:
    if text and text not in set(Order):
        raise SourceError("--dates", [Flaw(f"is {' or '.join(Order)}")])
    return text


def mapped(texts: Sequence[str]) -> dict[str, str]:
    """Return the columns by field. Raise `SourceError` for a field that no programme has."""
    columns: dict[str, str] = {}
    for pair in (pair for text in texts for pair in text.split(",") if pair.strip()):
        name, found, column = (part.strip() for part in pair.partition("="))
        if not found or not column:
            raise SourceError("--map", [Flaw(f'"{pair.strip()}" is no pair: {FIELDS_BY_MAP}')])
        if name not in FIELDS:
            raise SourceError("--map", [Flaw(f'knows no field "{name}"; the fields are {", ".join(FIELDS)}')])
        columns[name] = column
    return columns


def read(names: Sequence[str], wishes: Wishes, into: Path | None) -> tuple[str, list[str]]:
    """Return what to print, and notes. With `into`, write `programme.yaml` there and print what became of it."""
    file = into / FILE if into else None
    document = _document(file) if file and yaml_file.present(file) else None
    if document:
        languages = document.data.get("languages") or [""]
        wishes = replace(wishes, zone=document.data.get("time_zone") or wishes.zone, language=str(languages[0]))
    draft = _drafts(names, wishes)
    if file is None or document is None:
        text = rendering.programme(_head(draft, wishes, into), content(draft, {}))
        if file is None:
            return text, draft.notes
        write(file, text)
        return f"{file}: written, {len(draft.events)} events.", draft.notes
    merged = merge(draft, document)
    if merged.text != document.text:
        write(file, merged.text)
    return _told(file, merged), draft.notes


def _document(file: Path) -> ProgrammeText:
    data = yaml_file.read(file).data
    events = data.get("events") or [] if isinstance(data, dict) else [{}]
    if any("when" not in event for event in events):
        raise SourceError(str(file), [Flaw("is no programme whose events say `when:`; begin in a new folder")])
    return ProgrammeText(file.read_bytes().decode("utf-8-sig"), data)


def _drafts(names: Sequence[str], wishes: Wishes) -> DraftProgramme:
    """Return all sources as one programme; the first that says its zone or language says it for all."""
    whole = DraftProgramme([], zone=wishes.zone, language=wishes.language)
    for name in names:
        try:
            draft = reader.read(_source(name), replace(wishes, zone=whole.zone))
        except Flaw as flaw:
            raise SourceError(name, [flaw]) from flaw
        whole.events += draft.events
        whole.areas = [*whole.areas, *draft.areas]
        whole.name, whole.zone = whole.name or draft.name or Path(name).stem, whole.zone or draft.zone
        whole.language = whole.language or draft.language
        whole.notes += [f"{name}: {note}" if len(names) > 1 else note for note in draft.notes]
    if not whole.zone:
        raise SourceError(names[0], [Flaw("names no time zone: add it, like --zone Europe/Rome")])
    return whole


def _source(name: str) -> Source:
    return asyncio.run(fetch(name)) if is_address(name) else opened(Path(name))


def _head(draft: DraftProgramme, wishes: Wishes, into: Path | None) -> dict[str, Any]:
    language = wishes.language or (draft.language if draft.language in known() else "")
    if not language:
        said = "nothing says the language" if not draft.language else f'the bot does not speak "{draft.language}" yet'
        draft.notes.append(f"languages: {said}, so it is en; change it with --language or in the file.")
    name = slug(into.name if into else draft.name) or "programme"
    return {"id": name, "name": draft.name, "time_zone": draft.zone, "languages": [language or "en"]}


def _told(file: Path, merged: Merged) -> str:
    lines = [f"new: {name}" for name in merged.added]
    lines += [f"changed: {line}" for line in merged.changed]
    lines += [f"only in the file, not in what was read: {name} (it stays)" for name in merged.gone]
    return "\n".join(lines) if lines else f"{file} says the same: nothing was changed."

"""Read the calendars that a programme watches, as what its file would say if it were brought up to date with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from domain.files import yaml_file
from domain.files.yaml_file import YamlFile
from domain.programmes import Programme
from reading import reader
from reading.drafts import DraftProgramme, Wishes
from reading.errors import Flaw
from reading.source import Source
from reading.writing.comparing import Item
from reading.writing.content import SECTIONS, content


@dataclass(frozen=True)
class Watched:
    """The programme with the calendars' events and no others; `gone` are the ids of those that left the calendars."""

    programme: Programme
    gone: frozenset[str]


def read(file: Path, sources: Sequence[tuple[Source, Wishes]], known: Mapping[str, str]) -> Watched:
    """Return what the calendars say. `known` are ids by UID that the file does not have.

    Raise `SourceError`, `Flaw` or `ContentError` if anything cannot be read: a calendar that is half read would seem to
    have lost the rest.
    """
    draft = DraftProgramme([])
    for source, wishes in sources:
        read = reader.read(source, wishes)
        draft.events += [event for event in read.events if event.uid]
        draft.areas = [*draft.areas, *read.areas]
    if not draft.events:
        raise Flaw("no event has a UID, by which it could be known again")
    data = yaml_file.read(file).data
    there: dict[str, Sequence[Item]] = {name: data.get(name) or [] for name in SECTIONS}
    in_file = {str(each["uid"]) for each in there["events"] if each.get("uid")}
    more = [{"id": plan, "uid": uid} for uid, plan in known.items() if uid not in in_file]
    there["events"] = [*there["events"], *more]
    uids = {event.uid for event in draft.events}
    # Where a calendar drops what is past, the next of the same events lends the rest its UID: alike is the same then.
    alike = [each if str(each.get("uid")) in uids else _without("uid", each) for each in there["events"]]
    wanted = content(draft, there | {"venues": _venues(there["venues"], draft), "events": alike})
    whole = data | {name: _together(there[name], wanted[name]) for name in SECTIONS} | {"events": wanted["events"]}
    ids = {str(each["id"]) for each in wanted["events"]}
    gone = {str(each["id"]) for each in there["events"] if each.get("uid")} - ids
    return Watched(YamlFile(file, whole, {}).convert(Programme), frozenset(gone))


def _venues(there: Sequence[Item], draft: DraftProgramme) -> Sequence[Item]:
    """Return the file's venues; without their areas where the calendars name none, or none would be known again."""
    if any(event.area for event in draft.events):
        return there
    return [_without("area", each) for each in there]


def _without(field: str, item: Item) -> Item:
    return {name: value for name, value in item.items() if name != field}


def _together(there: Sequence[Item], wanted: Collection[Item]) -> list[Any]:
    """Return what is there, as it is, and then what is new."""
    ids = {str(each["id"]) for each in there}
    return [*there, *(each for each in wanted if each["id"] not in ids)]

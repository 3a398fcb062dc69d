"""Read and validate a programme's files of answers: every mistake with its file, line and field."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from answers.entries import About, Entry, EntryKind, Synonyms
from answers.language import text
from domain import languages
from domain.files.yaml_file import ContentError, YamlFile, one_of, present, read, shaped
from domain.files.yaml_tree import Location
from domain.files.yaml_values import Flag
from domain.naming.slots import filled, slots
from domain.programmes import Programme

if TYPE_CHECKING:
    from answers.evaluation.review import Finding

EVERYWHERE = frozenset(["programme", "languages"])
SLOTS = {
    None: EVERYWHERE | {"leads", "usual_leads"},
    About.EVENT: EVERYWHERE | {"area", "date", "weekday", "start", "end", "venue", "address", "duration"},
    About.MEASURE: EVERYWHERE | {"number", "title", "text"},
    About.BODY: EVERYWHERE | {"body", "text"},
    About.AREA: EVERYWHERE | {"area"},
}


Id = Annotated[
    str,
    shaped(
        r"^[a-z0-9_]+(\.[a-z0-9_]+)*\Z",
        'must be small letters, digits and _, with dots between: "meeting.where"',
    ),
    Meta(max_length=40),
]
Phrase = Annotated[str, Meta(min_length=1, max_length=300)]


class _Entry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An entry as it stands in the file."""

    id: Id
    kind: Annotated[str, one_of(*EntryKind)]
    about: Annotated[str, one_of(*About)] | None = None
    phrasings: Annotated[list[Phrase], Meta(min_length=1)]
    tags: list[Phrase] = []
    answer: Annotated[str, Meta(min_length=1, max_length=1500)]
    glance: str = ""
    exact: Flag = Flag()
    often: Flag = Flag()
    stakes: Annotated[str, one_of("high", "normal")] = "normal"
    ask: Flag = Flag()
    buttons: list[str] = []

    def built(self, language: str, say: Callable[[str], str]) -> Entry:
        """Return the entry, in which `say` puts the programme's words into their slots."""
        phrasings, tags = tuple(map(say, self.phrasings)), tuple(map(say, self.tags))
        return Entry(
            self.id, language, EntryKind(self.kind), phrasings, tags, say(self.answer.strip()),
            About(self.about) if self.about else None, say(self.glance), bool(self.exact), bool(self.often),
            self.stakes == "high", bool(self.ask), tuple(self.buttons),
        )  # fmt: skip


Group = Annotated[list[Phrase], Meta(min_length=2)]


@dataclass(frozen=True)
class Knowledge:
    """Entries and authors' synonyms by language, and where each entry stands."""

    entries: Mapping[str, tuple[Entry, ...]]
    synonyms: Mapping[str, Synonyms]
    places: Mapping[tuple[str, str], tuple[Path, int]]
    """File and line of an entry, by language and id."""


def files(directory: Path, language: str) -> tuple[Path, Path]:
    """Return the files of a language: its entries, and its synonyms, which may be missing."""
    folder = directory / "answers"
    return folder / f"{language}.yaml", folder / f"synonyms.{language}.yaml"


def load(programme: Programme, directory: Path) -> Knowledge:
    """Read `answers/{language}.yaml` and `synonyms.{language}.yaml` of a content directory.

    Merge under them what the bot says of itself in each language: the programme overrides it by id, and may have no
    answers of its own.

    Raises `ContentError` for the first mistake; languages may differ in their entries (`check` says so).
    """
    entries: dict[str, tuple[Entry, ...]] = {}
    synonyms: dict[str, Synonyms] = {}
    places: dict[tuple[str, str], tuple[Path, int]] = {}
    for language in programme.languages:
        written, alike = files(directory, language)
        merged: dict[str, Entry] = {}
        say = partial(filled, said=slots(language, programme), language=language, programme=programme)
        general = _general(language)
        for file in general if general and not present(written) else [written, *general]:
            document = read(file)
            for index, entry in enumerate(_entries(document, language, say)):
                if merged.setdefault(entry.id, entry) is entry:
                    places[language, entry.id] = (document.file, document.lines.get((index,), 1))
        entries[language] = tuple(merged.values())
        synonyms[language] = _synonyms(alike)
    return Knowledge(entries, synonyms, places)


def _general(language: str) -> list[Path]:
    file = languages.having(languages.ANSWERS).get(language)
    return [file] if file else []


def check(programme: Programme, directory: Path) -> list[Finding]:
    """Return everything worth telling the authors: errors, which stop the start, and warnings."""
    from answers.evaluation import review  # which reads these files too

    return review.check(programme, directory)


def _entries(document: YamlFile, language: str, say: Callable[[str], str]) -> tuple[Entry, ...]:
    entries = tuple(each.built(language, say) for each in document.convert(list[_Entry]))
    _check_ids(document, entries)
    for index, entry in enumerate(entries):
        _check_phrases(document, (index, "phrasings"), entry.phrasings)
        _check_phrases(document, (index, "tags"), entry.tags)
        _check_slots(document, index, entry)
    return entries


def _synonyms(file: Path) -> Synonyms:
    if not present(file):
        return ()
    document = read(file)
    groups = document.convert(list[Group])
    for index, group in enumerate(groups):
        _check_phrases(document, (index,), group)
    return tuple(tuple(group) for group in groups)


def _check_phrases(document: YamlFile, path: Location, phrases: Iterable[str]) -> None:
    for index, phrase in enumerate(phrases):
        if not text.words(phrase) and not text.symbol(phrase):
            raise document.error((*path, index), "must hold at least one word or emoji")


def _check_ids(document: YamlFile, entries: Iterable[Entry]) -> None:
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        if entry.id in seen:
            raise document.error((index, "id"), f'"{entry.id}" is already used above')
        seen.add(entry.id)


def _check_slots(document: YamlFile, index: int, entry: Entry) -> None:
    allowed = SLOTS[entry.about]
    for name, words in (("answer", entry.answer), ("glance", entry.glance)):
        for slot in _slots(document, (index, name), words):
            if slot not in allowed:
                known = ", ".join(sorted(allowed))
                raise document.error((index, name), f'has the unknown slot "{{{slot}}}" (known here: {known})')
    if entry.glance and entry.about is not About.EVENT:
        raise document.error((index, "glance"), "is only for entries about an event")


def _slots(document: YamlFile, path: tuple[str | int, ...], words: str) -> list[str]:
    try:
        found = [part[1:] for part in string.Formatter().parse(words) if part[1] is not None]
    except ValueError as error:
        raise document.error(path, f"has a stray brace: {error}") from error
    for name, form, conversion in found:
        if form or conversion:
            raise document.error(path, f'has a slot with more than its name: "{{{name}}}" is all it may hold')
    return [str(name) for name, _, _ in found]


__all__ = ["SLOTS", "ContentError", "Knowledge", "check", "files", "load"]

"""Read and validate a programme's files of answers: every mistake with its file, line and field."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from answers.entries import About, Entry, EntryKind, Synonyms
from answers.language import text
from answers.layers.entry_layer import EntryLayer, made_of
from answers.layers.meaning_layer import MeaningLayer
from domain import languages
from domain.files.yaml_file import ContentError, YamlFile, one_of, present, read, shaped
from domain.files.yaml_tree import Location
from domain.files.yaml_values import Flag
from domain.naming.slots import filled, slots
from domain.programmes import Mistake, Programme

if TYPE_CHECKING:
    from answers.engine import Engine
    from answers.evaluation.review import Finding

EVERYWHERE = frozenset(["programme", "languages"])
OWN = frozenset("title kind price link people contact note access online booking when times where place".split())
"""What an event of the file may have or lack: a sentence whose slot is empty is left out."""
SLOTS = {
    None: EVERYWHERE | {"leads", "usual_leads"},
    About.EVENT: EVERYWHERE | {"area", "date", "weekday", "start", "end", "venue", "address", "duration"} | OWN,
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


Layer = TypeVar("Layer", EntryLayer, MeaningLayer)
Say = Callable[[str], str]
"""Puts the programme's words into their slots."""


ASKED = ("title", "price", "people", "contact", "link", "booking", "online", "access", "note")
"""Slots that an event may have or not."""


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
    asks: Annotated[str, one_of(*ASKED)] | None = None
    chat_only: Flag = Flag()

    def built(self, language: str, say: Say, ask: Say, *, general: bool) -> Entry:
        """Return the entry: `say` puts the programme's words into their slots, `ask` those of a question."""
        # What several programmes have in common, the bot's own entries above all, is in memory once.
        phrasings, tags = (tuple(map(intern, each)) for each in (map(ask, self.phrasings), map(say, self.tags)))
        return Entry(
            self.id, language, EntryKind(self.kind), phrasings, tags, intern(say(self.answer.strip())),
            About(self.about) if self.about else None, say(self.glance), bool(self.exact), bool(self.often),
            self.stakes == "high", bool(self.ask), tuple(self.buttons), asks=self.asks or "",
            chat_only=bool(self.chat_only), general=general,
        )  # fmt: skip


Group = Annotated[list[Phrase], Meta(min_length=2)]


@dataclass(frozen=True)
class Knowledge:
    """Entries and authors' synonyms by language, and where each entry stands."""

    entries: Mapping[str, tuple[Entry, ...]]
    synonyms: Mapping[str, Synonyms]
    places: Mapping[tuple[str, str], tuple[Path, int]]
    """File and line of an entry, by language and id."""
    layers: Mapping[str, EntryLayer]
    """By language, where one was made of these very phrasings."""
    meanings: Mapping[str, MeaningLayer]
    """Likewise, for the vectors of one encoder."""

    def engine(self, programme: Programme) -> Engine:
        """Return the engine that answers with all this. It takes a second."""
        from answers.engine import Engine  # not before the first poll

        return Engine.build(self.entries, programme, synonyms=self.synonyms, layers=self.layers, meanings=self.meanings)


def files(directory: Path, language: str) -> tuple[Path, Path]:
    """Return the files of a language: its entries, and its synonyms, which may be missing."""
    folder = directory / "answers"
    return folder / f"{language}.yaml", folder / f"synonyms.{language}.yaml"


def layer_file(directory: Path, language: str) -> Path:
    """Return the file of the layer that `content learn` makes of a language's phrasings."""
    return directory / "answers" / f"{language}.layer"


def meaning_file(directory: Path, language: str) -> Path:
    """Return the file of the layer that `content learn` makes of the meanings of a language's phrasings."""
    return directory / "answers" / f"{language}.meaning"


def asides(language: str) -> list[str]:
    """Return sentences of a language that ask nothing."""
    return [each for file in _general(language, languages.ASIDES) for each in read(file).convert(list[Phrase])]


def load(programme: Programme, directory: Path) -> Knowledge:
    """Read `answers/{language}.yaml` and `synonyms.{language}.yaml` of a content directory.

    Merge under them what the bot says of itself and of events in each language: the programme overrides it by id, and
    may have no answers of its own.

    Raises `ContentError` for the first mistake; languages may differ in their entries (`check` says so).
    """
    entries: dict[str, tuple[Entry, ...]] = {}
    synonyms: dict[str, Synonyms] = {}
    places: dict[tuple[str, str], tuple[Path, int]] = {}
    for language in programme.languages:
        written, alike = files(directory, language)
        merged: dict[str, Entry] = {}
        say = _saying(language, programme)
        general = _general(language, languages.ANSWERS, languages.EVENTS)
        for file in general if general and not present(written) else [written, *general]:
            document, ask = read(file), _asking(language, programme)
            for index, entry in enumerate(_entries(document, language, say, ask, general=file != written)):
                if merged.setdefault(entry.id, entry) is entry:
                    places[language, entry.id] = (document.file, document.lines.get((index,), 1))
        entries[language] = tuple(merged.values())
        alikes = [*_general(language, languages.SYNONYMS), alike]
        synonyms[language] = tuple(group for file in alikes for group in _synonyms(file, say))
    layers = _fitting(entries, partial(layer_file, directory), EntryLayer.read)
    meanings = _fitting(entries, partial(meaning_file, directory), MeaningLayer.read)
    return Knowledge(entries, synonyms, places, layers, meanings)


def _fitting(
    entries: Mapping[str, Iterable[Entry]], file_of: Callable[[str], Path], opened: Callable[[Path], Layer]
) -> dict[str, Layer]:
    """Return the layer of each language that was made of its entries; a broken file is as good as none."""
    found: dict[str, Layer] = {}
    for language, known in entries.items():
        with suppress(OSError, msgspec.DecodeError, ValueError, TypeError):
            layer = opened(file_of(language))
            if layer.made_of == made_of(known):
                found[language] = layer
    return found


def _saying(language: str, programme: Programme) -> Say:
    return partial(filled, said=slots(language, programme), language=language, programme=programme)


def _general(language: str, *names: str) -> list[Path]:
    return [file for name in names if (file := languages.having(name).get(language))]


def _asking(language: str, programme: Programme) -> Say:
    """Return what fills the slots of a question: of places and bodies any will do."""
    venues = [(*venue.aliases, programme.say(venue.name, language))[0] for venue in programme.venues[:1]]
    some = {"venue": "".join(venues), "body": "".join(body.name for body in programme.bodies[:1])}
    said = {**slots(language, programme, asked=True), **some}
    return partial(filled, said=said, language=language, programme=programme)


def check(programme: Programme, directory: Path) -> list[Finding]:
    """Return everything worth telling the authors: errors, which stop the start, and warnings."""
    from answers.evaluation import review  # which reads these files too

    return review.check(programme, directory)


def mistakes(programme: Programme, directory: Path) -> list[ContentError]:
    """Return every mistake in the programme's files of answers."""
    found: list[ContentError] = []
    for language in programme.languages:
        written, alike = files(directory, language)
        found += _wrong(written, partial(_mistaken, say=_saying(language, programme)))
        found += _wrong(alike, _mistaken_groups)
    return found


def _wrong(file: Path, look: Callable[[YamlFile], list[ContentError]]) -> list[ContentError]:
    try:
        return look(read(file)) if present(file) else []
    except ContentError as error:
        return [error]


def _mistaken(document: YamlFile, say: Say) -> list[ContentError]:
    return _look(document, say)[1]


def _mistaken_groups(document: YamlFile) -> list[ContentError]:
    return _look_at_groups(document)[1]


def _entries(document: YamlFile, language: str, say: Say, ask: Say, *, general: bool) -> tuple[Entry, ...]:
    entries, wrong = _look(document, say)
    if wrong:
        raise wrong[0]
    return tuple(each.built(language, say, ask, general=general) for each in entries)


def _look(document: YamlFile, say: Say) -> tuple[list[_Entry], list[ContentError]]:
    """Return the entries that are right, and every mistake in the others."""
    entries, wrong = document.items(_Entry)
    seen: set[str] = set()
    for index, entry in entries.items():
        if entry.id in seen:
            wrong.append(document.error((index, "id"), f'"{entry.id}" is already used above'))
        seen.add(entry.id)
        parts = _phrases(("phrasings",), entry.phrasings), _phrases(("tags",), entry.tags), _wrong_slots(entry, say)
        wrong += [document.error((index, *path), problem) for path, problem in chain(*parts)]
    return list(entries.values()), sorted(wrong, key=lambda error: error.line)


def _synonyms(file: Path, say: Say) -> Synonyms:
    if not present(file):
        return ()
    groups, wrong = _look_at_groups(read(file))
    if wrong:
        raise wrong[0]
    return tuple(tuple(map(say, group)) for group in groups)


def _look_at_groups(document: YamlFile) -> tuple[Synonyms, list[ContentError]]:
    if wrong := document.mistakes(list[Group]):
        return (), wrong
    groups = document.convert(list[Group])
    found = chain(*(_phrases((index,), group) for index, group in enumerate(groups)))
    return tuple(map(tuple, groups)), [document.error(path, problem) for path, problem in found]


def _phrases(path: Location, phrases: Iterable[str]) -> Iterator[Mistake]:
    for index, phrase in enumerate(phrases):
        if not text.words(phrase) and not text.symbol(phrase):
            yield (*path, index), "must hold at least one word or emoji"


def _wrong_slots(entry: _Entry, say: Say) -> Iterator[Mistake]:
    about = About(entry.about) if entry.about else None
    known = ", ".join(sorted(SLOTS[about]))
    for name, words in (("answer", say(entry.answer)), ("glance", say(entry.glance))):
        try:
            slots = [part[1:] for part in string.Formatter().parse(words) if part[1] is not None]
        except ValueError as error:
            yield (name,), f"has a stray brace: {error}"
            continue
        for slot, form, conversion in slots:
            if form or conversion:
                yield (name,), f'has a slot with more than its name: "{{{slot}}}" is all it may hold'
            elif slot not in SLOTS[about]:
                yield (name,), f'has the unknown slot "{{{slot}}}" (known here: {known})'
    if entry.glance and about is not About.EVENT:
        yield ("glance",), "is only for entries about an event"


__all__ = ["SLOTS", "ContentError", "Knowledge", "check", "files", "load", "mistakes"]

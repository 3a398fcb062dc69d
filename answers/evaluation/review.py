"""Review the knowledge files for their authors, by means of the engine itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from answers.entries import Entry
from answers.knowledge import Knowledge, layer_file, load
from answers.language import text
from answers.language.entities import Gazetteer
from answers.search.language_index import LanguageIndex
from domain.files.yaml_file import ContentError
from domain.programmes import Programme

FEWEST_PHRASINGS = 4
FEWEST_TAGS = 5
SHOWN = 3
SEVERAL = 2


Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """An error stops the start; a warning is advice."""

    level: Level
    file: Path
    line: int
    problem: str

    @property
    def error(self) -> bool:
        return self.level == "error"

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.level}: {self.problem}"


def check(programme: Programme, directory: Path) -> list[Finding]:
    """Return all findings about the files of answers; a file that cannot be read is the only one."""
    try:
        knowledge = load(programme, directory)
    except ContentError as error:
        return [Finding("error", error.file, error.line, f"{error.field} {error.problem}")]
    return [
        *of_several_files(knowledge, directory),
        *_thin(knowledge),
        *_confused(knowledge, programme),
        *_unlearned(knowledge, directory),
    ]


def of_several_files(knowledge: Knowledge, directory: Path) -> list[Finding]:
    """Return what is wrong between entries: one that a language lacks, a phrasing that stands twice."""
    return [*_missing(knowledge), *_repeated(knowledge, directory)]


def _unlearned(knowledge: Knowledge, directory: Path) -> Iterator[Finding]:
    """Find languages whose phrasings have changed since the layer that tells the entries apart was made."""
    for language in knowledge.entries:
        file = layer_file(directory, language)
        if file.is_file() and language not in knowledge.layers:
            yield Finding("warning", file, 1, "was made of other phrasings: run `campanile content learn`")


def _at(knowledge: Knowledge, entry: Entry, level: Level, problem: str) -> Finding:
    file, line = knowledge.places[entry.language, entry.id]
    return Finding(level, file, line, f"{entry.id}: {problem}")


def _missing(knowledge: Knowledge) -> Iterator[Finding]:
    ids = {language: {entry.id for entry in entries} for language, entries in knowledge.entries.items()}
    for entries in knowledge.entries.values():
        for entry in entries:
            lacking = [language for language in ids if entry.id not in ids[language]]
            if lacking:
                yield _at(knowledge, entry, "error", f"is missing in {', '.join(lacking)}")


def _repeated(knowledge: Knowledge, directory: Path) -> Iterator[Finding]:
    """Find phrasings that two entries share: one of them could never be found by it.

    What the bot brings along nobody has to mend: that an entry shares a phrasing with it is advice.
    """
    for language, entries in knowledge.entries.items():
        seen: dict[str, Entry] = {}
        for entry in entries:
            for phrasing in entry.phrasings:
                first = seen.setdefault(_key(phrasing), entry)
                if first is entry:
                    continue
                own = [
                    each for each in (entry, first) if knowledge.places[language, each.id][0].is_relative_to(directory)
                ]
                mine, other = (entry, first) if len(own) != 1 or own[0] is entry else (first, entry)
                level: Level = "error" if len(own) == 2 else "warning"
                yield _at(knowledge, mine, level, f'"{phrasing}" is a phrasing of {other.id} too')


def _key(phrasing: str) -> str:
    return text.whole(phrasing) or text.symbol(phrasing)


def _thin(knowledge: Knowledge) -> Iterator[Finding]:
    for entries in knowledge.entries.values():
        for entry in entries:
            if len(entry.phrasings) < FEWEST_PHRASINGS:
                yield _at(knowledge, entry, "warning", f"has fewer than {FEWEST_PHRASINGS} phrasings")
            if len(entry.tags) < FEWEST_TAGS and not entry.exact:
                yield _at(knowledge, entry, "warning", f"has fewer than {FEWEST_TAGS} tags")


def _confused(knowledge: Knowledge, programme: Programme) -> Iterator[Finding]:
    gazetteer = Gazetteer(programme)
    for language, entries in knowledge.entries.items():
        collection = LanguageIndex(language, entries, gazetteer, knowledge.synonyms[language])
        lost = list(lost_phrasings(collection))
        yield from _strays(knowledge, lost)
        yield from _pairs(knowledge, lost)


def _strays(knowledge: Knowledge, lost: Sequence[tuple[Entry, str, str]]) -> Iterator[Finding]:
    """Find entries whose phrasings, left out, find another entry: they say too little about each other."""
    strays: defaultdict[str, list[tuple[Entry, str, str]]] = defaultdict(list)
    for each in lost:
        strays[each[0].id].append(each)
    for found in strays.values():
        entry = found[0][0]
        shown = ", ".join(f'"{phrasing}" ({winner})' for _, phrasing, winner in found[:SHOWN])
        count = f"{len(found)} of {len(entry.phrasings)} phrasings, left out, find another entry"
        yield _at(knowledge, entry, "warning", f"{count}: {shown}{' ...' if len(found) > SHOWN else ''}")


def _pairs(knowledge: Knowledge, lost: Sequence[tuple[Entry, str, str]]) -> Iterator[Finding]:
    """Find entries that take several phrasings from each other: merge them, or tell them apart."""
    entries = {entry.id: entry for entry, _, _ in lost}
    takes = Counter((entry.id, winner) for entry, _, winner in lost)
    for (id, winner), count in takes.items():
        if id < winner and min(count, takes[winner, id]) >= SEVERAL:
            yield _at(knowledge, entries[id], "warning", f"and {winner} find each other's phrasings")


def lost_phrasings(collection: LanguageIndex) -> Iterator[tuple[Entry, str, str]]:
    """Return phrasings that do not find their own entry when left out: entry, phrasing, the entry found."""
    for number, entry in enumerate(collection.entries):
        if len(entry.phrasings) < 2 or entry.exact:
            continue
        for phrasing, winner in zip(entry.phrasings, collection.without(number), strict=True):
            if winner != entry.id:
                yield entry, phrasing, winner

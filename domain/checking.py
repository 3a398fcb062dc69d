"""Find every mistake of a programme's file in one reading: what is broken is left out, and the rest is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from domain.files.yaml_file import ContentError, YamlFile, read
from domain.files.yaml_tree import Location
from domain.programmes import FILE, Mistake, Programme, mistakes_of


def look(directory: Path) -> tuple[Programme | None, list[ContentError]]:
    """Return the programme as far as it is right, if there is one, and all mistakes from the top down.

    Raise `ContentError` if the file cannot be read at all.
    """
    document = read(directory / FILE)
    broken = document.complaints(Programme)
    rest = _Rest(document, {path for path, _ in broken}) if isinstance(document.data, dict) else None
    programme = rest.programme() if rest else None
    found = [*broken, *(rest.mistakes(programme) if rest and programme else ())]
    return programme, sorted((document.error(*each) for each in found), key=lambda error: error.line)


class _Rest:
    """What a file holds besides what is broken: single entries of its lists, and whole fields."""

    def __init__(self, document: YamlFile, broken: set[Location]) -> None:
        self._gone: set[str] = set()
        self._places: dict[str, list[int]] = {}
        data = {}
        for name, value in document.data.items():
            if (name,) in broken or not isinstance(value, list):
                if not any(path[:1] == (name,) for path in broken):
                    data[name] = value
                continue
            wrong = {index for index in range(len(value)) if any(path[:2] == (name, index) for path in broken)}
            self._places[name] = [index for index in range(len(value)) if index not in wrong]
            self._gone |= {str(value[i].get("id")) for i in wrong if isinstance(value[i], dict)}
            data[name] = [value[index] for index in self._places[name]]
        self._document = replace(document, data=data)

    def programme(self) -> Programme | None:
        """Return None if something is broken without which there is no programme."""
        try:
            return self._document.convert(Programme)
        except ContentError:
            return None

    def mistakes(self, programme: Programme) -> Iterator[Mistake]:
        """Find what is wrong with the parts together, at its place in the file; what is broken may be named."""
        for path, sentence in mistakes_of(programme):
            if sentence.split('"')[1:2] and sentence.split('"')[1] in self._gone:
                continue
            places = self._places.get(str(path[0]))
            inside = places and len(path) > 1 and isinstance(path[1], int)
            yield ((path[0], places[int(path[1])], *path[2:]) if inside and places else path), sentence

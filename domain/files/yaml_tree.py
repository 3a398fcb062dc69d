"""Build plain values from YAML event by event, within bounds whatever the file holds.

A few lines can unfold to gigabytes, refer to themselves, or lie too deep for the stack. So values are counted
while they are read, and nothing is built of what comes after the first excess.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Location = tuple[str | int, ...]

MOST_BYTES = 2_000_000
MOST_VALUES = 100_000
DEEPEST = 20

# libyaml where the wheel has it: three knowledge files load in tens of milliseconds instead of seconds.
_Loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class Unreadable(Exception):
    """A mistake in the file, at which line, counted from 1, and in which value."""

    def __init__(self, problem: str, line: int = 1, path: Location = ()) -> None:
        self.problem, self.line, self.path = problem, line, path
        super().__init__(problem)


@dataclass(frozen=True)
class _Known:
    """A value that an anchor names, with the number of values in it."""

    value: Any
    size: int


@dataclass
class _Tree:
    events: Iterator[yaml.Event]
    lines: dict[Location, int] = field(default_factory=dict)
    count: int = 0
    anchors: dict[str, _Known | None] = field(default_factory=dict)
    """None while the value is being read."""

    def value(self, event: Any, path: Location) -> Any:
        """Return the value that begins with `event`."""
        line = event.start_mark.line + 1
        self.lines.setdefault(path, line)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(str(event.anchor), line, path)
        self._counted(1, line, path)
        if len(path) > DEEPEST:
            raise Unreadable(f"lies more than {DEEPEST} levels deep", line)
        before = self.count
        if event.anchor:
            self.anchors[event.anchor] = None
        value = self._plain(event, line, path)
        if event.anchor:
            self.anchors[event.anchor] = _Known(value, self.count - before + 1)
        return value

    def _plain(self, event: Any, line: int, path: Location) -> Any:
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._block(path)
        return _text(event.value, line, path)

    def _list(self, path: Location) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
        return items

    def _block(self, path: Location) -> dict[str, Any]:
        block: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            name, line = self._key(event, path)
            if name in block:
                raise Unreadable("is given twice", line, (*path, name))
            self.lines[(*path, name)] = line
            block[name] = self.value(next(self.events), (*path, name))
        return block

    def _key(self, event: Any, path: Location) -> tuple[str, int]:
        line = event.start_mark.line + 1
        if not isinstance(event, yaml.ScalarEvent):
            raise Unreadable("has a name that is no plain word", line, path)
        name = _text(event.value, line, path)
        if not name:
            raise Unreadable("has a value without a name", line, path)
        if name == "<<" and not event.style:
            raise Unreadable('takes over another block with "<<": write its fields out', line, path)
        return name, line

    def _alias(self, name: str, line: int, path: Location) -> Any:
        if name not in self.anchors:
            raise Unreadable(f'repeats "*{name}", which is not named above', line, path)
        known = self.anchors[name]
        if known is None:
            raise Unreadable(f'repeats "*{name}", of which it is a part itself', line, path)
        self._counted(known.size, line, path)
        return known.value

    def _counted(self, more: int, line: int, path: Location) -> None:
        self.count += more
        if self.count > MOST_VALUES:
            raise Unreadable(f"is more than a file may hold: {MOST_VALUES} values", line, path[:1])


def read(file: Path) -> tuple[Any, dict[Location, int]]:
    """Return the values, and the line of each; all scalars are strings. Raise `Unreadable`."""
    source = _source(file)
    if found := _NOT_TEXT.search(source):
        sign, line = ord(found[0]), source.count("\n", 0, found.start()) + 1
        raise Unreadable(f"holds a character that is no text (U+{sign:04X})", line)
    try:
        return _tree(yaml.parse(source, Loader=_Loader))
    except yaml.YAMLError as error:
        raise _not_yaml(error, source) from error


def _source(file: Path) -> str:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise Unreadable("is not a file, but a folder or a device")
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"cannot be read: {os.strerror(error.errno or 0)}") from error
    if len(content) > MOST_BYTES:
        raise Unreadable(f"is larger than a content file may be: {MOST_BYTES // 1_000_000} MB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable("is not UTF-8 text: save it again as UTF-8", line) from error


def _tree(events: Iterator[yaml.Event]) -> tuple[Any, dict[Location, int]]:
    next(events)  # the stream begins
    if not isinstance(next(events), yaml.DocumentStartEvent):
        raise Unreadable("is empty")
    tree = _Tree(events)
    data = tree.value(next(events), ())
    next(events)  # the document ends
    after: Any = next(events)
    if not isinstance(after, yaml.StreamEndEvent):
        problem = 'holds a second document: take the line "---" away'
        raise Unreadable(problem, after.start_mark.line + 1)
    return data, tree.lines


def _text(value: str, line: int, path: Location) -> str:
    """Check a text: escapes ("\\0") can write what may not stand in the file itself."""
    if found := _NOT_TEXT.search(value):
        raise Unreadable(f"holds a character that is no text (U+{ord(found[0]):04X})", line, path)
    return value


def _not_yaml(error: yaml.YAMLError, source: str) -> Unreadable:
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None) or str(error)
    line = mark.line + 1 if mark else 1
    before = source.split("\n", line)[line - 1] if source.count("\n") >= line - 1 else ""
    if before[: len(before) - len(before.lstrip())].count("\t"):
        return Unreadable("is indented with a tab: use spaces", line)
    return Unreadable(f"is not valid YAML: {' '.join(problem.split())}", line)

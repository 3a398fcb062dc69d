"""A `programme.yaml` that is there, and where its entries stand, so that a change touches only its own lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from reading.writing import rendering
from reading.writing.comparing import Item
from reading.writing.content import SECTIONS

_AFTER = ("bodies", "measures")


@dataclass
class Edit:
    """Lines that take the place of those from `first` up to, without, `end`."""

    first: int
    end: int
    lines: Sequence[str]


@dataclass
class ProgrammeText:
    """The text, its tree, and the edits that wait to be applied."""

    text: str
    data: Item
    edits: list[Edit] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._root: Any = yaml.compose(self.text, Loader=yaml.BaseLoader)

    def items(self, section: str) -> list[Item]:
        return self.data.get(section) or []

    def change(self, section: str, number: int, fields: Item) -> None:
        """Give an entry these fields; its other lines stay as they are."""
        items = self._section(section)[1]
        node = items.value[number]
        if node.flow_style:
            whole = {**self.items(section)[number], **fields}
            self._replace(node, node, rendering.item(whole, items.start_mark.column, short=True))
            return
        places = {key.value: (key, value) for key, value in node.value}
        for name, value in fields.items():
            lines = rendering.field(name, value, node.start_mark.column)
            if name not in places:
                self.edits.append(Edit(self._last(node) + 1, self._last(node) + 1, lines))
                continue
            key, old = places[name]
            if key is node.value[0][0]:  # the dash stands before it
                lines[0] = self._lines()[key.start_mark.line][: key.start_mark.column] + lines[0].lstrip()
            self._replace(key, old, lines)

    def _replace(self, first: Any, last: Any, lines: list[str]) -> None:
        """Put lines in the place of what stands from one node to another, and keep the comment behind it."""
        end = self._last(last)
        behind = self._lines()[end][last.end_mark.column :] if end == last.end_mark.line else ""
        if behind.strip().startswith("#"):
            lines[0] += behind.rstrip()
        self.edits.append(Edit(first.start_mark.line, end + 1, lines))

    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def add(self, section: str, items: Sequence[Item]) -> None:
        """Put entries at the end of a section, which is made if it is missing."""
        found = self._section(section) if section in self.data else None
        if found is None:
            lines = ["", *rendering.section(section, items)]
            self.edits.append(Edit(self._place(section), self._place(section), lines))
        elif not self.items(section):
            key, value = found
            self.edits.append(Edit(key.start_mark.line, self._last(value) + 1, rendering.section(section, items)))
        else:
            node = found[1]
            short = section in rendering.ON_ONE_LINE
            lines = [line for each in items for line in rendering.item(each, node.start_mark.column, short=short)]
            self.edits.append(Edit(self._last(node) + 1, self._last(node) + 1, lines))

    def unfold(self, section: str) -> bool:
        """Return True if a section stands between brackets, where no line can be changed by itself."""
        return bool(self.items(section)) and bool(self._section(section)[1].flow_style)

    def rewrite(self, section: str, items: Sequence[Item]) -> None:
        """Write a whole section anew."""
        key, value = self._section(section)
        self.edits.append(Edit(key.start_mark.line, self._last(value) + 1, rendering.section(section, items)))

    def applied(self) -> str:
        """Return the text with all edits."""
        lines = self.text.rstrip("\n").split("\n")
        ordered = sorted(enumerate(self.edits), key=lambda each: (each[1].first, each[1].end, each[0]), reverse=True)
        for _, edit in ordered:
            lines[edit.first : edit.end] = edit.lines
        return "\n".join([*lines, ""])

    def _section(self, section: str) -> tuple[Any, Any]:
        return next((key, value) for key, value in self._root.value if key.value == section)

    def _place(self, section: str) -> int:
        """Return the line at which a missing section begins: before the next one that is there."""
        later = [*SECTIONS[SECTIONS.index(section) + 1 :], *_AFTER]
        lines = [key.start_mark.line for key, _ in self._root.value if key.value in later]
        return min(lines) if lines else len(self.text.rstrip("\n").split("\n"))

    def _last(self, node: Any) -> int:
        """Return the last line of a value, without blank lines and comments behind it."""
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            line = int(node.end_mark.line) - (node.end_mark.column == 0)
            lines = self._lines()
            while not lines[line].strip():
                line -= 1
            return line
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
            return int(node.end_mark.line)
        last = node.value[-1]
        return self._last(last[1] if isinstance(last, tuple) else last)

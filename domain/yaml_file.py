"""YAML read with the line of every value, so that an author's mistake is reported where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

Location = tuple[str | int, ...]

# libyaml where the wheel has it: three knowledge files load in tens of milliseconds instead of seconds.
_Loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_PLAIN = {
    "missing": "is required but missing",
    "extra_forbidden": "is not a known field",
    "string_type": "must be text",
    "list_type": "must be a list",
    "dict_type": "must be a block of fields",
    "model_type": "must be a block of fields",
    "too_short": "must not be empty",
    "string_too_short": "must not be empty",
}


class ContentError(Exception):
    """A content file is wrong: says which file, line and field, and what to do about it."""

    def __init__(self, file: Path, line: int, field: str, problem: str) -> None:
        self.file, self.line, self.field, self.problem = file, line, field, problem
        super().__init__(f"{file}, line {line}: {field} {problem}.")


@dataclass(frozen=True)
class YamlFile:
    """The file's data, and where each value stands. Scalars are strings, so that `18:00` is no number."""

    file: Path
    data: Any
    lines: dict[Location, int]

    def error(self, path: Location, problem: str) -> ContentError:
        """The error for the value at `path`; a value that is not there is reported at its nearest parent."""
        nearest = path
        while nearest and nearest not in self.lines:
            nearest = nearest[:-1]
        return ContentError(self.file, self.lines.get(nearest, 1), _field(path), problem)

    def invalid(self, error: ValidationError) -> ContentError:
        """The first of pydantic's complaints, in plain words."""
        first = error.errors(include_url=False)[0]
        problem = _PLAIN.get(first["type"]) or _sentence(first["msg"])
        return self.error(tuple(first["loc"]), problem)


def read(file: Path) -> YamlFile:
    """Raises `ContentError` when the file is missing or is not YAML."""
    try:
        source = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise ContentError(file, 1, "the file", f"cannot be read: {problem}") from problem
    try:
        root = yaml.compose(source, Loader=_Loader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise ContentError(
            file, line, "the file", f"is not valid YAML: {_sentence(str(problem))}"
        ) from problem
    if root is None:
        raise ContentError(file, 1, "the file", "is empty")
    lines: dict[Location, int] = {}
    return YamlFile(file, _walk(file, root, (), lines), lines)


def _walk(file: Path, node: yaml.Node, path: Location, lines: dict[Location, int]) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_walk(file, item, (*path, index), lines) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(file, node, path, lines)
    return str(node.value)


def _mapping(
    file: Path, node: yaml.MappingNode, path: Location, lines: dict[Location, int]
) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in result:
            raise ContentError(file, key.start_mark.line + 1, _field((*path, name)), "is given twice")
        result[name] = _walk(file, value, (*path, name), lines)
        lines[(*path, name)] = key.start_mark.line + 1
    return result


def _field(path: Location) -> str:
    shown = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return shown.lstrip(".") or "the file"


def _sentence(message: str) -> str:
    flat = " ".join(message.split()).removeprefix("Value error, ").rstrip(".")
    return flat[:1].lower() + flat[1:]

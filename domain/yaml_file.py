"""YAML read with the line of every value, so that an author's mistake is reported where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

Location = tuple[str | int, ...]
T = TypeVar("T")

# libyaml where the wheel has it: three knowledge files load in tens of milliseconds instead of seconds.
_Loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# What msgspec says, and what an author reads instead; `shaped` adds the sentences of its patterns.
_PLAIN = {
    r"Object missing required field `(?P<key>.*)`": "is required but missing",
    r"Object contains unknown field `(?P<key>.*)`": "is not a known field",
    r"Expected `str[^`]*`, got .*": "must be text",
    r"Expected `array[^`]*`, got .*": "must be a list",
    r"Expected `object[^`]*`, got .*": "must be a block of fields",
    r"Expected `int[^`]*`, got .*": "must be a whole number, written like 7 or -7",
    r"Expected `float[^`]*`, got .*": "must be a number, written like 44.8 or -7",
    r"Expected `\w+` of length >= 1": "must not be empty",
    r"Expected `array` of length >= (?P<bound>\d+)": "must have at least {bound} entries",
    r"Expected `str` of length <= (?P<bound>\d+)": "must not be longer than {bound} characters",
    r"Expected `\w+` >= (?P<bound>.+?)(\.0)?": "must not be less than {bound}",
    r"Expected `\w+` <= (?P<bound>.+?)(\.0)?": "must not be more than {bound}",
}
_FORMS: dict[str, str] = {}


class ContentError(Exception):
    """A content file is wrong: says which file, line and field, and what to do about it."""

    def __init__(self, file: Path, line: int, field: str, problem: str) -> None:
        self.file, self.line, self.field, self.problem = file, line, field, problem
        super().__init__(f"{file}, line {line}: {field} {problem}.")


class Wrong(ValueError):
    """What is wrong with a value; or, in a block, with what stands at `key`."""

    def __init__(self, problem: str, key: str | None = None) -> None:
        self.problem, self.key = problem, key
        super().__init__(problem)


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

    def convert(self, kind: type[T]) -> T:
        """The data as `kind`; raises `ContentError` for the first mistake.

        A class of ours reads its values itself, in `read`, and raises `Wrong`.
        """
        try:
            return msgspec.convert(self.data, kind, strict=False, dec_hook=_read)
        except msgspec.ValidationError as error:
            path, problem = _complaint(error)
            raise self.error(path, problem) from error


def shaped(pattern: str, problem: str) -> msgspec.Meta:
    """Text of a form; `problem` is the sentence for any other: "must be ..."."""
    _FORMS[f"Expected `str` matching regex {pattern!r}"] = problem
    return msgspec.Meta(pattern=pattern)


def one_of(*values: str) -> msgspec.Meta:
    listed = f"{', '.join(values[:-1])} or {values[-1]}"
    return shaped(rf"^({'|'.join(values)})\Z", f"must be {listed}")


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


def _read(kind: Any, value: object) -> Any:
    return kind.read(value)


def _complaint(error: msgspec.ValidationError) -> tuple[Location, str]:
    """Where and what, as msgspec writes it: "Expected `int`, got `str` - at `$.towns[0].id`"."""
    message, where = str(error), ""
    if found := re.fullmatch(r"(.*) - at `\$([^`]*)`", message, re.DOTALL):
        message, where = found.groups()
    path = tuple(name or int(index) for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", where))
    problem, key = _plain(message)
    if isinstance(error.__cause__, Wrong):
        problem, key = error.__cause__.problem, error.__cause__.key
    return path if key is None else (*path, key), problem


def _plain(message: str) -> tuple[str, str | None]:
    """What is wrong in an author's words, and the field that msgspec names beside the place."""
    for pattern, problem in _PLAIN.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            named = found.groupdict()
            return problem.format(**named), named.get("key")
    return _FORMS.get(message) or _sentence(message), None


def _field(path: Location) -> str:
    shown = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return shown.lstrip(".") or "the file"


def _sentence(message: str) -> str:
    flat = " ".join(message.split()).rstrip(".")
    return flat[:1].lower() + flat[1:]

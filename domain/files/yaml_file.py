"""Read YAML with the line of every value, so that an author's mistake is reported where it stands."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import msgspec

from domain.files import yaml_tree
from domain.files.yaml_tree import Location

LONGEST_PROBLEM, LONGEST_FIELD = 600, 100
T = TypeVar("T")

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
    r"(Integer value|Number) out of range": "is beyond what a number may be",
    r"Expected `\w+` >= (?P<bound>.+?)(\.0)?": "must not be less than {bound}",
    r"Expected `\w+` <= (?P<bound>.+?)(\.0)?": "must not be more than {bound}",
}
_FORMS: dict[str, str] = {}


class ContentError(Exception):
    """A content file is wrong: says which file, line and field, and what to do about it."""

    def __init__(self, file: Path, line: int, field: str, problem: str) -> None:
        self.file, self.line = file, line
        self.field, self.problem = _short(field, LONGEST_FIELD), _short(problem, LONGEST_PROBLEM)
        super().__init__(f"{file}, line {line}: {self.field} {self.problem}.")


class Wrong(ValueError):
    """A mistake in a value; or, in a block, in the value at `key`."""

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
        """Return the error for the value at `path`; a missing value is reported at its nearest parent."""
        nearest = path
        while nearest and nearest not in self.lines:
            nearest = nearest[:-1]
        return ContentError(self.file, self.lines.get(nearest, 1), _field(path), problem)

    def convert(self, kind: type[T]) -> T:
        """Return the data as `kind`. Raise `ContentError` for the first mistake.

        A class of ours reads its values itself, in `read`, and raises `Wrong`.
        """
        try:
            return _convert(self.data, kind)
        except msgspec.ValidationError as error:
            raise self.error(*self.complaints(kind)[0]) from error

    def mistakes(self, kind: Any) -> list[ContentError]:
        """Return every mistake in the data as `kind`, from the top of the file down."""
        return sorted((self.error(*each) for each in self.complaints(kind)), key=lambda error: error.line)

    def complaints(self, kind: Any) -> list[tuple[Location, str]]:
        """Return the same mistakes as where each stands, and the sentence."""
        return list(_complaints(self.data, kind, ()))

    def items(self, kind: type[T]) -> tuple[dict[int, T], list[ContentError]]:
        """Return those of a list that are right, by their place in it, and the mistakes in the others."""
        mistakes = self.mistakes(list[Any])
        if mistakes:
            return {}, mistakes
        right: dict[int, T] = {}
        for index, each in enumerate(self.data):
            wrong = [self.error(path, problem) for path, problem in _complaints(each, kind, (index,))]
            if wrong:
                mistakes += wrong
            else:
                right[index] = _convert(each, kind)
        return right, mistakes


def shaped(pattern: str, problem: str) -> msgspec.Meta:
    """Return a check of a text's form; `problem` is the sentence for any other: "must be ..."."""
    _FORMS[f"Expected `str` matching regex {pattern!r}"] = problem
    return msgspec.Meta(pattern=pattern)


def one_of(*values: str) -> msgspec.Meta:
    listed = f"{', '.join(values[:-1])} or {values[-1]}"
    return shaped(rf"^({'|'.join(values)})\Z", f"must be {listed}")


def read(file: Path) -> YamlFile:
    """Read a file. Raise `ContentError` if it is missing, is not YAML, or exceeds a limit."""
    try:
        return YamlFile(file, *yaml_tree.read(file))
    except yaml_tree.Unreadable as error:
        raise ContentError(file, error.line, _field(error.path), error.problem) from error


def present(file: Path) -> bool:
    """Return True if there is a file, or a link that leads nowhere, which reading will report."""
    return os.path.lexists(file)


def _read(kind: Any, value: object) -> Any:
    return kind.read(value)


def _convert(data: Any, kind: type[T]) -> T:
    return msgspec.convert(data, kind, strict=False, dec_hook=_read)


def _complaints(data: Any, kind: Any, path: Location) -> Iterator[tuple[Location, str]]:
    """Find every mistake: the conversion stops at the first, so each part of what is wrong is converted by itself."""
    try:
        _convert({"value": data}, _box(kind))
    except msgspec.ValidationError as error:
        inner = list(_inside(data, kind, path))
        where, problem = _complaint(error)
        yield from inner or [((*path, *where[1:]), problem)]


@cache
def _box(kind: Any) -> Any:
    """Return a block with one value of this kind, for good: msgspec 0.22 frees too much with a type of the moment."""
    return msgspec.defstruct("Box", [("value", kind)])


def _inside(data: Any, kind: Any, path: Location) -> Iterator[tuple[Location, str]]:
    kind = _arm(data, kind)
    if isinstance(data, dict) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        fields = {each.encode_name: each for each in msgspec.structs.fields(kind)}
        for name in data:
            if name not in fields:
                yield (*path, name), f"is not a known field (known: {', '.join(fields)})"
        for name, field in fields.items():
            if name in data:
                yield from _complaints(data[name], field.type, (*path, name))
        for name, field in fields.items():
            if field.required and name not in data:
                yield (*path, name), "is required but missing"
    elif isinstance(data, list) and get_origin(kind) is list:
        for index, each in enumerate(data):
            yield from _complaints(each, get_args(kind)[0], (*path, index))
    elif isinstance(data, dict) and get_origin(kind) is dict:
        for name, each in data.items():
            yield from _complaints(each, get_args(kind)[1], (*path, name))


def _arm(data: Any, kind: Any) -> Any:
    """Return what `data` is meant to be, where a field takes one of several."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, UnionType):
        arms = [_arm(data, each) for each in get_args(kind)]
        lists = [each for each in arms if get_origin(each) is list]
        others = [each for each in arms if each is not NoneType and each not in lists]
        return next(iter(lists if isinstance(data, list) else others), kind)
    return kind


def _complaint(error: msgspec.ValidationError) -> tuple[Location, str]:
    """Return place and complaint, as msgspec writes it: "Expected `int`, got `str` - at `$.areas[0].id`"."""
    message, where = str(error), ""
    if found := re.fullmatch(r"(.*) - at `\$([^`]*)`", message, re.DOTALL):
        message, where = found.groups()
    path = tuple(name or int(index) for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", where))
    problem, key = _plain(message)
    if isinstance(error.__cause__, Wrong):
        problem, key = error.__cause__.problem, error.__cause__.key
    return path if key is None else (*path, key), problem


def _plain(message: str) -> tuple[str, str | None]:
    """Return the complaint in an author's words, and the field that msgspec names beside the place."""
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


def _short(text: str, length: int) -> str:
    """Return the text on one line and short: it may quote what stands in the file."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[: length - 3]}..."

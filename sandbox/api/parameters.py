"""Read the parameters of a call, and check their names and types by the Bot API's description."""

import json
import math
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from sandbox.api.refusals import bad
from sandbox.people.messages import UploadedFile


class Params(dict[str, Any]):
    """The decoded parameters of one call, with the files that came along."""

    files: dict[str, UploadedFile]

    def __init__(self, raw: dict[str, Any], files: dict[str, UploadedFile]) -> None:
        super().__init__(raw)
        self.files = files
        for name, value in raw.items():
            if isinstance(value, str):
                self[name] = _decoded(name, value)


def known(method: str) -> frozenset[str]:
    """Return the names of a method's parameters."""
    return frozenset(_table()["methods"].get(method, {}))


def check(method: str, params: Params) -> None:
    """Refuse a parameter of another type than the Bot API gives it, however deep inside."""
    for name, types in _table()["methods"].get(method, {}).items():
        if (wrong := _misfit(params.get(name), types, name)) is not None:
            raise bad(f"{wrong} does not fit {name}, which is {types.strip('!')}")


@cache
def _table() -> Any:
    """Return the table that `python -m sandbox.describe` made of the Bot API's description."""
    return json.loads((Path(__file__).parent.parent / "bot_api.json").read_text())


@cache
def _types(name: str) -> frozenset[str]:
    """Return all types that parameters of this name have, in whichever method."""
    methods = _table()["methods"].values()
    return frozenset(each for known in methods if name in known for each in known[name].strip("!").split(" or "))


def _misfit(value: Any, types: str, path: str) -> str | None:
    """Return the path at which the value is of none of these types; None if it fits, or is not given."""
    if value is None:
        return None
    kinds = types.strip("!").split(" or ")
    meant = [each for each in kinds if _has_all(value, each)] or kinds
    found = [_misfit_of(value, each, path) for each in meant]
    return None if None in found else found[0]


def _has_all(value: Any, kind: str) -> bool:
    """Return True if an object has the required fields of this kind, which tells the kinds apart."""
    shape = _table()["types"].get(kind)
    if not isinstance(value, dict) or not isinstance(shape, dict):
        return True
    return all(field in value for field, types in shape.items() if types.startswith("!"))


def _misfit_of(value: Any, kind: str, path: str) -> str | None:
    if kind in _PLAIN:
        return None if _PLAIN[kind](value) else path
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return path
        inner = kind.removeprefix("Array of ")
        return _first(_misfit(each, inner, f"{path}[{n}]") for n, each in enumerate(value))
    shape = _table()["types"].get(kind, {})
    if isinstance(shape, list):
        return _misfit(value, " or ".join(shape), path)
    if kind == "KeyboardButton" and isinstance(value, str):  # as its description allows
        return None
    if not isinstance(value, dict):
        return path
    return _first(_misfit(value.get(field), types, f"{path}.{field}") for field, types in shape.items())


def _first(found: Iterable[str | None]) -> str | None:
    return next((each for each in found if each is not None), None)


def _is_whole(value: Any) -> bool:
    return type(value) is int and abs(value) < 2**63


_PLAIN: dict[str, Callable[[Any], bool]] = {
    "String": lambda value: isinstance(value, str),
    "InputFile": lambda value: isinstance(value, str),
    "Integer": _is_whole,
    "Float": lambda value: _is_whole(value) or (isinstance(value, float) and math.isfinite(value)),
    "Boolean": lambda value: isinstance(value, bool),
    "True": lambda value: value is True,
}


def _decoded(name: str, value: str) -> Any:
    """Return the value that a form's text stands for, by the types of the parameter."""
    types = _types(name)
    if types & {"Integer", "Float"}:
        return _number(value)
    if "Boolean" in types:
        return {"true": True, "1": True, "false": False, "0": False}.get(value.lower(), value)
    if not types or "String" in types or "InputFile" in types:
        return value
    return _json(name, value)


def _json(name: str, value: str) -> Any:
    try:
        return json.loads(value) if value else None
    except ValueError:
        raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None


def _number(value: str) -> int | float | str:
    """Return a number if the text is one; "@channel" stays a text."""
    for read in (int, float):
        try:
            return read(value)
        except ValueError:
            continue
    return value

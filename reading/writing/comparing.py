"""Is what a file says the same as what a source says? Spelling and translations make no difference."""

from __future__ import annotations

from typing import Any

from reading.drafts import PLANNED

Item = dict[str, Any]
"""An entry of the file, in plain values."""


def differing(there: Item, wanted: Item) -> Item:
    """Return the fields that the source says and the file does not, or otherwise."""
    return {
        name: value
        for name, value in wanted.items()
        if name not in ("id", "name") and not same(there.get(name), value) and not _usual(there, name, value)
    }


def same(there: Any, wanted: Any) -> bool:
    if isinstance(there, dict) and isinstance(wanted, str):
        return any(same(each, wanted) for each in there.values())
    return bool(_normal(there) == _normal(wanted))


def _usual(there: Item, name: str, value: Any) -> bool:
    return name == "status" and value == PLANNED and not there.get("status")


def _normal(value: Any) -> Any:
    """Return a value in one spelling: numbers, hours, one thing or a list of one."""
    if isinstance(value, dict):
        return {name: _normal(each) for name, each in value.items() if each not in ("", [], None)}
    if isinstance(value, list | tuple):
        return _normal(value[0]) if len(value) == 1 else [_normal(each) for each in value]
    text = " ".join(str("" if value is None else value).split())
    try:
        return float(text)
    except ValueError:
        return f"0{text}" if len(text) == len("9:00") and text[1] == ":" else text

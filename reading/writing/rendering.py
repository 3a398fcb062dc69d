"""Write values as YAML that people like to read: short things on one line, days bare, hours in quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from reading.writing.comparing import Item
from reading.writing.content import SECTIONS, Content

WIDTH = 120
ON_ONE_LINE = frozenset(["areas", "kinds"])
_BARE = re.compile(r"([0-9]{4}-)?[0-9]{2}-[0-9]{2}|-?[0-9]+\.[0-9]+")
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}")


def programme(head: Mapping[str, Any], sections: Content) -> str:
    """Return a whole `programme.yaml`."""
    lines = [line for name, value in head.items() for line in field(name, value, 0)]
    for name in SECTIONS:
        if sections[name]:
            lines += ["", *section(name, sections[name])]
    return "\n".join([*lines, ""])


def section(name: str, items: Sequence[Item]) -> list[str]:
    return [f"{name}:", *(line for each in items for line in item(each, 2, short=name in ON_ONE_LINE))]


def item(fields: Item, indent: int, *, short: bool) -> list[str]:
    """Return one entry of a list, with its dash at `indent`."""
    pad = " " * indent
    flow = f"{pad}- {inline(fields)}"
    if short and len(flow) <= WIDTH:
        return [flow]
    lines = [line for name, value in fields.items() for line in field(name, value, indent + 2)]
    return [f"{pad}- {lines[0].lstrip()}", *lines[1:]]


def field(name: str, value: object, indent: int) -> list[str]:
    """Return one field, on as many lines as it takes."""
    pad = " " * indent
    if isinstance(value, str) and "\n" in value:
        return [f"{pad}{name}: |-", *(f"{pad}  {line}".rstrip() for line in value.split("\n"))]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [f"{pad}{name}:", *(f"{pad}  - {inline(each)}" for each in value)]
    return [f"{pad}{name}: {inline(value)}"]


def inline(value: object) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {inline(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(inline(each) for each in value) + "]"
    text = str(value)
    if _BARE.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False) if _CLOCK.fullmatch(text) or not _plain(text) else text


def _plain(text: str) -> bool:
    """Return True if YAML reads the text as itself without quotes, also between brackets."""
    try:
        return bool(yaml.safe_load(f"a: {text}\nb: [{text}]") == {"a": text, "b": [text]})
    except (yaml.YAMLError, ValueError):
        return False

"""Make bot_api.json of a machine-readable description of the Bot API.

`python -m sandbox.describe api.json`: a JSON object of `methods` and `types`, whose `fields` have a `name`,
`types` and `required`. Kept is what the sandbox's methods take.
"""

import json
import sys
from pathlib import Path
from typing import Any

from sandbox.methods import METHODS

TABLE = Path(__file__).parent / "bot_api.json"


def table(api: dict[str, Any]) -> dict[str, Any]:
    """Return the types of every parameter, and of the fields of every object that one may hold."""
    methods = {name: _fields(api["methods"][name]) for name in sorted([*METHODS, "getUpdates"])}
    types: dict[str, Any] = {}
    wanted = _named(methods.values())
    while wanted:
        name = wanted.pop()
        if name in api["types"] and name not in types:
            types[name] = api["types"][name].get("subtypes") or _fields(api["types"][name])
            wanted |= set(types[name]) if isinstance(types[name], list) else _named([types[name]])
    return {"version": api.get("version"), "methods": methods, "types": dict(sorted(types.items()))}


def _fields(described: dict[str, Any]) -> dict[str, str]:
    """Return the types of each field by name; a "!" marks a required one."""
    return {
        field["name"]: "!" * bool(field["required"]) + " or ".join(field["types"])
        for field in described.get("fields", [])
    }


def _named(shapes: Any) -> set[str]:
    every = (each for shape in shapes for types in shape.values() for each in types.strip("!").split(" or "))
    return {each.replace("Array of ", "") for each in every}


def main(source: str) -> None:
    TABLE.write_text(json.dumps(table(json.loads(Path(source).read_text())), indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])

"""The folders of `languages`: which languages there are, and the files of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "languages"
"""Beside this package, in a checkout as where it is installed."""


def having(name: str) -> Mapping[str, Path]:
    """Return that file or folder of every language that has it, by the language's code. Looked for once."""
    return _having(FOLDER, name)


@cache
def _having(folder: Path, name: str) -> Mapping[str, Path]:
    return {path.parent.name: path for path in sorted(folder.glob(f"*/{name}"))}

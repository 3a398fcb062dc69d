"""Write a file so that nobody reads half of it."""

from __future__ import annotations

import tempfile
from pathlib import Path


def write(file: Path, text: str) -> None:
    """Put the text in the file's place at once, with the rights that it had."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=file.parent, delete=False) as stream:
        stream.write(text)
    temporary = Path(stream.name)
    temporary.chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
    temporary.replace(file)

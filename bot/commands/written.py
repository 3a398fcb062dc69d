"""Write a programme's file so that nobody reads half of it, and only what the bot accepts."""

from __future__ import annotations

import tempfile
from pathlib import Path

from domain import programmes
from domain.files.yaml_file import ContentError
from reading.errors import Flaw, SourceError


def write(file: Path, text: str) -> None:
    """Put the text in the file's place at once, with the rights that it had. Raise `SourceError` if it is refused."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / programmes.FILE).write_text(text, encoding="utf-8")
        try:
            programmes.load(Path(folder))
        except ContentError as error:
            raise SourceError(
                f"{file} as it would be", [Flaw(f"{error.field} {error.problem}", f"line {error.line}")]
            ) from error
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=file.parent, delete=False) as stream:
        stream.write(text)
    temporary = Path(stream.name)
    temporary.chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
    temporary.replace(file)

"""One line for each measure: what was wanted, was reached before and is reached now, and the peers beside it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

KEPT = Path(__file__).parent / "before.json"
PEERS = ("aiogram", "PTB", "PTB + AIORateLimiter")


@dataclass(frozen=True)
class Row:
    """`met` is None for what nothing was promised of. `beside` holds the peers' figures, by their names."""

    what: str
    wanted: str
    reached: str
    met: bool | None
    beside: Mapping[str, str] = field(default_factory=dict)

    def cells(self, before: str) -> list[str]:
        met = {True: "yes", False: "NO", None: ""}[self.met]
        return [self.what, self.wanted, before, self.reached, met, *(self.beside.get(peer, "") for peer in PEERS)]


@dataclass(frozen=True)
class Kept:
    """The figures of an earlier commit, by the name of the measure."""

    commit: str
    date: str
    on: str
    reached: Mapping[str, str]


def kept() -> Kept:
    """Return the figures that the table prints beside those of now."""
    return Kept(**json.loads(KEPT.read_text(encoding="utf-8")))


def keep(rows: Sequence[Row], on: str) -> None:
    """Make the figures of now those that later ones are printed beside."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    now = Kept(commit.stdout.strip(), f"{datetime.now(UTC):%Y-%m-%d}", on, {row.what: row.reached for row in rows})
    KEPT.write_text(json.dumps(asdict(now), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def table(rows: Sequence[Row], before: Kept) -> str:
    """Return the table in Markdown."""
    head = ["", "wanted", f"before ({before.commit}, {before.date})", "campanile", "met", *PEERS]
    lines = [head, *(row.cells(before.reached.get(row.what, "")) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def percent(share: float) -> str:
    return f"{share * 100:.0f} %"

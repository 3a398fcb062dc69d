"""One line for each measure: what was wanted, what was reached, and what the peers reach beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

PEERS = ("aiogram", "PTB", "PTB + AIORateLimiter")


@dataclass(frozen=True)
class Row:
    """`met` is None for what nothing was promised of. `beside` holds the peers' figures, by their names."""

    what: str
    wanted: str
    reached: str
    met: bool | None
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def cells(self) -> list[str]:
        met = {True: "yes", False: "NO", None: ""}[self.met]
        return [self.what, self.wanted, self.reached, met, *(self.beside.get(peer, "") for peer in PEERS)]


def table(rows: Sequence[Row]) -> str:
    """In Markdown."""
    lines = [["", "wanted", "campanile", "met", *PEERS], *(row.cells for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def percent(share: float) -> str:
    return f"{share * 100:.0f} %"

"""Mistakes in what is read, in sentences for the person whose file it is."""

from __future__ import annotations

from collections.abc import Sequence

MOST_TOLD = 12


class SourceError(Exception):
    """A file cannot be read: says where and why. Nothing has been written."""

    def __init__(self, name: str, flaws: Sequence[Flaw]) -> None:
        self.flaws = flaws
        told = [f"{name}{each}." for each in flaws[:MOST_TOLD]]
        if len(flaws) > MOST_TOLD:
            told.append(f"And {len(flaws) - MOST_TOLD} more of the kind.")
        super().__init__("\n".join(told))


class Flaw(Exception):
    """One thing that is wrong; `where` is "row 5" or "line 12", or empty for the file as a whole."""

    def __init__(self, problem: str, where: str = "") -> None:
        self.problem, self.where = problem, where
        super().__init__(problem)

    def at(self, where: str) -> Flaw:
        """Return the same, at a place if it has none yet."""
        return Flaw(self.problem, self.where or where)

    def __str__(self) -> str:
        return f", {self.where}: {self.problem}" if self.where else f" {self.problem}"

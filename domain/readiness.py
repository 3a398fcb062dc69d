"""Readiness: whether the bot does its work, and which part does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WELL = "well"
_STANDS_BY = "standing by"


@dataclass(frozen=True)
class Readiness:
    """What each part says of itself: `WELL`, or what is the matter. `stands_by`: another process is the bot."""

    parts: Mapping[str, str]
    stands_by: bool = False

    @property
    def good(self) -> bool:
        return set(self.parts.values()) <= {WELL}

    @property
    def trouble(self) -> str:
        """Return which parts do not do their work, and why; "" if all do."""
        return "; ".join(f"{part}: {said}" for part, said in self.parts.items() if said != WELL)

    @property
    def summary(self) -> str:
        """Return it in a line: "ready", "standing by", or "not ready" and why."""
        if not self.good:
            return f"not ready ({self.trouble})"
        return f"{_STANDS_BY}: another process is this database's bot" if self.stands_by else "ready"

    @classmethod
    def parse(cls, text: str) -> Readiness:
        """Read what was written with `str`."""
        _, *lines = text.splitlines()
        return cls(dict(line.split(": ", 1) for line in lines), stands_by=text.startswith(_STANDS_BY))

    def __str__(self) -> str:
        return "\n".join([self.summary, *(f"{part}: {said}" for part, said in self.parts.items())]) + "\n"

"""What a reader finds: a programme in plain values, before it has ids. Days are written as the file will have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

YEARS = 2000, 2100
PLANNED, CANCELLED = "planned", "cancelled"


@dataclass(frozen=True)
class DraftWhen:
    """One line of `when:`. `day` is "2027-01-12", or "01-12" where the year is not said."""

    day: str
    last: str = ""
    days: tuple[str, ...] = ()
    start: time | None = None
    end: time | None = None
    repeat: str = ""
    until: str = ""
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def endless(self) -> bool:
        return bool(self.repeat) and not self.until and "COUNT=" not in self.repeat

    @property
    def single(self) -> bool:
        """Return True for one day with its year, and nothing else but hours."""
        return len(self.day) > len("01-12") and not (self.last or self.days or self.repeat or self.also)


@dataclass(frozen=True)
class DraftVenue:
    name: str
    area: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    access: str = ""
    online: str = ""


@dataclass(frozen=True)
class DraftArea:
    """An area of which more is known than its name: its streets, each with its house numbers, or none for all of it."""

    name: str
    streets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class DraftEvent:
    """One event. `origin` says where in the source it stands: "row 5", "line 12"."""

    whens: tuple[DraftWhen, ...]
    title: str = ""
    kinds: tuple[str, ...] = ()
    area: str = ""
    venue: DraftVenue | None = None
    status: str = ""
    people: tuple[str, ...] = ()
    price: str = ""
    link: str = ""
    booking: str = ""
    contact: str = ""
    note: str = ""
    uid: str = ""
    origin: str = ""

    def bare(self) -> DraftEvent:
        """Return it without what may differ between rows of one event."""
        return replace(self, whens=(), uid="", origin="")


@dataclass
class DraftProgramme:
    """All of a source. `notes` are sentences for the reader: what was left out, bounded or assumed."""

    events: list[DraftEvent]
    name: str = ""
    zone: str = ""
    language: str = ""
    areas: Sequence[DraftArea] = ()
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Wishes:
    """What the caller says beside the file. `columns` gives the source's name of a field: area -> Ortsteil."""

    today: date
    columns: dict[str, str] = field(default_factory=dict)
    zone: str = ""
    language: str = ""
    dates: str = ""

    @property
    def horizon(self) -> date:
        """Return the last day to which something without an end is written: the end of next year."""
        return date(self.today.year + 1, 12, 31)

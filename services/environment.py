"""The surroundings of an act, the same for every door: where its rows are, its settings, whom it wakes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from domain.calendar import QuietHours
from domain.programmes import Programme
from domain.team.organisers import Organiser
from messages.catalog import Catalog
from messages.localizer import Localizer
from storage.database import Database, Session
from storage.team import audit


@dataclass(frozen=True)
class Environment:
    """Built once, and handed to every act.

    `voice` gives the words of a language. `approval_above`: up to how many people one organiser's word is enough, 0
    for any number. `wake` tells the sender that there are new rows, `nudge` the clock that something is due then.
    `learn` reads the knowledge again, which has grown or shrunk; `show_menu` gives a chat the commands of its role.
    """

    programme: Programme
    catalog: Catalog
    database: Database
    voice: Callable[[str], Localizer]
    quiet: QuietHours
    owners: frozenset[int]
    approval_above: int
    wake: Callable[[], None]
    nudge: Callable[[datetime], None]
    learn: Callable[[], Awaitable[None]]
    show_menu: Callable[[int], Awaitable[None]]

    def takes_two(self, count: int) -> bool:
        """Return True if what reaches so many people takes a second organiser's word."""
        return 0 < self.approval_above < count


async def record(
    session: Session, who: Organiser, act: str, ref: int | None, now: datetime, **details: str | int
) -> None:
    """Record an organiser's act, in the transaction that does it."""
    await audit.record(session, who.chat_id, act, ref, now, name=who.name, **details)

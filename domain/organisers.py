"""Rules of organisers: roles, towns, and invitations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Role(StrEnum):
    """An owner may do everything, an organiser all but choose organisers, a helper only answer questions."""

    OWNER = "owner"
    ORGANISER = "organiser"
    HELPER = "helper"

    def may(self, least: Role) -> bool:
        """Return True if this role holds the rights of `least`: each holds those of the ones below it."""
        ranks = list(Role)
        return ranks.index(self) <= ranks.index(least)


@dataclass(frozen=True)
class Organiser:
    """`towns` limits what may be announced and changed; none means all. `name` is what colleagues see.

    `since` is empty for the owners that the settings name: nobody appointed them.
    """

    chat_id: int
    role: Role
    towns: tuple[str, ...] = ()
    name: str = ""
    since: datetime | None = None

    @property
    def appointed(self) -> int:
        """Return the second of the appointment, which tells it from an earlier one; 0 for the settings' owners."""
        return int(self.since.timestamp()) if self.since else 0

    def responsible(self, towns: Collection[str]) -> bool:
        """Return True if all of `towns` are theirs; no towns stand for everyone, which takes an unlimited one."""
        return not self.towns or (bool(towns) and set(towns) <= set(self.towns))


NAME_LENGTH = 40
INVITE_LASTS = timedelta(hours=48)


@dataclass(frozen=True)
class Invite:
    """The role offered to whoever opens the link. While it is put together it has no link yet (`issued`)."""

    id: int
    inviter: int
    role: Role
    towns: tuple[str, ...]
    name: str
    version: int
    issued: bool
    expires_at: datetime

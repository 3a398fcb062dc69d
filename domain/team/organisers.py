"""Rules of organisers: roles, areas, and invitations."""

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
    """`areas` limits what may be announced and changed; none means all. `name` is what colleagues see.

    `since` is empty for the owners that the settings name: nobody appointed them.
    """

    chat_id: int
    role: Role
    areas: tuple[str, ...] = ()
    name: str = ""
    since: datetime | None = None

    @property
    def appointed(self) -> int:
        """Return the second of the appointment, which tells it from an earlier one; 0 for the settings' owners."""
        return int(self.since.timestamp()) if self.since else 0

    def responsible(self, areas: Collection[str]) -> bool:
        """Return True if all of `areas` are theirs; no areas stand for everyone, which takes an unlimited one."""
        return not self.areas or (bool(areas) and set(areas) <= set(self.areas))


NAME_LENGTH = 40
INVITE_LASTS = timedelta(hours=48)


@dataclass(frozen=True)
class Invite:
    """The role offered to whoever opens the link. While it is put together it has no link yet (`issued`)."""

    id: int
    inviter: int
    role: Role
    areas: tuple[str, ...]
    name: str
    version: int
    issued: bool
    expires_at: datetime

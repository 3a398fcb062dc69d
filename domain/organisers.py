"""Organisers: who may do what, and for which towns."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """An owner may do everything, an organiser all but choose organisers, a helper only answer questions."""

    OWNER = "owner"
    ORGANISER = "organiser"
    HELPER = "helper"

    def may(self, least: Role) -> bool:
        """Whether this role holds the rights of `least`: each holds those of the ones below it."""
        ranks = list(Role)
        return ranks.index(self) <= ranks.index(least)


@dataclass(frozen=True)
class Organiser:
    """`towns` limits what may be announced and changed; none means all. `name` is what colleagues see."""

    chat_id: int
    role: Role
    towns: tuple[str, ...] = ()
    name: str = ""

    def responsible(self, towns: Collection[str]) -> bool:
        """Whether all of `towns` are theirs; no towns stand for everyone, which takes an unlimited one."""
        return not self.towns or (bool(towns) and set(towns) <= set(self.towns))

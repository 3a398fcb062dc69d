"""The rights of organisers, checked where the act is done: a door may forget to, or look too early."""

from __future__ import annotations

from collections.abc import Collection

from domain.team.organisers import Organiser, Role
from services.results import Refusal, Refused


def lacking(who: Organiser | None, least: Role, areas: Collection[str] | None = None) -> Refused | None:
    """Return a refusal if somebody has not the role, or is not responsible for all of `areas`; none are everyone."""
    if who is None or not who.role.may(least):
        return Refused(Refusal.NO_RIGHT)
    if areas is not None and not who.responsible(areas):
        return Refused(Refusal.NOT_YOUR_AREA)
    return None

"""The rights of organisers, checked where the act is done: a door may forget to, or look too early."""

from __future__ import annotations

from collections.abc import Collection

from domain.organisers import Organiser, Role
from services.results import Refusal, Refused


def lacking(who: Organiser | None, least: Role, towns: Collection[str] | None = None) -> Refused | None:
    """Return a refusal if somebody has not the role, or is not responsible for all of `towns`; none are everyone."""
    if who is None or not who.role.may(least):
        return Refused(Refusal.NO_RIGHT)
    if towns is not None and not who.responsible(towns):
        return Refused(Refusal.NOT_YOUR_TOWN)
    return None

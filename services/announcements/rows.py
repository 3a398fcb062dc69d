"""The row that an act is about: found for whoever may act on it, at the right version, saved and recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypedDict

from domain.announcements.announcements import Announcement, AnnouncementState
from domain.team.organisers import Organiser, Role
from messages.announcements import sending_texts
from services import environment
from services.environment import Environment
from services.results import Refusal, Refused, Stale
from services.rights import lacking
from storage.announcements import announcements
from storage.database import Session
from storage.people import residents


class OnVersion(TypedDict):
    """The arguments of an act on an announcement as it was shown."""

    who: Organiser
    announcement: int
    version: int
    now: datetime


async def find(session: Session, who: Organiser, announcement: int) -> Announcement | Refused:
    """Return it, and let nobody else change it before the transaction ends."""
    return judged(await announcements.locked(session, announcement), who)


async def find_at(
    session: Session, who: Organiser, announcement: int, version: int, state: AnnouncementState
) -> Announcement | Refused | Stale[Announcement]:
    """Return it as `find` does, if it is still as `who` saw it."""
    known = await find(session, who, announcement)
    if isinstance(known, Announcement) and (known.version != version or known.state is not state):
        return Stale(known)
    return known


def judged(known: Announcement | None, who: Organiser) -> Announcement | Refused:
    """Return the announcement if it is there and `who` may act on it."""
    if known is None:
        return Refused(Refusal.UNKNOWN)
    return lacking(who, Role.ORGANISER, known.audience.areas) or known


def touched(changed: Announcement, who: Organiser) -> Announcement:
    """Return it as the organiser's own: a template follows its event no longer once it was touched."""
    return changed if changed.author is not None else replace(changed, author=who.chat_id)


async def store(session: Session, changed: Announcement) -> Announcement:
    """Save what `find` has found in this transaction: nobody can have been quicker."""
    saved = await announcements.save(session, changed)
    if saved is None:
        raise LookupError(f"announcement {changed.id} was changed though it was not found in this transaction")
    return saved


async def record(
    session: Session, env: Environment, who: Organiser, act: str, known: Announcement, now: datetime, **details: int
) -> None:
    """Record an act on an announcement, with its first words in the actor's language."""
    voice = env.voice(await residents.language(session, who.chat_id) or "")
    text, areas = sending_texts.summary(known, voice, 40), ",".join(known.audience.areas)
    await environment.record(session, who, act, known.id, now, text=text, areas=areas, **details)

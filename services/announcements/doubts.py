"""Hold back what nobody who may has agreed to: it waits for an organiser's word."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from domain.announcements.announcements import Announcement, AnnouncementState
from domain.team.organisers import Organiser, Role
from messages.announcements import approval_texts
from messages.localizer import Localizer
from messages.message import Message
from services.announcements import notices
from services.environment import Environment
from storage.announcements import announcements, audiences
from storage.database import Session
from storage.people import residents
from storage.team import organisers

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Doubt:
    """The reason why an announcement may not start as it is, and how many it would reach."""

    why: str
    count: int


async def doubt(session: Session, env: Environment, known: Announcement, at: datetime) -> Doubt | None:
    """Return what speaks against its start; None if whoever confirmed it may, for so many."""
    if known.confirmed_by is None:
        return None
    left = not await _may(session, env, known, known.confirmed_by)
    if not left and not env.approval_above:
        return None
    count = await audiences.recipients(session, known, env.programme, at)
    if left:
        return Doubt(approval_texts.LEFT, count)
    return Doubt(approval_texts.GROWN, count) if known.outgrown(count, env.approval_above) else None


async def _may(session: Session, env: Environment, known: Announcement, chat_id: int) -> bool:
    """Return True if somebody still organises, for all that it is about."""
    if chat_id in env.owners:
        return True
    who = await organisers.one(session, chat_id)
    return who is not None and who.role.may(Role.ORGANISER) and who.responsible(known.audience.areas)


def waiting(known: Announcement, why: Doubt) -> Announcement:
    """Return it as it waits: of somebody who organises no more, nothing counts."""
    if why.why == approval_texts.LEFT:
        known = replace(known, confirmed_by=None, approved_by=None)
    return replace(known, state=AnnouncementState.APPROVAL, people=why.count, started_at=None)


async def ask(session: Session, env: Environment, asked: Announcement, why: Doubt, now: datetime) -> None:
    """Tell every colleague who may agree, and who confirmed it."""
    log.info("%s waits for an organiser's word: %s", asked.key, why.why)
    first = asked.confirmed_by
    colleagues = await notices.colleagues(session, env, asked, besides=first)
    await _question(session, env, asked, why, colleagues, now, now)
    language = await residents.language(session, first) if first is not None else None
    if first is None or language is None:
        return

    def held(voice: Localizer) -> Message:
        return approval_texts.held(asked, why.count, bool(colleagues), env.approval_above, voice)

    await notices.tell(
        session, env, f"approval-held:{asked.id}:{asked.version}", asked.id, {first: language}, held, now
    )


async def hold_back(session: Session, env: Environment, gone: Organiser, now: datetime) -> None:
    """Let all that somebody had scheduled, who organises no more, wait for a colleague; they are told."""
    for known in await announcements.scheduled_by(session, gone.chat_id):
        count = await audiences.recipients(session, known, env.programme, known.start(now, env.quiet))
        why = Doubt(approval_texts.LEFT, count)
        held = await announcements.save(session, waiting(known, why))
        if held is not None:
            colleagues = await notices.colleagues(session, env, held)
            await _question(session, env, held, why, colleagues, now, env.quiet.hold(now))


async def _question(
    session: Session,
    env: Environment,
    asked: Announcement,
    why: Doubt,
    colleagues: dict[int, str],
    now: datetime,
    not_before: datetime,
) -> None:
    def question(voice: Localizer) -> Message:
        return approval_texts.again(asked, why.why, why.count, voice)

    key = f"approval:{asked.id}:{asked.version}"
    await notices.tell(session, env, key, asked.id, colleagues, question, now, not_before)

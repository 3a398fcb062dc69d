"""The organisers: who they are, and taking the right away again."""

from __future__ import annotations

import logging
from datetime import datetime

from domain.delivery import MessageKind
from domain.team.organisers import Invite, Organiser, Role
from messages.message import Message
from services.announcements import doubts
from services.environment import Environment, record
from services.results import Done, Refusal, Refused, Stale
from services.rights import lacking
from storage.database import Session
from storage.outbox import queue
from storage.people import conversations, residents
from storage.team import invites, organisers

log = logging.getLogger(__name__)


async def everyone(env: Environment, *, who: Organiser, now: datetime) -> Done[list[Organiser | Invite]] | Refused:
    """Return all organisers, and the invitations that can still be accepted."""
    if (refused := lacking(who, Role.OWNER)) is not None:
        return refused
    async with env.database.read() as session:
        return Done([*await organisers.every(session, env.owners), *await invites.issued(session, now)])


async def look(
    env: Environment, *, who: Organiser, organiser: int, since: int
) -> Done[Organiser] | Stale[None] | Refused:
    """Return an organiser as appointed at that second; stale if the right was taken away or given anew."""
    if (refused := lacking(who, Role.OWNER)) is not None:
        return refused
    async with env.database.read() as session:
        known = await organisers.one(session, organiser)
    return Done(known) if known is not None and known.appointed == since else Stale()


async def revoke(
    env: Environment, *, who: Organiser, organiser: int, since: int, now: datetime
) -> Done[Organiser] | Stale[None] | Refused:
    """Take the right away at once: nothing is awaited of them, nobody invited by them; and they are told.

    The last owner stays. `since`: the second of the appointment that is meant.
    """
    if (refused := lacking(who, Role.OWNER)) is not None:
        return refused
    async with env.database.begin() as session:
        if await organisers.last_owner(session, organiser, env.owners):
            return Refused(Refusal.LAST_OWNER)
        gone = await organisers.revoke(session, organiser, since)
        if gone is None:
            return Stale()
        await conversations.expect_nothing(session, gone.chat_id)
        await invites.withdraw_all(session, gone.chat_id)
        await doubts.hold_back(session, env, gone, now)
        areas = ",".join(gone.areas)
        await record(session, who, "revoked", None, now, organiser=gone.name, role=gone.role, areas=areas)
        await _tell(session, env, gone, now)
    env.wake()
    await env.show_menu(gone.chat_id)
    log.info("%s organises no more", gone.chat_id)
    return Done(gone)


async def _tell(session: Session, env: Environment, gone: Organiser, now: datetime) -> None:
    def message(language: str) -> queue.OutboxMessage:
        payload = Message(env.voice(language).words("revoked-you")).payload
        key = f"revoked:{gone.chat_id}:{gone.appointed}"
        return queue.OutboxMessage(key, MessageKind.ORGANISERS, None, language, "sendMessage", payload)

    language = await residents.language(session, gone.chat_id)
    if language is not None:
        await queue.tell(session, {gone.chat_id: language}, message, now, env.quiet.hold(now))

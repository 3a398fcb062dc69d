"""Invitations to organise: put together step by step, given as a link, accepted by opening it."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime

from domain.delivery import MessageKind
from domain.team.organisers import NAME_LENGTH, Invite, Organiser, Role
from messages.message import as_name, shortened
from messages.team import invite_texts
from services.environment import Environment, record
from services.results import Done, Refusal, Refused, Stale
from services.rights import lacking
from storage.database import Session
from storage.outbox import queue
from storage.people import conversations
from storage.team import invites, organisers

log = logging.getLogger(__name__)

NAME = "invite_name"
"""The prompt for the name of whoever is invited."""

Changed = Done[Invite] | Stale[Invite] | Refused


@dataclass(frozen=True)
class IssuedInvite:
    """An invitation with its link's token, which is nowhere else: only its hash is kept."""

    invite: Invite
    token: str


async def begin(env: Environment, *, who: Organiser, name: str, now: datetime) -> Done[Invite] | Refused:
    """Draft an invitation; until its link is made, the next text of the inviter's is the name."""
    if (refused := lacking(who, Role.OWNER)) is not None:
        return refused
    async with env.database.begin() as session:
        invite = await invites.draft(session, who.chat_id, shortened(name, NAME_LENGTH), now)
        await conversations.expect(session, who.chat_id, NAME, invite.id, now)
    return Done(invite)


async def look(env: Environment, *, who: Organiser, invite: int, version: int, now: datetime) -> Changed:
    """Return the invitation, if it still is at that version; what is typed next is the name again."""
    if (refused := lacking(who, Role.OWNER)) is not None:
        return refused
    async with env.database.begin() as session:
        found = await _at(session, invite, version)
        if isinstance(found, Done):
            await conversations.expect(session, who.chat_id, NAME, invite, now)
    return found


async def set_name(env: Environment, *, who: Organiser, invite: int, name: str) -> Changed:
    """Name whoever is invited. A name is typed, below whatever version is shown last."""
    if (refused := lacking(who, Role.OWNER)) is not None:
        return refused
    async with env.database.begin() as session:
        known = await invites.one(session, invite)
        changed = known and await invites.set_name(session, known, shortened(name, NAME_LENGTH))
        if changed is None:
            await conversations.expect_nothing(session, who.chat_id)
    return Done(changed) if changed is not None else Stale()


async def set_role(env: Environment, *, who: Organiser, invite: int, version: int, role: Role | None) -> Changed:
    """Choose the role that is offered; None leaves it."""
    if (refused := lacking(who, Role.OWNER)) is not None:
        return refused
    async with env.database.begin() as session:
        found = await _at(session, invite, version)
        if not isinstance(found, Done):
            return found
        changed = await invites.set_role(session, found.value, role or found.value.role)
    return Done(changed) if changed is not None else Stale(found.value)


async def toggle_area(env: Environment, *, who: Organiser, invite: int, version: int, area: str) -> Changed:
    """Add an area or take it out again; an area that there is not stands for all of them."""
    if (refused := lacking(who, Role.OWNER)) is not None:
        return refused
    async with env.database.begin() as session:
        found = await _at(session, invite, version)
        if not isinstance(found, Done):
            return found
        areas = {*found.value.areas} ^ {area} if env.programme.area(area) is not None else set()
        changed = await invites.set_areas(session, found.value, sorted(areas))
    return Done(changed) if changed is not None else Stale(found.value)


async def issue(
    env: Environment, *, who: Organiser, invite: int, version: int, now: datetime
) -> Done[IssuedInvite] | Stale[Invite] | Refused:
    """Make the link of an invitation."""
    if (refused := lacking(who, Role.OWNER)) is not None:
        return refused
    token = secrets.token_urlsafe(24)
    async with env.database.begin() as session:
        found = await _at(session, invite, version)
        if not isinstance(found, Done):
            return found
        issued = await invites.issue(session, found.value, token, now)
        if issued is None:
            return Stale(found.value)
        await conversations.release(session, issued.id, NAME)
        areas = ",".join(issued.areas)
        await record(session, who, "invited", issued.id, now, invitee=issued.name, role=issued.role, areas=areas)
    return Done(IssuedInvite(issued, token))


async def withdraw(env: Environment, *, who: Organiser, invite: int, version: int, now: datetime) -> Changed:
    """Take an invitation back, or drop it before it has a link; return it as it was."""
    if (refused := lacking(who, Role.OWNER)) is not None:
        return refused
    async with env.database.begin() as session:
        found = await _at(session, invite, version)
        if not isinstance(found, Done):
            return found
        taken, known = await invites.take(session, found.value), found.value
        if taken and known.issued:
            await record(session, who, "invite-withdrawn", known.id, now, invitee=known.name)
        await conversations.release(session, known.id, NAME)
    return Done(known) if taken else Stale()


async def _at(session: Session, invite: int, version: int) -> Done[Invite] | Stale[Invite]:
    known = await invites.one(session, invite)
    return Done(known) if known is not None and known.version == version else Stale(known)


# --- the link is opened ---


async def accept(
    env: Environment, *, chat: int, who: Organiser | None, first_name: str, token: str, now: datetime
) -> Done[Organiser] | Refused:
    """Make whoever opens the link first what it says; not the inviter, nor without an owner behind it.

    `who`: what that person is until now.
    """
    async with env.database.begin() as session:
        invite = await invites.of_link(session, token, now)
        if invite is None or not await organisers.owns(session, invite.inviter, env.owners):
            return Refused(Refusal.UNKNOWN)
        if who is not None and who.role is Role.OWNER:
            return Refused(Refusal.OWN_REQUEST if who.chat_id == invite.inviter else Refusal.HAS_IT)
        if not await invites.take(session, invite):
            return Refused(Refusal.UNKNOWN)  # somebody else has used the link at this moment
        name = invite.name or as_name(first_name, NAME_LENGTH)
        organiser = Organiser(chat, invite.role, invite.areas, name, now)
        await organisers.appoint(session, organiser, now)
        await conversations.expect_nothing(session, chat)  # asked of them in the role before
        await record(session, organiser, "joined", invite.id, now, role=invite.role, areas=",".join(invite.areas))
        await _tell_inviter(session, env, invite, organiser, now)
    env.wake()
    log.info("%s is %s now, invited by %s", chat, organiser.role, invite.inviter)
    await env.show_menu(chat)
    return Done(organiser)


async def _tell_inviter(
    session: Session, env: Environment, invite: Invite, organiser: Organiser, now: datetime
) -> None:
    def message(language: str) -> queue.OutboxMessage:
        payload = invite_texts.accepted(organiser, env.voice(language)).payload
        return queue.OutboxMessage(
            f"joined:{invite.id}", MessageKind.ORGANISERS, invite.id, language, "sendMessage", payload
        )

    inviter = await organisers.addressees(session, {invite.inviter}, Role.OWNER)
    told = {chat: language for chat, language in inviter.items() if chat == invite.inviter}
    await queue.tell(session, told, message, now, env.quiet.hold(now))

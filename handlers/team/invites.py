"""Invitations to organise: put together with buttons, given as a link, accepted by opening it."""

from __future__ import annotations

import logging
import secrets

from telegram import Update

from domain.delivery import MessageKind
from domain.organisers import NAME_LENGTH, Invite, Organiser, Role
from handlers.context import Context, action, chat_id, pressed
from handlers.gate.permissions import owners_only
from messages import pages
from messages.actions.team.invites import ChooseRole, IssueInvite, ShowInvite, ToggleInviteTown, WithdrawInvite
from messages.message import Message, as_name, shortened
from messages.team import invite_texts
from storage.database import Session
from storage.outbox import queue
from storage.people import conversations
from storage.team import invites, organisers

log = logging.getLogger(__name__)

NAME = "invite_name"


@owners_only
async def begin(update: Update, context: Context) -> None:
    """`/invita`, alone or with the name behind it. Until the link is made, a text is the name."""
    if update.callback_query is not None:
        await update.callback_query.answer()
    name = shortened(" ".join(context.args or []), NAME_LENGTH)
    async with context.services.database.begin() as session:
        invite = await invites.draft(session, chat_id(update), name, context.now)
        await conversations.expect(session, chat_id(update), NAME, invite.id, context.now)
    await context.reply(update, invite_texts.panel(invite, context.voice))


@owners_only
async def take_name(update: Update, context: Context) -> None:
    text = (update.message.text if update.message else None) or ""
    async with context.services.database.begin() as session:
        known = await invites.one(session, context.standing.subject or 0)
        changed = known and await invites.set_name(session, known, shortened(text, NAME_LENGTH))
        if changed is None:
            await conversations.expect(session, chat_id(update), None, None, context.now)
    if changed is None:
        await context.reply(update, Message(context.voice.words("invite-gone")))
    else:
        await context.reply(update, invite_texts.panel(changed, context.voice))


@owners_only
async def choose_role(update: Update, context: Context) -> None:
    button = action(update, ChooseRole)
    known = await _current(update, context, button)
    if known is None:
        return
    role = Role(button.role) if button.role in list(Role) else known.role
    async with context.services.database.begin() as session:
        changed = await invites.set_role(session, known, role)
    await _show(update, context, changed)


@owners_only
async def toggle_town(update: Update, context: Context) -> None:
    button = action(update, ToggleInviteTown)
    known = await _current(update, context, button)
    if known is None:
        return
    town = button.town if context.services.programme.town(button.town) else ""
    towns = {*known.towns} ^ {town} if town else set()
    async with context.services.database.begin() as session:
        changed = await invites.set_towns(session, known, sorted(towns))
    number = pages.holding([each.id for each in context.services.programme.towns], town)
    await _show(update, context, changed, number)


@owners_only
async def turn(update: Update, context: Context) -> None:
    button = action(update, ShowInvite)
    known = await _current(update, context, button)
    if known is not None:
        await _show(update, context, known, button.page)


@owners_only
async def issue(update: Update, context: Context) -> None:
    """The link is shown once; only its hash is kept."""
    known = await _current(update, context, action(update, IssueInvite))
    if known is None:
        return
    token = secrets.token_urlsafe(24)
    async with context.services.database.begin() as session:
        issued = await invites.issue(session, known, token, context.now)
        if issued is not None:
            await conversations.release(session, issued.id, NAME)
            towns = ",".join(issued.towns)
            await context.record(session, "invited", issued.id, invitee=issued.name, role=issued.role, towns=towns)
    if issued is None:
        await _stale(update, context, "invite-stale")
        return
    await pressed(update).answer()
    await context.show(update, invite_texts.ready(issued, context.voice, context.now))
    await context.reply(update, invite_texts.to_forward(context.bot.username, token, context.voice))


@owners_only
async def withdraw(update: Update, context: Context) -> None:
    known = await _current(update, context, action(update, WithdrawInvite))
    if known is None:
        return
    async with context.services.database.begin() as session:
        taken = await invites.take(session, known)
        if taken and known.issued:
            await context.record(session, "invite-withdrawn", known.id, invitee=known.name)
        await conversations.release(session, known.id, NAME)
    if not taken:
        await _stale(update, context, "invite-gone")
        return
    await pressed(update).answer()
    key = "invite-withdrawn" if known.issued else "invite-cancelled"
    await context.show(update, Message(context.voice.words(key)))


async def accept(update: Update, context: Context, token: str) -> None:
    """Whoever opens the link first becomes what it says; not the inviter, nor without an owner behind it."""
    async with context.services.database.begin() as session:
        invite = await invites.of_link(session, token, context.now)
        refusal = await _refusal(session, invite, context)
        organiser = await _appoint(session, context, update, invite) if invite and not refusal else None
    if invite is None or organiser is None:
        await context.reply(update, Message(context.voice.words(refusal or "invite-not-valid")))
        return
    context.services.wake()
    log.info("%s is %s now, invited by %s", organiser.chat_id, organiser.role, invite.inviter)
    await context.services.show_menu(organiser.chat_id)
    await context.reply(update, invite_texts.welcome(organiser, context.voice))


async def _refusal(session: Session, invite: Invite | None, context: Context) -> str | None:
    if invite is None or not await organisers.owns(session, invite.inviter, context.services.owners):
        return "invite-not-valid"
    if context.organises is None or context.role is not Role.OWNER:
        return None
    return "invite-own" if context.organises.chat_id == invite.inviter else "invite-already"


async def _appoint(session: Session, context: Context, update: Update, invite: Invite) -> Organiser | None:
    """None when somebody else has used the link at this moment."""
    if not await invites.take(session, invite):
        return None
    user = update.effective_user
    name = invite.name or as_name(user.first_name if user else "", NAME_LENGTH)
    organiser = Organiser(chat_id(update), invite.role, invite.towns, name, context.now)
    context.organises = organiser
    await organisers.appoint(session, organiser, context.now)
    await conversations.expect_nothing(session, organiser.chat_id)  # asked of them in the role before
    await context.record(session, "joined", invite.id, role=invite.role, towns=",".join(invite.towns))

    def message(language: str) -> queue.OutboxMessage:
        payload = invite_texts.accepted(organiser, context.services.voice(language)).payload
        return queue.OutboxMessage(
            f"joined:{invite.id}", MessageKind.ORGANISERS, invite.id, language, "sendMessage", payload
        )

    inviter = await organisers.addressees(session, {invite.inviter}, Role.OWNER)
    told = {chat: language for chat, language in inviter.items() if chat == invite.inviter}
    await queue.tell(session, told, message, context.now, context.services.quiet.hold(context.now))
    return organiser


Versioned = ChooseRole | ShowInvite | ToggleInviteTown | IssueInvite | WithdrawInvite


async def _current(update: Update, context: Context, button: Versioned) -> Invite | None:
    """The invitation that the button belongs to; None, and the owner told, when it has moved on."""
    async with context.services.database.read() as session:
        known = await invites.one(session, button.invite)
    if known is not None and known.version == button.version:
        return known
    await _stale(update, context, "invite-gone" if known is None else "invite-stale")
    return None


async def _show(update: Update, context: Context, changed: Invite | None, number: int = 0) -> None:
    if changed is None:
        await _stale(update, context, "invite-stale")
        return
    await pressed(update).answer()
    await context.show(update, invite_texts.panel(changed, context.voice, number))


async def _stale(update: Update, context: Context, key: str) -> None:
    await context.answer(update, context.voice.words.plain(key), alert=True)

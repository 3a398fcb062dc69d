"""The organisers: the list, and taking the right away again."""

from __future__ import annotations

import logging
from dataclasses import replace

from telegram import Update
from telegram.error import TelegramError

from domain.delivery import MessageKind
from domain.organisers import NAME_LENGTH, Invite, Organiser
from handlers.context import Context, action, pressed
from handlers.gate.permissions import owners_only
from messages.actions.team.members import ConfirmRevoke, Revoke, ShowOrganisers
from messages.message import Message, shortened
from messages.pages import PAGE
from messages.team import member_texts
from services.announcements import doubts
from storage.database import Session
from storage.outbox import queue
from storage.people import conversations, residents
from storage.team import invites, organisers

log = logging.getLogger(__name__)


@owners_only
async def listing(update: Update, context: Context) -> None:
    page = 0
    if update.callback_query is not None:
        await update.callback_query.answer()
        page = action(update, ShowOrganisers).page
    async with context.services.database.read() as session:
        people = await organisers.every(session, context.services.owners)
        everyone: list[Organiser | Invite] = [*people, *await invites.issued(session, context.now)]
    pages = -(-len(everyone) // PAGE)
    page = min(max(page, 0), pages - 1)
    shown = [await _named(each, context) for each in everyone[page * PAGE :][:PAGE]]
    await context.show(update, member_texts.listing(shown, page, pages, context.voice, context.now))


async def _named(each: Organiser | Invite, context: Context) -> Organiser | Invite:
    """The settings give owners no name: Telegram knows it."""
    if isinstance(each, Invite) or each.name:
        return each
    try:
        name = (await context.bot.get_chat(each.chat_id)).first_name
    except TelegramError:  # has never written to the bot
        return each
    return replace(each, name=shortened(name or "", NAME_LENGTH))


@owners_only
async def ask_revoke(update: Update, context: Context) -> None:
    button = action(update, Revoke)
    async with context.services.database.read() as session:
        organiser = await organisers.one(session, button.organiser)
    if organiser is None or organiser.appointed != button.since:
        await _refuse(update, context, "revoke-gone")
        return
    await pressed(update).answer()
    await context.show(update, member_texts.revoke_question(organiser, context.voice))


@owners_only
async def revoke(update: Update, context: Context) -> None:
    """At once: no rights, nothing awaited, nobody invited any more; and the person is told."""
    button = action(update, ConfirmRevoke)
    async with context.services.database.begin() as session:
        last = await organisers.last_owner(session, button.organiser, context.services.owners)
        gone = None if last else await organisers.revoke(session, button.organiser, button.since)
        if gone is not None:
            await _dismiss(session, context, gone)
    if gone is None:
        await _refuse(update, context, "revoke-last" if last else "revoke-gone")
        return
    context.services.wake()
    await pressed(update).answer()
    await context.services.show_menu(gone.chat_id)
    log.info("%s organises no more", gone.chat_id)
    await context.show(update, member_texts.revoked(gone, context.voice))


async def _dismiss(session: Session, context: Context, gone: Organiser) -> None:
    await conversations.expect_nothing(session, gone.chat_id)
    await invites.withdraw_all(session, gone.chat_id)
    await doubts.hold_back(session, context.environment, gone, context.now)
    towns = ",".join(gone.towns)
    await context.record(session, "revoked", None, organiser=gone.name, role=gone.role, towns=towns)
    language = await residents.language(session, gone.chat_id)
    if language is None:
        return

    def message(language: str) -> queue.OutboxMessage:
        payload = Message(context.services.catalog.words(language)("revoked-you")).payload
        key = f"revoked:{gone.chat_id}:{gone.appointed}"
        return queue.OutboxMessage(key, MessageKind.ORGANISERS, None, language, "sendMessage", payload)

    hold = context.services.quiet.hold(context.now)
    await queue.tell(session, {gone.chat_id: language}, message, context.now, hold)


async def _refuse(update: Update, context: Context, key: str) -> None:
    await context.answer(update, context.voice.words.plain(key), alert=True)

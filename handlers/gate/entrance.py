"""Let updates in, before any handler: is it for the bot, who writes, in which language."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from domain import feeds
from domain.residents.allowance import FloodVerdict
from domain.team.organisers import NAME_LENGTH, Organiser, Role
from handlers.context import Context
from handlers.gate import floods, groups
from messages.message import shortened
from storage.people import conversations, residents
from storage.people.conversations import ChatState
from storage.people.residents import SenderProfile

_ALL = 0
"""Nobody's number: for what all people together are granted."""


async def enter(update: Update, context: Context) -> None:
    """Let private chats in and remember them; let groups in where they mean the bot; stop the rest."""
    context.now = context.services.clock()
    if update.my_chat_member is not None:
        return
    if update.inline_query is not None:
        await floods.check(update, context)
        if context.services.inline.ask(_ALL, context.now) is not FloodVerdict.GRANTED:
            raise ApplicationHandlerStop  # Telegram asks again with the next letter
        return
    chat, message = update.effective_chat, update.message
    if message is not None and message.via_bot is not None and message.via_bot.id == context.bot.id:
        raise ApplicationHandlerStop  # a card of ours that somebody shared
    if chat is None or chat.type == ChatType.CHANNEL or _moves(update):
        raise ApplicationHandlerStop
    if chat.type != ChatType.PRIVATE:
        await groups.enter(update, context)
        return
    await floods.check(update, context)
    visit = await _welcome(update, context, chat.id)
    context.voice = context.services.voice(visit.language)
    context.standing, context.follows = visit.standing, feeds.followed_areas(visit.feeds, context.services.programme)
    context.organises = _organiser(visit, update, context)


def _organiser(visit: SenderProfile, update: Update, context: Context) -> Organiser | None:
    """Return the sender as an organiser, if one; the settings' owners are owners whatever the rows say."""
    user = update.effective_user
    if user is None or user.id not in context.services.owners:
        return visit.organiser
    return Organiser(user.id, Role.OWNER, name=shortened(user.first_name, NAME_LENGTH))


async def _welcome(update: Update, context: Context, chat_id: int) -> SenderProfile:
    database = context.services.database
    async with database.read() as session:
        visit = await residents.visit(session, chat_id)
    if visit is None or not visit.reachable:
        user = update.effective_user
        language = context.services.catalog.language(user.language_code if user else None)
        async with database.begin() as session:
            await residents.remember(session, chat_id, language, context.now)
        if visit is None:
            return SenderProfile(language, True, ChatState(), None)
    if visit.standing.expects and _is_command(update):
        # Who turns to a command has left what the bot was waiting for.
        async with database.begin() as session:
            await conversations.expect(session, chat_id, None, None, context.now)
        return replace(visit, standing=ChatState(topic=visit.standing.topic, heard=visit.standing.heard))
    return visit


def _moves(update: Update) -> bool:
    """Return True for a live location: an edit every few seconds, for hours."""
    return update.edited_message is not None and update.edited_message.location is not None


def _is_command(update: Update) -> bool:
    message = update.message
    return message is not None and (message.text or "").startswith("/")

"""List the organisers, and revoke one."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update
from telegram.error import TelegramError

from domain.team.organisers import NAME_LENGTH, Invite, Organiser
from handlers.context import Context, action
from handlers.gate.permissions import owners_only
from handlers.results import acknowledged
from messages.actions.team.members import ConfirmRevoke, Revoke, ShowOrganisers
from messages.message import shortened
from messages.pages import PAGE
from messages.team import member_texts
from services.results import Done, Refusal
from services.team import members

_LAST = {Refusal.LAST_OWNER: "revoke-last"}


@owners_only
async def listing(update: Update, context: Context) -> None:
    page = 0
    if update.callback_query is not None:
        await update.callback_query.answer()
        page = action(update, ShowOrganisers).page
    result = await members.everyone(context.environment, who=context.organiser, now=context.now)
    everyone = result.value if isinstance(result, Done) else []
    pages = -(-len(everyone) // PAGE)
    page = min(max(page, 0), pages - 1)
    shown = [await _named(each, context) for each in everyone[page * PAGE :][:PAGE]]
    await context.show(update, member_texts.listing(shown, page, pages, context.voice, context.now))


async def _named(each: Organiser | Invite, context: Context) -> Organiser | Invite:
    """Return an owner of the settings with the name that Telegram knows."""
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
    organiser, since = button.organiser, button.since
    result = await members.look(context.environment, who=context.organiser, organiser=organiser, since=since)
    found = await acknowledged(update, context, result, stale="revoke-gone")
    if found is not None:
        await context.show(update, member_texts.revoke_question(found.value, context.voice))


@owners_only
async def revoke(update: Update, context: Context) -> None:
    button, who, now = action(update, ConfirmRevoke), context.organiser, context.now
    organiser, since = button.organiser, button.since
    result = await members.revoke(context.environment, who=who, organiser=organiser, since=since, now=now)
    gone = await acknowledged(update, context, result, stale="revoke-gone", refused=_LAST)
    if gone is not None:
        await context.show(update, member_texts.revoked(gone.value, context.voice))

"""Find a name in a list of many pages 🔎: ask for a part of it, and open the page where it stands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import Update

from handlers.announcements import audience
from handlers.context import Context, action, chat_id, pressed
from handlers.events import editing
from handlers.gate.permissions import organisers_only
from handlers.team import invites
from messages.actions.prompts import FindInList
from messages.message import Message
from messages.prompts import prompt
from storage.people import conversations

FIND = "find"

_LISTS: dict[str, Callable[[str, Update, Context], Awaitable[bool]]] = {
    "events": editing.find_event,
    "areas": editing.find_area,
    "audience": audience.find,
    "invite": invites.find_area,
}
"""Each shows the page where a name stands, or tells what is in the way; False if there is no such name."""


@organisers_only
async def ask(update: Update, context: Context) -> None:
    button = action(update, FindInList)
    await pressed(update).answer()
    async with context.services.database.begin() as session:
        expects = f"{FIND}:{button.version}:{button.what}"
        await conversations.expect(session, chat_id(update), expects, button.subject, context.now)
    await context.reply(update, prompt(Message(context.voice.words("find-ask")), FIND, context.voice))


@organisers_only
async def take(update: Update, context: Context) -> None:
    """Take the part of a name; who finds nothing may type another."""
    message, details = update.message, context.standing.details
    find = _LISTS.get("".join(details[1:2]))
    if message is not None and find is not None and not await find(context.said(message), update, context):
        await context.reply(update, Message(context.voice.words("find-none")))
        return
    async with context.services.database.begin() as session:
        # What the page that was opened asks for stays.
        await conversations.release(session, context.standing.subject, FIND, chat_id(update))

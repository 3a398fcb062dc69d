"""Note that the bot was blocked or unblocked, added to a group or removed."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType

from handlers.context import Context
from handlers.gate import groups
from storage.people import residents


async def my_chat_member(update: Update, context: Context) -> None:
    """Note that somebody blocked or unblocked the bot; nobody waits for the next refusal."""
    change = update.my_chat_member
    if change is None:
        return
    if change.chat.type != ChatType.PRIVATE:
        await groups.membership(update, context, change)
        return
    reachable = change.new_chat_member.status == ChatMemberStatus.MEMBER
    async with context.services.database.begin() as session:
        await residents.set_reachable(session, change.chat.id, reachable)

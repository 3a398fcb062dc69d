"""Large announcements take a second organiser's word."""

from __future__ import annotations

from telegram import Update

from domain.announcements.announcements import Announcement, AnnouncementState
from handlers.announcements import common
from handlers.context import Context, action, pressed
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.approvals import Approve, SendBack, ShowApproval
from messages.announcements import approval_texts
from messages.message import Message
from services.announcements import approvals, reading
from services.announcements.approvals import Grown
from services.results import Done, Stale


@organisers_only
async def show(update: Update, context: Context) -> None:
    known = await common.found(update, context, action(update, ShowApproval).announcement)
    if known is None:
        return
    if known.state is not AnnouncementState.APPROVAL:
        await common.decline(update, context, Stale(known))
        return
    await pressed(update).answer()
    if await common.show_content(update, context, known):
        await context.reply(update, await panel(known, context))


async def panel(known: Announcement, context: Context) -> Message:
    facts = await reading.panel(context.environment, known, who=context.organiser, now=context.now)
    return approval_texts.panel(known, facts, context.voice)


@organisers_only
async def approve(update: Update, context: Context) -> None:
    result = await approvals.approve(context.environment, **common.versioned(context, action(update, Approve)))
    match result:
        case Done():
            await common.show_scheduled(update, context, result)
        case Grown():
            await context.answer(update, context.voice.words.plain("approval-grew"), alert=True)
            await context.show(update, await panel(result.value, context))
        case _:
            await common.decline(update, context, result)


@organisers_only
async def send_back(update: Update, context: Context) -> None:
    result = await approvals.send_back(context.environment, **common.versioned(context, action(update, SendBack)))
    if isinstance(result, Done):
        await pressed(update).answer()
        await context.show(update, Message(context.voice.words("approval-sent-back")))
    else:
        await common.decline(update, context, result)

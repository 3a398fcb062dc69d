"""Approve or refuse a correction that many will see: a second organiser's part."""

from __future__ import annotations

from telegram import Update

from handlers.announcements.amendments import decline, show_begun, show_corrected, show_dropped
from handlers.context import Context, action, pressed
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.amendments import ApproveRepair, RefuseRepair, ShowRepair
from messages.announcements import approval_texts
from services.announcements import amendments
from services.announcements.amendments import FoundAmendment


@organisers_only
async def show(update: Update, context: Context) -> None:
    button = action(update, ShowRepair)
    found = await amendments.find_waiting(context.environment, who=context.organiser, amendment=button.repair)
    if not isinstance(found, FoundAmendment):
        await decline(update, context, found)
        return
    await pressed(update).answer()
    if await show_corrected(update, context, found.known, dict(found.amendment.versions)):
        panel = approval_texts.correction_panel(found.amendment, found.reached, context.voice)
        await context.reply(update, panel)


@organisers_only
async def approve(update: Update, context: Context) -> None:
    button = action(update, ApproveRepair)
    result = await amendments.approve(
        context.environment, who=context.organiser, amendment=button.repair, version=button.version, now=context.now
    )
    await show_begun(update, context, result)


@organisers_only
async def refuse(update: Update, context: Context) -> None:
    button = action(update, RefuseRepair)
    result = await amendments.send_back(
        context.environment, who=context.organiser, amendment=button.repair, version=button.version, now=context.now
    )
    await show_dropped(update, context, result)

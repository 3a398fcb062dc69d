"""A colleague's word on a correction of what many have received."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from domain.announcements.amendments import Amendment, Stage
from domain.announcements.announcements import Announcement
from handlers.announcements import amendments, approvals
from handlers.context import Context, action, chat_id, pressed
from handlers.gate import permissions
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.amendments import ApproveRepair, RefuseRepair, ShowRepair
from messages.announcements import approval_texts
from messages.message import Message
from storage.announcements import amendments as kept


@organisers_only
async def show(update: Update, context: Context) -> None:
    found = await _waiting(update, context, action(update, ShowRepair).repair)
    if found is None:
        return
    repair, known = found
    await pressed(update).answer()
    if await amendments.show_corrected(update, context, known, dict(repair.versions)):
        async with context.services.database.read() as session:
            count = await amendments.reached(session, known)
        await context.reply(update, approval_texts.correction_panel(repair, count, context.voice))


@organisers_only
async def approve(update: Update, context: Context) -> None:
    button = action(update, ApproveRepair)
    found = await _waiting(update, context, button.repair, button.version)
    if found is None:
        return
    repair, known = found
    if repair.author == chat_id(update):
        await permissions.refuse(update, context, f"approval of repair {repair.id}", "approval-own")
        return
    await amendments.carry_out(update, context, known, repair)


@organisers_only
async def refuse(update: Update, context: Context) -> None:
    """Not like this: nothing changes, and who wanted it is told."""
    button = action(update, RefuseRepair)
    found = await _waiting(update, context, button.repair, button.version)
    if found is None:
        return
    repair, _ = found
    async with context.services.database.begin() as session:
        dropped = await kept.save(session, replace(repair, stage=Stage.DROPPED))
        if dropped is not None:
            await approvals.tell_author(session, context, dropped, "approval-repair-refused")
    if dropped is None:
        await context.answer(update, context.voice.words.plain("repair-already"), alert=True)
        return
    context.services.wake()
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("repair-dropped")))


async def _waiting(
    update: Update, context: Context, repair_id: int, version: int | None = None
) -> tuple[Amendment, Announcement] | None:
    async with context.services.database.read() as session:
        repair = await kept.one(session, repair_id)
    if repair is None or repair.stage is not Stage.APPROVAL or version not in (None, repair.version):
        await context.answer(update, context.voice.words.plain("repair-already"), alert=True)
        return None
    known = await amendments.delivered(update, context, repair.announcement)
    return None if known is None else (repair, known)

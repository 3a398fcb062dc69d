"""Show the record of organisers' acts."""

from __future__ import annotations

from telegram import Update

from handlers.context import Context, action
from handlers.gate.permissions import organisers_only
from messages.actions.team.audit import ShowAudit
from messages.pages import PAGE
from messages.team import audit_texts
from services.team import records


@organisers_only
async def listing(update: Update, context: Context) -> None:
    """Show a page of the record. An organiser of some areas sees what concerns them, and their own acts."""
    before = 0
    if update.callback_query is not None:
        await update.callback_query.answer()
        before = action(update, ShowAudit).before
    entries = await records.latest(context.environment, who=context.organiser, limit=PAGE + 1, before=before or None)
    deeds = [audit_texts.Deed(e.id, e.at, e.actor, e.name, e.act, e.details) for e in entries[:PAGE]]
    older = len(entries) > PAGE
    await context.show(update, audit_texts.listing(deeds, older=older, newest=not before, voice=context.voice))

"""Show the record of organisers' acts."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from handlers.context import Context, action
from handlers.gate.permissions import organisers_only, responsible
from messages.actions.team.audit import ShowAudit
from messages.pages import PAGE
from messages.team import audit_texts
from storage.team import audit
from storage.team.audit import AuditEntry


@organisers_only
async def listing(update: Update, context: Context) -> None:
    """Show a page of the record. An organiser of some towns sees what concerns them, and their own acts."""
    before = 0
    if update.callback_query is not None:
        await update.callback_query.answer()
        before = action(update, ShowAudit).before
    async with context.services.database.read() as session:
        entries = await audit.latest(session, PAGE + 1, before or None, _readers(context))
    deeds = [audit_texts.Deed(e.id, e.at, e.actor, e.name, e.act, e.details) for e in entries[:PAGE]]
    older = len(entries) > PAGE
    await context.show(update, audit_texts.listing(deeds, older=older, newest=not before, voice=context.voice))


def _readers(context: Context) -> Callable[[AuditEntry], bool] | None:
    """Return a filter of the entries that an organiser may read; None for all."""
    if responsible(context, ()):
        return None
    return lambda entry: (
        entry.actor == (context.organises and context.organises.chat_id)
        or entry.towns is None
        or responsible(context, entry.towns)
    )

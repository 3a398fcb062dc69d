"""Show organisers what watched calendars say otherwise 🗓; accept one, which begins a change, or ignore it."""

from __future__ import annotations

from telegram import Update

from handlers.context import Context, action
from handlers.events import editing
from handlers.gate.permissions import organisers_only
from handlers.results import acknowledged
from messages.actions.events.editing import AcceptProposal, IgnoreProposal, ListProposals
from messages.events import proposal_texts
from services.events import proposing
from services.results import Refusal

_NOT_YOURS = {Refusal.UNKNOWN: "edit-not-yours", Refusal.NOT_YOUR_AREA: "edit-not-yours"}


@organisers_only
async def listing(update: Update, context: Context) -> None:
    await context.answer(update)
    await _show(update, context, action(update, ListProposals).page)


async def _show(update: Update, context: Context, page: int = 0) -> None:
    found = await proposing.waiting(context.environment, who=context.organiser)
    await context.show(update, proposal_texts.listing(found.waiting, found.events, context.voice, page))


@organisers_only
async def accept(update: Update, context: Context) -> None:
    """Begin the change in a message of its own: the list stays, for the others in it."""
    proposal, now = action(update, AcceptProposal).proposal, context.now
    result = await proposing.accept(context.environment, who=context.organiser, proposal=proposal, now=now)
    opened = await acknowledged(update, context, result, stale="calendar-stale", refused=_NOT_YOURS)
    if opened is not None:
        await _show(update, context)
        await context.reply(update, await editing.begun(opened.value, context))
    elif update.callback_query is not None:
        await _show(update, context)


@organisers_only
async def ignore(update: Update, context: Context) -> None:
    proposal, now = action(update, IgnoreProposal).proposal, context.now
    result = await proposing.ignore(context.environment, who=context.organiser, proposal=proposal, now=now)
    await acknowledged(update, context, result, stale="calendar-stale", refused=_NOT_YOURS)
    await _show(update, context)

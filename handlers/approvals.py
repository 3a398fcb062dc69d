"""Large announcements take a second organiser's word."""

from __future__ import annotations

import logging
from dataclasses import replace

from telegram import Update

from domain.announcements import Announcement, State
from domain.organisers import Role
from handlers import desk, guards
from handlers.context import Context, action, chat_id, pressed
from handlers.guards import organisers_only
from messages import approvals as replies
from messages.actions.approvals import Approve, SendBack, ShowApproval
from messages.message import Message
from storage import announcements, organisers, outbox, residents
from storage.database import Session

log = logging.getLogger(__name__)


def needed(count: int, context: Context) -> bool:
    return 0 < context.services.approval_above < count


async def ask(update: Update, context: Context, known: Announcement, count: int) -> None:
    """Put it before every colleague who may approve it; without one it stays a draft."""
    async with context.services.database.begin() as session:
        colleagues = await organisers.addressees(
            session, context.services.owners, Role.ORGANISER, known.audience.towns
        )
        colleagues.pop(chat_id(update), None)
        asked = await announcements.save(session, known) if colleagues else None
        if asked is not None:
            await desk.ask_no_more(session, update, context, asked)
            await desk.record(session, context, "approval-asked", known, count=count)
            for colleague, language in colleagues.items():
                await _tell_colleague(session, context, asked, colleague, language, count)
    if not colleagues:
        words = context.voice.words.plain("approval-nobody", above=context.services.approval_above)
        await pressed(update).answer(words, show_alert=True)
    elif asked is None:
        await desk.refuse(update, context, None)
    else:
        context.services.wake()
        await pressed(update).answer()
        await context.show(update, replies.waiting(asked, count, context.voice))


async def _tell_colleague(
    session: Session, context: Context, asked: Announcement, colleague: int, language: str, count: int
) -> None:
    name = context.organises.name if context.organises else ""
    text = replies.asked(asked, name, count, context.services.voice(language))
    key = f"approval:{asked.id}:{asked.version}"
    row = outbox.Message(key, "approval", asked.id, language, "sendMessage", text.payload, urgent=True)
    await outbox.add_one(session, await outbox.add(session, row, context.now), colleague, context.now)


@organisers_only
async def show(update: Update, context: Context) -> None:
    known = await _waiting(update, context, action(update, ShowApproval).announcement)
    if known is None:
        return
    await pressed(update).answer()
    if await desk.show_content(update, context, known):
        await context.reply(update, await panel(known, context))


async def panel(known: Announcement, context: Context) -> Message:
    return replies.panel(known, await desk.facts(known, context), context.voice)


@organisers_only
async def approve(update: Update, context: Context) -> None:
    button = action(update, Approve)
    known = await _waiting(update, context, button.announcement, button.version)
    if known is None:
        return
    if known.confirmed_by == chat_id(update):
        await guards.refuse(update, context, f"approval {known.id}", "approval-own")
        return
    start = known.start(context.now, context.services.quiet)
    async with context.services.database.begin() as session:
        count = await desk.recipients(session, known, start)
        scheduled = await announcements.save(session, replace(known, state=State.SCHEDULED, due_at=start))
        if scheduled is not None:
            await desk.record(session, context, "announcement-approved", known, count=count)
            await _tell_first(session, context, scheduled, "approval-given")
    if scheduled is None:
        await desk.refuse(update, context, None)
    else:
        await desk.show_scheduled(update, context, scheduled, count)


@organisers_only
async def send_back(update: Update, context: Context) -> None:
    """Not like this: a draft again, and its author is told."""
    button = action(update, SendBack)
    known = await _waiting(update, context, button.announcement, button.version)
    if known is None:
        return
    async with context.services.database.begin() as session:
        draft = await announcements.save(session, replace(known, state=State.DRAFT, progress=None))
        if draft is not None:
            await desk.record(session, context, "announcement-sent-back", known)
            await _tell_first(session, context, draft, "approval-refused")
    if draft is None:
        await desk.refuse(update, context, None)
        return
    context.services.wake()
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("approval-sent-back")))


async def _tell_first(session: Session, context: Context, known: Announcement, key: str) -> None:
    """What a colleague decided goes to the one who asked."""
    first = known.confirmed_by
    language = await residents.language(session, first) if first is not None else None
    if first is None or language is None:
        return
    name = context.organises.name if context.organises else ""
    text = Message(context.services.voice(language).words(key, name=name or "—"))
    row_key = f"{key}:{known.id}:{known.version}"
    row = outbox.Message(row_key, "approval", known.id, language, "sendMessage", text.payload, urgent=True)
    await outbox.add_one(session, await outbox.add(session, row, context.now), first, context.now)


async def _waiting(
    update: Update, context: Context, announcement_id: int, version: int | None = None
) -> Announcement | None:
    known = await desk.found(update, context, announcement_id)
    if known is None:
        return None
    if known.state is not State.APPROVAL or version not in (None, known.version):
        await desk.refuse(update, context, known)
        return None
    return known

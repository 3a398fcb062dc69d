"""Large announcements take a second organiser's word."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime

from telegram import Update

from domain.announcements.amendments import Amendment, Stage
from domain.announcements.announcements import Announcement, AnnouncementState
from domain.delivery import MessageKind
from domain.organisers import Organiser, Role
from handlers.announcements import common
from handlers.context import Context, action, chat_id, pressed
from handlers.gate import permissions
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.approvals import Approve, SendBack, ShowApproval
from messages.announcements import approval_texts
from messages.message import Message
from storage.announcements import amendments, announcements, audiences
from storage.database import Session
from storage.outbox import queue
from storage.people import residents
from storage.team import organisers

log = logging.getLogger(__name__)


def needed(count: int, context: Context) -> bool:
    return 0 < context.services.approval_above < count


async def ask(update: Update, context: Context, known: Announcement, count: int) -> None:
    """Put it before every colleague who may approve it; without one it stays a draft."""
    async with context.services.database.begin() as session:
        colleagues = await organisers.addressees(session, context.services.owners, Role.ORGANISER, known.audience.towns)
        colleagues.pop(chat_id(update), None)
        asked = await announcements.save(session, known) if colleagues else None
        if asked is not None:
            await common.ask_no_more(session, update, context, asked)
            await common.record(session, context, "approval-asked", known, count=count)
            for colleague, language in colleagues.items():
                await _tell_colleague(session, context, asked, colleague, language, count)
    if not colleagues:
        words = context.voice.words.plain("approval-nobody", above=context.services.approval_above)
        await context.answer(update, words, alert=True)
    elif asked is None:
        await common.refuse(update, context, None)
    else:
        context.services.wake()
        await pressed(update).answer()
        await context.show(update, approval_texts.waiting(asked, count, context.voice))


async def _tell_colleague(
    session: Session, context: Context, asked: Announcement, colleague: int, language: str, count: int
) -> None:
    name = context.organises.name if context.organises else ""
    text = approval_texts.asked(asked, name, count, context.services.voice(language))
    key = f"approval:{asked.id}:{asked.version}"
    row = queue.OutboxMessage(key, MessageKind.APPROVAL, asked.id, language, "sendMessage", text.payload, urgent=True)
    await queue.add_one(session, await queue.add(session, row, context.now), colleague, context.now)


async def ask_to_correct(update: Update, context: Context, known: Announcement, repair: Amendment, count: int) -> None:
    """Put other words for what many have received before every colleague who may approve them."""
    name, towns = context.organises.name if context.organises else "", known.audience.towns
    async with context.services.database.begin() as session:
        colleagues = await organisers.addressees(session, context.services.owners, Role.ORGANISER, towns)
        colleagues.pop(chat_id(update), None)
        wanted = replace(repair, stage=Stage.APPROVAL, author=chat_id(update))
        asked = await amendments.save(session, wanted) if colleagues else None

        def question(language: str) -> queue.OutboxMessage:
            voice = context.services.voice(language)
            text = approval_texts.asked_to_correct(asked or repair, known, name, count, voice)
            key = f"approval:repair:{repair.id}:{repair.version}"
            return queue.OutboxMessage(
                key, MessageKind.APPROVAL, repair.id, language, "sendMessage", text.payload, True
            )

        if asked is not None:
            await queue.tell(session, colleagues, question, context.now, context.now)
            await common.record(session, context, "approval-asked", known, count=count)
    if asked is None:
        key = "repair-already" if colleagues else "approval-repair-nobody"
        words = context.voice.words.plain(key, above=context.services.approval_above)
        await context.answer(update, words, alert=True)
        return
    context.services.wake()
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("approval-repair-waiting", count=count)))


async def tell_author(session: Session, context: Context, repair: Amendment, key: str) -> None:
    """Tell the author of a correction what a colleague decided."""
    language = await residents.language(session, repair.author) if repair.author is not None else None
    if repair.author is None or language is None:
        return
    name = (context.organises.name if context.organises else "") or "—"
    text = Message(context.services.voice(language).words(key, name=name))
    row_key = f"{key}:{repair.id}:{repair.version}"
    row = queue.OutboxMessage(
        row_key, MessageKind.APPROVAL, repair.id, language, "sendMessage", text.payload, urgent=True
    )
    await queue.add_one(session, await queue.add(session, row, context.now), repair.author, context.now)


@organisers_only
async def show(update: Update, context: Context) -> None:
    known = await _waiting(update, context, action(update, ShowApproval).announcement)
    if known is None:
        return
    await pressed(update).answer()
    if await common.show_content(update, context, known):
        await context.reply(update, await panel(known, context))


async def panel(known: Announcement, context: Context) -> Message:
    return approval_texts.panel(known, await common.facts(known, context), context.voice)


@organisers_only
async def approve(update: Update, context: Context) -> None:
    button = action(update, Approve)
    known = await _waiting(update, context, button.announcement, button.version)
    if known is None:
        return
    if known.confirmed_by == chat_id(update):
        await permissions.refuse(update, context, f"approval {known.id}", "approval-own")
        return
    start = known.start(context.now, context.services.quiet)
    async with context.services.database.begin() as session:
        count = await audiences.recipients(session, known, start)
        more = known.people is not None and count > max(known.people, context.services.approval_above)
        if more:  # than the colleague was asked about
            await announcements.save(session, replace(known, people=count))
        scheduled = None if more else await announcements.save(session, _approved(known, update, count, start))
        if scheduled is not None:
            if scheduled.series is not None:
                await announcements.approve_series(session, scheduled)
            await common.record(session, context, "announcement-approved", known, count=count)
            await _tell_first(session, context, scheduled, "approval-given")
    if more:
        await _show_grown(update, context, known)
    elif scheduled is None:
        await common.refuse(update, context, None)
    else:
        await common.show_scheduled(update, context, scheduled, count)


def _approved(known: Announcement, update: Update, count: int, start: datetime) -> Announcement:
    """Scheduled for so many people. What repeats itself keeps its hour, though it was held up."""
    by = chat_id(update)
    due_at = known.due_at if known.repeat is not None and known.due_at is not None else start
    return replace(
        known,
        state=AnnouncementState.SCHEDULED,
        due_at=due_at,
        approved_by=by,
        people=count,
        confirmed_by=known.confirmed_by or by,
    )


async def _show_grown(update: Update, context: Context, known: Announcement) -> None:
    await context.answer(update, context.voice.words.plain("approval-grew"), alert=True)
    async with context.services.database.read() as session:
        now = await announcements.one(session, known.id)
    if now is not None:
        await context.show(update, await panel(now, context))


async def hold_back(session: Session, context: Context, gone: Organiser) -> None:
    """Let all that somebody had scheduled, who organises no more, wait for a colleague; they are told."""
    for known in await announcements.scheduled_by(session, gone.chat_id):
        changed = replace(known, state=AnnouncementState.APPROVAL, confirmed_by=None, approved_by=None)
        count = await audiences.recipients(session, known, known.start(context.now, context.services.quiet))
        held = await announcements.save(session, replace(changed, people=count))
        if held is not None:
            await _tell_all(session, context, held, count)


async def _tell_all(session: Session, context: Context, held: Announcement, count: int) -> None:
    towns = held.audience.towns
    colleagues = await organisers.addressees(session, context.services.owners, Role.ORGANISER, towns)

    def asked(language: str) -> queue.OutboxMessage:
        text = approval_texts.again(held, approval_texts.LEFT, count, context.services.voice(language))
        key = f"approval:{held.id}:{held.version}"
        return queue.OutboxMessage(
            key, MessageKind.APPROVAL, held.id, language, "sendMessage", text.payload, urgent=True
        )

    await queue.tell(session, colleagues, asked, context.now, context.services.quiet.hold(context.now))


@organisers_only
async def send_back(update: Update, context: Context) -> None:
    """Not like this: a draft again, and its author is told."""
    button = action(update, SendBack)
    known = await _waiting(update, context, button.announcement, button.version)
    if known is None:
        return
    async with context.services.database.begin() as session:
        mine = known.confirmed_by is None  # of somebody who organises no more
        back = known.taken_back(context.now)
        draft = await announcements.save(session, replace(back, author=chat_id(update)) if mine else back)
        if draft is not None:
            await common.record(session, context, "announcement-sent-back", known)
            await _tell_first(session, context, draft, "approval-refused")
    if draft is None:
        await common.refuse(update, context, None)
        return
    context.services.wake()
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("approval-sent-back")))


async def _tell_first(session: Session, context: Context, known: Announcement, key: str) -> None:
    """Tell whoever asked for approval what a colleague decided."""
    first = known.confirmed_by
    language = await residents.language(session, first) if first is not None else None
    if first is None or language is None:
        return
    name = context.organises.name if context.organises else ""
    text = Message(context.services.voice(language).words(key, name=name or "—"))
    row_key = f"{key}:{known.id}:{known.version}"
    row = queue.OutboxMessage(
        row_key, MessageKind.APPROVAL, known.id, language, "sendMessage", text.payload, urgent=True
    )
    await queue.add_one(session, await queue.add(session, row, context.now), first, context.now)


async def _waiting(
    update: Update, context: Context, announcement_id: int, version: int | None = None
) -> Announcement | None:
    known = await common.found(update, context, announcement_id)
    if known is None:
        return None
    if known.state is not AnnouncementState.APPROVAL or version not in (None, known.version):
        await common.refuse(update, context, known)
        return None
    return known

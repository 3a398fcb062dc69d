"""✏️ and 🗑 for what people have already received."""

from __future__ import annotations

import logging
from dataclasses import replace

from telegram import Update
from telegram.error import BadRequest

from domain.announcements.amendments import Act, Amendment, Stage
from domain.announcements.announcements import OVER, UNDER_WAY, Announcement, AnnouncementState, Content
from domain.delivery import MessageKind
from handlers.announcements import approvals, common
from handlers.context import Context, action, chat_id, pressed
from handlers.gate import permissions
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.amendments import ConfirmRepair, DropRepair, EditDelivered, WithdrawDelivered
from messages.announcements import amendment_texts, sending_texts
from messages.message import Message
from storage.announcements import amendments, reports
from storage.database import Session
from storage.events import events
from storage.outbox import delivered_edits, queue
from storage.people import conversations

log = logging.getLogger(__name__)

TEXT = "repair-text"


@organisers_only
async def ask(update: Update, context: Context) -> None:
    """Which language, if there are several; then the right words."""
    button = action(update, EditDelivered)
    known = await delivered(update, context, button.announcement)
    if known is None:
        return
    if (why := amendment_texts.not_correctable(known.content(button.language))) is not None:
        await context.answer(update, context.voice.words.plain(why), alert=True)
        return
    if not button.language and len(known.versions) > 1:
        await pressed(update).answer()
        await context.reply(update, amendment_texts.which_language(known, context.voice))
        return
    language = button.language if button.language in known.versions else next(iter(known.versions))
    asked = amendment_texts.ask_text(known, language, context.voice)
    await common.ask(update, context, known, TEXT, asked, language)


@organisers_only
async def take_text(update: Update, context: Context) -> None:
    """The corrected words, shown as they will look; nothing changes yet."""
    known = await common.subject(context)
    if known is None or context.standing.details[:1] != [str(known.version)]:
        await common.told_stale(update, context, known)
        return
    language, message = context.standing.details[1], update.message
    content = known.content(language).reworded(message.text_html if message and message.text else "")
    if (over := sending_texts.too_long(content)) is not None:
        slots = {"length": over[0], "limit": over[1]}
        await context.reply(update, Message(context.voice.words("announce-too-long", **slots)))
    elif content == known.content(language):
        await context.reply(update, Message(context.voice.words("repair-same")))
    else:
        await _propose_edit(update, context, known, {language: content})


async def _propose_edit(update: Update, context: Context, known: Announcement, versions: dict[str, Content]) -> None:
    if await show_corrected(update, context, known, versions):
        await _propose(update, context, known, Act.EDIT, versions)


async def show_corrected(update: Update, context: Context, known: Announcement, versions: dict[str, Content]) -> bool:
    """Send what will be read after the correction; False, and told, where Telegram does not take it."""
    corrected = replace(known, versions={**known.versions, **versions})
    async with context.services.database.read() as session:
        event = await events.one(session, known.event) if known.event is not None else None
    try:
        for language in versions:
            voice = context.services.voice(language)
            call = sending_texts.delivered(corrected, voice, event, context.bot.username)
            await context.send(chat_id(update), call)
    except BadRequest as error:
        await context.reply(update, Message(context.voice.words("repair-refused", reason=error.message)))
        return False
    return True


@organisers_only
async def withdraw(update: Update, context: Context) -> None:
    known = await delivered(update, context, action(update, WithdrawDelivered).announcement)
    if known is not None:
        await pressed(update).answer()
        await _propose(update, context, known, Act.WITHDRAW, {})


async def _propose(
    update: Update, context: Context, known: Announcement, act: Act, versions: dict[str, Content]
) -> None:
    async with context.services.database.begin() as session:
        originals = await _originals(session, context, known, versions)
        there, old, waiting = await reports.arrived(session, list(originals.values()), context.now)
        too_old = old if act is Act.WITHDRAW else 0
        new = Amendment(0, 1, known.id, chat_id(update), act, Stage.PROPOSED, versions, too_old)
        repair = await amendments.add(session, new, context.now)
        await conversations.expect(session, chat_id(update), None, None, context.now)
    changes = there if act is Act.WITHDRAW else there + old
    await context.reply(update, amendment_texts.proposed(repair, changes, waiting, context.voice))


async def _originals(
    session: Session, context: Context, known: Announcement, versions: dict[str, Content]
) -> dict[str, int]:
    """The messages that change, by language; all of them when no versions are given."""
    by_language = await queue.versions(session, MessageKind.ANNOUNCEMENT, known.id)
    found = {language: ids[0] for language, ids in by_language.items()}
    if not versions:
        return found
    corrected = replace(known, versions={**known.versions, **versions})
    return {
        language: original
        for language, original in found.items()
        if corrected.content(language) != known.content(language)
    }


@organisers_only
async def drop(update: Update, context: Context) -> None:
    repair = await _proposed(update, context, action(update, DropRepair))
    if repair is None:
        return
    async with context.services.database.begin() as session:
        dropped = await amendments.save(session, replace(repair, stage=Stage.DROPPED))
    if dropped is None:
        await context.answer(update, context.voice.words.plain("repair-already"), alert=True)
        return
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("repair-dropped")))


@organisers_only
async def confirm(update: Update, context: Context) -> None:
    repair = await _proposed(update, context, action(update, ConfirmRepair))
    if repair is None:
        return
    known = await delivered(update, context, repair.announcement)
    if known is None:
        return
    async with context.services.database.read() as session:
        count = await reached(session, known)
    if repair.act is Act.EDIT and approvals.needed(count, context):
        await approvals.ask_to_correct(update, context, known, repair, count)
    else:
        await carry_out(update, context, known, repair)


async def reached(session: Session, known: Announcement) -> int:
    """Return how many have it or will get it, in all languages: other words reach as many."""
    counts = await reports.counts(session, MessageKind.ANNOUNCEMENT, known.id)
    return counts.sent + counts.pending


async def carry_out(update: Update, context: Context, known: Announcement, repair: Amendment) -> None:
    """Do what was confirmed, and show that it is under way."""
    done = _corrected(known, repair)
    edited = repair.act is Act.EDIT
    try:
        async with context.services.database.begin() as session:
            saved = await amendments.begin(session, repair, done)
            await conversations.release(session, known.id, TEXT, chat_id(update))
            count = await _carry_out(session, context, known, saved, repair)
            await common.record(
                session,
                context,
                "announcement-edited" if edited else "announcement-withdrawn",
                known,
                count=count,
            )
    except amendments.AmendmentConflict:
        await common.refuse(update, context, known)
        return
    log.info("announcement %s: %s by organiser %s for %s", known.id, repair.act, chat_id(update), count)
    context.services.wake()
    await pressed(update).answer()
    await context.show(update, amendment_texts.confirmed(repair, context.voice))


def _corrected(known: Announcement, repair: Amendment) -> Announcement:
    if repair.act is Act.EDIT:
        return replace(known, versions={**known.versions, **repair.versions})
    return replace(known, state=AnnouncementState.STOPPING if known.state in UNDER_WAY else AnnouncementState.WITHDRAWN)


async def _carry_out(
    session: Session, context: Context, known: Announcement, done: Announcement, repair: Amendment
) -> int:
    """Rows for every message that is there; what still waits gets the new words, or never leaves."""
    event = await events.one(session, done.event) if done.event is not None else None
    originals = await _originals(session, context, known, dict(repair.versions))
    key, count = f"repair:{repair.id}", 0
    for language, original in originals.items():
        content, voice = done.content(language), context.services.voice(language)
        if repair.act is Act.EDIT:
            new = sending_texts.delivered(done, voice, event, context.bot.username)
            call = amendment_texts.correction(content, new)
            edit = queue.OutboxMessage(key, MessageKind.REPAIR, repair.id, language, call.method, call.payload)
            count += await delivered_edits.edit(session, original, edit, new.payload, context.now)
        else:
            call = amendment_texts.deletion(content)
            deletion = queue.OutboxMessage(key, MessageKind.REPAIR, repair.id, language, call.method, call.payload)
            count += await delivered_edits.delete(session, original, deletion, context.now)
    return count


async def delivered(update: Update, context: Context, announcement_id: int) -> Announcement | None:
    known = await common.found(update, context, announcement_id)
    if known is not None and known.state not in (*OVER, *UNDER_WAY):
        await context.answer(update, context.voice.words.plain("repair-nothing"), alert=True)
        return None
    return known


async def _proposed(update: Update, context: Context, button: ConfirmRepair | DropRepair) -> Amendment | None:
    async with context.services.database.read() as session:
        repair = await amendments.one(session, button.repair)
    if repair is not None and await common.found(update, context, repair.announcement) is None:
        return None
    if repair is None:
        await permissions.refuse(update, context, f"repair {button.repair}", "announce-stale")
        return None
    if repair.stage is not Stage.PROPOSED or repair.version != button.version:
        key = "announce-stale" if repair.stage is Stage.PROPOSED else "repair-already"
        await context.answer(update, context.voice.words.plain(key), alert=True)
        return None
    return repair

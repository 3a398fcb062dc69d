"""Shared steps of announcements: the right draft at the right version, its panel, the record."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import BadRequest

from domain.announcements.announcements import Announcement, AnnouncementState
from handlers.context import Context, chat_id, pressed
from handlers.gate import permissions
from messages.actions.announcements.versioned import Versioned
from messages.announcements import draft_panel, sending_texts
from messages.message import Message
from messages.prompts import prompt
from services.announcements import reading
from services.announcements.editing import Changed
from services.announcements.rows import OnVersion
from services.results import Done, Refusal, Refused, Stale
from storage.announcements import announcements
from storage.people import conversations

log = logging.getLogger(__name__)


async def show_content(update: Update, context: Context, known: Announcement) -> bool:
    """Every version, made by the very function that delivers.

    What Telegram refuses is told in its words; the draft is kept, and the answer is false.
    """
    event = await reading.event_of(context.environment, known)
    for language, content in known.versions.items():
        if (over := sending_texts.too_long(content)) is not None:
            await context.reply(update, draft_panel.too_long(known, language, over, context.voice))
            return False
        await context.reply(update, draft_panel.preview(known, language, context.voice))
        voice = context.services.voice(language)
        call = sending_texts.delivered(known, voice, event, context.bot.username)
        try:
            await context.send(chat_id(update), call)
        except BadRequest as error:
            await context.reply(update, draft_panel.refused(known, language, error.message, context.voice))
            return False
    return True


async def preview(update: Update, context: Context, known: Announcement) -> None:
    """Show what each reader will receive, and the panel below."""
    if await show_content(update, context, known):
        await context.reply(update, await panel(known, context))


async def panel(known: Announcement, context: Context, view: str = "all", number: int = 0) -> Message:
    facts = await reading.panel(context.environment, known, who=context.organiser, now=context.now)
    return draft_panel.panel(known, facts, context.voice, view, number)


async def current(update: Update, context: Context, button: Versioned) -> Announcement | None:
    """Return the draft that the button belongs to; None, and the organiser told, when it has moved on."""
    known = await reading.look_at_draft(context.environment, **versioned(context, button))
    if isinstance(known, Announcement):
        return known
    await decline(update, context, known)
    return None


async def decline(update: Update, context: Context, result: Stale[Announcement] | Refused) -> None:
    """Tell why an act was not done."""
    if isinstance(result, Refused):
        await permissions.refuse(update, context, result.why, _REFUSED[result.why])
        return
    words = context.voice.words.plain(draft_panel.stale(result.now))
    await context.answer(update, words, alert=True)


_REFUSED = {
    Refusal.NO_RIGHT: "not-organiser",
    Refusal.NOT_YOUR_AREA: "not-your-area",
    Refusal.OWN_REQUEST: "approval-own",
    Refusal.UNKNOWN: "announce-stale",
    Refusal.NOT_OFFERED: "announce-not-offered",
    Refusal.NOT_DELIVERED: "repair-nothing",
}


def versioned(context: Context, button: Versioned) -> OnVersion:
    """Return the arguments of the act that the pressed button asks for."""
    return {
        "who": context.organiser,
        "announcement": button.announcement,
        "version": button.version,
        "now": context.now,
    }


async def ask(
    update: Update, context: Context, known: Announcement, what: str, asked: Message, detail: str = ""
) -> None:
    """Wait for the organiser's words about this version of the draft."""
    await pressed(update).answer()
    expects = f"{what}:{known.version}:{detail}"
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), expects, known.id, context.now)
    await context.reply(update, prompt(asked, what, context.voice))


async def subject(context: Context) -> Announcement | None:
    """The draft that the organiser was asked about."""
    if context.standing.subject is None:
        return None
    async with context.services.database.read() as session:
        return await announcements.one(session, context.standing.subject)


async def awaited(update: Update, context: Context) -> Announcement | None:
    """Return that draft if it is one at the version that was asked about; else it is told: no words count."""
    known = await subject(context)
    if (
        known is not None
        and known.state is AnnouncementState.DRAFT
        and context.standing.details[:1] == [str(known.version)]
    ):
        return known
    await told_stale(update, context, known)
    return None


async def show_changed(update: Update, context: Context, result: Changed, view: str, number: int = 0) -> None:
    """Show the panel after a button's change, or tell why nothing was changed."""
    if isinstance(result, Done):
        await pressed(update).answer()
        await context.show(update, await panel(result.value, context, view, number))
    else:
        await decline(update, context, result)


def of(context: Context, known: Announcement) -> OnVersion:
    """Return the arguments of an act on this version."""
    return {"who": context.organiser, "announcement": known.id, "version": known.version, "now": context.now}


def prompted(context: Context) -> OnVersion:
    """Return the arguments of the act that typed words ask for: at the version that they were asked about."""
    version = next(iter(context.standing.details), "")
    return {
        "who": context.organiser,
        "announcement": context.standing.subject or 0,
        "version": int(version) if version.isdecimal() else 0,
        "now": context.now,
    }


async def show_typed(update: Update, context: Context, result: Changed, view: str = "all") -> None:
    """Show the panel after a change by typed words, or what the draft is instead."""
    match result:
        case Done():
            await context.reply(update, await panel(result.value, context, view))
        case Refused(why) if why is not Refusal.UNKNOWN:
            await decline(update, context, result)
        case _:
            await told_stale(update, context, getattr(result, "now", None))


async def told_stale(update: Update, context: Context, known: Announcement | None) -> None:
    """A colleague was quicker: nothing is overwritten, and the draft is shown as it is now."""
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), None, None, context.now)
        now = await announcements.one(session, known.id) if known is not None else None
    key = "draft-changed-meanwhile" if now and now.state is AnnouncementState.DRAFT else draft_panel.stale(now)
    await context.reply(update, Message(context.voice.words(key)))
    if now is not None and now.state is AnnouncementState.DRAFT:
        await context.reply(update, await panel(now, context))


async def found(update: Update, context: Context, announcement: int) -> Announcement | None:
    """Return an announcement that the organiser may act on; None, and the organiser told, where that is not so."""
    known = await reading.look(context.environment, who=context.organiser, announcement=announcement)
    if isinstance(known, Announcement):
        return known
    await decline(update, context, known)
    return None


async def show_scheduled(update: Update, context: Context, done: Done[Announcement]) -> None:
    await pressed(update).answer()
    quiet = context.services.quiet
    await context.show(update, sending_texts.confirmed(done.value, done.count, context.voice, context.now, quiet))

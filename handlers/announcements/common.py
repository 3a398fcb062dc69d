"""Shared steps of announcements: the right draft at the right version, its panel, the record."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from typing import TypedDict

from telegram import Update
from telegram.error import BadRequest

from domain.announcements.announcements import Announcement, AnnouncementState
from domain.organisers import Organiser
from handlers.context import Context, chat_id, pressed
from handlers.gate import permissions
from messages.actions.announcements.versioned import Versioned
from messages.announcements import draft_panel, sending_texts
from messages.message import Message
from messages.prompts import prompt
from services.results import Done, Refusal, Refused, Stale
from storage.announcements import announcements, audiences
from storage.events import events
from storage.people import conversations, groups

log = logging.getLogger(__name__)


async def show_content(update: Update, context: Context, known: Announcement) -> bool:
    """Every version, made by the very function that delivers.

    What Telegram refuses is told in its words; the draft is kept, and the answer is false.
    """
    async with context.services.database.read() as session:
        event = await events.one(session, known.event) if known.event is not None else None
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
    return draft_panel.panel(known, await facts(known, context), context.voice, view, number)


async def facts(known: Announcement, context: Context) -> draft_panel.PanelContext:
    services = context.services
    async with services.database.read() as session:
        count = await audiences.recipients(session, known, known.start(context.now, services.quiet))
        every = await events.every(session)
        linked = await groups.linked(session)
    ahead = [event for event in every if event.ahead(context.now)]
    towns = context.organises.towns if context.organises else ()
    languages = services.catalog.languages
    return draft_panel.PanelContext(count, context.now, services.quiet, languages, ahead, linked, towns)


async def current(update: Update, context: Context, button: Versioned) -> Announcement | None:
    """The draft that the button belongs to; None, and the organiser told, when it has moved on."""
    async with context.services.database.read() as session:
        known = await announcements.one(session, button.announcement)
    if known is None:
        await permissions.refuse(update, context, f"announcement {button.announcement}", "announce-stale")
        return None
    if not await permissions.allowed(update, context, known.audience.towns):
        return None
    if known.state is not AnnouncementState.DRAFT or known.version != button.version:
        await decline(update, context, Stale(known))
        return None
    return known


async def decline(update: Update, context: Context, result: Stale[Announcement] | Refused) -> None:
    """Tell why an act was not done."""
    if isinstance(result, Refused):
        await permissions.refuse(update, context, result.why, _REFUSED[result.why])
        return
    words = context.voice.words.plain(draft_panel.stale(result.now))
    await context.answer(update, words, alert=True)


_REFUSED = {
    Refusal.NO_RIGHT: "not-organiser",
    Refusal.NOT_YOUR_TOWN: "not-your-town",
    Refusal.OWN_REQUEST: "approval-own",
    Refusal.UNKNOWN: "announce-stale",
    Refusal.NOT_OFFERED: "announce-not-offered",
    Refusal.NOT_DELIVERED: "repair-nothing",
}


class OnVersion(TypedDict):
    """The arguments of an act on an announcement as it was shown."""

    who: Organiser
    announcement: int
    version: int
    now: datetime


def versioned(context: Context, button: Versioned) -> OnVersion:
    """Return the arguments of the act that the pressed button asks for."""
    return {
        "who": context.organiser,
        "announcement": button.announcement,
        "version": button.version,
        "now": context.now,
    }


async def refuse_choice(update: Update, context: Context, known: Announcement) -> None:
    """A value that no button of ours offers: forged, or of an older programme."""
    await permissions.refuse(update, context, f"a choice for announcement {known.id}", "announce-not-offered")


async def apply(update: Update, context: Context, changed: Announcement, view: str, number: int = 0) -> None:
    """Save what a button changed, and show it."""
    async with context.services.database.begin() as session:
        saved = await announcements.save(session, touched(changed, update))
        if saved is not None and context.standing.subject == saved.id and context.standing.expects:
            # The organiser knows of this change: what he or she was asked for is still welcome.
            expects = at_version(context.standing.expects, saved.version)
            await conversations.expect(session, chat_id(update), expects, saved.id, context.now)
    if saved is None:
        await decline(update, context, Stale())
        return
    await pressed(update).answer()
    await context.show(update, await panel(saved, context, view, number))


def touched(changed: Announcement, update: Update) -> Announcement:
    """Return the announcement as the organiser's own: a template follows its event no longer once it was touched."""
    return changed if changed.author is not None else replace(changed, author=chat_id(update))


def at_version(expects: str, version: int) -> str:
    kind, _, *rest = expects.split(":")
    return ":".join([kind, str(version), *rest])


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


async def settle(update: Update, context: Context, changed: Announcement, view: str = "all") -> None:
    """Save what was typed, and show the panel."""
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), None, None, context.now)
        saved = await announcements.save(session, touched(changed, update))
    if saved is None:
        await told_stale(update, context, changed)
    else:
        await context.reply(update, await panel(saved, context, view))


async def told_stale(update: Update, context: Context, known: Announcement | None) -> None:
    """A colleague was quicker: nothing is overwritten, and the draft is shown as it is now."""
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), None, None, context.now)
        now = await announcements.one(session, known.id) if known is not None else None
    key = "draft-changed-meanwhile" if now and now.state is AnnouncementState.DRAFT else draft_panel.stale(now)
    await context.reply(update, Message(context.voice.words(key)))
    if now is not None and now.state is AnnouncementState.DRAFT:
        await context.reply(update, await panel(now, context))


async def found(update: Update, context: Context, announcement_id: int) -> Announcement | None:
    async with context.services.database.read() as session:
        known = await announcements.one(session, announcement_id)
    if known is None:
        await permissions.refuse(update, context, f"announcement {announcement_id}", "announce-stale")
        return None
    return known if await permissions.allowed(update, context, known.audience.towns) else None


async def show_scheduled(update: Update, context: Context, done: Done[Announcement]) -> None:
    await pressed(update).answer()
    quiet = context.services.quiet
    await context.show(update, sending_texts.confirmed(done.value, done.count, context.voice, context.now, quiet))

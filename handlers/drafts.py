"""A draft from the first word on: what it says, in which languages, and the panel around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.error import BadRequest

from domain.announcements import MOST_PARTS, Announcement, Audience, Content, State
from handlers import guards
from handlers.context import Context, action, chat_id, pressed
from handlers.guards import organisers_only
from messages import announcements as announced
from messages import drafts as replies
from messages.actions import drafts as actions
from messages.message import Message
from storage import announcements, conversations, events, subscriptions

CONTENT = "draft-content"


@organisers_only
async def begin(update: Update, context: Context) -> None:
    language = context.services.programme.language
    async with context.services.database.begin() as session:
        left = await announcements.latest_draft(session, chat_id(update))
        await conversations.expect(session, chat_id(update), f"{CONTENT}:0:{language}", None, context.now)
    await context.reply(update, replies.begin(left, context.voice))


@organisers_only
async def show(update: Update, context: Context) -> None:
    """The draft as it stands: what people will receive, and the panel."""
    async with context.services.database.begin() as session:
        known = await announcements.one(session, action(update, actions.ShowDraft).announcement)
        await conversations.expect(session, chat_id(update), None, None, context.now)
    if known is None or known.state is not State.DRAFT:
        await refuse(update, context, known)
        return
    if not await guards.responsible(update, context, known.audience.towns):
        return
    await pressed(update).answer()
    await preview(update, context, known)


@organisers_only
async def view(update: Update, context: Context) -> None:
    button = action(update, actions.OpenDraft)
    known = await current(update, context, button)
    if known is not None:
        await pressed(update).answer()
        await context.show(update, await panel(known, context, button.view))


@organisers_only
async def ask_content(update: Update, context: Context) -> None:
    button = action(update, actions.EditContent)
    known = await current(update, context, button)
    if known is not None and button.language in context.services.catalog.languages:
        await expect(update, context, known, CONTENT, button.language)
        await context.reply(update, replies.ask_content(known, button.language, context.voice))


@organisers_only
async def drop_version(update: Update, context: Context) -> None:
    button = action(update, actions.DropVersion)
    known = await current(update, context, button)
    if known is not None:
        versions = {key: value for key, value in known.versions.items() if key != button.language}
        await apply(update, context, replace(known, versions=versions or known.versions), "languages")


@organisers_only
async def cancel(update: Update, context: Context) -> None:
    known = await current(update, context, action(update, actions.CancelDraft))
    if known is None:
        return
    async with context.services.database.begin() as session:
        saved = await announcements.save(session, replace(known, state=State.CANCELLED))
        await conversations.expect(session, chat_id(update), None, None, context.now)
    if saved is None:
        await refuse(update, context, known)
        return
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("announce-cancelled")))


@organisers_only
async def take_content(update: Update, context: Context) -> None:
    """What people are to receive: a text, a file with or without a caption, a place, or an album's part."""
    message = update.message
    content = _content(message) if message is not None else None
    if message is None or content is None:
        await context.reply(update, Message(context.voice.words("announce-unsupported")))
        return
    language = _language(context)
    known = await subject(context)
    album = message.media_group_id
    if known is not None and known.album is not None and (album == known.album or message.text):
        grown = _grown(known.content(language), content)
    elif known is not None and str(known.version) not in context.standing.details:
        await told_stale(update, context, known)
        return
    else:
        grown = content
    if (over := announced.too_long(grown)) is not None:
        slots = {"length": over[0], "limit": over[1]}
        await context.reply(update, Message(context.voice.words("announce-too-long", **slots)))
        return
    part = known is not None and album is not None and album == known.album
    kept = await _keep(update, context, known, language, grown, album)
    if kept is None:
        await told_stale(update, context, known)
    elif album is None:
        await preview(update, context, kept)
    elif not part:
        await context.reply(update, replies.album_begun(kept, context.voice))


def _language(context: Context) -> str:
    return (context.standing.details or [context.services.programme.language])[-1]


def _content(message: TelegramMessage) -> Content | None:
    """None for what cannot be announced: polls, stickers, contacts and the like."""
    if message.text:
        return Content(message.text_html)
    if message.location is not None:
        return Content(place=(message.location.latitude, message.location.longitude))
    for kind in announced.MEDIA:
        file: Any = getattr(message, kind)
        if file:
            largest = file[-1] if isinstance(file, tuple) else file
            return Content(message.caption_html or "", ((kind, largest.file_id),))
    return None


def _grown(album: Content, part: Content) -> Content:
    """Another part of an album, or a text sent after it: its caption."""
    html = "\n".join(text for text in (album.html, part.html) if text)
    return Content(html, (*album.media, *part.media)[:MOST_PARTS])


async def _keep(
    update: Update,
    context: Context,
    known: Announcement | None,
    language: str,
    content: Content,
    album: str | None,
) -> Announcement | None:
    """The draft with this content; while an album arrives, its next part is waited for."""
    async with context.services.database.begin() as session:
        if known is None:
            towns = context.organises.towns if context.organises else ()
            versions = {language: content}
            kept: Announcement | None = await announcements.draft(
                session, chat_id(update), versions, Audience(towns), context.now, album
            )
        else:
            versions = {**known.versions, language: content}
            kept = await announcements.save(session, replace(known, versions=versions, album=album))
        waits = album is not None and kept is not None
        expects = f"{CONTENT}:{kept.version}:{language}" if waits and kept else None
        await conversations.expect(
            session, chat_id(update), expects, kept.id if waits and kept else None, context.now
        )
    return kept


async def preview(update: Update, context: Context, known: Announcement) -> None:
    """What each reader will receive, made by the very function that delivers, and the panel below.

    What Telegram refuses is told in its words; the draft is kept.
    """
    async with context.services.database.read() as session:
        event = await events.one(session, known.event) if known.event is not None else None
    for language in known.versions:
        await context.reply(update, replies.preview(known, language, context.voice))
        call = announced.delivered(known, context.services.voice(language), event)
        try:
            await context.send(chat_id(update), call)
        except BadRequest as error:
            await context.reply(update, replies.refused(known, language, error.message, context.voice))
            return
    await context.reply(update, await panel(known, context))


async def panel(known: Announcement, context: Context, view: str = "all") -> Message:
    services = context.services
    async with services.database.read() as session:
        count = await recipients(session, known, known.start(context.now, services.quiet))
        every = await events.every(session)
    ahead = [event for event in every if event.ahead(context.now)]
    towns = context.organises.towns if context.organises else ()
    facts = replies.Facts(count, context.now, services.quiet, services.catalog.languages, ahead, towns)
    return replies.panel(known, facts, context.voice, view)


async def recipients(session: Any, known: Announcement, at: datetime) -> int:
    return await subscriptions.audience(session, at, known.audience.towns, known.audience.readers)


async def current(update: Update, context: Context, button: actions.Versioned) -> Announcement | None:
    """The draft that the button belongs to; None, and the organiser told, when it has moved on."""
    async with context.services.database.read() as session:
        known = await announcements.one(session, button.announcement)
    if known is None:
        await guards.refuse(update, context, f"announcement {button.announcement}", "announce-stale")
        return None
    if not await guards.responsible(update, context, known.audience.towns):
        return None
    if known.state is not State.DRAFT or known.version != button.version:
        await refuse(update, context, known)
        return None
    return known


async def refuse(update: Update, context: Context, known: Announcement | None) -> None:
    words = context.voice.words.plain(replies.stale(known))
    await pressed(update).answer(words, show_alert=True)


async def refuse_choice(update: Update, context: Context, known: Announcement) -> None:
    """A value that no button of ours offers: forged, or of an older programme."""
    await guards.refuse(update, context, f"a choice for announcement {known.id}", "announce-not-offered")


async def apply(update: Update, context: Context, changed: Announcement, view: str) -> None:
    """Save what a button changed, and show it."""
    async with context.services.database.begin() as session:
        saved = await announcements.save(session, changed)
        if saved is not None and context.standing.subject == saved.id and context.standing.expects:
            # The organiser knows of this change: what he or she was asked for is still welcome.
            expects = _at_version(context.standing.expects, saved.version)
            await conversations.expect(session, chat_id(update), expects, saved.id, context.now)
    if saved is None:
        await refuse(update, context, None)
        return
    await pressed(update).answer()
    await context.show(update, await panel(saved, context, view))


def _at_version(expects: str, version: int) -> str:
    kind, _, *rest = expects.split(":")
    return ":".join([kind, str(version), *rest])


async def expect(update: Update, context: Context, known: Announcement, what: str, detail: str = "") -> None:
    """Wait for the organiser's words about this version of the draft."""
    await pressed(update).answer()
    expects = f"{what}:{known.version}:{detail}"
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), expects, known.id, context.now)


async def subject(context: Context) -> Announcement | None:
    """The draft that the organiser was asked about."""
    if context.standing.subject is None:
        return None
    async with context.services.database.read() as session:
        return await announcements.one(session, context.standing.subject)


async def awaited(update: Update, context: Context) -> Announcement | None:
    """The same, if nobody changed it meanwhile; else the organiser is told."""
    known = await subject(context)
    if known is not None and context.standing.details[:1] == [str(known.version)]:
        return known
    await told_stale(update, context, known)
    return None


async def settle(update: Update, context: Context, changed: Announcement, view: str = "all") -> None:
    """Save what was typed, and show the panel."""
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), None, None, context.now)
        saved = await announcements.save(session, changed)
    if saved is None:
        await told_stale(update, context, changed)
    else:
        await context.reply(update, await panel(saved, context, view))


async def told_stale(update: Update, context: Context, known: Announcement | None) -> None:
    """A colleague was quicker: nothing is overwritten, and the draft is shown as it is now."""
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), None, None, context.now)
        now = await announcements.one(session, known.id) if known is not None else None
    key = "draft-changed-meanwhile" if now and now.state is State.DRAFT else replies.stale(now)
    await context.reply(update, Message(context.voice.words(key)))
    if now is not None and now.state is State.DRAFT:
        await context.reply(update, await panel(now, context))

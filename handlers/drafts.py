"""A draft from the first word on: what it says, in which languages, and the panel around it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from telegram import Message as TelegramMessage
from telegram import Update

from domain.announcements import MOST_PARTS, Announcement, Audience, Content, State
from handlers import desk, guards
from handlers.context import Context, action, chat_id, pressed
from handlers.guards import organisers_only
from messages import announcements as announced
from messages import drafts as replies
from messages.actions import drafts as actions
from messages.message import Message
from messages.prompts import prompt
from storage import announcements, conversations

CONTENT = "draft-content"


@organisers_only
async def begin(update: Update, context: Context) -> None:
    language = context.services.programme.language
    async with context.services.database.begin() as session:
        left = await announcements.latest_draft(session, chat_id(update))
        await conversations.expect(session, chat_id(update), f"{CONTENT}:0:{language}", None, context.now)
    await context.reply(update, prompt(replies.begin(left, context.voice), CONTENT, context.voice))


@organisers_only
async def show(update: Update, context: Context) -> None:
    """The draft as it stands: what people will receive, and the panel."""
    async with context.services.database.begin() as session:
        known = await announcements.one(session, action(update, actions.ShowDraft).announcement)
        await conversations.expect(session, chat_id(update), None, None, context.now)
    if known is None or known.state is not State.DRAFT:
        await desk.refuse(update, context, known)
        return
    if not await guards.responsible(update, context, known.audience.towns):
        return
    await pressed(update).answer()
    await desk.preview(update, context, known)


@organisers_only
async def view(update: Update, context: Context) -> None:
    button = action(update, actions.OpenDraft)
    known = await desk.current(update, context, button)
    if known is not None:
        await pressed(update).answer()
        await context.show(update, await desk.panel(known, context, button.view))


@organisers_only
async def ask_content(update: Update, context: Context) -> None:
    button = action(update, actions.EditContent)
    known = await desk.current(update, context, button)
    if known is not None and button.language in context.services.catalog.languages:
        asked = replies.ask_content(known, button.language, context.voice)
        await desk.ask(update, context, known, CONTENT, asked, button.language)


@organisers_only
async def drop_version(update: Update, context: Context) -> None:
    button = action(update, actions.DropVersion)
    known = await desk.current(update, context, button)
    if known is not None:
        versions = {key: value for key, value in known.versions.items() if key != button.language}
        await desk.apply(update, context, replace(known, versions=versions or known.versions), "languages")


@organisers_only
async def cancel(update: Update, context: Context) -> None:
    known = await desk.current(update, context, action(update, actions.CancelDraft))
    if known is None:
        return
    async with context.services.database.begin() as session:
        saved = await announcements.save(session, replace(known, state=State.CANCELLED))
        await conversations.expect(session, chat_id(update), None, None, context.now)
    if saved is None:
        await desk.refuse(update, context, known)
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
    known = await desk.subject(context)
    album = message.media_group_id
    if known is not None and known.album is not None and (album == known.album or message.text):
        grown = _grown(known.content(language), content)
    elif known is not None and str(known.version) not in context.standing.details:
        await desk.told_stale(update, context, known)
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
        await desk.told_stale(update, context, known)
    elif album is None:
        await desk.preview(update, context, kept)
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

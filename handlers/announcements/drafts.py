"""Write a draft: its content in each language, and the panel around it."""

from __future__ import annotations

from dataclasses import replace

from telegram import Message as TelegramMessage
from telegram import Update

from domain.announcements.announcements import Announcement, AnnouncementState, Content, ContentKind
from handlers.announcements import common, sent_content
from handlers.context import Context, action, chat_id, pressed
from handlers.gate import not_understood
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.drafts import CancelDraft, DropVersion, EditContent, OpenDraft, ShowDraft
from messages.announcements import draft_panel, sending_texts
from messages.message import Message
from messages.prompts import prompt
from services.announcements import drafts
from services.announcements.editing import Changed
from services.results import Done
from storage.announcements import announcements
from storage.people import conversations

CONTENT = "draft-content"
ALBUM = drafts.ALBUM


@organisers_only
async def begin(update: Update, context: Context) -> None:
    language = context.services.programme.language
    async with context.services.database.begin() as session:
        left = await announcements.latest_draft(session, chat_id(update))
        await conversations.expect(session, chat_id(update), f"{CONTENT}:0:{language}", None, context.now)
    await context.reply(update, prompt(draft_panel.begin(left, context.voice), CONTENT, context.voice))


@organisers_only
async def show(update: Update, context: Context) -> None:
    """Show what people will receive, and the panel."""
    announcement = action(update, ShowDraft).announcement
    result = await drafts.reopen(context.environment, who=context.organiser, announcement=announcement)
    if isinstance(result, Done):
        await pressed(update).answer()
        await common.preview(update, context, result.value)
    else:
        await common.decline(update, context, result)


@organisers_only
async def view(update: Update, context: Context) -> None:
    button = action(update, OpenDraft)
    known = await common.current(update, context, button)
    if known is not None:
        await pressed(update).answer()
        await context.show(update, await common.panel(known, context, button.view, button.page))


@organisers_only
async def ask_content(update: Update, context: Context) -> None:
    button = action(update, EditContent)
    known = await common.current(update, context, button)
    if known is not None and button.language in context.services.catalog.languages:
        asked = draft_panel.ask_content(known, button.language, context.voice)
        await common.ask(update, context, known, CONTENT, asked, button.language)


@organisers_only
async def drop_version(update: Update, context: Context) -> None:
    button = action(update, DropVersion)
    result = await drafts.drop_version(context.environment, button.language, **common.versioned(context, button))
    await common.show_changed(update, context, result, "languages")


@organisers_only
async def cancel(update: Update, context: Context) -> None:
    result = await drafts.cancel(context.environment, **common.versioned(context, action(update, CancelDraft)))
    if isinstance(result, Done):
        await pressed(update).answer()
        await context.show(update, Message(context.voice.words("announce-cancelled")))
    else:
        await common.decline(update, context, result)


@organisers_only
async def take_content(update: Update, context: Context) -> None:
    """Take what people are to receive: it begins a draft, or replaces what one says in this language."""
    message, known = update.effective_message, None
    if context.standing.subject is not None:
        known = await common.awaited(update, context)
        if known is None:
            return
    content = sent_content.read(message) if message is not None else None
    if message is None or content is None:
        await _refuse(update, context, message)
        return
    album = message.media_group_id
    if known is not None and album is not None and album == known.album:  # of the album before it
        await take_late_part(update, context)
        return
    if album is None and await _told_too_long(update, context, content):
        return
    kept = await _keep(context, known, content, album)
    if not isinstance(kept, Done):
        await common.show_typed(update, context, kept)
        return
    await _tell_left_out(update, context, message)
    if album is None:
        await common.preview(update, context, kept.value)
    else:
        await _told_too_long(update, context, content)
        await context.reply(update, draft_panel.album_begun(kept.value, context.voice))


@organisers_only
async def take_part(update: Update, context: Context) -> None:
    """Take another part of an album, or the words that stand below its first part."""
    # It is complete when the organiser says so: Telegram never says which part is the last, and a restart
    # would forget a timer.
    known = await common.awaited(update, context)
    message = update.effective_message
    if known is None or message is None:
        return
    album, content = known.content(_language(context)), sent_content.read(message)
    grown = _grown(album, content) if content is not None else None
    if content is None or grown is None:
        await context.reply(update, draft_panel.album_only(known, context.voice))
        return
    if message.text and await _told_too_long(update, context, grown):
        return
    kept = await _keep(context, known, grown, known.album if content.media else None)
    if not isinstance(kept, Done):
        await common.show_typed(update, context, kept)
    elif not content.media:
        await common.preview(update, context, kept.value)
    else:
        await _tell_left_out(update, context, message)
        await _told_too_long(update, context, content)


@organisers_only
async def take_late_part(update: Update, context: Context) -> None:
    """Take a part that arrives after the organiser asked to see the album; it is told if it is too late."""
    message = update.effective_message
    album = message.media_group_id if message is not None else None
    content = sent_content.read(message) if message is not None else None
    async with context.services.database.read() as session:
        known = await announcements.of_album(session, album) if album is not None else None
    if known is None or content is None:
        await not_understood.not_text(update, context)
        return
    language = next((key for key, each in known.versions.items() if each.media), "")
    grown = _grown(known.content(language), content)
    if known.state is not AnnouncementState.DRAFT or grown is None:
        await context.reply(update, Message(context.voice.words("draft-album-late")))
        return
    kept = await _keep(context, known, grown, album, language)
    if isinstance(kept, Done):
        await context.reply(update, draft_panel.album_begun(kept.value, context.voice))
    else:
        await common.show_typed(update, context, kept)


async def take_edit(update: Update, context: Context, message: TelegramMessage) -> bool:
    """Let a draft say what its message says now; False if no announcement came of the message."""
    async with context.services.database.read() as session:
        known = await announcements.of_source(session, sent_content.source_of(message))
    if known is None:
        return False
    language = _said_in(known, message)
    new, old = sent_content.read(message), known.content(language)
    changed = old.edited(new) if new is not None else old
    if changed == old or known.state in (AnnouncementState.CANCELLED, AnnouncementState.WITHDRAWN):
        return True
    if known.state is not AnnouncementState.DRAFT:
        await context.reply(update, draft_panel.edited_too_late(known, context.voice))
        return True
    if await _told_too_long(update, context, changed):
        return True
    await _save_edit(update, context, known, language, changed)
    return True


def _said_in(known: Announcement, message: TelegramMessage) -> str:
    source = sent_content.source_of(message)
    return next(language for language, each in known.versions.items() if source in each.sources)


async def _save_edit(update: Update, context: Context, known: Announcement, language: str, content: Content) -> None:
    """Save and show it; not yet while its album is still arriving."""
    waits = context.standing.subject == known.id and context.standing.awaited == ALBUM
    result = await drafts.reword(context.environment, language=language, content=content, **common.of(context, known))
    if not isinstance(result, Done):
        await common.show_typed(update, context, result)
    elif not waits:
        await common.preview(update, context, result.value)


async def _refuse(update: Update, context: Context, message: TelegramMessage | None) -> None:
    key = sent_content.refusal(message) if message is not None else "announce-unsupported"
    await context.reply(update, Message(context.voice.words(key)))


async def _told_too_long(update: Update, context: Context, content: Content) -> bool:
    over = sending_texts.too_long(content)
    if over is not None:
        key = (
            "announce-too-long"
            if content.kind != ContentKind.ALBUM and not _in_album(update)
            else "draft-album-too-long"
        )
        slots = {"length": over[0], "limit": over[1]}
        await context.reply(update, Message(context.voice.words(key, **slots)))
    return over is not None


def _in_album(update: Update) -> bool:
    message = update.effective_message
    return message is not None and message.media_group_id is not None


async def _tell_left_out(update: Update, context: Context, message: TelegramMessage) -> None:
    for what in sent_content.left_out(message):
        await context.reply(update, Message(context.voice.words("announce-left-out", what=what)))


def _language(context: Context) -> str:
    return (context.standing.details or [context.services.programme.language])[-1]


def _grown(album: Content, part: Content) -> Content | None:
    """Return the album with another part, or with a text below its first part; None if that cannot be."""
    if part.media:
        fits = album.takes(part.media[0])
        return replace(album, media=(*album.media, *part.media)) if fits else None
    if part.place is not None or not album.media:
        return None
    first = album.media[0]
    html = "\n".join(text for text in (first.html, part.html) if text)
    return album.with_file(0, replace(first, html=html))


async def _keep(
    context: Context, known: Announcement | None, content: Content, album: str | None, language: str = ""
) -> Changed:
    """Save the draft with this content, or begin one."""
    language, env = language or _language(context), context.environment
    if known is None:
        who = context.organiser
        return await drafts.begin(env, who=who, language=language, content=content, now=context.now, album=album)
    return await drafts.set_content(env, language=language, content=content, album=album, **common.of(context, known))

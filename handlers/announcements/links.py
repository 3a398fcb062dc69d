"""Buttons below an announcement: addresses, and the card of an event."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from telegram import Update

from domain.announcements.announcements import MOST_LINKS, Link
from handlers.announcements import common, sent_content
from handlers.context import Context, action
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.drafts import AddLink, ChooseCard, DropLinks
from messages.message import Message
from storage.events import events

LINK = "draft-link"
LONGEST_LABEL = 40
_TYPED = re.compile(r"(?P<text>\S.*?)\s+[-–—:]\s+(?P<url>\S+)", re.DOTALL)


@organisers_only
async def ask_link(update: Update, context: Context) -> None:
    known = await common.current(update, context, action(update, AddLink))
    if known is not None:
        await common.ask(update, context, known, LINK, Message(context.voice.words("draft-ask-link")))


@organisers_only
async def take_link(update: Update, context: Context) -> None:
    """ "Programma - https://example.org", on one line."""
    text = ((update.message.text if update.message else None) or "").strip()
    link = _link(text)
    if link is None:
        await context.reply(update, Message(context.voice.words("draft-link-unreadable", text=text[:80])))
        return
    known = await common.awaited(update, context)
    if known is not None:
        source = sent_content.source_of(update.message) if update.message else None
        others = [each for each in known.links if each.source is None or each.source != source]
        links = (*others, replace(link, source=source))[:MOST_LINKS]
        await common.settle(update, context, replace(known, links=links), "buttons")


def _link(text: str) -> Link | None:
    found = _TYPED.fullmatch(text)
    if found is None or len(found["text"]) > LONGEST_LABEL or not _is_address(found["url"]):
        return None
    return Link(" ".join(found["text"].split()), found["url"])


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    host = parts.hostname or ""
    return parts.scheme in ("http", "https") and bool(re.fullmatch(r"[\w-]+(\.[\w-]+)+", host))


@organisers_only
async def drop_links(update: Update, context: Context) -> None:
    known = await common.current(update, context, action(update, DropLinks))
    if known is not None:
        await common.apply(update, context, replace(known, links=()), "buttons")


@organisers_only
async def choose_card(update: Update, context: Context) -> None:
    button = action(update, ChooseCard)
    known = await common.current(update, context, button)
    if known is None:
        return
    async with context.services.database.read() as session:
        event = await events.one(session, button.event)
    if event is None and button.event:
        await common.refuse_choice(update, context, known)
        return
    await common.apply(update, context, replace(known, event=event.id if event else None), "buttons")

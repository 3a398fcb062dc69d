"""Choose the buttons below an announcement: addresses, and the card of an event."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from telegram import Update

from domain.announcements.announcements import Link
from handlers.announcements import common, sent_content
from handlers.context import Context, action
from handlers.gate.permissions import organisers_only
from messages.actions.announcements.drafts import AddLink, ChooseCard, DropLinks
from messages.message import Message
from services.announcements import editing

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
    """Take a link as typed on one line: "Programma - https://example.org"."""
    text = ((update.message.text if update.message else None) or "").strip()
    link = _link(text)
    if link is None:
        await context.reply(update, Message(context.voice.words("draft-link-unreadable", text=text[:80])))
        return
    source = sent_content.source_of(update.message) if update.message else None
    result = await editing.add_link(context.environment, replace(link, source=source), **common.prompted(context))
    await common.show_typed(update, context, result, "buttons")


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
    result = await editing.drop_links(context.environment, **common.versioned(context, action(update, DropLinks)))
    await common.show_changed(update, context, result, "buttons")


@organisers_only
async def choose_card(update: Update, context: Context) -> None:
    button = action(update, ChooseCard)
    event = button.event or None
    result = await editing.choose_card(context.environment, event, **common.versioned(context, button))
    await common.show_changed(update, context, result, "buttons")

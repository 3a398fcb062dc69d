"""A card for other chats: the link to share it, and what an inline query finds."""

from __future__ import annotations

from datetime import datetime

from telegram import (
    InlineKeyboardButton,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from domain.events.events import Event
from messages import keyboards
from messages.events import event_cards
from messages.localizer import Localizer
from messages.message import Message


def result(event: Event, voice: Localizer, now: datetime) -> InlineQueryResultArticle:
    message = _card(event, voice, now)
    slots = voice.event(event)
    preview = LinkPreviewOptions(is_disabled=True)
    return InlineQueryResultArticle(
        id=f"{event.id}.{event.version}.{voice.language}",
        title=voice.words.plain("sharing-title", **slots),
        description=voice.words.plain("sharing-about", **slots),
        input_message_content=InputTextMessageContent(message.html, "HTML", link_preview_options=preview),
        reply_markup=message.keyboard,
    )


def _card(event: Event, voice: Localizer, now: datetime) -> Message:
    """The bot cannot change it later, so it says of which day it is; its button leads to the bot."""
    as_of = voice.words("sharing-as-of", day=voice.day(now), bot=f"@{voice.bot}")
    follow = InlineKeyboardButton(voice.words.plain("button-subscribe"), url=keyboards.deep_link(event, voice.bot))
    text = f"{event_cards.card(event, False, voice, now).html}\n\n{as_of}"
    return Message(text, [[follow, keyboards.map_button(event, voice)]])

"""Hear a voice message: what was said goes the way of what is typed, and is shown above the answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from telegram import Audio, MessageEntity, Update, VideoNote, Voice
from telegram import Message as TelegramMessage
from telegram.constants import ChatAction
from telegram.error import TelegramError

from handlers.context import Context, chat_id, in_group
from messages.message import Message, shortened
from messages.residents import answer_texts, help_texts
from speech.process import LONGEST, Unheard

LARGEST = 10 * 2**20
"""Bytes that are downloaded: a minute of speech has a quarter of a million, a round video a few millions."""
MOST_SAID = 1000
"""Characters of it that are taken: they are shown again, above the answer."""
SHOWN_FOR = 4.5
"""Seconds until "is typing" is said again: a client shows it for five."""


def heard_here(update: Update, context: Context) -> bool:
    """Return whether this is a message that is listened to: in a private chat, where the bot can hear at all."""
    message = update.message
    hears = context.services.listener is not None and not in_group(update)
    return hears and message is not None and sound(message) is not None


def sound(message: TelegramMessage) -> Voice | Audio | VideoNote | None:
    return message.voice or message.video_note or message.audio


async def listen(update: Update, context: Context) -> bool:
    """Keep the words of a voice message in the context; False, and the person told, when there are none."""
    said = await _said(update, context)
    if isinstance(said, Unheard):
        await context.reply(update, help_texts.unheard(said, context.voice), to=update.message)
        return False
    context.spoken = shortened(said, MOST_SAID)
    return True


async def _said(update: Update, context: Context) -> str | Unheard:
    message, listener = update.message, context.services.listener
    spoken = sound(message) if message is not None else None
    if spoken is None or listener is None:
        return Unheard.NOTHING_SAID
    if _seconds(spoken) > LONGEST or (spoken.file_size or 0) > LARGEST:
        return Unheard.TOO_LONG

    async def fetch() -> bytes:
        file = await context.bot.get_file(spoken.file_id)
        return bytes(await file.download_as_bytearray())

    async with _typing(update, context):
        try:
            return await listener.words(fetch, context.voice.language)
        except TelegramError:
            return Unheard.FAILED


def _seconds(spoken: Voice | Audio | VideoNote) -> float:
    length = spoken.duration
    return length.total_seconds() if isinstance(length, timedelta) else length


@asynccontextmanager
async def _typing(update: Update, context: Context) -> AsyncIterator[None]:
    """Let the person see that an answer is coming, for as long as it takes."""

    async def show() -> None:
        while True:
            with suppress(TelegramError):
                await context.bot.send_chat_action(chat_id(update), ChatAction.TYPING)
            await asyncio.sleep(SHOWN_FOR)

    shown = asyncio.create_task(show())
    try:
        yield
    finally:
        shown.cancel()
        await asyncio.gather(shown, return_exceptions=True)


def understood(reply: TelegramMessage) -> str:
    """Return the words of a voice message from the bot's reply to it, where alone they are kept."""
    asked = reply.reply_to_message
    if asked is None or sound(asked) is None:
        return ""
    return next(iter(reply.parse_entities([MessageEntity.BLOCKQUOTE]).values()), "")


def below_words(update: Update, context: Context, message: Message) -> Message:
    """Return a message that takes the place of a reply to a voice message, whose words it keeps."""
    query = update.callback_query
    shown = query.message if query is not None else None
    words = understood(shown) if context.wrote(shown) else ""
    return answer_texts.below(words, message, context.voice) if words else message

"""Escalate a question that the bot cannot answer to the organisers ✉️."""

from __future__ import annotations

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.context import Context, action, chat_id, pressed, topic
from handlers.residents import spoken
from handlers.results import acknowledged, tell
from messages.actions.residents.questions import PassOn
from messages.message import Message
from messages.residents import language_cards
from services.residents import escalation
from services.residents.escalation import AskedQuestion
from services.results import Refusal
from storage.people import conversations
from storage.people.conversations import HeardMessage

_ERASED = {Refusal.UNKNOWN: "pass-on-lost"}
PASSED_ON = "passed"


async def pass_on(update: Update, context: Context) -> None:
    """Keep the question and tell the organisers. The press is the consent, and nobody gives it for another."""
    original = _original(update, context)
    author = original.from_user if original is not None else None
    if original is None or author is None or author.id != pressed(update).from_user.id:
        await tell(update, context, "pass-on-lost" if original is None else "pass-on-not-yours")
        return
    engine, voice = await context.services.holder.engine(), context.conversation_voice
    thread = topic(update).get("message_thread_id")
    asked = AskedQuestion(chat_id(update), _words(update, context, original), voice.language, context.follows, thread)
    heard = _heard(original, context)
    result = await escalation.escalate(context.environment, engine=engine, asked=asked, now=context.now, heard=heard)
    if await acknowledged(update, context, result, stale="already-passed-on", refused=_ERASED) is not None:
        language = action(update, PassOn).language
        card = language_cards.find(language, voice) if language else None
        await context.reply(update, card.passed_on() if card else Message(voice.words("passed-on")))


def _original(update: Update, context: Context) -> TelegramMessage | None:
    """Return the question below which the button was."""
    message = pressed(update).message
    original = message.reply_to_message if context.wrote(message) else None
    return original if original is not None and _words(update, context, original) else None


def _words(update: Update, context: Context, original: TelegramMessage) -> str:
    """Return what was typed, or else what the reply says that it heard."""
    reply = pressed(update).message
    return context.said(original) or (spoken.understood(reply) if isinstance(reply, TelegramMessage) else "")


def _heard(original: TelegramMessage, context: Context) -> list[HeardMessage]:
    """Should the question be edited, its new words are not those that the organisers have."""
    digest = conversations.digest(original.text or original.caption or "")
    return conversations.with_heard(context.standing.heard, HeardMessage(original.message_id, digest, PASSED_ON))

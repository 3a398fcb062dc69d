"""✉️ What the bot does not know, passed on to the organisers."""

from __future__ import annotations

from telegram import Message as TelegramMessage
from telegram import Update

from answers.dialogue.decisions import Question
from answers.language.text import fold
from answers.search.similarity import Gist, alike, gist
from domain.delivery import MessageKind
from domain.organisers import Role
from handlers.context import Context, chat_id, pressed, topic
from messages.message import Message
from messages.team import inbox_texts
from storage.database import Session
from storage.events import events
from storage.outbox import queue
from storage.people import conversations
from storage.people.conversations import HeardMessage
from storage.team import organisers, tickets

PASSED_ON = "passed"


async def pass_on(update: Update, context: Context) -> None:
    """The resident's consent: only now is the question kept. Nobody consents for somebody else."""
    original = _original(update, context)
    author = original.from_user if original is not None else None
    if original is None or author is None or author.id != pressed(update).from_user.id:
        key = "pass-on-lost" if original is None else "pass-on-not-yours"
        await context.answer(update, context.voice.words.plain(key), alert=True)
        return
    text = context.said(original)
    voice, asked = context.conversation_voice, await _gist(context, text)
    async with context.services.database.begin() as session:
        known = await _inquiry(session, asked)
        inquiry = known or await tickets.begin(session, asked, context.now)
        thread = topic(update).get("message_thread_id")
        folded = fold(text).strip(" ?!.")
        new = await tickets.add(session, inquiry, chat_id(update), voice.language, text, folded, context.now, thread)
        if known is None:
            await _tell_organisers(session, context, inquiry, text)
        await _hear(session, update, context)
    context.services.wake()
    if not new:
        await context.answer(update, context.voice.words.plain("already-passed-on"), alert=True)
        return
    await pressed(update).answer()
    await context.reply(update, Message(voice.words("passed-on")))


def _original(update: Update, context: Context) -> TelegramMessage | None:
    """The question below which the button was."""
    message = pressed(update).message
    original = message.reply_to_message if context.wrote(message) else None
    return original if original is not None and context.said(original) else None


async def _hear(session: Session, update: Update, context: Context) -> None:
    """Should the question be edited, its new words are not those that the organisers have."""
    original = _original(update, context)
    if original is not None:
        digest = conversations.digest(original.text or original.caption or "")
        heard = HeardMessage(original.message_id, digest, PASSED_ON)
        known = conversations.with_heard(context.standing.heard, heard)
        await conversations.hear(session, chat_id(update), known, context.now)


async def _gist(context: Context, text: str) -> Gist:
    engine = await context.services.library.engine()
    async with context.services.database.read() as session:
        every = await events.every(session)
    language = context.conversation_voice.language
    return gist(engine, Question(text, language, context.now, None, context.follows, every))


async def _inquiry(session: Session, asked: Gist) -> int | None:
    """The open one that asks the same; nobody answers it before this question is in it."""
    for inquiry, other in await tickets.gists(session, asked.names):
        if alike(other, asked) and await tickets.keep_open(session, inquiry):
            return inquiry
    return None


async def _tell_organisers(session: Session, context: Context, inquiry: int, text: str) -> None:
    def message(language: str) -> queue.OutboxMessage:
        arrived = inbox_texts.arrived(inquiry, text, context.now, context.services.voice(language))
        return queue.OutboxMessage(
            f"inbox:{inquiry}", MessageKind.INBOX, inquiry, language, "sendMessage", arrived.payload
        )

    helpers = await organisers.addressees(session, context.services.owners, Role.HELPER)
    await queue.tell(session, helpers, message, context.now, context.services.quiet.hold(context.now))

"""✉️ Questions passed on to the organisers, and their answers."""

from __future__ import annotations

import logging

from telegram import Message as TelegramMessage
from telegram import Update

from answers.text import fold
from domain.organisers import Role
from handlers.context import Context, action, chat_id, pressed
from handlers.guards import helpers_only
from messages import inbox as replies
from messages.actions.inbox import AnswerQuestion, DismissQuestion, LearnAnswer
from messages.message import Message, shortened
from storage import conversations, organisers, outbox, questions
from storage.database import Session
from storage.questions import State

log = logging.getLogger(__name__)

ANSWER = "answer"


async def pass_on(update: Update, context: Context) -> None:
    """The resident's consent: only now is the question kept."""
    text = _asked(pressed(update).message, context)
    if text is None:
        await pressed(update).answer(context.voice.words.plain("pass-on-lost"), show_alert=True)
        return
    voice = context.conversation_voice
    async with context.services.database.begin() as session:
        added = await questions.add(
            session, chat_id(update), voice.language, text, fold(text).strip(" ?!."), context.now
        )
        if added is not None and added[1]:
            await _tell_organisers(session, context, added[0], text)
    context.services.wake()
    if added is None:
        await pressed(update).answer(context.voice.words.plain("already-passed-on"), show_alert=True)
        return
    await pressed(update).answer()
    await context.reply(update, Message(voice.words("passed-on")))


def _asked(message: object, context: Context) -> str | None:
    original = message.reply_to_message if isinstance(message, TelegramMessage) else None
    return context.said(original) if original is not None and original.text else None


async def _tell_organisers(session: Session, context: Context, question: int, text: str) -> None:
    def message(language: str) -> outbox.Message:
        arrived = replies.arrived(question, text, context.now, context.services.voice(language))
        key = f"inbox:{question}"
        return outbox.Message(key, "inbox", question, language, "sendMessage", arrived.payload)

    helpers = await organisers.addressees(session, context.services.owners, Role.HELPER)
    await outbox.tell(session, helpers, message, context.now, context.services.quiet.hold(context.now))


@helpers_only
async def listing(update: Update, context: Context) -> None:
    async with context.services.database.read() as session:
        question = await questions.oldest_open(session)
        waiting = await questions.waiting(session)
    if question is None:
        await context.reply(update, Message(context.voice.words("inbox-empty")))
        return
    await context.reply(
        update,
        replies.oldest(
            question.id,
            question.text,
            question.people,
            question.asked_at,
            waiting,
            context.voice,
            context.now,
        ),
    )


@helpers_only
async def ask_answer(update: Update, context: Context) -> None:
    question_id = action(update, AnswerQuestion).question
    async with context.services.database.begin() as session:
        question = await questions.one(session, question_id)
        if question is not None and question.state is State.OPEN:
            await conversations.expect(session, chat_id(update), ANSWER, question_id, context.now)
    if question is None or question.state is not State.OPEN:
        await pressed(update).answer(context.voice.words.plain("inbox-gone"), show_alert=True)
        return
    await pressed(update).answer()
    await context.reply(
        update, Message(context.voice.words("inbox-ask-answer", question=shortened(question.text)))
    )


@helpers_only
async def take_answer(update: Update, context: Context) -> None:
    """The organiser's words go to everyone who asked the same."""
    answer = (update.message.text if update.message else None) or ""
    if len(answer) > replies.ANSWER_LIMIT:
        slots = {"length": len(answer), "limit": replies.ANSWER_LIMIT}
        await context.reply(update, Message(context.voice.words("inbox-answer-too-long", **slots)))
        return
    question_id = context.standing.subject or 0
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), None, None, context.now)
        told = await questions.close(session, question_id, State.ANSWERED, answer)
        for asked_id, chat, language, text in told:
            await _send_answer(session, context, asked_id, chat, language, text, answer)
    if not told:
        await context.reply(update, Message(context.voice.words("inbox-gone")))
        return
    context.services.wake()
    log.info("question %s answered by organiser %s for %s", question_id, chat_id(update), len(told))
    await context.reply(update, replies.answered(question_id, len(told), context.voice))


async def _send_answer(
    session: Session, context: Context, asked_id: int, chat: int, language: str, text: str, answer: str
) -> None:
    message = replies.to_resident(text, answer, context.services.voice(language))
    row = outbox.Message(f"answer:{asked_id}", "answer", asked_id, language, "sendMessage", message.payload)
    not_before = context.services.quiet.hold(context.now)
    await outbox.add_one(session, await outbox.add(session, row, context.now), chat, not_before)


@helpers_only
async def learn(update: Update, context: Context) -> None:
    """Make the answer an entry, live at once."""
    question_id = action(update, LearnAnswer).question
    async with context.services.database.begin() as session:
        learned = await questions.learn(session, question_id, chat_id(update), context.now)
    if learned is None:
        await pressed(update).answer(context.voice.words.plain("inbox-gone"), show_alert=True)
        return
    await pressed(update).answer()
    await context.services.learn()
    log.info("answer to question %s learned by organiser %s", question_id, chat_id(update))
    await context.show(update, Message(context.voice.words("inbox-learned")))


@helpers_only
async def dismiss(update: Update, context: Context) -> None:
    question_id = action(update, DismissQuestion).question
    async with context.services.database.begin() as session:
        dismissed = await questions.close(session, question_id, State.DISMISSED)
    if not dismissed:
        await pressed(update).answer(context.voice.words.plain("inbox-gone"), show_alert=True)
        return
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("inbox-dismissed")))

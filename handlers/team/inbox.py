"""The organisers' inbox: look, answer, look at the answer, send it; or dismiss the question."""

from __future__ import annotations

import logging

from telegram import Update

from domain.delivery import MessageKind
from handlers.context import Context, action, chat_id, pressed
from handlers.gate import permissions
from handlers.gate.permissions import helpers_only
from messages.actions.team.inbox import (
    AnswerInquiry,
    DismissInquiry,
    DropAnswer,
    LearnAnswer,
    ReopenInquiry,
    SendAnswer,
    ShowInbox,
    ShowInquiry,
)
from messages.message import Html, Message, shortened
from messages.pages import PAGE
from messages.prompts import prompt
from messages.team import inbox_texts
from storage.database import Session
from storage.outbox import queue
from storage.people import conversations
from storage.team import learned_answers, tickets
from storage.team.tickets import Inquiry, TicketAnswer, TicketState, Wording

log = logging.getLogger(__name__)

ANSWER = "answer"


@helpers_only
async def listing(update: Update, context: Context) -> None:
    page = 0
    if update.callback_query is not None:
        await update.callback_query.answer()
        page = action(update, ShowInbox).page
    async with context.services.database.read() as session:
        waiting = await tickets.waiting(session)
        page = min(max(page, 0), max(0, (waiting - 1) // PAGE))
        shown = [_asked(each) for each in await tickets.page(session, page, PAGE)]
        taught = await learned_answers.count(session)
    await context.show(update, inbox_texts.listing(shown, waiting, page, taught, context.voice, context.now))


@helpers_only
async def show(update: Update, context: Context) -> None:
    async with context.services.database.read() as session:
        inquiry = await tickets.one(session, action(update, ShowInquiry).inquiry)
        wordings = await tickets.wordings(session, inquiry.id) if inquiry else []
    if inquiry is None or inquiry.state is not TicketState.OPEN:
        await _gone(update, context, inquiry)
        return
    await pressed(update).answer()
    texts = [wording.text for wording in wordings]
    await context.show(update, inbox_texts.inquiry(_asked(inquiry), texts, context.voice, context.now))


def _asked(inquiry: Inquiry) -> inbox_texts.Asked:
    return inbox_texts.Asked(inquiry.id, inquiry.text, inquiry.people, inquiry.asked_at)


# --- an answer is written ---


@helpers_only
async def ask_answer(update: Update, context: Context) -> None:
    async with context.services.database.begin() as session:
        inquiry = await tickets.one(session, action(update, AnswerInquiry).inquiry)
        if inquiry is not None and inquiry.state is TicketState.OPEN:
            await conversations.expect(session, chat_id(update), ANSWER, inquiry.id, context.now)
    if inquiry is None or inquiry.state is not TicketState.OPEN:
        await _gone(update, context, inquiry)
        return
    await pressed(update).answer()
    asked = Message(context.voice.words("inbox-ask-answer", question=shortened(inquiry.text)))
    await context.reply(update, prompt(asked, ANSWER, context.voice))


def replied_to(update: Update, context: Context) -> int | None:
    """The inquiry that a message replies to: the buttons of what the bot said tell which. 0: of several."""
    message = update.message.reply_to_message if update.message else None
    markup = message.reply_markup if context.wrote(message) else None
    buttons = [button.callback_data for row in markup.inline_keyboard for button in row] if markup else []
    shown = (AnswerInquiry.unpack(data) or ShowInquiry.unpack(data) for data in buttons)
    found = {each.inquiry for each in shown if each is not None}
    if not found:
        return None
    return found.pop() if len(found) == 1 else 0


@helpers_only
async def take_answer(update: Update, context: Context) -> None:
    """Typed in reply to a question, or after the button; shown as it will arrive, before it goes out."""
    message = update.message
    if message is None or not message.text:
        return
    if len(message.text) > inbox_texts.ANSWER_LIMIT:
        slots = {"length": len(message.text), "limit": inbox_texts.ANSWER_LIMIT}
        await context.reply(update, Message(context.voice.words("inbox-answer-too-long", **slots)))
        return
    number = replied_to(update, context)
    if number == 0:
        await context.reply(update, Message(context.voice.words("inbox-pick")))
        return
    number = number or context.standing.subject or 0
    async with context.services.database.begin() as session:
        await conversations.expect(session, chat_id(update), None, None, context.now)
        inquiry = await tickets.one(session, number)
        draft = await _draft(session, context, inquiry, message.text_html)
        first = (await tickets.wordings(session, number))[:1]
    if inquiry is None or draft is None:
        await _gone(update, context, inquiry)
        return
    await context.reply(update, Message(context.voice.words("inbox-preview")))
    await context.reply(update, _delivered(first[0], draft, context))
    await context.reply(update, inbox_texts.confirm(inquiry.id, draft.id, inquiry.people, context.voice))


async def _draft(session: Session, context: Context, inquiry: Inquiry | None, html: str) -> TicketAnswer | None:
    who = context.organises
    if inquiry is None or who is None or not await tickets.keep_open(session, inquiry.id):
        return None
    return await tickets.draft(session, inquiry.id, who.chat_id, who.name, html, context.now)


def _delivered(wording: Wording, answer: TicketAnswer, context: Context) -> Message:
    return inbox_texts.to_resident(wording.text, Html(answer.html), context.services.voice(wording.language))


@helpers_only
async def drop_answer(update: Update, context: Context) -> None:
    async with context.services.database.begin() as session:
        dropped = await tickets.drop_draft(session, action(update, DropAnswer).answer, chat_id(update))
    if not dropped:
        await context.answer(update, context.voice.words.plain("inbox-draft-gone"), alert=True)
        return
    await pressed(update).answer()
    await context.show(update, Message(context.voice.words("inbox-dropped")))


@helpers_only
async def send_answer(update: Update, context: Context) -> None:
    """To everyone who asked, once; the first organiser who confirms is the one who answers."""
    async with context.services.database.begin() as session:
        answer = await tickets.answer(session, action(update, SendAnswer).answer)
        mine = answer is not None and answer.author == chat_id(update) and answer.sent_at is None
        inquiry = await tickets.one(session, answer.inquiry) if answer is not None and mine else None
        first = inquiry is not None and await tickets.close(session, inquiry.id, TicketState.ANSWERED)
        people = await _send(session, context, answer) if answer is not None and first else 0
        if answer is not None and first:
            await conversations.release(session, answer.inquiry, ANSWER, chat_id(update))
    if answer is None or not first:
        await _gone(update, context, inquiry)
        return
    context.services.wake()
    log.info("inquiry %s answered by organiser %s for %s", answer.inquiry, chat_id(update), people)
    await pressed(update).answer()
    await context.show(update, inbox_texts.answered(answer.id, people, context.voice))


async def _send(session: Session, context: Context, answer: TicketAnswer) -> int:
    not_before, people = context.services.quiet.hold(context.now), 0
    for wording in await tickets.wordings(session, answer.inquiry):
        call = _delivered(wording, answer, context).payload
        key = f"answer:{wording.id}"
        row = queue.OutboxMessage(key, MessageKind.ANSWER, answer.inquiry, wording.language, "sendMessage", call)
        outgoing = await queue.add(session, row, context.now)
        people += await tickets.address(session, outgoing, wording, not_before)
    await tickets.mark_sent(session, answer.id, context.now)
    await context.record(session, "answered", answer.inquiry, count=people)
    return people


@helpers_only
async def learn(update: Update, context: Context) -> None:
    """Make the answer an entry, live at once, with all the words in which people asked for it."""
    async with context.services.database.begin() as session:
        answer = await tickets.answer(session, action(update, LearnAnswer).answer)
        mine = answer is not None and answer.author == chat_id(update)
        new = bool(
            answer and mine and answer.sent_at is not None and not await learned_answers.known(session, answer.id)
        )
        if answer is not None and new:
            await _learn(session, context, answer)
    if answer is not None and not mine:
        await permissions.refuse(update, context, f"answer {answer.id}", "inbox-not-yours")
        return
    if not new:
        await context.answer(update, context.voice.words.plain("inbox-learned-already"), alert=True)
        return
    await pressed(update).answer()
    await context.services.learn()
    await context.show(update, inbox_texts.learned(context.voice))


async def _learn(session: Session, context: Context, answer: TicketAnswer) -> None:
    phrasings: dict[str, list[str]] = {}
    for wording in await tickets.wordings(session, answer.inquiry):
        phrasings.setdefault(wording.language, []).append(wording.text)
    for language, texts in phrasings.items():
        await learned_answers.learn(session, answer.id, language, texts, answer.html, answer.author, context.now)
    await context.record(session, "learned", answer.id)


# --- or not ---


@helpers_only
async def dismiss(update: Update, context: Context) -> None:
    number = action(update, DismissInquiry).inquiry
    async with context.services.database.begin() as session:
        inquiry = await tickets.one(session, number)
        closed = inquiry is not None and await tickets.close(session, number, TicketState.DISMISSED)
        if inquiry is not None and closed:
            await conversations.release(session, number, ANSWER, chat_id(update))
            await context.record(session, "dismissed", number, count=inquiry.people)
    if not closed:
        await _gone(update, context, inquiry)
        return
    await pressed(update).answer()
    await context.show(update, inbox_texts.dismissed(number, context.voice))


@helpers_only
async def reopen(update: Update, context: Context) -> None:
    number = action(update, ReopenInquiry).inquiry
    async with context.services.database.begin() as session:
        inquiry = await tickets.one(session, number)
        opened = inquiry is not None and await tickets.reopen(session, number)
        if inquiry is not None and opened:
            await context.record(session, "reopened", number)
        wordings = [each.text for each in await tickets.wordings(session, number)]
    if inquiry is None or not opened:
        await _gone(update, context, inquiry)
        return
    await pressed(update).answer()
    await context.show(update, inbox_texts.inquiry(_asked(inquiry), wordings, context.voice, context.now))


async def _gone(update: Update, context: Context, inquiry: Inquiry | None) -> None:
    """It is no longer open: a colleague's answer is shown, so that nobody writes a second one."""
    answer = None
    if inquiry is not None and inquiry.state is TicketState.ANSWERED:
        async with context.services.database.read() as session:
            answer = await tickets.sent(session, inquiry.id)
    if update.callback_query is not None:
        words = None if answer is not None else context.voice.words.plain("inbox-gone")
        await context.answer(update, words, alert=words is not None)
    if answer is not None:
        name = answer.name if answer.author != chat_id(update) else context.voice.words.plain("inbox-you")
        await context.reply(update, inbox_texts.somebody_answered(name, Html(answer.html), context.voice))
    elif update.callback_query is None:
        await context.reply(update, Message(context.voice.words("inbox-gone")))

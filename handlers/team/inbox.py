"""Work on the inbox: look, answer, preview the answer, send it; or dismiss the question."""

from __future__ import annotations

from typing import TypeVar

from telegram import Update

from handlers.context import Context, action, chat_id
from handlers.gate.permissions import helpers_only
from handlers.results import acknowledged
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
from services.results import Done, Refusal, Refused, Stale
from services.team import inbox
from services.team.inbox import ANSWER, Closed, DraftedAnswer, OpenTicket
from storage.team.tickets import Inquiry

T = TypeVar("T")


@helpers_only
async def listing(update: Update, context: Context) -> None:
    page = 0
    if update.callback_query is not None:
        await update.callback_query.answer()
        page = action(update, ShowInbox).page
    found = await inbox.waiting(context.environment, page=page, size=PAGE)
    shown, voice = [_asked(each) for each in found.shown], context.voice
    text = inbox_texts.listing(shown, found.waiting, found.number, found.learned, voice, context.now)
    await context.show(update, text)


@helpers_only
async def show(update: Update, context: Context) -> None:
    ticket = action(update, ShowInquiry).inquiry
    result = await inbox.look(context.environment, who=context.organiser, ticket=ticket)
    found = await _done(update, context, result)
    if found is not None:
        await _show(update, context, found.value)


async def _show(update: Update, context: Context, found: OpenTicket) -> None:
    texts = [wording.text for wording in found.wordings]
    await context.show(update, inbox_texts.inquiry(_asked(found.ticket), texts, context.voice, context.now))


def _asked(inquiry: Inquiry) -> inbox_texts.Asked:
    return inbox_texts.Asked(inquiry.id, inquiry.text, inquiry.people, inquiry.asked_at)


# --- an answer is written ---


@helpers_only
async def ask_answer(update: Update, context: Context) -> None:
    ticket, now = action(update, AnswerInquiry).inquiry, context.now
    result = await inbox.ask_answer(context.environment, who=context.organiser, ticket=ticket, now=now)
    asked = await _done(update, context, result)
    if asked is not None:
        words = context.voice.words("inbox-ask-answer", question=shortened(asked.value.text))
        await context.reply(update, prompt(Message(words), ANSWER, context.voice))


def replied_to(update: Update, context: Context) -> int | None:
    """Return the ticket that a message replies to, read from the bot's buttons; 0 if it may be several."""
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
    """Take an answer, typed as a reply or after the button, and show it as it will arrive."""
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
    ticket = number or context.standing.subject or 0
    who, html = context.organiser, message.text_html
    result = await inbox.draft_answer(context.environment, who=who, ticket=ticket, html=html, now=context.now)
    drafted = await _done(update, context, result)
    if drafted is not None:
        await _preview(update, context, drafted.value)


async def _preview(update: Update, context: Context, drafted: DraftedAnswer) -> None:
    ticket = drafted.ticket
    await context.reply(update, Message(context.voice.words("inbox-preview")))
    await context.reply(update, drafted.preview)
    await context.reply(update, inbox_texts.confirm(ticket.id, drafted.answer.id, ticket.people, context.voice))


@helpers_only
async def drop_answer(update: Update, context: Context) -> None:
    answer = action(update, DropAnswer).answer
    result = await inbox.drop_answer(context.environment, who=context.organiser, answer=answer)
    if await acknowledged(update, context, result, stale="inbox-draft-gone") is not None:
        await context.show(update, Message(context.voice.words("inbox-dropped")))


@helpers_only
async def send_answer(update: Update, context: Context) -> None:
    answer, now = action(update, SendAnswer).answer, context.now
    result = await inbox.send_answer(context.environment, who=context.organiser, answer=answer, now=now)
    sent = await _done(update, context, result)
    if sent is not None:
        await context.show(update, inbox_texts.answered(answer, sent.count, context.voice))


@helpers_only
async def learn(update: Update, context: Context) -> None:
    answer, now = action(update, LearnAnswer).answer, context.now
    result = await inbox.learn(context.environment, who=context.organiser, answer=answer, now=now)
    reasons = {Refusal.NOT_YOURS: "inbox-not-yours"}
    if await acknowledged(update, context, result, stale="inbox-learned-already", refused=reasons) is not None:
        await context.show(update, inbox_texts.learned(context.voice))


# --- or not ---


@helpers_only
async def dismiss(update: Update, context: Context) -> None:
    ticket, now = action(update, DismissInquiry).inquiry, context.now
    result = await inbox.dismiss(context.environment, who=context.organiser, ticket=ticket, now=now)
    if await _done(update, context, result) is not None:
        await context.show(update, inbox_texts.dismissed(ticket, context.voice))


@helpers_only
async def reopen(update: Update, context: Context) -> None:
    ticket, now = action(update, ReopenInquiry).inquiry, context.now
    result = await inbox.reopen(context.environment, who=context.organiser, ticket=ticket, now=now)
    opened = await _done(update, context, result)
    if opened is not None:
        await _show(update, context, opened.value)


async def _done(update: Update, context: Context, result: Done[T] | Closed | Refused) -> Done[T] | None:
    """Show a colleague's answer where the ticket has one already, so that nobody writes a second."""
    answer = result.now if isinstance(result, Stale) else None
    if answer is None:
        return await acknowledged(update, context, result, stale="inbox-gone")
    if update.callback_query is not None:
        await update.callback_query.answer()
    name = answer.name if answer.author != chat_id(update) else context.voice.words.plain("inbox-you")
    await context.reply(update, inbox_texts.somebody_answered(name, Html(answer.html), context.voice))
    return None

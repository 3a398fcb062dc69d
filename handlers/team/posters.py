"""Posters: which meeting, then a PDF to print and a PNG to share."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatAction

from domain.events.events import Event
from handlers.context import Context, action, chat_id, pressed
from handlers.gate.permissions import allowed, organisers_only
from handlers.team.drawing import drawn
from messages.actions.team.posters import MakePoster, ShowPosters
from messages.message import Message
from messages.team import poster_drawing
from storage.events import events


@organisers_only
async def choose(update: Update, context: Context) -> None:
    """`/locandina`, alone or with the town behind it, as people write it."""
    async with context.services.database.read() as session:
        every = await events.every(session)
    ahead = [event for event in every if event.ahead(context.now)]
    typed = " ".join(context.args or [])
    found = [event for event in ahead if event.town in _towns(typed, context)]
    if typed and len(found) == 1:
        await _make(update, context, found[0])
    else:
        await context.reply(update, poster_drawing.choice(found or ahead, context.voice))


@organisers_only
async def turn(update: Update, context: Context) -> None:
    await pressed(update).answer()
    async with context.services.database.read() as session:
        ahead = [event for event in await events.every(session) if event.ahead(context.now)]
    await context.show(update, poster_drawing.choice(ahead, context.voice, action(update, ShowPosters).page))


def _towns(typed: str, context: Context) -> list[str]:
    wanted = typed.casefold().replace("-", " ")
    return [
        town.id
        for town in context.services.programme.towns
        if wanted in {name.casefold().replace("-", " ") for name in (town.id, town.name, *town.aliases)}
    ]


@organisers_only
async def make(update: Update, context: Context) -> None:
    async with context.services.database.read() as session:
        event = await events.one(session, action(update, MakePoster).event)
    if event is not None and not await allowed(update, context, [event.town]):
        return
    if update.callback_query is not None:
        await update.callback_query.answer()
    if event is None or not event.ahead(context.now):
        await context.reply(update, Message(context.voice.words("poster-gone")))
        return
    await _make(update, context, event)


async def _make(update: Update, context: Context, event: Event) -> None:
    """Make a poster. What is printed cannot be corrected: an unconfirmed date is not printed."""
    if not event.confirmed:
        await context.reply(update, Message(context.voice.words("poster-unconfirmed")))
        return
    if update.callback_query is None and not await allowed(update, context, [event.town]):
        return
    chat, words = chat_id(update), context.voice.words
    await context.bot.send_chat_action(chat, ChatAction.UPLOAD_DOCUMENT)
    pdf, png = await drawn(poster_drawing.draw, poster_drawing.poster(event, context.bot.username, context.voice))
    caption = words.plain("poster-caption")
    await context.bot.send_photo(chat, png, filename=f"campanile-{event.town}.png")
    await context.bot.send_document(chat, pdf, filename=f"campanile-{event.town}.pdf", caption=caption)

"""Make posters: choose the meeting, get a PDF to print and a PNG to share."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatAction

from domain.events.events import Event
from handlers.context import Context, action, chat_id, pressed
from handlers.gate.permissions import organisers_only
from handlers.results import acknowledged
from messages.actions.team.posters import MakePoster, ShowPosters
from messages.message import Message
from messages.team import drawing_process, poster_drawing
from services.results import Done, Refusal, Refused, Stale
from services.team import posters
from services.team.drawing import drawn


@organisers_only
async def choose(update: Update, context: Context) -> None:
    """Answer `/locandina`, alone or with the area behind it, as people write it."""
    ahead = await posters.ahead(context.environment, now=context.now)
    typed = " ".join(context.args or [])
    found = [event for event in ahead if not set(event.areas).isdisjoint(_areas(typed, context))]
    if typed and len(found) == 1:
        await _make(update, context, found[0].id)
    else:
        await context.reply(update, poster_drawing.choice(found or ahead, context.voice))


@organisers_only
async def turn(update: Update, context: Context) -> None:
    await pressed(update).answer()
    ahead = await posters.ahead(context.environment, now=context.now)
    await context.show(update, poster_drawing.choice(ahead, context.voice, action(update, ShowPosters).page))


def _areas(typed: str, context: Context) -> list[str]:
    wanted = typed.casefold().replace("-", " ")
    return [
        area.id
        for area in context.services.programme.areas
        if wanted in {name.casefold().replace("-", " ") for name in (area.id, *area.name.values(), *area.aliases)}
    ]


@organisers_only
async def make(update: Update, context: Context) -> None:
    await _make(update, context, action(update, MakePoster).event)


async def _make(update: Update, context: Context, event: int) -> None:
    result = await posters.printable(context.environment, who=context.organiser, event=event, now=context.now)
    if isinstance(result, Refused) and result.why is not Refusal.NOT_CONFIRMED:
        await acknowledged(update, context, result, stale="poster-gone")
        return
    if update.callback_query is not None:
        await update.callback_query.answer()
    if isinstance(result, Done):
        await _send(update, context, result.value)
    else:
        key = "poster-gone" if isinstance(result, Stale) else "poster-unconfirmed"
        await context.reply(update, Message(context.voice.words(key)))


async def _send(update: Update, context: Context, event: Event) -> None:
    chat, words = chat_id(update), context.voice.words
    if not drawing_process.possible():
        await context.reply(update, Message(words("poster-not-installed")))
        return
    await context.bot.send_chat_action(chat, ChatAction.UPLOAD_DOCUMENT)
    pdf, png = await drawn(poster_drawing.draw, poster_drawing.poster(event, context.bot.username, context.voice))
    caption = words.plain("poster-caption")
    await context.bot.send_photo(chat, png, filename=f"campanile-{event.area}.png")
    await context.bot.send_document(chat, pdf, filename=f"campanile-{event.area}.pdf", caption=caption)

"""Greet, help, and answer everything that is not understood."""

from __future__ import annotations

import logging
import re

from telegram import Update

from domain import feeds
from domain.events.events import Event, upcoming_in
from handlers.context import Context, action, in_group, pressed
from handlers.events.cards import drawn, keep_card
from handlers.team import invites
from messages import keyboards
from messages.actions.events.groups import Introduce
from messages.events import event_cards
from messages.residents import group_texts, help_texts
from messages.team.invite_texts import PREFIX
from storage.events import events
from storage.people import link_opens

log = logging.getLogger(__name__)


async def start(update: Update, context: Context) -> None:
    """Answer `/start`, also with a link to an area (`ilton`, `ilton_poster`) or an event (`e2`, `e2_poster`)."""
    payload = context.args[0] if context.args else ""
    if payload.startswith(PREFIX) and not in_group(update):
        await invites.accept(update, context, payload.removeprefix(PREFIX))
        return
    if payload == keyboards.ADDED and in_group(update):
        return  # it has just been let in and introduces itself
    area, *rest = payload.lower().split("_")
    async with context.services.database.read() as session:
        every = await events.every(session)
        linked = _linked(area, rest, every)
        found = linked or upcoming_in(context.services.programme.within([area]), every, context.now)
        card = await drawn(session, update, context, found[0]) if len(found) == 1 else None
    await _count(update, context, keyboards.bell(linked[0], context.voice) if linked else area, rest[:1])
    if card is not None:
        await keep_card(update, context, await context.reply(update, card), found[0])
    elif found:
        await context.reply(update, event_cards.listing(found, context.voice, context.now, area=area))
    elif payload and context.services.programme.area(area) is None:
        lead_in = context.voice.words("welcome-unknown-area")
        await context.reply(update, event_cards.listing(every, context.voice, context.now, lead_in))
    elif in_group(update):
        await context.reply(update, group_texts.introduction(context.voice))
    else:
        await context.reply(update, event_cards.welcome(every, context.voice, context.now))
    if context.organises is not None:
        context.services.nudge(context.now)  # what was to be asked of somebody who had not written yet


def _linked(first: str, rest: list[str], every: list[Event]) -> list[Event]:
    """Return the event that the link of a card or a poster opens, whatever has become of it.

    Links that were given out earlier name the area too: `pinerolo_2`, `pinerolo_poster_2`.
    """
    number = first[1:] if re.fullmatch(r"e[0-9]+", first) else "".join(rest[-1:])
    return [event for event in every if str(event.id) == number and first in (f"e{event.id}", event.area)]


async def _count(update: Update, context: Context, feed: str, source: list[str]) -> None:
    """Count that the link was opened, not by whom."""
    if feed and feeds.read(feed, context.services.programme) is not None and not in_group(update):
        async with context.services.database.begin() as session:
            await link_opens.count(session, feed, "".join(source))


async def introduce(update: Update, context: Context) -> None:
    """Show another page of the areas in the introduction."""
    await pressed(update).answer()
    await context.show(update, group_texts.introduction(context.voice, action(update, Introduce).page))


async def help_(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()
    await context.show(update, help_texts.help_(context.role, context.voice))

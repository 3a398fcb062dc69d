"""Statistics: a picture, and the same numbers as text."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatAction

from domain.team.tickets import TicketState
from handlers.context import Context, action, chat_id, pressed
from handlers.gate.permissions import organisers_only, responsible
from handlers.team.drawing import drawn
from messages.actions.team.statistics import ShowStatistics
from messages.announcements import sending_texts
from messages.team import statistics_texts
from messages.team.statistics_texts import ProgrammeNumbers, Reach
from storage.events import events
from storage.people import attendance, followers, link_opens
from storage.people.followers import Followers
from storage.team import statistics

EVERYONE = Followers(None)


@organisers_only
async def show(update: Update, context: Context) -> None:
    """The numbers at once; the picture when everyone's first day is looked up and it is drawn."""
    numbers, voice = await _numbers(context), context.voice
    await context.reply(update, statistics_texts.text(numbers, voice))
    await context.bot.send_chat_action(chat_id(update), ChatAction.UPLOAD_PHOTO)
    async with context.services.database.read() as session:
        joined = await statistics.joined(session)
    today = context.now.astimezone(context.services.programme.zone).date()
    picture = await drawn(statistics_texts.draw, statistics_texts.chart(numbers, joined, today, voice))
    caption = voice.words.plain("statistics-caption")
    await context.bot.send_photo(chat_id(update), picture, filename="campanile.png", caption=caption)


@organisers_only
async def turn(update: Update, context: Context) -> None:
    """Another page of them."""
    await pressed(update).answer()
    numbers = await _numbers(context)
    await context.show(update, statistics_texts.text(numbers, context.voice, action(update, ShowStatistics).page))


async def _numbers(context: Context) -> ProgrammeNumbers:
    towns = {town.id: Followers(None, (town.id,)) for town in context.services.programme.towns}
    async with context.services.database.read() as session:
        people = await followers.counts(session, [EVERYONE, *towns.values()])
        reach = await statistics.reach(session)
        states = await statistics.inquiries(session)
        opened, said = await link_opens.every(session), await attendance.coming(session)
        ahead = [event for event in await events.every(session) if event.ahead(context.now)]
    return ProgrammeNumbers(
        people=people[EVERYONE],
        following={town: people[whom] for town, whom in towns.items()},
        reach=[
            Reach(sending_texts.summary(each, context.voice, 60), targeted, sent)
            for each, targeted, sent in reach
            if responsible(context, each.audience.towns)
        ],
        answered=states.get(TicketState.ANSWERED, 0),
        waiting=states.get(TicketState.OPEN, 0),
        dismissed=states.get(TicketState.DISMISSED, 0),
        coming=[(event, said.get(event.id, 0)) for event in ahead],
        visits=opened,
    )

"""How the programme is followed: a picture, and the same numbers as text."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatAction

from handlers.context import Context, action, chat_id, pressed
from handlers.drawing import drawn
from handlers.guards import organisers_only, responsible
from messages import announcements as announced
from messages import statistics as replies
from messages.actions.statistics import ShowStatistics
from messages.statistics import Numbers, Reach
from storage import attendance, events, followers, statistics, visits
from storage.followers import Followers
from storage.questions import State

EVERYONE = Followers(None)


@organisers_only
async def show(update: Update, context: Context) -> None:
    """The numbers at once; the picture when everyone's first day is looked up and it is drawn."""
    numbers, voice = await _numbers(context), context.voice
    await context.reply(update, replies.text(numbers, voice))
    await context.bot.send_chat_action(chat_id(update), ChatAction.UPLOAD_PHOTO)
    async with context.services.database.read() as session:
        joined = await statistics.joined(session)
    today = context.now.astimezone(context.services.programme.zone).date()
    picture = await drawn(replies.draw, replies.chart(numbers, joined, today, voice))
    caption = voice.words.plain("statistics-caption")
    await context.bot.send_photo(chat_id(update), picture, filename="campanile.png", caption=caption)


@organisers_only
async def turn(update: Update, context: Context) -> None:
    """Another page of them."""
    await pressed(update).answer()
    numbers = await _numbers(context)
    await context.show(update, replies.text(numbers, context.voice, action(update, ShowStatistics).page))


async def _numbers(context: Context) -> Numbers:
    towns = {town.id: Followers(None, (town.id,)) for town in context.services.programme.towns}
    async with context.services.database.read() as session:
        people = await followers.counts(session, [EVERYONE, *towns.values()])
        reach = await statistics.reach(session)
        states = await statistics.inquiries(session)
        opened, said = await visits.every(session), await attendance.coming(session)
        ahead = [event for event in await events.every(session) if event.ahead(context.now)]
    return Numbers(
        people=people[EVERYONE],
        following={town: people[whom] for town, whom in towns.items()},
        reach=[
            Reach(announced.summary(each, context.voice, 60), targeted, sent)
            for each, targeted, sent in reach
            if responsible(context, each.audience.towns)
        ],
        answered=states.get(State.ANSWERED, 0),
        waiting=states.get(State.OPEN, 0),
        dismissed=states.get(State.DISMISSED, 0),
        coming=[(event, said.get(event.id, 0)) for event in ahead],
        visits=opened,
    )

"""Show the statistics, as text and as a picture."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatAction

from domain.team.tickets import TicketState
from handlers.context import Context, action, chat_id
from handlers.gate.permissions import organisers_only
from handlers.results import acknowledged
from messages.actions.team.statistics import ShowStatistics
from messages.announcements import sending_texts
from messages.team import drawing_process, statistics_texts
from messages.team.statistics_texts import ProgrammeNumbers, Reach
from services.team import statistics
from services.team.drawing import drawn
from services.team.statistics import ProgrammeCounts


@organisers_only
async def show(update: Update, context: Context) -> None:
    """Show the numbers at once, and the picture when it is drawn, if there is anything to draw it with."""
    counts, voice = await _counts(update, context), context.voice
    if counts is None:
        return
    numbers = _numbers(counts, context)
    await context.reply(update, statistics_texts.text(numbers, voice))
    if not drawing_process.possible():
        return
    await context.bot.send_chat_action(chat_id(update), ChatAction.UPLOAD_PHOTO)
    joined = await statistics.joined(context.environment)
    today = context.now.astimezone(context.services.programme.zone).date()
    picture = await drawn(statistics_texts.draw, statistics_texts.chart(numbers, joined, today, voice))
    caption = voice.words.plain("statistics-caption")
    await context.bot.send_photo(chat_id(update), picture, filename="campanile.png", caption=caption)


@organisers_only
async def turn(update: Update, context: Context) -> None:
    """Show another page of the numbers."""
    counts, page = await _counts(update, context), action(update, ShowStatistics).page
    if counts is not None:
        await context.show(update, statistics_texts.text(_numbers(counts, context), context.voice, page))


async def _counts(update: Update, context: Context) -> ProgrammeCounts | None:
    result = await statistics.count(context.environment, who=context.organiser, now=context.now)
    counted = await acknowledged(update, context, result)
    return None if counted is None else counted.value


def _numbers(counts: ProgrammeCounts, context: Context) -> ProgrammeNumbers:
    voice = context.voice
    return ProgrammeNumbers(
        people=counts.people,
        following=counts.following,
        reach=[Reach(sending_texts.summary(each, voice, 60), targeted, sent) for each, targeted, sent in counts.reach],
        answered=counts.tickets.get(TicketState.ANSWERED, 0),
        waiting=counts.tickets.get(TicketState.OPEN, 0),
        dismissed=counts.tickets.get(TicketState.DISMISSED, 0),
        coming=counts.coming,
        visits=counts.opened,
    )

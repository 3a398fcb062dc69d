"""What the bot has learned from organisers."""

from __future__ import annotations

from telegram import Update

from handlers.context import Context, action, pressed
from handlers.guards import helpers_only
from messages import learned as replies
from messages.actions.learned import ForgetLesson, ShowLearned, ShowLesson
from messages.learned import PAGE
from storage import learned


@helpers_only
async def listing(update: Update, context: Context) -> None:
    await pressed(update).answer()
    async with context.services.database.read() as session:
        count = await learned.count(session)
        page = min(max(action(update, ShowLearned).page, 0), max(0, (count - 1) // PAGE))
        shown = await learned.page(session, page, PAGE)
    questions = [(each.id, each.phrasings[0]) for each in shown]
    await context.show(update, replies.listing(questions, count, page, context.voice))


@helpers_only
async def show(update: Update, context: Context) -> None:
    async with context.services.database.read() as session:
        lesson = await learned.one(session, action(update, ShowLesson).lesson)
    if lesson is None:
        await context.answer(update, context.voice.words.plain("learned-gone"), alert=True)
        return
    await pressed(update).answer()
    await context.show(update, replies.lesson(lesson.id, lesson.phrasings, lesson.html, context.voice))


@helpers_only
async def forget(update: Update, context: Context) -> None:
    """From now on the question is passed on again."""
    async with context.services.database.begin() as session:
        lesson = await learned.one(session, action(update, ForgetLesson).lesson)
        forgotten = lesson is not None and await learned.forget(session, lesson.id)
        if lesson is not None and forgotten:
            await context.record(session, "forgotten", lesson.id)
    if not forgotten:
        await context.answer(update, context.voice.words.plain("learned-gone"), alert=True)
        return
    await pressed(update).answer()
    await context.services.learn()
    await context.show(update, replies.forgotten(context.voice))

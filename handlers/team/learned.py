"""Show learned answers, and take them back."""

from __future__ import annotations

from telegram import Update

from handlers.context import Context, action, pressed
from handlers.gate.permissions import helpers_only
from handlers.results import acknowledged, tell
from messages.actions.team.learned import ForgetLesson, ShowLearned, ShowLesson
from messages.pages import PAGE
from messages.team import learned_texts
from services.team import inbox


@helpers_only
async def listing(update: Update, context: Context) -> None:
    await pressed(update).answer()
    found = await inbox.learned(context.environment, page=action(update, ShowLearned).page, size=PAGE)
    questions = [(each.id, each.phrasings[0]) for each in found.shown]
    await context.show(update, learned_texts.listing(questions, found.total, found.number, context.voice))


@helpers_only
async def show(update: Update, context: Context) -> None:
    lesson = await inbox.lesson(context.environment, lesson=action(update, ShowLesson).lesson)
    if lesson is None:
        await tell(update, context, "learned-gone")
        return
    await pressed(update).answer()
    await context.show(update, learned_texts.lesson(lesson.id, lesson.phrasings, lesson.html, context.voice))


@helpers_only
async def forget(update: Update, context: Context) -> None:
    lesson, now = action(update, ForgetLesson).lesson, context.now
    result = await inbox.forget(context.environment, who=context.organiser, lesson=lesson, now=now)
    if await acknowledged(update, context, result, stale="learned-gone") is not None:
        await context.show(update, learned_texts.forgotten(context.voice))

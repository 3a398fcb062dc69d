"""The agenda: what goes out next and what has gone out, to look at, change, stop and approve."""

from __future__ import annotations

from dataclasses import asdict

from telegram import Update

from domain.announcements.announcements import UNDER_WAY, Announcement, AnnouncementState
from handlers.announcements import approvals, common
from handlers.announcements.sending import show_progress
from handlers.context import Context, action, pressed
from handlers.gate.permissions import organisers_only
from handlers.results import acknowledged
from messages.actions.announcements.agenda import CallOff, OpenAnnouncement, OpenReminder, ShowArchive, ShowDiary
from messages.announcements import agenda_texts, sending_texts
from messages.message import Message
from messages.pages import PAGE
from messages.residents import reminder_texts
from services.announcements import agenda, reading
from services.results import Refusal
from services.team import calling_off
from services.team.calling_off import ReminderRef

_GONE = {Refusal.UNKNOWN: "diary-gone"}


@organisers_only
async def listing(update: Update, context: Context) -> None:
    page = 0
    if update.callback_query is not None:
        await update.callback_query.answer()
        page = max(0, action(update, ShowDiary).page)
    found = await agenda.ahead(context.environment, who=context.organiser, page=page, size=PAGE, now=context.now)
    if found.entries:
        text = agenda_texts.listing(found.entries, found.counts, found.page, found.total, context.voice, context.now)
    else:
        text = agenda_texts.empty(context.voice)
    await context.show(update, text)


@organisers_only
async def open_announcement(update: Update, context: Context) -> None:
    """Whatever can be done with it now."""
    known = await common.found(update, context, action(update, OpenAnnouncement).announcement)
    if known is None:
        return
    await pressed(update).answer()
    if known.state in UNDER_WAY:
        await show_progress(update, context, known)
    elif known.state is AnnouncementState.CANCELLED:
        await context.reply(update, Message(context.voice.words("announce-cancelled")))
    elif not await common.show_content(update, context, known):
        return
    elif known.state is AnnouncementState.DRAFT:
        await context.reply(update, await common.panel(known, context))
    elif known.state is AnnouncementState.APPROVAL:
        await context.reply(update, await approvals.panel(known, context))
    elif known.state is AnnouncementState.SCHEDULED:
        await _show_scheduled(update, context, known)
    else:
        await _show_report(update, context, known)


async def _show_scheduled(update: Update, context: Context, known: Announcement) -> None:
    count = await reading.recipients(context.environment, known, context.now)
    quiet = context.services.quiet
    await context.reply(update, sending_texts.confirmed(known, count, context.voice, context.now, quiet))


async def _show_report(update: Update, context: Context, known: Announcement) -> None:
    found = await reading.report(context.environment, known)
    await context.reply(update, sending_texts.report(known, asdict(found.counts), found.why, context.voice))


@organisers_only
async def open_reminder(update: Update, context: Context) -> None:
    ref = _ref(action(update, OpenReminder))
    result = await calling_off.look(context.environment, who=context.organiser, reminder=ref, now=context.now)
    found = await acknowledged(update, context, result, stale="diary-gone", refused=_GONE)
    if found is not None:
        one = found.value
        await context.reply(update, reminder_texts.reminder([one], context.voice, one.at))
        await context.reply(update, agenda_texts.reminder(one, found.count, context.voice, context.now))


@organisers_only
async def call_off(update: Update, context: Context) -> None:
    ref = _ref(action(update, CallOff))
    result = await calling_off.call_off(context.environment, who=context.organiser, reminder=ref, now=context.now)
    if await acknowledged(update, context, result, stale="diary-gone", refused=_GONE) is not None:
        await context.show(update, Message(context.voice.words("reminder-called-off")))


def _ref(button: OpenReminder | CallOff) -> ReminderRef:
    return ReminderRef(button.event, button.starts, button.lead)


@organisers_only
async def archive(update: Update, context: Context) -> None:
    await pressed(update).answer()
    page = max(0, action(update, ShowArchive).page)
    past = await agenda.past(context.environment, who=context.organiser, page=page, size=PAGE)
    await context.show(update, agenda_texts.archive(past.found, past.page, past.total, context.voice, context.now))

"""The agenda: what goes out next and what has gone out, to look at, change, stop and approve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from telegram import Update

from domain import reminders
from domain.announcements import agenda
from domain.announcements.agenda import AgendaItem
from domain.announcements.announcements import UNDER_WAY, Announcement, AnnouncementState
from domain.delivery import MessageKind
from domain.reminders import Lead, Reminder
from handlers.announcements import approvals, common
from handlers.announcements.sending import show_progress
from handlers.context import Context, action, pressed
from handlers.gate.permissions import organisers_only, responsible
from handlers.results import acknowledged
from messages.actions.announcements.agenda import CallOff, OpenAnnouncement, OpenReminder, ShowArchive, ShowDiary
from messages.announcements import agenda_texts, sending_texts
from messages.message import Message
from messages.pages import PAGE
from messages.residents import reminder_texts
from services.results import Refusal
from services.team import calling_off
from services.team.calling_off import ReminderRef
from storage.announcements import announcements, audiences, reports
from storage.database import Session
from storage.events import events
from storage.outbox import queue
from storage.people import followers, subscriptions
from storage.people.followers import Followers

_GONE = {Refusal.UNKNOWN: "diary-gone"}


@organisers_only
async def listing(update: Update, context: Context) -> None:
    page = 0
    if update.callback_query is not None:
        await update.callback_query.answer()
        page = max(0, action(update, ShowDiary).page)
    async with context.services.database.read() as session:
        every = await _entries(session, context)
        page = min(page, max(0, len(every) - 1) // PAGE)
        shown = every[page * PAGE : (page + 1) * PAGE]
        counts = await _recipients(session, shown)
    if every:
        text = agenda_texts.listing(shown, counts, page, len(every), context.voice, context.now)
    else:
        text = agenda_texts.empty(context.voice)
    await context.show(update, text)


async def _entries(session: Session, context: Context) -> list[AgendaItem]:
    """An organiser of some towns sees theirs. A reminder that nobody wants is none."""
    waiting = await announcements.ahead(session)
    every = await events.every(session)
    keys = [one.key for event in every for one in reminders.of(event, context.services.quiet)]
    produced = await queue.known(session, keys)
    found = agenda.entries(waiting, every, produced, context.now, context.services.quiet)
    every_reminder = [entry.what for entry in found if isinstance(entry.what, Reminder)]
    wanted = await subscriptions.chosen(session, {(one.event.town, one.lead) for one in every_reminder})
    return [entry for entry in found if _responsible(entry, context) and _wanted(entry, wanted)]


def _wanted(entry: AgendaItem, wanted: set[tuple[str, Lead]]) -> bool:
    what = entry.what
    return not isinstance(what, Reminder) or (what.event.town, what.lead) in wanted


def _responsible(entry: AgendaItem, context: Context) -> bool:
    what = entry.what
    towns = (what.event.town,) if isinstance(what, Reminder) else what.audience.towns
    return responsible(context, towns)


async def _recipients(session: Session, entries: Sequence[AgendaItem]) -> list[int]:
    """Return the number of recipients of each: all people counted at once, a group by itself."""
    people = await followers.counts(session, [_followers(entry) for entry in entries])
    return [
        await audiences.recipients(session, what, entry.at)
        if isinstance(what := entry.what, Announcement) and what.audience.target is not None
        else people[_followers(entry)]
        for entry in entries
    ]


def _followers(entry: AgendaItem) -> Followers:
    what = entry.what
    if isinstance(what, Reminder):
        return Followers(entry.at, (what.event.town,), lead=what.lead)
    return audiences.whom(what, entry.at)


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
    quiet = context.services.quiet
    async with context.services.database.read() as session:
        count = await audiences.recipients(session, known, known.start(context.now, quiet))
    await context.reply(update, sending_texts.confirmed(known, count, context.voice, context.now, quiet))


async def _show_report(update: Update, context: Context, known: Announcement) -> None:
    async with context.services.database.read() as session:
        counts = asdict(await reports.counts(session, MessageKind.ANNOUNCEMENT, known.id))
        why = await reports.failures(session, MessageKind.ANNOUNCEMENT, known.id)
    await context.reply(update, sending_texts.report(known, counts, why, context.voice))


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
    """An organiser of some towns sees theirs."""
    await pressed(update).answer()
    page = max(0, action(update, ShowArchive).page)
    async with context.services.database.read() as session:
        past = await announcements.past(session)
        mine = [one for one, audience in past if responsible(context, audience.towns)]
        page = min(page, max(0, len(mine) - 1) // PAGE)
        found = await announcements.some(session, mine[page * PAGE :][:PAGE])
    await context.show(update, agenda_texts.archive(found, page, len(mine), context.voice, context.now))

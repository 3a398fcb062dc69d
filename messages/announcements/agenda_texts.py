"""Show the agenda: when, what, to how many; and the archive of what has gone out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.announcements.agenda import AgendaItem
from domain.announcements.announcements import OVER, UNDER_WAY, Announcement, AnnouncementState
from domain.reminders import Reminder
from messages import dates, keyboards
from messages.actions.announcements.agenda import CallOff, OpenAnnouncement, OpenReminder, ShowArchive, ShowDiary
from messages.announcements.draft_panel import audience
from messages.announcements.sending_texts import summary
from messages.localizer import Localizer
from messages.message import Message, Row
from messages.pages import PAGE


def listing(
    entries: Sequence[AgendaItem], counts: Sequence[int], page: int, total: int, voice: Localizer, now: datetime
) -> Message:
    """Show one page: `entries` and their `counts` of recipients, of `total` entries in all."""
    words = voice.words
    parts: list[str] = [words("diary-title", count=total)]
    parts += [
        _line(number, entry, count, voice, now)
        for number, (entry, count) in enumerate(zip(entries, counts, strict=True), page * PAGE + 1)
    ]
    parts.append(words("diary-how"))
    rows = _numbers([(entry, number) for number, entry in enumerate(entries, page * PAGE + 1)])
    rows += keyboards.turning(page, -(-total // PAGE), ShowDiary)
    rows.append([keyboards.button(words.plain("button-archive"), ShowArchive(0))])
    return Message("\n\n".join(parts), rows)


def _line(number: int, entry: AgendaItem, count: int, voice: Localizer, now: datetime) -> str:
    words = voice.words
    slots: dict[str, str | int] = {
        "number": number,
        "day": voice.near_day(entry.at, now),
        "time": voice.clock(entry.at),
        "countdown": dates.countdown(entry.at - now, words),
    }
    what = entry.what
    if isinstance(what, Reminder):
        lead = voice.lead(what.lead)
        area = voice.name(what.event)
        return words("diary-reminder", **slots, area=area, lead=lead, count=count)
    state = _state(what)
    return words(
        "diary-announcement",
        **slots,
        text=summary(what, voice, 60),
        audience=audience(what, voice),
        count=count,
        state=state,
        repeats="yes" if what.repeat else "no",
    )


def _state(a: Announcement) -> str:
    if a.state in UNDER_WAY:
        return "paused" if a.state is AnnouncementState.PAUSED else "leaving"
    if a.state is AnnouncementState.DRAFT:
        return "prepared" if a.prepared else "draft"
    return str(a.state)


def _numbers(entries: Sequence[tuple[AgendaItem, int]]) -> list[Row]:
    buttons = [keyboards.button(f"{_sign(entry)} {number}", _opens(entry)) for entry, number in entries]
    return keyboards.in_rows(buttons)


def _sign(entry: AgendaItem) -> str:
    if isinstance(entry.what, Reminder):
        return "🔔"
    return {"prepared": "👀", "draft": "✏️", "approval": "👀", "leaving": "📤", "paused": "⏸"}.get(
        _state(entry.what), "🕘"
    )


def _opens(entry: AgendaItem) -> OpenReminder | OpenAnnouncement:
    what = entry.what
    if isinstance(what, Reminder):
        return OpenReminder(what.event.id, int(what.event.starts_at.timestamp()), what.lead.code)
    return OpenAnnouncement(what.id)


def empty(voice: Localizer) -> Message:
    rows = [[keyboards.button(voice.words.plain("button-archive"), ShowArchive(0))]]
    return Message(voice.words("diary-empty"), rows)


def archive(found: Sequence[Announcement], page: int, total: int, voice: Localizer, now: datetime) -> Message:
    """Return what has gone out, the newest first; each opens its report."""
    words = voice.words
    back = [keyboards.button(words.plain("button-diary"), ShowDiary(0))]
    if not found:
        return Message(words("archive-empty"), [back])
    lines: list[str] = [words("archive-title", count=total)]
    for number, each in enumerate(found, page * PAGE + 1):
        at = each.started_at or now
        state = "done" if each.state in OVER[:1] else str(each.state)
        slots = {"day": voice.near_day(at, now), "time": voice.clock(at), "text": summary(each, voice, 60)}
        lines.append(words("archive-line", number=number, state=state, **slots))
    buttons = [
        keyboards.button(f"📊 {number}", OpenAnnouncement(each.id))
        for number, each in enumerate(found, page * PAGE + 1)
    ]
    rows = keyboards.in_rows(buttons)
    return Message("\n\n".join(lines), [*rows, *keyboards.turning(page, -(-total // PAGE), ShowArchive), back])


def reminder(one: Reminder, count: int, voice: Localizer, now: datetime) -> Message:
    """Show when a reminder goes out and to how many, with a button to call it off."""
    off = CallOff(one.event.id, int(one.event.starts_at.timestamp()), one.lead.code)
    slots = {"day": voice.near_day(one.at, now), "time": voice.clock(one.at)}
    rows = [
        [keyboards.button(voice.words.plain("button-call-off"), off)],
        [keyboards.button(voice.words.plain("button-diary"), ShowDiary(0))],
    ]
    return Message(voice.words("diary-reminder-open", count=count, **slots), rows)

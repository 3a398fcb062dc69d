"""The organiser's panel, the announcement itself, and its report."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape

from domain.announcements import Announcement
from domain.calendar import QuietHours
from messages import dates, keyboards
from messages.actions.announcements import (
    CancelAnnouncement,
    ChooseTime,
    ConfirmAnnouncement,
    EditText,
    SendNow,
    ToggleTown,
)
from messages.message import Message, Row, shortened
from messages.voice import Voice


def delivered(announcement: Announcement, language: str) -> Message:
    """What people receive; the preview is made by this very function."""
    return Message(announcement.text(language))


def panel(announcement: Announcement, count: int, voice: Voice, now: datetime, quiet: QuietHours) -> Message:
    """Everything the organiser must know before sending: to whom, how many, when."""
    words = voice.words
    parts = [
        words(
            "announce-panel",
            audience=_audience(announcement, voice),
            count=count,
            when=_when(announcement, voice, now),
        )
    ]
    start = max(announcement.due_at or now, now)
    if (held := quiet.hold(start)) != start:
        parts.append(words("announce-quiet", day=voice.near_day(held, now), time=voice.clock(held)))
    if count == 0:
        parts.append(words("announce-nobody"))
    return Message("\n\n".join(parts), _rows(announcement, count, voice))


def _audience(announcement: Announcement, voice: Voice) -> str:
    if not announcement.towns:
        return voice.words("announce-audience-all")
    return voice.words("announce-audience-towns", towns=voice.listing(announcement.towns))


def _when(announcement: Announcement, voice: Voice, now: datetime) -> str:
    if announcement.due_at is None:
        return voice.words("announce-when-now")
    return voice.words(
        "announce-when-at",
        day=voice.near_day(announcement.due_at, now),
        time=voice.clock(announcement.due_at),
        countdown=dates.countdown(announcement.due_at - now, voice.words),
    )


def _rows(a: Announcement, count: int, voice: Voice) -> list[Row]:
    words = voice.words
    everyone = words.plain("button-audience-all", chosen="no" if a.towns else "yes")
    rows = [[keyboards.button(everyone, ToggleTown(a.id, a.version, ""))]]
    for town in voice.programme.towns:
        chosen = "yes" if town.id in a.towns else "no"
        label = words.plain("button-audience-town", town=town.name, chosen=chosen)
        rows.append([keyboards.button(label, ToggleTown(a.id, a.version, town.id))])
    time = keyboards.button(words.plain("button-choose-time"), ChooseTime(a.id, a.version))
    if a.due_at is not None:
        now = keyboards.button(words.plain("button-send-now"), SendNow(a.id, a.version))
        rows.append([time, now])
    else:
        rows.append([time])
    rows.append([keyboards.button(words.plain("button-edit-text"), EditText(a.id, a.version))])
    if count:
        key = "button-confirm-schedule" if a.due_at else "button-confirm-send"
        rows.append([keyboards.button(words.plain(key, count=count), ConfirmAnnouncement(a.id, a.version))])
    rows.append([keyboards.button(words.plain("button-cancel"), CancelAnnouncement(a.id, a.version))])
    return rows


def confirmed(announcement: Announcement, count: int, voice: Voice, now: datetime) -> Message:
    """What the panel turns into: no more buttons, so that it cannot be pressed twice."""
    if announcement.due_at is None:
        return Message(voice.words("announce-sending", count=count))
    day, time = voice.near_day(announcement.due_at, now), voice.clock(announcement.due_at)
    return Message(voice.words("announce-scheduled", day=day, time=time, count=count))


def report(announcement: Announcement, counts: dict[str, int], voice: Voice) -> Message:
    """Adds up: targeted = sent + blocked + failed + skipped, once nothing is pending."""
    plain = unescape(re.sub(r"<[^>]*>", "", announcement.text(voice.language)))
    return Message(voice.words("announce-report", text=shortened(plain, 80), **counts))

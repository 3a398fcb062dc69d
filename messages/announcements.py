"""The announcement itself, how its sending goes, and its report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from html import unescape
from typing import Any

from telegram import InlineKeyboardButton

from domain.announcements import HOLD, Announcement, Content, State
from domain.calendar import QuietHours
from domain.events import Event
from messages import dates, keyboards
from messages.actions.announcements import (
    ChangeScheduled,
    OpenCard,
    PauseSending,
    ResumeSending,
    StopSending,
)
from messages.message import Call, Message, Row, shortened
from messages.voice import Voice

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024
MOST_REASONS = 5
_METHODS = {
    "animation": "sendAnimation",
    "photo": "sendPhoto",
    "video": "sendVideo",
    "document": "sendDocument",
    "audio": "sendAudio",
}
MEDIA = tuple(_METHODS)


def delivered(announcement: Announcement, voice: Voice, event: Event | None) -> Call:
    """What people who read the voice's language receive; the preview is made by this very function."""
    content = announcement.content(voice.language)
    return _call(content, _buttons(announcement, voice, event))


def _call(content: Content, rows: list[Row]) -> Call:
    message = Message(content.html, rows)
    if content.kind == "text":
        return Call("sendMessage", message.payload)
    if content.kind == "album":
        return Call("sendMediaGroup", {"media": _album(content)})
    keyboard = {"reply_markup": message.keyboard.to_dict()} if message.keyboard else {}
    if content.place is not None:
        latitude, longitude = content.place
        return Call("sendLocation", {"latitude": latitude, "longitude": longitude} | keyboard)
    kind, file = content.media[0]
    return Call(_METHODS[kind], {kind: file} | caption(content) | keyboard)


def _album(content: Content) -> list[dict[str, Any]]:
    """Telegram shows the caption of the first part below the whole."""
    parts: list[dict[str, Any]] = [{"type": kind, "media": file} for kind, file in content.media]
    parts[0] |= caption(content)
    return parts


def caption(content: Content) -> dict[str, str]:
    return {"caption": content.html, "parse_mode": "HTML"} if content.html else {}


def _buttons(announcement: Announcement, voice: Voice, event: Event | None) -> list[Row]:
    rows: list[Row] = [[InlineKeyboardButton(link.text, url=link.url)] for link in announcement.links]
    if event is not None:
        label = voice.words.plain("button-event", town=voice.town(event.town), date=voice.short_day(event))
        rows.append([keyboards.button(label, OpenCard(event.id))])
    return rows


def plain(content: Content) -> str:
    """The words of it, without formatting."""
    return unescape(re.sub(r"<[^>]*>", "", content.html))


def too_long(content: Content) -> tuple[int, int] | None:
    """Its length and the limit, when it is over; counted as Telegram does, in UTF-16."""
    length = len(plain(content).encode("utf-16-le")) // 2
    limit = TEXT_LIMIT if content.kind == "text" else CAPTION_LIMIT
    return (length, limit) if length > limit else None


def summary(announcement: Announcement, voice: Voice, length: int = 80) -> str:
    """How it is called in a list: its first words, or what it is."""
    content = announcement.content(voice.language)
    words = shortened(plain(content), length)
    if content.kind == "text":
        return words
    return voice.words.plain("announce-kind", kind=content.kind, text=words).strip()


def confirmed(a: Announcement, count: int, voice: Voice, now: datetime, quiet: QuietHours) -> Message:
    """What the panel turns into: it says when, and how to stop it."""
    start = a.start(now, quiet)
    stop = keyboards.button(voice.words.plain("button-stop"), StopSending(a.id))
    if start - now <= HOLD:
        slots: dict[str, Any] = {"count": count, "seconds": round((start - now).total_seconds())}
        return Message(voice.words("announce-hold", **slots), [[stop]])
    change = keyboards.button(voice.words.plain("button-change"), ChangeScheduled(a.id, a.version))
    return Message(scheduled(a, count, voice, now, quiet), [[change], [stop]])


def scheduled(a: Announcement, count: int, voice: Voice, now: datetime, quiet: QuietHours) -> str:
    start = a.start(now, quiet)
    return voice.words(
        "announce-scheduled",
        day=voice.near_day(start, now),
        time=voice.clock(start),
        countdown=dates.countdown(start - now, voice.words),
        count=count,
    )


def progress(
    a: Announcement, counts: Mapping[str, int], voice: Voice, now: datetime, *, paused: bool = False
) -> Message:
    """How far it is, how fast, and how long still."""
    words, done = voice.words, counts["targeted"] - counts["pending"]
    slots: dict[str, Any] = {"done": done, "targeted": counts["targeted"], "share": _share(done, counts)}
    stop = keyboards.button(words.plain("button-stop-sending"), StopSending(a.id))
    if paused:
        resume = keyboards.button(words.plain("button-resume"), ResumeSending(a.id))
        return Message(words("announce-paused", **slots), [[resume], [stop]])
    pause = keyboards.button(words.plain("button-pause"), PauseSending(a.id))
    text: str = words("announce-progress", **slots)
    if (left := _time_left(a, done, counts["pending"], now)) is not None:
        rate, seconds = left
        text += "\n" + words("announce-progress-rate", rate=rate, left=_duration(seconds, voice))
    return Message(text, [[pause, stop]])


def _share(done: int, counts: Mapping[str, int]) -> int:
    return 100 * done // counts["targeted"] if counts["targeted"] else 100


def _time_left(a: Announcement, done: int, pending: int, now: datetime) -> tuple[int, timedelta] | None:
    elapsed = (now - a.started_at).total_seconds() if a.started_at else 0
    if elapsed < 1 or done <= a.started_with:
        return None
    rate = (done - a.started_with) / elapsed
    return max(1, round(rate)), timedelta(seconds=pending / rate)


def _duration(span: timedelta, voice: Voice) -> str:
    seconds = max(1, round(span.total_seconds()))
    if seconds < 60:
        return voice.words("span-seconds", count=seconds)
    if seconds < 5400:
        return voice.words("span-minutes", count=round(seconds / 60))
    return voice.words("span-hours", count=round(seconds / 3600))


def ended(a: Announcement, counts: Mapping[str, int], voice: Voice, *, stopped: bool) -> Message:
    """The last words of the message that showed the progress."""
    key = "announce-stopped" if stopped else "announce-done"
    return Message(voice.words(key, sent=counts["sent"], skipped=counts["skipped"]))


def report(
    announcement: Announcement, counts: Mapping[str, int], why: Mapping[str, int], voice: Voice
) -> Message:
    """Adds up: targeted = sent + blocked + failed + skipped, once nothing is pending."""
    words = voice.words
    text = summary(announcement, voice)
    stopped = "yes" if announcement.state is State.STOPPED else "no"
    parts: list[str] = [words("announce-report", text=text, stopped=stopped, **counts)]
    if reasons := [words("announce-reason", reason=reason, count=count) for reason, count in why.items()]:
        parts.append("\n".join([words("announce-reasons"), *reasons[:MOST_REASONS]]))
    return Message("\n\n".join(parts))

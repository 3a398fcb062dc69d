"""Messages of an announcement: itself, its progress, and its report."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from html import unescape
from typing import Any

from telegram import InlineKeyboardButton

from domain.announcements.announcements import HOLD, Announcement, AnnouncementState, Content, ContentKind, File, Spot
from domain.calendar import QuietHours
from domain.events.events import Event
from messages import dates, keyboards
from messages.actions.announcements.amendments import EditDelivered, WithdrawDelivered
from messages.actions.announcements.sending import (
    ChangeScheduled,
    CountsFile,
    OpenCard,
    PauseSending,
    ResumeSending,
    RetryFailed,
    StopSending,
)
from messages.localizer import Localizer
from messages.message import ApiCall, Message, Row, shortened

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024
MOST_REASONS = 5
_METHODS: dict[str, str] = {
    ContentKind.ANIMATION: "sendAnimation",
    ContentKind.PHOTO: "sendPhoto",
    ContentKind.VIDEO: "sendVideo",
    ContentKind.DOCUMENT: "sendDocument",
    ContentKind.AUDIO: "sendAudio",
}
MEDIA = tuple(_METHODS)


def delivered(announcement: Announcement, voice: Localizer, event: Event | None, bot: str) -> ApiCall:
    """Return the message for people who read the localizer's language; the preview is made by this very function.

    `bot`: its name on Telegram, for the link that opens it from a group.
    """
    # Not copyMessage: the organiser's message may change or go, and there would be no versions and no corrections.
    content = announcement.content(voice.language)
    return _call(content, _buttons(announcement, voice, event, bot))


def _call(content: Content, rows: list[Row]) -> ApiCall:
    message = Message(content.html, rows)
    if content.kind == ContentKind.TEXT:
        return ApiCall("sendMessage", message.payload)
    if content.kind == ContentKind.ALBUM:
        return ApiCall("sendMediaGroup", {"media": _album(content)})
    keyboard = {"reply_markup": message.keyboard.to_dict()} if message.keyboard else {}
    if content.place is not None:
        return _pin(content.place, keyboard)
    file = content.media[0]
    return ApiCall(_METHODS[file.kind], {file.kind: file.id} | looks(file) | keyboard)


def _pin(spot: Spot, keyboard: dict[str, Any]) -> ApiCall:
    method = "sendVenue" if spot.venue else "sendLocation"
    where = {"latitude": spot.latitude, "longitude": spot.longitude}
    return ApiCall(method, where | dict(spot.venue) | keyboard)


def _album(content: Content) -> list[dict[str, Any]]:
    return [{"type": file.kind, "media": file.id} | looks(file) for file in content.media]


def looks(file: File) -> dict[str, Any]:
    """Return the looks of a file: its caption, where it stands, and whether the picture is covered."""
    caption = {"caption": file.html, "parse_mode": "HTML"} if file.html else {}
    above = {"show_caption_above_media": True} if file.above else {}
    return caption | above | ({"has_spoiler": True} if file.spoiler else {})


def _buttons(announcement: Announcement, voice: Localizer, event: Event | None, bot: str) -> list[Row]:
    rows: list[Row] = [[InlineKeyboardButton(link.text, url=link.url)] for link in announcement.links]
    if event is not None:
        label = voice.words.plain("button-event", name=voice.name(event), date=voice.short_day(event))
        if announcement.audience.target is None:
            rows.append([keyboards.button(label, OpenCard(event.id))])
        else:  # in a group or channel the card would appear before everyone
            rows.append([InlineKeyboardButton(label, url=keyboards.deep_link(event, bot))])
    return rows


def plain(html: str) -> str:
    """Return the words without formatting."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def length(html: str) -> int:
    """Return the length as Telegram counts: without formatting, in UTF-16."""
    return len(plain(html).encode("utf-16-le")) // 2


def too_long(content: Content) -> tuple[int, int] | None:
    """Return the length of its text or longest caption and the limit, if it is over."""
    longest = max(map(length, (content.html, *(file.html for file in content.media))))
    limit = CAPTION_LIMIT if content.media else TEXT_LIMIT
    return (longest, limit) if longest > limit else None


def summary(announcement: Announcement, voice: Localizer, most: int = 80) -> str:
    """Return a name for lists: its first words, or what it is."""
    content = announcement.content(voice.language)
    words = shortened(plain(content.words), most)
    if content.kind == ContentKind.TEXT:
        return words
    return voice.words.plain("announce-kind", kind=content.kind, text=words).strip()


def confirmed(a: Announcement, count: int, voice: Localizer, now: datetime, quiet: QuietHours) -> Message:
    """Return the text that replaces the panel: it says when, and how to stop it."""
    start = a.start(now, quiet)
    stop = keyboards.button(voice.words.plain("button-stop"), StopSending(a.id))
    if start - now <= HOLD:
        slots: dict[str, Any] = {"count": count, "seconds": round((start - now).total_seconds())}
        return Message(voice.words("announce-hold", **slots), [[stop]])
    change = keyboards.button(voice.words.plain("button-change"), ChangeScheduled(a.id, a.version))
    return Message(scheduled(a, count, voice, now, quiet), [[change], [stop]])


def scheduled(a: Announcement, count: int, voice: Localizer, now: datetime, quiet: QuietHours) -> str:
    start = a.start(now, quiet)
    return voice.words(
        "announce-scheduled",
        day=voice.near_day(start, now),
        time=voice.clock(start),
        countdown=dates.countdown(start - now, voice.words),
        count=count,
    )


def progress(
    a: Announcement, counts: Mapping[str, int], rate: float, left: timedelta | None, voice: Localizer
) -> Message:
    """Return the progress: how far, how fast (messages a second), and how long still."""
    words, targeted = voice.words, counts["targeted"]
    done = targeted - counts["pending"]
    share = 100 * done // targeted if targeted else 100
    slots: dict[str, Any] = {"done": done, "targeted": targeted, "share": share}
    stop = keyboards.button(words.plain("button-stop-sending"), StopSending(a.id))
    if a.state is AnnouncementState.PAUSED:
        resume = keyboards.button(words.plain("button-resume"), ResumeSending(a.id))
        return Message(words("announce-paused", **slots), [[resume], [stop]])
    pause = keyboards.button(words.plain("button-pause"), PauseSending(a.id))
    text: str = words("announce-progress", **slots)
    if rate and left is not None:
        slots = {"rate": max(1, round(rate)), "left": _duration(left, voice)}
        text += "\n" + words("announce-progress-rate", **slots)
    return Message(text, [[pause, stop]])


def _duration(span: timedelta, voice: Localizer) -> str:
    seconds = max(1, round(span.total_seconds()))
    if seconds < 60:
        return voice.words("span-seconds", count=seconds)
    if seconds < 5400:
        return voice.words("span-minutes", count=round(seconds / 60))
    return voice.words("span-hours", count=round(seconds / 3600))


def ended(a: Announcement, counts: Mapping[str, int], voice: Localizer, *, stopped: bool) -> Message:
    """Return the last words of the message that showed the progress."""
    key = "announce-stopped" if stopped else "announce-done"
    return Message(voice.words(key, sent=counts["sent"], skipped=counts["skipped"]))


def failed(counts: Mapping[str, int]) -> bool:
    """Return True if it reached nobody, and not because nobody wanted it."""
    return not counts["sent"] and counts["failed"] > 0


def report(announcement: Announcement, counts: Mapping[str, int], why: Mapping[str, int], voice: Localizer) -> Message:
    """Report the sending. It adds up: targeted = sent + blocked + failed + skipped, once nothing is pending."""
    words = voice.words
    text = summary(announcement, voice)
    stopped = "yes" if announcement.state is AnnouncementState.STOPPED else "failed" if failed(counts) else "no"
    parts: list[str] = [words("announce-report", text=text, stopped=stopped, **counts)]
    if reasons := [words("announce-reason", reason=reason, count=count) for reason, count in why.items()]:
        parts.append("\n".join([words("announce-reasons"), *reasons[:MOST_REASONS]]))
    return Message("\n\n".join(parts), _report_rows(announcement, counts, voice))


def _report_rows(a: Announcement, counts: Mapping[str, int], voice: Localizer) -> list[Row]:
    words = voice.words
    repair = [keyboards.button(words.plain("button-withdraw"), WithdrawDelivered(a.id))]
    if a.content("").place is None:
        repair.insert(0, keyboards.button(words.plain("button-edit-delivered"), EditDelivered(a.id, "")))
    rows = [repair] if counts["sent"] else []
    rows.append([keyboards.button(words.plain("button-counts-file"), CountsFile(a.id))])
    if failed := counts["failed"]:
        label = words.plain("button-retry", count=failed)
        rows.insert(0, [keyboards.button(label, RetryFailed(a.id, a.version))])
    return rows


_COLUMNS = ("targeted", "sent", "blocked", "failed", "skipped", "pending", "perhaps_twice")


def counts_file(by_language: Mapping[str, Mapping[str, int]], voice: Localizer) -> bytes:
    """Return a CSV file: a line for each language and one for all, as Italian spreadsheets open it."""
    words, file = voice.words, io.StringIO()
    table = csv.writer(file, delimiter=";")
    names = [words.plain(f"column-{column.replace('_', '-')}") for column in _COLUMNS]
    table.writerow([words.plain("column-language"), *names])
    for language, counts in by_language.items():
        name = words.language_name(language)
        table.writerow([name, *(counts[column] for column in _COLUMNS)])
    totals = (sum(counts[column] for counts in by_language.values()) for column in _COLUMNS)
    table.writerow([words.plain("column-all"), *totals])
    return file.getvalue().encode("utf-8-sig")

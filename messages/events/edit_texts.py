"""Changing an event: what the organiser sees on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from telegram import InlineKeyboardButton

from domain.calendar import QuietHours
from domain.events import change_rules
from domain.events.change_rules import Change, ChangeKind
from domain.events.events import Event, Place
from messages import keyboards, pages
from messages.actions.events.cards import ConfirmDates, ConfirmDay, ConfirmEvent
from messages.actions.events.editing import (
    ChangeField,
    DropChange,
    EditEvent,
    ListEvents,
    ListVenues,
    NewEvent,
    NewEventIn,
    PickVenue,
    SaveChange,
)
from messages.actions.prompts import FindInList
from messages.events.notices import differences
from messages.localizer import Localizer
from messages.message import Html, Message, Row, shortened


def listing(events: Sequence[Event], page: int, voice: Localizer) -> Message:
    """The events that this organiser may change."""
    words = voice.words
    shown = pages.page(events, page)
    rows = [[keyboards.button(_label(event, voice), EditEvent(event.id))] for event in shown.shown]
    rows += shown.turning(ListEvents, FindInList("events"))
    if any(not event.confirmed for event in events):
        rows.append([keyboards.button(words.plain("button-confirm-all-dates"), ConfirmDates())])
    rows.append([keyboards.button(words.plain("button-new-event"), NewEvent())])
    return Message(words("edit-which" if events else "edit-nothing"), rows)


def _label(event: Event, voice: Localizer) -> str:
    if not event.takes_place:
        key = "button-edit-cancelled"
    else:
        key = "button-edit-event" if event.confirmed else "button-edit-unconfirmed"
    date = voice.short_day(event)
    return voice.words.plain(key, name=voice.name(event), date=date)


def choose_area(areas: Sequence[str], voice: Localizer, number: int = 0) -> Message:
    page = pages.page(areas, number)
    rows = [[keyboards.button(voice.area(area), NewEventIn(area))] for area in page.shown]
    return Message(voice.words("edit-new-area"), [*rows, *page.turning(NewEvent, FindInList("areas"))])


def panel(change: Change, count: int | None, voice: Localizer, now: datetime, quiet: QuietHours) -> Message:
    """The event, what is about to change of it, and what would happen then. `count` is None if nobody follows."""
    after = change.after
    if after is None:
        return Message(voice.words("edit-new-when", **voice.named(change.area or "")))
    if change.before is None:
        text = voice.words("edit-new", event=_facts(after, voice))
        return Message(_with_advice(text, change, after, count, voice, now, quiet), _new_rows(change, count, voice))
    if not change.kinds(voice.programme.zone):
        text = voice.words("edit-event", event=_facts(after, voice), count=count or 0)
        if change.version > 1:
            text = Html(f"{voice.words('edit-same')}\n\n{text}")
        return Message(text, _fields(change, after, voice))
    lines = Html("\n".join(differences(change.before, after, voice)))
    text = voice.words("edit-change", **voice.event(after), changes=lines)
    return Message(_with_advice(text, change, after, count, voice, now, quiet), _saving(change, count, voice))


def _with_advice(
    text: str, change: Change, after: Event, count: int | None, voice: Localizer, now: datetime, quiet: QuietHours
) -> str:
    words, area = voice.words, voice.name(after)
    if count is None:
        return f"{text}\n\n{words('edit-nobody', area=area)}"
    advice = "edit-advise-telling" if _worth_telling(change, after, voice) else "edit-advise-silence"
    parts = [text, words(advice, area=area, count=count)]
    leaves = change_rules.notice_time(change.before, after, now, quiet)
    if leaves != now:
        parts.append(words("edit-quiet", day=voice.near_day(leaves, now), time=voice.clock(leaves)))
    elif quiet.hold(now) != now:
        parts.append(words("edit-wakes"))
    return "\n\n".join(parts)


def _worth_telling(change: Change, after: Event, voice: Localizer) -> bool:
    return change.before is None or change_rules.worth_telling(change.before, after, voice.programme.zone)


def _facts(event: Event, voice: Localizer) -> Html:
    """Day, hours, place, note and standing of an event, as lines."""
    words, told = voice.words, voice.told(event)
    parts = [words("edit-facts", **told)]
    if told["note"]:
        parts.append(words("fact-note", value=told["note"]))
    if not event.takes_place:
        parts.append(words("card-cancelled"))
    elif event.id and not event.confirmed:
        parts.append(words("card-unconfirmed"))
    elif event.checked_at is not None:
        parts.append(words("card-confirmed", date=voice.short_date(event.checked_at)))
    return Html("\n".join(parts))


def _fields(change: Change, event: Event, voice: Localizer) -> list[Row]:
    """Return buttons for what can be changed of an existing event."""
    rows = [_row(change, voice, "day", "hours"), _row(change, voice, "venue", "note")]
    if event.note:
        rows.append(_row(change, voice, "nonote"))
    rows.append(_row(change, voice, "cancel" if event.takes_place else "revive"))
    if event.takes_place:
        right = keyboards.button(voice.words.plain("button-right"), ConfirmEvent(event.id, event.version))
        rows.insert(0, [right])
    rows.append([keyboards.button(voice.words.plain("button-edit-list"), ListEvents(0))])
    return rows


def _row(change: Change, voice: Localizer, *fields: str) -> Row:
    words = voice.words
    return [
        keyboards.button(words.plain(f"button-field-{field}"), ChangeField(change.id, change.version, field))
        for field in fields
    ]


def _saving(change: Change, count: int | None, voice: Localizer) -> list[Row]:
    after = change.after
    telling = after is not None and _worth_telling(change, after, voice)
    rows = _save_rows(change, count, telling, "button-save", voice)
    rows.append(_row(change, voice, "more"))
    rows.append([_drop(change, voice)])
    return rows


def _new_rows(change: Change, count: int | None, voice: Localizer) -> list[Row]:
    rows = _save_rows(change, count, True, "button-create", voice)
    return [*rows, _row(change, voice, "when", "venue"), _row(change, voice, "note"), [_drop(change, voice)]]


def _save_rows(change: Change, count: int | None, telling: bool, key: str, voice: Localizer) -> list[Row]:
    """Return the buttons that save, the advised one first."""
    words = voice.words
    silent = keyboards.button(words.plain(f"{key}-silently"), SaveChange(change.id, change.version, 0))
    if count is None:
        return [[keyboards.button(words.plain(key), SaveChange(change.id, change.version, 0))]]
    tell = keyboards.button(words.plain(f"{key}-and-tell", count=count), SaveChange(change.id, change.version, 1))
    return [[tell], [silent]] if telling else [[silent], [tell]]


def _drop(change: Change, voice: Localizer) -> InlineKeyboardButton:
    return keyboards.button(voice.words.plain("button-drop-change"), DropChange(change.id, change.version))


def more(change: Change, voice: Localizer) -> Message:
    """Return the further fields that can be changed before anything is saved."""
    after = change.after or change.before
    if after is None:
        return Message(voice.words("edit-which"))
    rows = [
        _row(change, voice, "day", "hours"),
        _row(change, voice, "venue", "note"),
        _row(change, voice, "back"),
    ]
    return Message(voice.words("edit-more", event=_facts(after, voice)), rows)


def choose_venue(change: Change, known: Mapping[str, Place], voice: Localizer, number: int = 0) -> Message:
    """The venues of its areas, a new one, and a way to put this one's words right."""
    area = change.area or ""
    ids = [venue.id for venue in voice.programme.venues if venue.area in change.areas]
    ids += [venue for venue in known if venue not in ids]
    page = pages.page(ids, number)
    rows = [
        [keyboards.button(_venue_label(venue, known, voice), PickVenue(change.id, change.version, venue))]
        for venue in page.shown
    ]
    rows += page.turning(lambda to: ListVenues(change.id, change.version, to))
    rows.append(_row(change, voice, "newvenue"))
    if change.before is not None:
        rows.append(_row(change, voice, "address"))
    if change.after is not None:
        rows.append(_row(change, voice, "back"))
    return Message(voice.words("edit-venue", **voice.named(area)), rows)


def _venue_label(venue: str, known: Mapping[str, Place], voice: Localizer) -> str:
    name, address = voice.venue(venue, known.get(venue))
    return f"{name}, {address}"[:60]


def ask(field: str, change: Change, voice: Localizer) -> Message:
    """Ask to type a value; shows the present one."""
    after = change.after
    if after is None:
        return Message(voice.words("edit-new-when", **voice.named(change.area or "")))
    return Message(voice.words(f"edit-ask-{field}", **voice.event(after)))


def saved(
    change: Change, event: Event, told_at: datetime | None, count: int, voice: Localizer, now: datetime
) -> Message:
    """Return the text that replaces the panel, without buttons that save. `count` people are told from `told_at` on."""
    words = voice.words
    parts = [words("edit-created" if change.before is None else "edit-saved", event=_facts(event, voice))]
    if told_at is None:
        parts.append(words("edit-not-telling"))
    elif told_at > now:
        day, time = voice.near_day(told_at, now), voice.clock(told_at)
        parts.append(words("edit-telling-later", count=count, day=day, time=time))
    else:
        parts.append(words("edit-telling", count=count))
    back = keyboards.button(words.plain("button-edit-list"), ListEvents(0))
    return Message("\n\n".join(parts), [[back]])


def right_question(event: Event, voice: Localizer) -> Message:
    """Asked some days before the event."""
    words = voice.words
    rows = [
        [keyboards.button(words.plain("button-right-yes"), ConfirmEvent(event.id, event.version))],
        [keyboards.button(words.plain("button-right-change"), EditEvent(event.id))],
    ]
    return Message(words("right-ask", event=_facts(event, voice)), rows)


def right_questions(day: Sequence[Event], voice: Localizer) -> Message:
    """Asked once of all the events of a day."""
    if len(day) == 1:
        return right_question(day[0], voice)
    words, every = voice.words, ConfirmDay(day[0].starts_at.astimezone(voice.programme.zone).toordinal(), _sum(day))
    shown = pages.page(day).shown
    lines = [words("dates-line", **voice.event(event)) for event in shown]
    if len(day) > len(shown):
        lines.append(words("reminder-more", count=len(day) - len(shown)))
    rows = [
        [keyboards.button(words.plain("button-right-all"), every)],
        [keyboards.button(words.plain("button-right-change"), ListEvents(0))],
    ]
    return Message(words("right-ask-day", events=Html("\n".join(lines))), rows)


def _sum(events: Sequence[Event]) -> int:
    return sum(event.version for event in events)


def right(event: Event, done: bool, voice: Localizer) -> Message:
    """The answer to the one who said that an event is right; not done: it had changed meanwhile."""
    words = voice.words
    if done:
        back = keyboards.button(words.plain("button-edit-list"), ListEvents(0))
        return Message(words("right-done", event=_facts(event, voice)), [[back]])
    return Message(f"{words('right-stale')}\n\n{_facts(event, voice)}", right_question(event, voice).rows)


def what_changed(before: Event, after: Event, voice: Localizer) -> str:
    """Old and new, short enough for a list."""
    if change_rules.kinds(before, after, voice.programme.zone) == [ChangeKind.NOTE]:
        return f"«{shortened(before.note, 60)}» → «{shortened(after.note, 60)}»"
    where = "place" if (before.venue, before.place) != (after.venue, after.place) else "address"
    return f"{in_short(before, voice, where)} → {in_short(after, voice, where)}"


def in_short(event: Event, voice: Localizer, where: str = "address") -> str:
    """Days, hours, and `where`: the address, or with "place" the venue's name too."""
    slots = voice.event(event)
    several = event.days(voice.programme.zone) if slots["until"] or slots["end"] else 0
    days = "–".join([voice.short_day(event), *([voice.short_date(event.last_moment)] if several else [])])
    hours = "–".join(filter(None, (slots["start"], slots["end"])))
    return ", ".join(filter(None, (f"{days} {hours}".strip(), slots[where] or slots["venue"])))

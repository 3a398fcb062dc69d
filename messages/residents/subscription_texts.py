"""Messages about subscriptions: confirmations, the list, and the choice of leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from telegram import InlineKeyboardButton

from domain import feeds
from domain.events.events import Event
from domain.reminders import Lead
from messages import keyboards, pages
from messages.actions.events.cards import ShowEvents
from messages.actions.residents.subscriptions import (
    Resubscribe,
    SetLead,
    ShowReminders,
    Subscribe,
    Unsubscribe,
    codes,
)
from messages.localizer import Localizer
from messages.message import Html, Message, Row
from messages.residents import mute_texts

Leads = tuple[Lead, ...]

MOST_LISTED, MOST_MOMENTS = 5, 6
"""More events, or moments at which somebody will hear of them, nobody reads in one message."""


@dataclass(frozen=True)
class Promise:
    """A resident's choice for a feed, and what follows from it: when he or she will still hear of its events."""

    leads: Leads
    to_come: Sequence[datetime]
    silent_until: datetime | None


def subscribed(feed: str, ahead: Sequence[Event], promise: Promise, voice: Localizer, now: datetime) -> Message:
    """Confirm a subscription: when the meetings are, and when the resident will still hear of them."""
    words = voice.words
    parts = [words("subscribed", **voice.feed_slots(feed))]
    if not ahead:
        key = "promise-leads" if promise.leads else "promise-no-leads"
        parts.append(words("subscribed-no-event", **voice.feed_slots(feed)))
        parts.append(words(key, leads=_leads(promise.leads, voice)))
    else:
        parts += [*_when(ahead, voice, now), _promise(promise, len(ahead), voice, now)]
    if promise.silent_until is not None:
        parts.append(mute_texts.state(promise.silent_until, voice))
    rows = [
        [keyboards.leads_button(feed, voice)],
        [keyboards.follow_button(feed, True, voice)],
        [keyboards.button(words.plain("button-show-events"), ShowEvents())],
    ]
    return Message("\n".join(parts), rows)


def _when(ahead: Sequence[Event], voice: Localizer, now: datetime) -> list[Html]:
    slots = [voice.event(event) | {"day": voice.near_day(event.starts_at, now)} for event in ahead]
    sure = all(event.confirmed for event in ahead)
    if len(ahead) == 1:
        return [voice.words("subscribed-when" if sure else "subscribed-when-unconfirmed", **slots[0])]
    lines = [voice.words("subscribed-each", **each) for each in slots[:MOST_LISTED]]
    if len(slots) > MOST_LISTED:
        lines.append(voice.words("subscribed-more", count=len(slots) - MOST_LISTED))
    unsure = [] if sure else [voice.words("events-unconfirmed")]
    return [voice.words("subscribed-several"), *lines, *unsure]


def _promise(promise: Promise, meetings: int, voice: Localizer, now: datetime) -> Html:
    """Return the moments themselves, not the leads, so that it stays true when the choice changes."""
    if not promise.leads:
        return voice.words("promise-no-leads")
    if not promise.to_come:
        if promise.silent_until:
            return voice.words("promise-silent")
        return voice.words("promise-past", count=meetings)
    if len(promise.to_come) > MOST_MOMENTS:
        return voice.words("promise-each", moment=voice.moment(promise.to_come[0], now))
    moments = voice.joined(voice.moment(moment, now) for moment in promise.to_come)
    return voice.words("promise", moments=moments)


def _leads(leads: Leads, voice: Localizer) -> str:
    return voice.joined(voice.lead(lead) for lead in leads)


def turned(
    rows: Sequence[Sequence[InlineKeyboardButton]], feed: str, undo: Resubscribe | None, voice: Localizer
) -> list[Row]:
    """Return the same buttons with the feed's bell as it is now; `undo`: the way back, if it was just left."""
    kind = Unsubscribe if undo is not None else (Subscribe, Resubscribe)

    def now(button: InlineKeyboardButton) -> InlineKeyboardButton:
        data = button.callback_data
        pressed = next((a for each in _BELLS if (a := each.unpack(data)) is not None), None)
        if not isinstance(pressed, kind) or pressed.feed != feed:
            return button
        named = voice.feed(feed) in button.text
        if undo is not None:
            label = "button-subscribe-area" if named else "button-subscribe"
            return keyboards.button(voice.words.plain(label, **voice.feed_slots(undo.feed)), undo)
        return keyboards.leads_button(feed, voice) if named else keyboards.follow_button(feed, True, voice)

    return [[now(button) for button in row] for row in rows]


_BELLS = (Subscribe, Resubscribe, Unsubscribe)


def unsubscribed(undo: Resubscribe, voice: Localizer) -> Message:
    button = keyboards.button(voice.words.plain("button-undo-unsubscribe"), undo)
    return Message(voice.words("unsubscribed", **voice.feed_slots(undo.feed)), [[button]])


def reminders(
    followed: Mapping[str, Leads],
    silent_until: datetime | None,
    events: Sequence[Event],
    voice: Localizer,
    now: datetime,
    number: int = 0,
) -> Message:
    """List what the resident follows and when each reminder comes, with a bell for every other feed.

    Where the feeds are more than a page, those that are followed come first.
    """
    words = voice.words
    every = list(dict.fromkeys([*map(str, feeds.offered(voice.programme)), *followed]))
    if len(every) > pages.PAGE:
        every.sort(key=lambda feed: feed not in followed)
    page = pages.page(every, number)
    rows = [
        [keyboards.leads_button(feed, voice) if feed in followed else keyboards.named_subscribe_button(feed, voice)]
        for feed in page.shown
    ]
    rows += page.turning(ShowReminders)
    shown = [feed for feed in followed if feed in page.shown]
    most = 2 * pages.PAGE // max(1, len(shown))
    coming = {feed: _ahead(feed, events, voice, now)[: max(1, most)] for feed in shown}
    lines = [_line(feed, followed[feed], coming[feed], voice) for feed in shown]
    parts = [words("reminders-title"), *lines, *([] if followed else [words("reminders-none")])]
    ahead = [event for feed in shown for event in coming[feed]]
    if not all(event.confirmed for event in ahead):
        parts.append(words("events-unconfirmed"))
    if silent_until is not None:
        parts.append(mute_texts.state(silent_until, voice))
    if followed:
        parts.append(words("reminders-how"))
        rows.append([mute_texts.end_button(voice) if silent_until else mute_texts.begin_button(voice)])
    return Message("\n\n".join(parts), rows)


def _ahead(feed: str, events: Sequence[Event], voice: Localizer, now: datetime) -> list[Event]:
    known = feeds.read(feed, voice.programme)
    return feeds.ahead(known, events, voice.programme, now) if known else []


def _line(feed: str, leads: Leads, ahead: Sequence[Event], voice: Localizer) -> str:
    lines = [voice.words("reminders-line", **voice.event(event)) for event in ahead]
    key = "reminders-leads" if leads else "reminders-no-leads"
    none = [] if ahead else [voice.words("reminders-line-no-event", **voice.feed_slots(feed))]
    return "\n".join([*lines, *none, voice.words(key, leads=_leads(leads, voice))])


def leads(feed: str, ahead: Sequence[Event], promise: Promise, voice: Localizer, now: datetime) -> Message:
    """Show a button for each lead of a feed's reminders, which says whether it is on."""
    words = voice.words
    parts: list[str] = [words("leads-title", **voice.feed_slots(feed))]
    key = "leads-event" if len(ahead) == 1 else "reminders-line"
    parts += ["\n".join(words(key, **voice.event(event)) for event in ahead)] if ahead else []
    if not all(event.confirmed for event in ahead):
        parts.append(words("card-unconfirmed" if len(ahead) == 1 else "events-unconfirmed"))
    parts.append(words("leads-ask"))
    if not promise.leads:
        parts.append(words("promise-no-leads"))
    elif promise.to_come:
        parts.append(words("leads-next", moment=voice.moment(promise.to_come[0], now)))
    elif ahead:
        parts.append(words("leads-none-left", count=len(ahead)))
    if promise.silent_until is not None:
        parts.append(mute_texts.state(promise.silent_until, voice))
    rows = [[_lead_button(feed, lead, lead in promise.leads, voice)] for lead in Lead]
    rows.append([keyboards.follow_button(feed, True, voice)])
    rows.append([keyboards.button(words.plain("button-back-reminders"), ShowReminders())])
    return Message("\n\n".join(parts), rows)


def _lead_button(feed: str, lead: Lead, on: bool, voice: Localizer) -> InlineKeyboardButton:
    label = voice.words.plain("button-lead", on="yes" if on else "no", lead=voice.lead(lead))
    return keyboards.button(label, SetLead(feed, codes([lead]), 0 if on else 1))


def stopped(left: Sequence[str], voice: Localizer) -> Message:
    return Message(voice.words("stopped" if left else "stopped-nothing"))

"""Following a town: confirmations, and the list of what one follows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from telegram import InlineKeyboardButton

from domain.events import Event, next_in
from domain.reminders import Lead, Reminder
from messages import keyboards
from messages.actions.events import ShowEvents
from messages.actions.subscriptions import Subscribe, Unsubscribe
from messages.catalog import Html
from messages.message import Message, Row
from messages.voice import Voice


def subscribed(
    town: str, event: Event | None, reminders: Sequence[Reminder], voice: Voice, now: datetime
) -> Message:
    """Says when the meeting is, and which of its reminders are still to come."""
    words = voice.words
    if event is None:
        when = words("subscribed-no-event", town=voice.town(town))
        return Message(words("subscribed", town=voice.town(town), when=when), _after(town, voice))
    key = {0: "subscribed-too-late", 1: "subscribed-one-left"}.get(_to_come(reminders, now), "subscribed")
    text = words(key, town=voice.town(town), when=_when(event, voice, now))
    return Message(text, _after(town, voice))


def _to_come(reminders: Sequence[Reminder], now: datetime) -> int:
    ahead = {reminder.lead for reminder in reminders if reminder.due_at > now}
    return len(ahead & {Lead.DAY_BEFORE, Lead.TWO_HOURS})


def _when(event: Event, voice: Voice, now: datetime) -> Html:
    key = "subscribed-when" if event.confirmed else "subscribed-when-unconfirmed"
    return voice.words(key, **voice.event(event), day=voice.near_day(event.starts_at, now))


def _after(town: str, voice: Voice) -> list[Row]:
    return [
        [keyboards.follow_button(town, True, voice)],
        [keyboards.button(voice.words.plain("button-show-events"), ShowEvents())],
    ]


def turned(
    rows: Sequence[Sequence[InlineKeyboardButton]], town: str, followed: bool, voice: Voice
) -> list[Row]:
    """The same buttons, with the town's bell as it is now."""
    data = Subscribe(town).pack() if followed else Unsubscribe(town).pack()
    named = voice.town(town)

    def now(button: InlineKeyboardButton) -> InlineKeyboardButton:
        if button.callback_data != data:
            return button
        kind = keyboards.town_follow_button if named in button.text else keyboards.follow_button
        return kind(town, followed, voice)

    return [[now(button) for button in row] for row in rows]


def unsubscribed(town: str, voice: Voice) -> Message:
    undo = keyboards.button(voice.words.plain("button-undo-unsubscribe"), Subscribe(town))
    return Message(voice.words("unsubscribed", town=voice.town(town)), [[undo]])


def reminders(followed: Sequence[str], events: Sequence[Event], voice: Voice, now: datetime) -> Message:
    """What the resident follows, and a bell for every town."""
    words = voice.words
    towns = [town.id for town in voice.programme.towns]
    rows = [[keyboards.town_follow_button(town, town in followed, voice)] for town in towns]
    if not followed:
        return Message("\n\n".join([words("reminders-title"), words("reminders-none")]), rows)
    lines = [_line(town, next_in(town, events, now), voice) for town in followed]
    return Message("\n\n".join([words("reminders-title"), "\n".join(lines), words("reminders-how")]), rows)


def _line(town: str, event: Event | None, voice: Voice) -> str:
    if event is None:
        return voice.words("reminders-line-no-event", town=voice.town(town))
    return voice.words("reminders-line", **voice.event(event))


def stopped(towns: Sequence[str], voice: Voice) -> Message:
    return Message(voice.words("stopped" if towns else "stopped-nothing"))

"""Messages about the mute: ask how long, and say plainly what it covers."""

from __future__ import annotations

from datetime import datetime, timedelta

from telegram import InlineKeyboardButton

from domain.residents.mute import FOR_GOOD
from messages import keyboards
from messages.actions.action import Action
from messages.actions.residents.mute import BeSilent, ChooseDay, EndSilence, ShowSilence
from messages.actions.residents.subscriptions import ShowReminders
from messages.localizer import Localizer
from messages.message import Html, Message

WEEK, MONTH = 7, 30


def question(voice: Localizer) -> Message:
    choices = (
        ("button-silent-week", BeSilent(WEEK)),
        ("button-silent-month", BeSilent(MONTH)),
        ("button-silent-day", ChooseDay()),
        ("button-silent-for-good", BeSilent(0)),
        ("button-back-reminders", ShowReminders()),
    )
    return Message(voice.words("silence-ask"), [[_button(key, action, voice)] for key, action in choices])


def which_day(voice: Localizer, unread: str = "") -> Message:
    key = "silence-day-unreadable" if unread else "silence-day"
    return Message(voice.words(key, text=unread), [[_button("button-back", ShowSilence(), voice)]])


def begun(until: datetime, voice: Localizer) -> Message:
    key = "silence-begun-for-good" if until >= FOR_GOOD else "silence-begun"
    rows = [[end_button(voice)], [_button("button-back-reminders", ShowReminders(), voice)]]
    text = f"{voice.words(key, **_days(until, voice))}\n\n{voice.words('silence-covers')}"
    return Message(text, rows)


def state(until: datetime, voice: Localizer) -> Html:
    """Return the sentence about the mute for other messages, while it lasts."""
    return voice.words("silence-for-good" if until >= FOR_GOOD else "silence-until", **_days(until, voice))


def _days(until: datetime, voice: Localizer) -> dict[str, str]:
    """Return the last muted day, and the moment of the return."""
    back = min(until, FOR_GOOD - timedelta(days=2))
    return {"last": voice.weekday_and_day(back - timedelta(seconds=1)), "back": voice.weekday_and_day(back)}


def begin_button(voice: Localizer) -> InlineKeyboardButton:
    return _button("button-silence", ShowSilence(), voice)


def end_button(voice: Localizer) -> InlineKeyboardButton:
    return _button("button-end-silence", EndSilence(), voice)


def _button(key: str, action: Action, voice: Localizer) -> InlineKeyboardButton:
    return keyboards.button(voice.words.plain(key), action)

"""Buttons. The same sign means the same thing everywhere: 🔔 🔕 ✅ ❌ 🕘 ✏️ 🗑 📅 📍 ✉️ ↩️."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote, quote_plus

from telegram import InlineKeyboardButton

from domain import feeds
from domain.events.events import Event
from domain.events.timing import Hours
from messages.actions.action import Action
from messages.actions.events.cards import CalendarFile, ShowEvent, ShowEvents, ShowVenue
from messages.actions.residents.attendance import Come
from messages.actions.residents.subscriptions import ShowLeads, Subscribe, Unsubscribe
from messages.localizer import Localizer
from messages.message import Row

MAP_SEARCH = "https://www.google.com/maps/search/?api=1&query="
SHARE = "https://t.me/share/url"
ADDED = "group"
"""What a group that is chosen from the button says to `/start`."""


def button(label: str, action: Action) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=action.pack())


def choice(label: str, chosen: bool, action: Action) -> InlineKeyboardButton:
    """One of several that can be chosen."""
    return button(f"{'●' if chosen else '○'} {label}", action)


def in_rows(buttons: Sequence[InlineKeyboardButton]) -> list[Row]:
    """Arrange short buttons, such as numbers, four in a row."""
    return [list(buttons[start : start + 4]) for start in range(0, len(buttons), 4)]


def turning(page: int, pages: int, to: Callable[[int], Action]) -> list[Row]:
    """Return the row that turns to the pages before and after this one (counted from 0), or none."""
    row = []
    if page > 0:
        row.append(button(f"◀️ {page}/{pages}", to(page - 1)))
    if page + 1 < pages:
        row.append(button(f"{page + 2}/{pages} ▶️", to(page + 1)))
    return [row] if row else []


def event_button(event: Event, voice: Localizer, among: Sequence[Event] = ()) -> InlineKeyboardButton:
    """`among`: the meetings of the buttons beside it; one of the same area and day is told apart by its hour."""
    return button(event_label(event, voice, among), ShowEvent(event.id))


def event_label(event: Event, voice: Localizer, among: Sequence[Event] = ()) -> str:
    name, date = voice.name(event), voice.short_day(event)
    others = [(voice.name(each), voice.short_day(each)) for each in among if each.id != event.id]
    if event.hours is not Hours.ALL_DAY and (name, date) in others:
        return voice.words.plain("button-event-timed", name=name, date=date, start=voice.clock(event.starts_at))
    return voice.words.plain("button-event", name=name, date=date)


def map_button(event: Event, voice: Localizer, *, named: bool = False) -> InlineKeyboardButton:
    """Return a button to a map: the venue's coordinates, or a search for its address. None are invented."""
    slots, point = voice.event(event), voice.coordinates(event)
    query = ", ".join(filter(None, (slots["address"] or slots["venue"], slots["area"])))
    if point is not None:
        query = f"{point.latitude},{point.longitude}"
    label = voice.words.plain("button-map-area" if named else "button-map", area=slots["name"])
    return InlineKeyboardButton(label, url=MAP_SEARCH + quote_plus(query))


def place_button(event: Event, voice: Localizer) -> InlineKeyboardButton:
    """Return a button that shows the place on Telegram's own map, if its coordinates are known."""
    if voice.coordinates(event) is None:
        return map_button(event, voice)
    return button(voice.words.plain("button-map"), ShowVenue(event.id))


def calendar_button(event: Event, voice: Localizer) -> InlineKeyboardButton:
    return button(voice.words.plain("button-calendar"), CalendarFile(event.id))


def about(event: Event, voice: Localizer) -> list[Row]:
    """Return the buttons below messages to those who follow the event."""
    if not event.takes_place:
        rows = [[button(voice.words.plain("button-events"), ShowEvents())]]
    else:
        rows = [[map_button(event, voice), calendar_button(event, voice)]]
    return [*rows, [named_unsubscribe_button(bell(event, voice), voice)]]


def follow_button(feed: str, followed: bool, voice: Localizer) -> InlineKeyboardButton:
    """Return the bell of a card, where it is clear what is meant."""
    if followed:
        return button(voice.words.plain("button-unsubscribe"), Unsubscribe(feed))
    return button(voice.words.plain("button-subscribe"), Subscribe(feed))


def named_subscribe_button(feed: str, voice: Localizer) -> InlineKeyboardButton:
    """Return the bell of a list, which names what would be followed."""
    return button(voice.words.plain("button-subscribe-area", area=voice.feed(feed)), Subscribe(feed))


def named_unsubscribe_button(feed: str, voice: Localizer) -> InlineKeyboardButton:
    """Return a button that names what is left and nobody: for several feeds, or one text for people and groups."""
    return button(voice.words.plain("button-unsubscribe-area", area=voice.feed(feed)), Unsubscribe(feed))


def leads_button(feed: str, voice: Localizer) -> InlineKeyboardButton:
    """Return a button to the choice of leads, which names what they are of."""
    return button(voice.words.plain("button-leads", area=voice.feed(feed)), ShowLeads(feed))


def bell(event: Event, voice: Localizer) -> str:
    """Return the widest feed that an event's card offers, as buttons carry it."""
    return str(feeds.bells(event, voice.programme)[0])


def come_button(event: Event, coming: bool, voice: Localizer) -> InlineKeyboardButton:
    key = "button-not-coming" if coming else "button-come"
    return button(voice.words.plain(key), Come(event.id, int(not coming)))


def deep_link(event: Event, bot: str, source: str = "") -> str:
    """Return a link that opens the bot at the event's card; opens are counted by source."""
    payload = "_".join([f"e{event.id}", *([source] if source else [])])
    return f"https://t.me/{bot}?start={payload}"


def share_button(event: Event, voice: Localizer) -> InlineKeyboardButton:
    """Return a button that shares the event: Telegram asks to whom; the link leads to the card as it is then."""
    key = "sharing-text" if event.confirmed else "sharing-text-unconfirmed"
    text = voice.words.plain(key, **voice.event(event))
    url = f"{SHARE}?url={quote(deep_link(event, voice.bot), safe='')}&text={quote(text)}"
    return InlineKeyboardButton(voice.words.plain("button-share"), url=url)


def add_to_group_button(voice: Localizer) -> InlineKeyboardButton:
    url = f"https://t.me/{voice.bot}?startgroup={ADDED}"
    return InlineKeyboardButton(voice.words.plain("button-add-to-group"), url=url)

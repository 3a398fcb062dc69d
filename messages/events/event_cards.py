"""Cards and lists of events, rendered from their rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from domain import feeds
from domain.events.events import Event, Status
from messages import keyboards, pages
from messages.actions.events.cards import ShowEvents
from messages.actions.residents.language import ShowHelp
from messages.events import event_slots
from messages.localizer import Localizer
from messages.message import Html, Message, Row


def card(event: Event, followed: bool, voice: Localizer, now: datetime, *, coming: bool = False) -> Message:
    words = voice.words
    parts = [words("card", **voice.tagged(event)), *standing(event, voice, now)]
    if not event.takes_place:
        parts.insert(0, words("card-cancelled"))
    # Never when its reader will be reminded: the choice may change while the card stays in the chat.
    if followed and event.ahead(now):
        parts.append(words("card-following"))
    bells = [str(feed) for feed in feeds.bells(event, voice.programme)]
    if followed or len(bells) == 1:
        bell, *more = [[keyboards.follow_button(bells[0], followed, voice)]]
    else:  # each says what it is for
        bell, *more = [[keyboards.named_subscribe_button(feed, voice)] for feed in bells]
    rows = [
        bell,
        *more,
        [keyboards.place_button(event, voice), keyboards.calendar_button(event, voice)],
        [keyboards.button(words.plain("button-events"), ShowEvents())],
    ]
    if event.ahead(now):
        rows.insert(1, [keyboards.come_button(event, coming, voice)])
    if event.ahead(now) and voice.bot:
        rows[-1].insert(0, keyboards.share_button(event, voice))
    return Message("\n\n".join(parts), rows)


def standing(event: Event, voice: Localizer, now: datetime) -> list[Html]:
    """Return how sure the event is, and its note; that it is cancelled is said before everything else."""
    words, said = voice.words, []
    if event.ahead(now) and event.status is not Status.PLANNED:
        said.append(words(f"card-{event.status}"))
    if event.takes_place:
        if not event.ahead(now):
            said.append(words("card-over"))
        elif not event.confirmed:
            said.append(words("card-unconfirmed"))
        elif event.checked_at is not None:
            said.append(words("card-confirmed", date=voice.short_date(event.checked_at)))
    if note := event_slots.details(event, voice)["note"]:
        said.append(words("fact-note", value=note))
    return said


def listing(
    events: Sequence[Event], voice: Localizer, now: datetime, lead_in: str = "", *, number: int = 0, area: str = ""
) -> Message:
    """A page of what lies ahead, each with a button to its card; and of what will not take place.

    `area`: whose events these are, if not all; it can be followed at once.
    """
    words = voice.words
    page = pages.page([event for event in events if event.ahead(now) or event.called_off(now)], number)
    ahead = [event for event in page.shown if event.ahead(now)]
    lines = [line(event, voice) for event in page.shown]
    rows = [*_buttons(ahead, voice), *page.turning(lambda to: ShowEvents(to, area))]
    if area:
        rows.insert(0, [keyboards.named_subscribe_button(area, voice)])
    if not any(event.ahead(now) for event in events):
        return Message(_joined(lead_in, *lines, words("events-none")), rows)
    title = words("events-title", programme=voice.programme_name)
    unsure = [] if all(event.confirmed for event in ahead) else [words("events-unconfirmed")]
    return Message(_joined(lead_in, title, *lines, *unsure, words("events-pick", named=_named(ahead, voice))), rows)


def ways_to(events: Sequence[Event], voice: Localizer) -> list[Row]:
    """A button to the card of each of the next few, and one to the whole list where there are more."""
    rows = _buttons(events[: pages.PAGE], voice)
    if len(events) > pages.PAGE:
        rows.append([keyboards.button(voice.words.plain("button-all-events"), ShowEvents())])
    return rows


def _buttons(events: Sequence[Event], voice: Localizer) -> list[Row]:
    return [[keyboards.event_button(event, voice, events)] for event in events]


def line(event: Event, voice: Localizer) -> str:
    key = "events-line-cancelled" if not event.takes_place else "events-line"
    return voice.words(key, **voice.event(event))


def welcome(events: Sequence[Event], voice: Localizer, now: datetime) -> Message:
    ahead = [event for event in events if event.ahead(now)]
    key = "welcome" if ahead else "welcome-no-events"
    text = voice.words(key, programme=voice.programme_name, named=_named(ahead, voice))
    help_ = [keyboards.button(voice.words.plain("button-help"), ShowHelp())]
    return Message(text, [*ways_to(ahead, voice), help_])


def _named(events: Sequence[Event], voice: Localizer) -> str:
    """Return what the buttons of these events are named by: areas only if all of them are."""
    every = {event_slots.name(event, voice)[0] for event in events}
    return event_slots.AREA if every <= {event_slots.AREA} else event_slots.TITLE


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def in_areas(events: Sequence[Event], areas: Collection[str]) -> list[Event]:
    return [event for event in events if set(event.areas) & set(areas)]

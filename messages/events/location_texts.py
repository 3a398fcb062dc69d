"""The nearest meeting, or kindly what the bot can say instead."""

from __future__ import annotations

from collections.abc import Sequence

from domain.events.events import Event
from messages import keyboards, pages
from messages.actions.events.cards import ShowEvents
from messages.localizer import Localizer
from messages.message import Message


def where(found: tuple[Event, float] | None, ahead: Sequence[Event], voice: Localizer) -> Message:
    words = voice.words
    if not ahead:
        return Message(words("events-none"))
    if found is None:
        rows = [
            [keyboards.event_button(event, voice, ahead), keyboards.map_button(event, voice)]
            for event in ahead[: pages.PAGE]
        ]
        if len(ahead) > pages.PAGE:
            rows.append([keyboards.button(words.plain("button-all-events"), ShowEvents())])
        return Message(words("location-unknown"), rows)
    event, kilometres = found
    text = words("location-nearest", kilometres=max(1, round(kilometres)), **voice.told(event))
    doubt = "" if event.confirmed else f"\n\n{words('card-unconfirmed')}"
    return Message(f"{text}{doubt}", [[keyboards.event_button(event, voice)], [keyboards.map_button(event, voice)]])

"""An event for readers without Telegram: the words of its card, taken apart for a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from domain.events.events import Event, Status
from messages import keyboards
from messages.events import event_cards
from messages.localizer import Localizer
from messages.message import Html

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Published:
    """The card's headline as plain text, then its lines. `cancelled` is empty unless it is. Links may be empty."""

    event: Event
    title: str
    facts: list[Html]
    cancelled: str
    standing: list[Html]
    map: str
    telegram: str


def published(event: Event, voice: Localizer, now: datetime) -> Published:
    headline, _, facts = voice.words("card", **voice.tagged(event)).partition("\n\n")
    called_off = event.status is Status.CANCELLED
    return Published(
        event=event,
        title=plain(headline),
        facts=[Html(line) for line in facts.split("\n") if line],
        cancelled=voice.words("card-cancelled") if called_off else "",
        standing=event_cards.standing(event, voice, now),
        map=keyboards.map_button(event, voice).url or "",
        telegram=keyboards.deep_link(event, voice.bot) if voice.bot and event.ahead(now) else "",
    )


def plain(html: str) -> str:
    """Return what people read of our own Telegram HTML."""
    return unescape(_TAG.sub("", html))

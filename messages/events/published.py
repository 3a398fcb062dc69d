"""An event for readers without Telegram: the words of its card, taken apart for a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from domain.events.events import Event
from messages import keyboards
from messages.events import event_cards
from messages.localizer import Localizer
from messages.message import Html

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Published:
    """The card's headline as plain text, then its lines. `cancelled` and `mark` are empty unless it is.

    `about`: all of it in one line of plain text.
    """

    event: Event
    title: str
    mark: str
    about: str
    facts: list[Html]
    cancelled: str
    standing: list[Html]
    telegram: str


def published(event: Event, voice: Localizer, now: datetime) -> Published:
    headline, _, facts = voice.words("card", **voice.tagged(event)).partition("\n\n")
    called_off = not event.takes_place
    cancelled = voice.words("card-cancelled") if called_off else ""
    standing = event_cards.standing(event, voice, now)
    return Published(
        event=event,
        title=plain(headline),
        mark=mark(event, voice),
        about=plain(" ".join(filter(None, [cancelled, *facts.split("\n"), *standing]))),
        facts=[Html(line) for line in facts.split("\n") if line],
        cancelled=cancelled,
        standing=standing,
        telegram=keyboards.deep_link(event, voice.bot) if voice.bot and event.ahead(now) else "",
    )


def mark(event: Event, voice: Localizer) -> str:
    """Return "ANNULLATO: " for what is, to stand before its name where there is only that."""
    called_off = not event.takes_place
    return voice.words.plain("calendar-cancelled").upper() + ": " if called_off else ""


def plain(html: str) -> str:
    """Return what people read of our own Telegram HTML."""
    return unescape(_TAG.sub("", html))

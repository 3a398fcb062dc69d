"""Read what an organiser sent: everything of it that can be announced, and what cannot come along."""

from __future__ import annotations

from typing import Any

from telegram import Location, Venue
from telegram import Message as TelegramMessage

from domain.announcements.announcements import Content, File, Source, Spot
from messages.announcements import sending_texts

_OF_A_VENUE = ("title", "address", "foursquare_id", "foursquare_type", "google_place_id", "google_place_type")


def read(message: TelegramMessage) -> Content | None:
    """Return None for what cannot be announced: a poll, a sticker, a contact, a place that moves."""
    source = source_of(message)
    if message.text:
        return Content(message.text_html, source=source)
    if message.venue is not None:
        return Content(place=_venue(message.venue), source=source)
    if message.location is not None:
        moves = "live_period" in message.location.to_dict()  # the attribute warns of its type
        return None if moves else Content(place=_spot(message.location), source=source)
    file = _file(message)
    return Content(media=(file,), source=source) if file is not None else None


def source_of(message: TelegramMessage) -> Source:
    return message.chat.id, message.message_id


def refusal(message: TelegramMessage) -> str:
    """Return why it cannot be announced, as a key of the catalog."""
    return "announce-live-location" if message.location is not None else "announce-unsupported"


def left_out(message: TelegramMessage) -> list[str]:
    """Name what an announcement does not keep of the message: `announce-left-out` says each."""
    found = {
        "origin": message.forward_origin is not None,
        "quote": message.quote is not None or message.external_reply is not None,
        "buttons": message.reply_markup is not None,
        "motion": "live_photo" in message.api_kwargs,
    }
    return [name for name, there in found.items() if there]


def _spot(location: Location) -> Spot:
    return Spot(location.latitude, location.longitude)


def _venue(venue: Venue) -> Spot:
    known = {name: getattr(venue, name) for name in _OF_A_VENUE}
    known["address"] = known["address"] or known["title"]  # some apps leave it out, and Telegram takes no venue without
    pairs = tuple((name, value) for name, value in known.items() if value)
    return Spot(venue.location.latitude, venue.location.longitude, pairs)


def _file(message: TelegramMessage) -> File | None:
    for kind in sending_texts.MEDIA:
        found: Any = getattr(message, kind)
        if found:
            largest = found[-1] if isinstance(found, tuple) else found
            return File(
                kind,
                largest.file_id,
                message.caption_html or "",
                above=bool(message.show_caption_above_media),
                spoiler=bool(message.has_media_spoiler),
                source=source_of(message),
            )
    return None

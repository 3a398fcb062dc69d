"""Describe one message as the bot sends it, now or from the outbox."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import category

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMedia

Row = list[InlineKeyboardButton]

LONGEST_LISTING = 200
"""Characters of names one after another, where there may be hundreds."""


class Html(str):
    """Text that is Telegram HTML already. Every other argument of a message is escaped."""

    __slots__ = ()


def shortened(text: str, length: int = 300) -> str:
    """Return the beginning of a text that is only quoted: a message holds 4096 characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"


def as_name(text: str, length: int = 64) -> str:
    """Return a name that a stranger chose as nothing but a name: short, in one line, without links.

    Telegram makes links of plain text; an invisible space keeps an address, a @name or a /command from it.
    """
    seen = "".join(each for each in text if category(each) not in ("Cf", "Cc", "Co", "Cn") or each.isspace())
    return _LINKING.sub("\\g<0>\u200b", shortened(seen, length))


_LINKING = re.compile(r"[@./:#$+](?=\S)")


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it: in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def names(every: Iterable[str], longest: int = LONGEST_LISTING) -> str:
    """ "a, b, c", or "a, b … +118" where all of them would be too long."""
    found = list(every)
    shown = 0
    while shown < len(found) and len(", ".join(found[: shown + 1])) <= longest:
        shown += 1
    shown = max(1, shown)
    more = len(found) - shown
    return shortened(", ".join(found[:shown]), longest) + (f" … +{more}" if more > 0 else "")


@dataclass(frozen=True)
class Message:
    """Telegram HTML and the buttons below it. What is previewed and what is delivered is this value."""

    html: str
    rows: Sequence[Row] = ()

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        return InlineKeyboardMarkup(self.rows) if self.rows else None

    @property
    def payload(self) -> dict[str, Any]:
        """Return the parameters of `sendMessage`, without the chat, as plain values that a row can hold."""
        payload: dict[str, Any] = {
            "text": self.html,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        if keyboard := self.keyboard:
            payload["reply_markup"] = keyboard.to_dict()
        return payload


@dataclass(frozen=True)
class ApiCall:
    """A Bot API method and its parameters, without the chat: what a row of the outbox holds."""

    method: str
    payload: dict[str, Any]


_LOOKS = ("show_caption_above_media", "has_spoiler")


def parameters(payload: dict[str, Any]) -> dict[str, Any]:
    """Return a payload as PTB's `do_api_request` takes it: it insists on objects for the parts of an album."""
    if "media" not in payload:
        return payload
    parts = [
        InputMedia(
            part["type"],
            part["media"],
            part.get("caption"),
            parse_mode=part.get("parse_mode"),
            api_kwargs={name: part[name] for name in _LOOKS if name in part},
        )
        for part in payload["media"]
    ]
    return payload | {"media": parts}


@cache
def endpoint(method: str) -> str:
    """Return `sendMessage` as `send__message`, for PTB's `do_api_request`. PTB makes the same endpoint of both, but
    advises against the first in a warning, for it has a method that builds objects of the answer: half as
    much CPU again, read by nobody.
    """
    return "".join(f"__{letter.lower()}" if letter.isupper() else letter for letter in method)

"""One message as the bot sends it, now or from the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

Row = list[InlineKeyboardButton]


def shortened(text: str, length: int = 300) -> str:
    """The beginning of what somebody wrote, where it is only quoted: a message holds 4096 characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"


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
        """Parameters of `sendMessage`, without the chat; plain values that an outbox row can hold."""
        payload: dict[str, Any] = {
            "text": self.html,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        if self.keyboard is not None:
            payload["reply_markup"] = self.keyboard.to_dict()
        return payload

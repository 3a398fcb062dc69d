"""Groups and channels: chats of many people, beside the private ones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChatKind(StrEnum):
    """The kinds of chat. Only a private one stands for a person."""

    PRIVATE = "private"
    GROUP = "group"
    CHANNEL = "channel"


@dataclass(frozen=True)
class Group:
    """A group or channel that the bot is in. `linked`: organisers may choose it for announcements."""

    chat_id: int
    kind: ChatKind
    title: str
    language: str
    linked: bool = False
    reachable: bool = True

"""The people who can be played on the page, and the moments worth going to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

Label = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cast:
    """Somebody to play; `role_label` is one text, or one per language."""

    user_id: int
    first_name: str
    language_code: str
    role_label: Label
    last_name: str = ""
    organiser: bool = False


@dataclass(frozen=True, slots=True)
class GroupCast:
    """A group to play in, with people of the cast; the bot is not in it yet."""

    chat_id: int
    title: str
    admin: int
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """A moment to travel to; `label` is one text, or one per language."""

    label: Label
    at: datetime


def worded(label: Label) -> dict[str, str]:
    """Return a label by language; "" holds the text that serves for all."""
    return {"": label} if isinstance(label, str) else dict(label)

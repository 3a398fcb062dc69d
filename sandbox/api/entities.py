"""Entities that Telegram recognises by itself in a text: commands, mentions, addresses, hashtags."""

import re
from functools import lru_cache
from itertools import islice
from typing import Any

Entity = dict[str, Any]

MOST = 100
"""How many entities a message has at most; what is more stays plain text."""

# The first alternative wins; lookbehinds keep "e/mail" and "a@b" from becoming commands and mentions.
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"']+[^\s<>\"'.,;:!?)])"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w+)?)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
)
_CLOSED = {"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"}


def units(text: str) -> int:
    """Return the length in UTF-16 code units, which is how Telegram counts offsets and limits."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _entity(text: str, match: re.Match[str]) -> Entity:
    kind = match.lastgroup or ""
    return {"type": kind, "offset": units(text[: match.start()]), "length": units(match.group())}


@lru_cache(maxsize=1024)
def found(text: str) -> tuple[Entity, ...]:
    """Return the entities that Telegram adds to a plain text, in order."""
    return tuple(_entity(text, match) for match in islice(_FOUND.finditer(text), MOST))


def _overlaps(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])


def completed(text: str, given: list[Entity]) -> list[Entity]:
    """Return `given` plus the entities that Telegram finds by itself outside of links and code."""
    closed = [entity for entity in given if entity["type"] in _CLOSED]
    added = [one for one in found(text) if not any(_overlaps(one, other) for other in closed)]
    return sorted(given + added, key=lambda entity: (entity["offset"], -entity["length"]))

"""Everything the bot can say: the entries of the knowledge file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

_SLOT = re.compile(r"\{\w+\}")


class EntryKind(StrEnum):
    FACT = "fact"
    UNKNOWN = "unknown"
    SMALLTALK = "smalltalk"
    REDIRECT = "redirect"


class About(StrEnum):
    """The kind of thing whose slots an answer has; which one comes from the question."""

    EVENT = "event"
    MEASURE = "measure"
    BODY = "body"
    AREA = "area"


@dataclass(frozen=True)
class Entry:
    """One answer in one language. The same id names the same answer in every language.

    `exact` entries are found by their whole phrasing only. `often`: asked so often that a question which
    could be this one or another probably is this one. An answer is plain text with slots, or `html` as an
    organiser wrote it, in which braces are only braces. `asks` is the slot of events that is asked for: where
    one has it, that is the answer. `chat_only`: it says little where nobody
    can press or choose. `general`: it comes with the bot, and is no programme's own.
    """

    id: str
    language: str
    kind: EntryKind
    phrasings: tuple[str, ...]
    tags: tuple[str, ...]
    answer: str
    about: About | None = None
    glance: str = ""
    exact: bool = False
    often: bool = False
    high_stakes: bool = False
    ask: bool = False
    buttons: tuple[str, ...] = ()
    html: bool = False
    asks: str = ""
    chat_only: bool = False
    general: bool = False

    @property
    def headline(self) -> str:
        return self.phrasings[0]

    @cached_property
    def slots(self) -> frozenset[str]:
        """Return the slots that the answer fills from its meeting, or from whatever it is about."""
        return frozenset(_SLOT.findall(self.answer))

    def says_all_of(self, other: Entry) -> bool:
        """Return True if this entry answers those, too, who ask for the other."""
        return self.about is other.about is About.EVENT and other.kind is EntryKind.FACT and self.slots >= other.slots

    @property
    def topic(self) -> str:
        """Return the first part of the id, which groups entries."""
        # After `project.what`, a short question leans to `project.*`: authors group entries by naming them.
        return self.id.partition(".")[0]

    @property
    def offers_organisers(self) -> bool:
        return self.ask or self.kind is EntryKind.UNKNOWN


Synonyms = tuple[tuple[str, ...], ...]
"""Groups of words that authors hold to be equal."""

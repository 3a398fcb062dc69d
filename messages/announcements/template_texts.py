"""Fill the facts of an event into templates."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

from domain.announcements.announcements import Content
from domain.announcements.templates import Prepared
from domain.events.events import Event
from messages.localizer import Localizer

_SLOT = re.compile(r"\{(\w+)\}")


def versions(
    prepared: Prepared, event: Event, languages: Sequence[str], voice: Callable[[str], Localizer]
) -> dict[str, Content]:
    """Return the announcement in every language of the programme, its own first."""
    return {language: _filled(prepared.text, event, voice(language)) for language in languages}


def _filled(text: dict[str, str], event: Event, voice: Localizer) -> Content:
    slots = voice.event(event)
    words = voice.programme.say(text, voice.language)
    return Content(_SLOT.sub(lambda slot: html.escape(slots[slot[1]], quote=False), words).strip())

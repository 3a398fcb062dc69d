"""Fill the slots of an authored answer from an event's row and its plan in the programme file."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from domain.events.events import Event
from messages.localizer import Localizer

_SLOT = re.compile(r"\{(\w+)\}")
_ASIDE = re.compile(r", *\{(\w+)\}(?=[,.!?;:]|$)", re.MULTILINE)
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?]+(?=\s|$)|(?=\n|$))", re.MULTILINE)


def always(voice: Localizer) -> dict[str, str]:
    """Return the slots that every answer has."""
    spoken = voice.joined(map(voice.words.language_name, voice.programme.languages))
    return {"programme": voice.programme_name, "languages": spoken}


def of_event(event: Event, voice: Localizer) -> dict[str, str]:
    """Return the slots of an event; empty are those that its row and its plan lack."""
    return always(voice) | voice.event(event)


def filled(template: str, slots: Mapping[str, str]) -> str:
    """Fill the slots and return Telegram HTML; other braces stay as they are.

    Leave out a sentence of which a slot is empty; one that stands alone between commas goes alone.
    """
    escaped = html.escape(template, quote=False)
    escaped = _ASIDE.sub(lambda slot: "" if slots.get(slot[1], slot[0]) == "" else slot[0], escaped)
    whole = _SENTENCE.sub(lambda sentence: "" if _lacks(sentence[0], slots) else sentence[0], escaped)
    said = _SLOT.sub(lambda slot: html.escape(slots.get(slot[1], slot[0]), quote=False), whole)
    return re.sub(r" {2,}", " ", said).strip()


def further(template: str, short: str) -> str:
    """Return the sentences of an answer that tell only what its short form, which names the area, leaves out."""
    told = {*_SLOT.findall(short), "area"}
    slots = ((each, {*_SLOT.findall(each)}) for each in _SENTENCE.findall(template))
    return " ".join(each.strip() for each, of in slots if of and not of & told)


def loses_facts(template: str, slots: Mapping[str, str]) -> bool:
    """Return True if a sentence that is left out would have told something that is known."""
    told = _ASIDE.sub(lambda slot: slot[0] if slots.get(slot[1]) else "", template)
    left_out = (sentence for sentence in _SENTENCE.findall(told) if _lacks(sentence, slots))
    return any(slots.get(name) for sentence in left_out for name in _SLOT.findall(sentence))


def _lacks(sentence: str, slots: Mapping[str, str]) -> bool:
    return any(slots.get(name) == "" for name in _SLOT.findall(sentence))

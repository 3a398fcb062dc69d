"""Notices to followers: a meeting changed, some came up, or none is ahead."""

from __future__ import annotations

from collections.abc import Sequence

from domain.events import change_rules
from domain.events.change_rules import ChangeKind
from domain.events.events import Event
from messages import keyboards
from messages.actions.events.cards import ShowEvents
from messages.events import event_cards, event_slots
from messages.localizer import Localizer
from messages.message import Html, Message, Row

MOST_NAMED = 5
"""As many of the events that have come up are named; for more there is the list."""


def changed(before: Event, after: Event, voice: Localizer) -> Message:
    """Leads with what changed; the whole event follows. Also what a reminder already delivered turns into."""
    words = voice.words
    parts = ["\n".join(differences(before, after, voice))]
    if not after.takes_place:
        parts.append(words("notice-after-cancelled", **voice.event(after)))
    else:
        parts.append(words("notice-event", **voice.tagged(after)))
        if after.note == before.note and (note := event_slots.details(after, voice)["note"]):
            parts.append(words("fact-note", value=note))
        if not after.confirmed:
            parts.append(words("card-unconfirmed"))
    return Message("\n\n".join(parts), keyboards.about(after, voice))


def new_events(new: Sequence[Event], voice: Localizer) -> Message:
    """For those who follow what has come up: all of one event, or the first few in a line each."""
    if len(new) == 1:
        return _new_event(new[0], voice)
    first = new[:MOST_NAMED]
    lines = Html("\n".join(event_cards.line(event, voice) for event in first))
    parts = [voice.words("notice-new-together", programme=voice.programme_name), lines]
    rows = [[keyboards.event_button(event, voice, first)] for event in first]
    if len(new) > len(first):
        parts.append(voice.words("reminder-more", count=len(new) - len(first)))
        rows.append([keyboards.button(voice.words.plain("button-all-events"), ShowEvents())])
    return Message("\n\n".join(parts), [*rows, *_bells(first, voice)])


def _bells(about: Sequence[Event], voice: Localizer) -> list[Row]:
    bells = dict.fromkeys(keyboards.bell(event, voice) for event in about)
    return [[keyboards.named_unsubscribe_button(bell, voice)] for bell in bells]


def _new_event(event: Event, voice: Localizer) -> Message:
    slots = voice.tagged(event)
    parts = [voice.words("notice-new", **slots)]
    if slots["note"]:
        parts.append(voice.words("fact-note", value=slots["note"]))
    return Message("\n\n".join(parts), keyboards.about(event, voice))


def none_ahead(last: Sequence[Event], voice: Localizer) -> Message:
    """For those who follow the areas in which these events were the last."""
    areas = voice.listing(tuple(dict.fromkeys(event.area for event in last)))
    words = voice.words("notice-none-ahead", area=areas, programme=voice.programme_name)
    return Message(words, _bells(last[:MOST_NAMED], voice))


def differences(before: Event, after: Event, voice: Localizer) -> list[str]:
    """One line for each thing that changes, the new first and the old behind it."""
    kinds = change_rules.kinds(before, after, voice.programme.zone)
    if ChangeKind.DAY in kinds and ChangeKind.HOURS in kinds:
        kinds.remove(ChangeKind.HOURS)  # the day's line names both
    return [_difference(kind, before, after, voice) for kind in kinds]


def _difference(kind: ChangeKind, before: Event, after: Event, voice: Localizer) -> str:
    old = {f"old_{name}": value for name, value in voice.event(before).items()}
    key = f"changed-{kind}"
    if kind is ChangeKind.VENUE and before.venue == after.venue:
        key = "changed-address"
    if kind is ChangeKind.NOTE and not after.note:
        key = "changed-note-gone"
    return voice.words(key, **(voice.event(after) | old | {"note": after.note}))

"""Notices to followers of an area: a meeting changed, came up, or none is ahead."""

from __future__ import annotations

from domain.events import change_rules
from domain.events.change_rules import ChangeKind
from domain.events.events import Event, Status
from messages import keyboards
from messages.localizer import Localizer
from messages.message import Message


def changed(before: Event, after: Event, voice: Localizer) -> Message:
    """Leads with what changed; the whole event follows. Also what a reminder already delivered turns into."""
    words = voice.words
    parts = ["\n".join(differences(before, after, voice))]
    if after.status is Status.CANCELLED:
        parts.append(words("notice-after-cancelled", area=voice.area(after.area)))
    else:
        parts.append(words("notice-event", **voice.tagged(after)))
        if after.note and after.note == before.note:
            parts.append(words("card-note", note=after.note))
        if not after.confirmed:
            parts.append(words("card-unconfirmed"))
    return Message("\n\n".join(parts), keyboards.about(after, voice))


def new_event(event: Event, voice: Localizer) -> Message:
    """For those who follow the area of an event that has come up."""
    parts = [voice.words("notice-new", **voice.tagged(event))]
    if event.note:
        parts.append(voice.words("card-note", note=event.note))
    return Message("\n\n".join(parts), keyboards.about(event, voice))


def none_ahead(area: str, voice: Localizer) -> Message:
    rows = [[keyboards.named_unsubscribe_button(area, voice)]]
    return Message(voice.words("notice-none-ahead", area=voice.area(area), programme=voice.programme_name), rows)


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
    return voice.words(key, **voice.event(after), **old, note=after.note)

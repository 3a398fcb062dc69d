"""What the followers of a town are told: a meeting changed, came up, or none is ahead."""

from __future__ import annotations

from domain import changes
from domain.changes import Kind
from domain.events import Event, Status
from messages import keyboards
from messages.message import Message
from messages.voice import Voice


def changed(before: Event, after: Event, voice: Voice) -> Message:
    """Leads with what changed; the whole event follows. Also what a reminder already delivered turns into."""
    words = voice.words
    parts = ["\n".join(differences(before, after, voice))]
    if after.status is Status.CANCELLED:
        parts.append(words("notice-after-cancelled", town=voice.town(after.town)))
    else:
        parts.append(words("notice-event", **voice.tagged(after)))
        if after.note and after.note == before.note:
            parts.append(words("card-note", note=after.note))
        if not after.confirmed:
            parts.append(words("card-unconfirmed"))
    return Message("\n\n".join(parts), keyboards.about(after, voice))


def new_event(event: Event, voice: Voice) -> Message:
    """For those who follow the town of an event that has come up."""
    parts = [voice.words("notice-new", **voice.tagged(event))]
    if event.note:
        parts.append(voice.words("card-note", note=event.note))
    return Message("\n\n".join(parts), keyboards.about(event, voice))


def none_ahead(town: str, voice: Voice) -> Message:
    rows = [[keyboards.town_unsubscribe_button(town, voice)]]
    return Message(
        voice.words("notice-none-ahead", town=voice.town(town), programme=voice.programme.name), rows
    )


def differences(before: Event, after: Event, voice: Voice) -> list[str]:
    """One line for each thing that changes, the new first and the old behind it."""
    kinds = changes.kinds(before, after, voice.programme.zone)
    if Kind.DAY in kinds and Kind.HOURS in kinds:
        kinds.remove(Kind.HOURS)  # the day's line names both
    return [_difference(kind, before, after, voice) for kind in kinds]


def _difference(kind: Kind, before: Event, after: Event, voice: Voice) -> str:
    old = {f"old_{name}": value for name, value in voice.event(before).items()}
    key = f"changed-{kind}"
    if kind is Kind.VENUE and before.venue == after.venue:
        key = "changed-address"
    if kind is Kind.NOTE and not after.note:
        key = "changed-note-gone"
    return voice.words(key, **voice.event(after), **old, note=after.note)

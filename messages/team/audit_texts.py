"""Show the record of organisers' acts as sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from messages import keyboards
from messages.actions.team.audit import ShowAudit
from messages.localizer import Localizer
from messages.message import Html, Message
from messages.team import member_texts


@dataclass(frozen=True)
class Deed:
    """One entry: `act` names what is said of the actor (`audit-<act>`), `details` fill it.

    No `actor`: the bot itself.
    """

    id: int
    at: datetime
    actor: int | None
    name: str
    act: str
    details: Mapping[str, Any]


def listing(deeds: Sequence[Deed], *, older: bool, newest: bool, voice: Localizer) -> Message:
    """Show `deeds`, the newest first. `older`: there are more behind them; `newest`: none before them."""
    words = voice.words
    if not deeds:
        return Message(words("audit-empty"))
    parts: list[str] = [words("audit-title")]
    for day, of_day in groupby(deeds, lambda deed: voice.day(deed.at)):
        parts.append("\n".join([words("audit-day", day=day), *(_line(deed, voice) for deed in of_day)]))
    row = [] if newest else [keyboards.button(words.plain("button-audit-newest"), ShowAudit(0))]
    if older:
        row.append(keyboards.button(words.plain("button-audit-older"), ShowAudit(deeds[-1].id)))
    return Message("\n\n".join(parts), [row] if row else [])


def _line(deed: Deed, voice: Localizer) -> Html:
    who = deed.name or (str(deed.actor) if deed.actor is not None else voice.words.plain("audit-by-itself"))
    sentence = voice.words(f"audit-{deed.act}", **_slots(deed, voice))
    text = deed.details.get("text", "")
    key = "audit-line-about" if text else "audit-line"
    return voice.words(key, time=voice.clock(deed.at), who=who, sentence=sentence, text=text)


def _slots(deed: Deed, voice: Localizer) -> dict[str, Any]:
    """Return the details, with areas by their names, and a role with its areas as `rights`."""
    slots = dict(deed.details)
    if "area" in slots:
        slots |= voice.named(slots["area"])
    if "areas" in slots:
        slots["areas"] = member_texts.areas([area for area in slots["areas"].split(",") if area], voice)
    if slots.get("invitee") == "":
        slots["invitee"] = voice.words.plain("invite-someone")
    if "role" in slots:
        slots["rights"] = voice.words("rights", role=slots["role"], areas=slots.get("areas", ""))
    return slots

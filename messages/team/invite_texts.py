"""Messages about invitations: put together, sent as a link, accepted."""

from __future__ import annotations

from datetime import datetime

from domain.team.organisers import Invite, Organiser, Role
from messages import commands, keyboards, pages
from messages.actions.prompts import FindInList
from messages.actions.team.invites import ChooseRole, IssueInvite, ShowInvite, ToggleInviteArea, WithdrawInvite
from messages.localizer import Localizer
from messages.message import Message, Row
from messages.team import member_texts

PREFIX = "invite_"
"""Of the payload of a link that invites; what follows is its token."""


def panel(invite: Invite, voice: Localizer, number: int = 0) -> Message:
    words = voice.words
    name = invite.name or words("invite-no-name")
    text = words("invite-panel", name=name, role=words(f"invite-role-{invite.role}"))
    parts = [text]
    if invite.role is Role.ORGANISER:
        parts.append(words("invite-areas", areas=member_texts.areas(invite.areas, voice)))
    return Message("\n\n".join(parts), _rows(invite, voice, number))


def _rows(invite: Invite, voice: Localizer, number: int) -> list[Row]:
    words, key = voice.words, (invite.id, invite.version)
    rows = [
        [keyboards.choice(words.plain(f"role-{role}"), role is invite.role, ChooseRole(*key, role))] for role in Role
    ]
    if invite.role is Role.ORGANISER:
        everywhere = words.plain("button-every-area")
        rows.append([keyboards.choice(everywhere, not invite.areas, ToggleInviteArea(*key, ""))])
        page = pages.page(voice.programme.areas, number)
        for area in page.shown:
            toggle = ToggleInviteArea(*key, area.id)
            rows.append([keyboards.choice(voice.area(area.id), area.id in invite.areas, toggle)])
        rows += page.turning(lambda to: ShowInvite(*key, to), FindInList("invite", *key))
    rows.append([keyboards.button(words.plain("button-issue-invite"), IssueInvite(*key))])
    rows.append([keyboards.button(words.plain("button-cancel"), WithdrawInvite(*key))])
    return rows


def ready(invite: Invite, voice: Localizer, now: datetime) -> Message:
    until = {"day": voice.near_day(invite.expires_at, now), "time": voice.clock(invite.expires_at)}
    text = voice.words("invite-ready", rights=member_texts.rights(invite, voice), **until)
    withdraw = WithdrawInvite(invite.id, invite.version)
    return Message(text, [[keyboards.button(voice.words.plain("button-withdraw-invite"), withdraw)]])


def to_forward(bot: str, token: str, voice: Localizer) -> Message:
    """Return the message that the inviter forwards: it says all that the other must know."""
    link = f"https://t.me/{bot}?start={PREFIX}{token}"
    return Message(voice.words("invite-to-forward", link=link, programme=voice.programme_name))


def welcome(organiser: Organiser, voice: Localizer) -> Message:
    rights = member_texts.rights(organiser, voice)
    greeting = voice.words("invite-welcome", name=organiser.name, rights=rights)
    return Message(f"{greeting}\n\n{commands.organisers_part(organiser.role, voice.words)}")


def accepted(organiser: Organiser, voice: Localizer) -> Message:
    rights = member_texts.rights(organiser, voice)
    return Message(voice.words("invite-accepted", name=organiser.name, rights=rights))

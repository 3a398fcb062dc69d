"""Show the list of organisers, and remove one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from telegram import InlineKeyboardButton

from domain.team.organisers import Invite, Organiser
from messages import keyboards
from messages.actions.team.invites import BeginInvite, WithdrawInvite
from messages.actions.team.members import ConfirmRevoke, Revoke, ShowOrganisers
from messages.localizer import Localizer
from messages.message import Html, Message, Row


def rights(of: Organiser | Invite, voice: Localizer) -> Html:
    """ "organizzatore (Ilton)" """
    return voice.words("rights", role=of.role, areas=areas(of.areas, voice))


def areas(ids: Sequence[str], voice: Localizer) -> str:
    return voice.listing(list(ids)) if ids else voice.words.plain("every-area")


def named(of: Organiser | Invite, voice: Localizer) -> str:
    if isinstance(of, Invite):
        return of.name or voice.words.plain("invite-someone")
    return of.name or str(of.chat_id)


def listing(shown: Sequence[Organiser | Invite], page: int, pages: int, voice: Localizer, now: datetime) -> Message:
    """Show one page: organisers, then invitations whose link has not been opened yet."""
    lines = Html("\n".join(_line(each, voice, now) for each in shown))
    rows = [[button] for each in shown if (button := _remove(each, voice)) is not None]
    rows += keyboards.turning(page, pages, ShowOrganisers)
    rows.append([keyboards.button(voice.words.plain("button-invite"), BeginInvite())])
    return Message(f"{voice.words('organisers-title')}\n\n{lines}", rows)


def _line(each: Organiser | Invite, voice: Localizer, now: datetime) -> Html:
    slots = {"name": named(each, voice), "rights": rights(each, voice)}
    if isinstance(each, Invite):
        until = {"day": voice.near_day(each.expires_at, now), "time": voice.clock(each.expires_at)}
        return voice.words("organisers-invite-line", **slots, **until)
    if each.since is None:
        return voice.words("organisers-line-settings", name=slots["name"])
    return voice.words("organisers-line", **slots)


def _remove(each: Organiser | Invite, voice: Localizer) -> InlineKeyboardButton | None:
    name = named(each, voice)
    if isinstance(each, Invite):
        label = voice.words.plain("button-withdraw-invite-for", name=name)
        return keyboards.button(label, WithdrawInvite(each.id, each.version))
    if each.since is None:
        return None
    return keyboards.button(voice.words.plain("button-revoke", name=name), Revoke(*_meant(each)))


def revoke_question(organiser: Organiser, voice: Localizer) -> Message:
    name = named(organiser, voice)
    rows: list[Row] = [
        [keyboards.button(voice.words.plain("button-revoke-confirm", name=name), ConfirmRevoke(*_meant(organiser)))],
        [keyboards.button(voice.words.plain("button-back"), ShowOrganisers(0))],
    ]
    return Message(voice.words("revoke-ask", name=name, rights=rights(organiser, voice)), rows)


def revoked(organiser: Organiser, voice: Localizer) -> Message:
    back = keyboards.button(voice.words.plain("button-back"), ShowOrganisers(0))
    return Message(voice.words("revoked", name=named(organiser, voice)), [[back]])


def _meant(organiser: Organiser) -> tuple[int, int]:
    return organiser.chat_id, organiser.appointed

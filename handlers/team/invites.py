"""Invite to organise: put together with buttons, given as a link, accepted by opening it."""

from __future__ import annotations

from typing import TypeVar

from telegram import Update

from domain.team.organisers import Invite, Role
from handlers.context import Context, action, chat_id
from handlers.gate.permissions import owners_only
from handlers.results import acknowledged
from messages import pages
from messages.actions.team.invites import ChooseRole, IssueInvite, ShowInvite, ToggleInviteArea, WithdrawInvite
from messages.message import Message
from messages.team import invite_texts
from services.results import Done, Refusal, Refused, Stale
from services.team import invites

T = TypeVar("T")

_NOT_ACCEPTED = {
    Refusal.UNKNOWN: "invite-not-valid",
    Refusal.OWN_REQUEST: "invite-own",
    Refusal.HAS_IT: "invite-already",
}


@owners_only
async def begin(update: Update, context: Context) -> None:
    """Begin an invitation: `/invita`, alone or with the name. Until the link is made, a text is the name."""
    name = " ".join(context.args or [])
    result = await invites.begin(context.environment, who=context.organiser, name=name, now=context.now)
    begun = await _done(update, context, result)
    if begun is not None:
        await context.reply(update, invite_texts.panel(begun.value, context.voice))


@owners_only
async def take_name(update: Update, context: Context) -> None:
    name, invite = (update.message.text if update.message else None) or "", context.standing.subject or 0
    result = await invites.set_name(context.environment, who=context.organiser, invite=invite, name=name)
    await _show(update, context, result)


@owners_only
async def choose_role(update: Update, context: Context) -> None:
    button = action(update, ChooseRole)
    role, invite, version = Role(button.role) if button.role in list(Role) else None, button.invite, button.version
    result = await invites.set_role(
        context.environment, who=context.organiser, invite=invite, version=version, role=role
    )
    await _show(update, context, result)


@owners_only
async def toggle_area(update: Update, context: Context) -> None:
    button, programme = action(update, ToggleInviteArea), context.services.programme
    invite, version, area = button.invite, button.version, button.area
    result = await invites.toggle_area(
        context.environment, who=context.organiser, invite=invite, version=version, area=area
    )
    await _show(update, context, result, pages.holding([each.id for each in programme.areas], area))


@owners_only
async def turn(update: Update, context: Context) -> None:
    button = action(update, ShowInvite)
    invite, version, now = button.invite, button.version, context.now
    result = await invites.look(context.environment, who=context.organiser, invite=invite, version=version, now=now)
    await _show(update, context, result, button.page)


async def find_area(typed: str, update: Update, context: Context) -> bool:
    """Show the page of the invitation where an area of that name stands."""
    areas = [context.voice.area(each.id) for each in context.services.programme.areas]
    page, invite = pages.with_name(areas, typed), context.standing.subject or 0
    if page is None:
        return False
    version = int(context.standing.details[0])
    result = await invites.look(
        context.environment, who=context.organiser, invite=invite, version=version, now=context.now
    )
    await _show(update, context, result, page)
    return True


@owners_only
async def issue(update: Update, context: Context) -> None:
    """Make the link and show it once."""
    button, now = action(update, IssueInvite), context.now
    invite, version = button.invite, button.version
    result = await invites.issue(context.environment, who=context.organiser, invite=invite, version=version, now=now)
    issued = await _done(update, context, result)
    if issued is not None:
        await context.show(update, invite_texts.ready(issued.value.invite, context.voice, now))
        link = invite_texts.to_forward(context.bot.username, issued.value.token, context.voice)
        await context.reply(update, link)


@owners_only
async def withdraw(update: Update, context: Context) -> None:
    button, now = action(update, WithdrawInvite), context.now
    invite, version = button.invite, button.version
    result = await invites.withdraw(context.environment, who=context.organiser, invite=invite, version=version, now=now)
    gone = await _done(update, context, result)
    if gone is not None:
        key = "invite-withdrawn" if gone.value.issued else "invite-cancelled"
        await context.show(update, Message(context.voice.words(key)))


async def accept(update: Update, context: Context, token: str) -> None:
    user, chat = update.effective_user, chat_id(update)
    name, who = user.first_name if user else "", context.organises
    result = await invites.accept(
        context.environment, chat=chat, who=who, first_name=name, token=token, now=context.now
    )
    accepted = await acknowledged(update, context, result, refused=_NOT_ACCEPTED)
    if accepted is not None:
        context.organises = accepted.value
        await context.reply(update, invite_texts.welcome(accepted.value, context.voice))


async def _show(update: Update, context: Context, result: invites.Changed, number: int = 0) -> None:
    changed = await _done(update, context, result)
    if changed is not None:
        await context.show(update, invite_texts.panel(changed.value, context.voice, number))


async def _done(update: Update, context: Context, result: Done[T] | Stale[Invite] | Refused) -> Done[T] | None:
    gone = isinstance(result, Stale) and result.now is None
    return await acknowledged(update, context, result, stale="invite-gone" if gone else "invite-stale")

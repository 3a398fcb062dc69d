"""The audience of an announcement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from domain.groups import Group
from handlers.announcements import common
from handlers.context import Context, action
from handlers.gate.permissions import organisers_only
from messages import pages
from messages.actions.announcements.drafts import ChooseReaders, ChooseTarget, ToggleTown
from messages.announcements import draft_panel
from storage.people import groups


@organisers_only
async def toggle_town(update: Update, context: Context) -> None:
    button = action(update, ToggleTown)
    known = await common.current(update, context, button)
    if known is None:
        return
    chosen, town = known.audience.towns, button.town
    towns = tuple(each for each in chosen if each != town) if town in chosen else (*chosen, town)
    if not town:
        towns = ()
    if not _may_choose(towns, context):
        await common.refuse_choice(update, context, known)
        return
    await common.apply(
        update,
        context,
        replace(known, audience=replace(known.audience, towns=towns, target=None)),
        "audience",
        _page(context, [], town),
    )


def _may_choose(towns: tuple[str, ...], context: Context) -> bool:
    """Towns of the programme, and the organiser's own."""
    organiser = context.organises
    known = all(context.services.programme.town(town) for town in towns)
    return known and organiser is not None and organiser.responsible(towns)


@organisers_only
async def choose_readers(update: Update, context: Context) -> None:
    button = action(update, ChooseReaders)
    known = await common.current(update, context, button)
    if known is None:
        return
    if button.language and button.language not in context.services.catalog.languages:
        await common.refuse_choice(update, context, known)
        return
    audience = replace(known.audience, readers=button.language)
    await common.apply(update, context, replace(known, audience=audience), "audience")


@organisers_only
async def choose_target(update: Update, context: Context) -> None:
    """A group or channel is everyone's: it takes an organiser for all towns."""
    button = action(update, ChooseTarget)
    known = await common.current(update, context, button)
    if known is None:
        return
    async with context.services.database.read() as session:
        there = await groups.linked(session)
    linked = [group.chat_id for group in there]
    if (button.target and button.target not in linked) or not _may_choose((), context):
        await common.refuse_choice(update, context, known)
        return
    target = button.target or None
    audience = replace(known.audience, towns=(), readers="", target=target)
    changed = replace(known, audience=audience)
    pressed = next((group for group in there if group.chat_id == button.target), "")
    await common.apply(update, context, changed, "audience", _page(context, there, pressed))


def _page(context: Context, there: Sequence[Group], pressed: str | Group) -> int:
    """Where the button stands that was pressed."""
    own = context.organises.towns if context.organises else ()
    return pages.holding(draft_panel.choosable(own, there, context.services.programme), pressed)

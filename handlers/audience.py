"""Who is to receive an announcement."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from handlers import drafts
from handlers.context import Context, action
from handlers.guards import organisers_only
from messages.actions.drafts import ChooseReaders, ToggleTown


@organisers_only
async def toggle_town(update: Update, context: Context) -> None:
    button = action(update, ToggleTown)
    known = await drafts.current(update, context, button)
    if known is None:
        return
    chosen, town = known.audience.towns, button.town
    towns = tuple(each for each in chosen if each != town) if town in chosen else (*chosen, town)
    if not town:
        towns = ()
    if not _may_choose(towns, context):
        await drafts.refuse_choice(update, context, known)
        return
    await drafts.apply(
        update, context, replace(known, audience=replace(known.audience, towns=towns)), "audience"
    )


def _may_choose(towns: tuple[str, ...], context: Context) -> bool:
    """Towns of the programme, and the organiser's own."""
    organiser = context.organises
    known = all(context.services.programme.town(town) for town in towns)
    return known and organiser is not None and organiser.responsible(towns)


@organisers_only
async def choose_readers(update: Update, context: Context) -> None:
    button = action(update, ChooseReaders)
    known = await drafts.current(update, context, button)
    if known is None:
        return
    if button.language and button.language not in context.services.catalog.languages:
        await drafts.refuse_choice(update, context, known)
        return
    audience = replace(known.audience, readers=button.language)
    await drafts.apply(update, context, replace(known, audience=audience), "audience")

"""Choose the audience of an announcement."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Update

from domain.residents.groups import Group
from handlers.announcements import common
from handlers.context import Context, action
from handlers.gate.permissions import organisers_only
from messages import pages
from messages.actions.announcements.drafts import ChooseReaders, ChooseTarget, ToggleArea
from messages.announcements import draft_panel
from services.announcements import editing
from storage.people import groups


@organisers_only
async def toggle_area(update: Update, context: Context) -> None:
    button = action(update, ToggleArea)
    result = await editing.toggle_area(context.environment, button.area, **common.versioned(context, button))
    await common.show_changed(update, context, result, "audience", _page(context, [], button.area))


@organisers_only
async def choose_readers(update: Update, context: Context) -> None:
    button = action(update, ChooseReaders)
    result = await editing.choose_readers(context.environment, button.language, **common.versioned(context, button))
    await common.show_changed(update, context, result, "audience")


@organisers_only
async def choose_target(update: Update, context: Context) -> None:
    button = action(update, ChooseTarget)
    target = button.target or None
    result = await editing.choose_target(context.environment, target, **common.versioned(context, button))
    async with context.services.database.read() as session:
        there = await groups.linked(session)
    pressed = next((group for group in there if group.chat_id == target), "")
    await common.show_changed(update, context, result, "audience", _page(context, there, pressed))


async def find(typed: str, update: Update, context: Context) -> bool:
    """Show the page of the audience where an area or a group of that name stands."""
    known = await common.awaited(update, context)
    if known is None:
        return True  # and that was told
    async with context.services.database.read() as session:
        there = await groups.linked(session)
    own = context.organises.areas if context.organises else ()
    every = draft_panel.choosable(own, [] if own else there, context.services.programme)
    names = [context.voice.area(each) if isinstance(each, str) else each.title for each in every]
    page = pages.with_name(names, typed)
    if page is not None:
        await context.reply(update, await common.panel(known, context, "audience", page))
    return page is not None


def _page(context: Context, there: Sequence[Group], pressed: str | Group) -> int:
    """Return the page on which the pressed button stands."""
    own = context.organises.areas if context.organises else ()
    return pages.holding(draft_panel.choosable(own, there, context.services.programme), pressed)

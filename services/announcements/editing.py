"""Change a draft: to whom, when, with which buttons. Each act is done at the version that was shown, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Unpack

from domain.announcements.announcements import (
    MOST_LINKS,
    Announcement,
    AnnouncementState,
    Audience,
    Every,
    Link,
    Repeat,
)
from services.announcements import rows
from services.announcements.rows import OnVersion
from services.environment import Environment
from services.results import Done, Refusal, Refused, Stale
from storage.events import events
from storage.people import conversations, groups

Changed = Done[Announcement] | Stale[Announcement] | Refused
LONGEST_SERIES = timedelta(days=366)
NOT_OFFERED = Refused(Refusal.NOT_OFFERED)


async def change(
    env: Environment,
    edit: Callable[[Announcement], Announcement | Refused],
    *,
    typed: bool = False,
    **on: Unpack[OnVersion],
) -> Changed:
    """Save what `edit` makes of a draft, as the organiser's own.

    `typed` words answer a prompt, which is over then; else the prompt that is open follows the draft.
    """
    who = on["who"]
    async with env.database.begin() as session:
        known = await rows.find_at(session, who, on["announcement"], on["version"], AnnouncementState.DRAFT)
        if not isinstance(known, Announcement):
            return known
        changed = edit(known)
        if isinstance(changed, Refused):
            return changed
        saved = await rows.store(session, rows.touched(changed, who))
        if typed:
            await conversations.expect_nothing(session, who.chat_id)
        else:
            await conversations.follow(session, who.chat_id, saved.id, saved.version)
    return Done(saved)


async def toggle_area(env: Environment, area: str, **on: Unpack[OnVersion]) -> Changed:
    """Add an area to the audience, or take it out; the empty area means everyone."""

    def edit(known: Announcement) -> Announcement | Refused:
        chosen = known.audience.areas
        areas = tuple(each for each in chosen if each != area) if area in chosen else (*chosen, area)
        areas = areas if area else ()
        if not on["who"].responsible(areas) or any(env.programme.area(each) is None for each in areas):
            return NOT_OFFERED
        return replace(known, audience=replace(known.audience, areas=areas, target=None))

    return await change(env, edit, **on)


async def choose_readers(env: Environment, language: str, **on: Unpack[OnVersion]) -> Changed:
    """Send it to those who read a language; the empty one means all."""
    if language and language not in env.catalog.languages:
        return NOT_OFFERED
    return await change(env, lambda known: replace(known, audience=replace(known.audience, readers=language)), **on)


async def choose_target(env: Environment, target: int | None, **on: Unpack[OnVersion]) -> Changed:
    """Send it to a linked group or channel, or to people again: everyone's, so it takes an organiser for all areas."""
    async with env.database.read() as session:
        linked = [group.chat_id for group in await groups.linked(session)]
    if not on["who"].responsible(()) or (target is not None and target not in linked):
        return NOT_OFFERED
    return await change(env, lambda known: replace(known, audience=Audience(target=target)), **on)


async def set_time(env: Environment, due_at: datetime, **on: Unpack[OnVersion]) -> Changed:
    """Let it go out then; a repetition begins anew, unless its last day would be over."""

    def edit(known: Announcement) -> Announcement | Refused:
        lasts = known.repeat is not None and due_at.astimezone(env.programme.zone).date() < known.repeat.until
        repeat = replace(known.repeat, first=None) if known.repeat is not None and lasts else None
        return replace(known, due_at=due_at, repeat=repeat) if due_at > on["now"] else NOT_OFFERED

    return await change(env, edit, typed=True, **on)


async def send_now(env: Environment, **on: Unpack[OnVersion]) -> Changed:
    """Take the chosen time back."""
    return await change(env, lambda known: replace(known, due_at=None, repeat=None), **on)


async def toggle_urgent(env: Environment, **on: Unpack[OnVersion]) -> Changed:
    """Let it go out in quiet hours too, or no longer."""
    return await change(env, lambda known: replace(known, urgent=not known.urgent), **on)


async def repeat_once(env: Environment, **on: Unpack[OnVersion]) -> Changed:
    """Take a repetition back."""
    return await change(env, lambda known: replace(known, repeat=None), **on)


async def repeat_until(env: Environment, every: Every, until: date, **on: Unpack[OnVersion]) -> Changed:
    """Repeat it until a day after the first time, at most a year. What has begun keeps the day it began on."""

    def edit(known: Announcement) -> Announcement | Refused:
        first = known.due_at.astimezone(env.programme.zone).date() if known.due_at is not None else None
        if first is None or not first < until <= first + LONGEST_SERIES:
            return NOT_OFFERED
        begun = known.repeat.first if known.repeat is not None and known.repeat.every is every else None
        return replace(known, repeat=Repeat(every, until, begun))

    return await change(env, edit, typed=True, **on)


async def add_link(env: Environment, link: Link, **on: Unpack[OnVersion]) -> Changed:
    """Add a button with an address, in the place of the one that came from the same message."""

    def edit(known: Announcement) -> Announcement:
        others = [each for each in known.links if each.source is None or each.source != link.source]
        return replace(known, links=(*others, link)[:MOST_LINKS])

    return await change(env, edit, typed=True, **on)


async def drop_links(env: Environment, **on: Unpack[OnVersion]) -> Changed:
    return await change(env, lambda known: replace(known, links=()), **on)


async def choose_card(env: Environment, event: int | None, **on: Unpack[OnVersion]) -> Changed:
    """Add the button that opens an event's card, or take it away."""
    if event is not None:
        async with env.database.read() as session:
            if await events.one(session, event) is None:
                return NOT_OFFERED
    return await change(env, lambda known: replace(known, event=event), **on)

"""`@campanile_bot pinerolo` in any chat: the card of a meeting, to be sent there."""

from __future__ import annotations

from telegram import Update

from answers.text import fold
from domain.programme import Programme
from handlers.context import Context, Results
from messages import sharing as replies
from storage import events

CACHE_SECONDS = 60
"""Telegram answers the next who asks the same by itself: a change of the event is seen after this long."""

LONGEST = 64
"""Characters of a query that are looked at: no town has a longer name."""


async def inline(update: Update, context: Context) -> None:
    """The same for whoever asks, so that it can be cached: every language there is."""
    query, services = update.inline_query, context.services
    if query is None:
        return
    towns = frozenset(_meant(query.query[:LONGEST], services.programme))
    found = services.shared.found(towns, context.now)
    if found is None:
        found = await _results(towns, context)
        services.shared.keep(towns, found, context.now)
    await query.answer(found, cache_time=CACHE_SECONDS, is_personal=False)


async def _results(towns: frozenset[str], context: Context) -> Results:
    services = context.services
    async with services.database.read() as session:
        every = await events.every(session)
    ahead = [event for event in every if event.ahead(context.now) and event.town in towns]
    voices = [services.voice(language) for language in services.catalog.languages]
    return replies.results(ahead, voices, context.now)[:50]


def _meant(query: str, programme: Programme) -> set[str]:
    """The towns whose name, or what people call them, begins like the query; all, when none does."""
    said = fold(query).strip()
    named = {
        town.id
        for town in programme.towns
        if any(fold(name).startswith(said) for name in (town.name, *town.aliases))
    }
    return named or {town.id for town in programme.towns}

"""Answer inline queries: `@campanile_bot ilton` in any chat offers the card of a meeting."""

from __future__ import annotations

from collections.abc import Iterable

from telegram import Update

from answers.language.text import fold
from domain.events.events import Event
from domain.programmes import Programme
from handlers.context import Context, Named, Results
from messages.events import sharing_texts
from storage.events import events

MOST = 50
"""What Telegram shows of an answer before it asks for more."""
CACHE_SECONDS = 60
"""Telegram answers the next who asks the same by itself: a change of the event is seen after this long."""

LONGEST = 64
"""Characters of a query that are looked at: nobody types more of a name."""


async def inline(update: Update, context: Context) -> None:
    """Answer in every language there is, the same for whoever asks, so that Telegram can cache it."""
    query, services = update.inline_query, context.services
    if query is None:
        return
    meant = _meant(query.query[:LONGEST], services.programme)
    begin = _offset(query.offset)
    found = services.shared.found((meant, begin), context.now)
    if found is None:
        found = await _results(meant, begin, context)
        services.shared.keep((meant, begin), found, context.now)
    offset = str(begin + MOST) if len(found) > MOST else ""
    await query.answer(found[:MOST], cache_time=CACHE_SECONDS, is_personal=False, next_offset=offset)


async def _results(meant: frozenset[Named], begin: int, context: Context) -> Results:
    """Return the results, one more than is shown where there are more."""
    services = context.services
    async with services.database.read() as session:
        every = await events.every(session)
    ahead = [event for event in every if event.ahead(context.now) and (not meant or meant & _of(event))]
    # Each event in each language: whoever shares a card chooses what its reader understands.
    voices = [services.voice(language) for language in services.catalog.languages]
    found = [(event, voice) for voice in voices for event in ahead][begin : begin + MOST + 1]
    return [sharing_texts.result(event, voice, context.now) for event, voice in found]


def _offset(text: str) -> int:
    """Return how many were shown already; Telegram gives back the offset that it was told."""
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def _meant(query: str, programme: Programme) -> frozenset[Named]:
    """Return the areas, kinds and events with a name of which a word begins like the query; none, if no name does."""
    said = fold(query).strip()
    names: list[tuple[Named, Iterable[str]]] = [
        *((("area", area.id), (*area.name.values(), *area.aliases)) for area in programme.areas),
        *((("kind", kind.id), (*kind.name.values(), *kind.aliases)) for kind in programme.kinds),
        *((("plan", plan.id), plan.title.values()) for plan in programme.events if plan.title),
    ]
    known = ((named, [f" {fold(name)}" for name in of]) for named, of in names)
    return frozenset(named for named, of in known if said and any(f" {said}" in name for name in of))


def _of(event: Event) -> set[Named]:
    """Return all by which an event is found."""
    kinds = {("kind", kind) for kind in event.kinds}
    return {("area", area) for area in event.areas} | kinds | {("plan", event.plan)}

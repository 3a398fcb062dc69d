"""Personal data: choose a language, take everything away, be forgotten."""

from __future__ import annotations

from typing import Any

from services.environment import Environment
from services.results import Done
from storage.people import residents


async def choose_language(env: Environment, *, chat: int, language: str) -> Done[str]:
    """Speak this language to a chat from now on; of what is not spoken here, the default."""
    spoken = env.catalog.language(language)
    async with env.database.begin() as session:
        await residents.choose_language(session, chat, spoken)
    return Done(spoken)


async def export(env: Environment, *, chat: int) -> Done[dict[str, Any]]:
    """Return everything that is kept about a chat, ready for JSON."""
    async with env.database.read() as session:
        return Done(await residents.export(session, chat))


async def erase(env: Environment, *, chat: int) -> Done[None]:
    """Forget a chat, and what the bot has learned from its words alone."""
    async with env.database.begin() as session:
        unlearned = await residents.erase(session, chat)
    await env.database.scrub()
    if unlearned:
        await env.learn()
    return Done(None)

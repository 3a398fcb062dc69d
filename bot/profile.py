"""What Telegram shows of the bot before a word is said: descriptions and command menus."""

from __future__ import annotations

import logging

from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError
from telegram.ext import ExtBot

from delivery.pace import Lane
from domain.programme import Programme
from messages.catalog import Catalog, Words

log = logging.getLogger(__name__)

_NAMES = {
    "it": ("incontri", "promemoria", "chiedi", "lingua", "privacy", "stop", "aiuto", "annuncia", "domande"),
    "en": ("events", "reminders", "ask", "language", "privacy", "stop", "help", "announce", "inbox"),
    "fr": ("rencontres", "rappels", "demander", "langue", "privacy", "stop", "aide", "announce", "inbox"),
}
_WORDS = ("events", "reminders", "ask", "language", "privacy", "stop", "help", "announce", "inbox")
_RESIDENTS = 7


def commands(words: Words, *, organiser: bool = False) -> list[BotCommand]:
    """The menu in a language; a language without names of its own uses the English ones."""
    names = _NAMES.get(words.language, _NAMES["en"])
    menu = [BotCommand(name, words.plain(f"menu-{key}")) for name, key in zip(names, _WORDS, strict=True)]
    return menu if organiser else menu[:_RESIDENTS]


async def publish(bot: ExtBot[Lane], catalog: Catalog, programme: Programme, owners: dict[int, str]) -> None:
    """`owners`: the language of each organiser who has written to the bot. What fails is only logged."""
    try:
        for language in catalog.languages:
            code = None if language == catalog.default else language
            await _describe(bot, catalog.words(language), programme, code)
        for owner, language in owners.items():
            menu = commands(catalog.words(language), organiser=True)
            await bot.set_my_commands(menu, scope=BotCommandScopeChat(owner))
    except TelegramError as error:
        log.warning("the bot's menus could not be published: %s", error)


async def _describe(bot: ExtBot[Lane], words: Words, programme: Programme, code: str | None) -> None:
    towns = ", ".join(town.name for town in programme.towns)
    description = words.plain("profile-description", programme=programme.name, towns=towns)
    short = words.plain("profile-short-description", programme=programme.name)
    await bot.set_my_commands(commands(words), scope=BotCommandScopeAllPrivateChats(), language_code=code)
    await bot.set_my_description(description, language_code=code)
    await bot.set_my_short_description(short, language_code=code)

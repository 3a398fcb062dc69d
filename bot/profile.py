"""Publish the bot's profile in Telegram: descriptions and command menus."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from telegram import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError
from telegram.ext import ExtBot

from delivery.rate_limiter import Lane
from domain.programmes import Programme
from domain.team.organisers import Role
from messages import commands
from messages.catalog import Catalog
from messages.message import names, shortened, units

if TYPE_CHECKING:
    from messages.translations import Translations

LONGEST, LONGEST_SHORT = 512, 120
"""Characters that Telegram takes of the two descriptions."""

log = logging.getLogger(__name__)


async def describe(bot: ExtBot[Lane], catalog: Catalog, programme: Programme) -> bool:
    """Publish descriptions and the residents' menu in every language. A failure is logged; return False then."""
    try:
        for language in catalog.languages:
            code = None if language == catalog.default else language
            await _describe(bot, catalog.words(language), programme, code)
    except TelegramError as error:
        log.warning("the bot's descriptions could not be published: %s", error)
        return False
    return True


async def show_menu(bot: ExtBot[Lane], chat_id: int, role: Role | None, words: Translations) -> None:
    """Publish the menu of one chat; without a role it is everyone's. A failure is only logged."""
    scope = BotCommandScopeChat(chat_id)
    try:
        if role is None:
            await bot.delete_my_commands(scope=scope)
        else:
            await bot.set_my_commands(commands.menu(role, words), scope=scope)
    except TelegramError as error:
        log.warning("the menu of an organiser could not be published: %s", error)


async def _describe(bot: ExtBot[Lane], words: Translations, programme: Programme, code: str | None) -> None:
    name = programme.say(programme.name, words.language)
    description = _fitting(
        lambda room: words.plain(
            "profile-description",
            programme=shortened(name, room),
            count=len(programme.areas),
            areas=names((programme.say(area.name, words.language) for area in programme.areas), room),
        ),
        LONGEST,
    )
    short = _fitting(
        lambda room: words.plain("profile-short-description", programme=shortened(name, room)),
        LONGEST_SHORT,
    )
    private, group = commands.menu(None, words), commands.menu(None, words.to_group())
    await bot.set_my_commands(private, scope=BotCommandScopeAllPrivateChats(), language_code=code)
    await bot.set_my_commands(group, scope=BotCommandScopeAllGroupChats(), language_code=code)
    await bot.set_my_description(description, language_code=code)
    await bot.set_my_short_description(short, language_code=code)


def _fitting(said: Callable[[int], str], longest: int) -> str:
    """Return the description with as many names as fit: Telegram refuses one that is too long."""
    return next(text for room in range(longest, 0, -1) if units(text := said(room)) <= longest)

"""List every command of the bot: its names, and whose menu and help show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import BotCommand

from domain import languages
from domain.organisers import Role
from messages.message import Html

if TYPE_CHECKING:
    from messages.translations import Translations


@dataclass(frozen=True)
class Command:
    """`key` is its name where a language has no other, its description `menu-<key>`.

    `least` is the role it takes; none means everyone.
    """

    key: str
    least: Role | None = None
    listed: bool = True

    def name(self, language: str) -> str:
        """Return the name in a language, else the English one."""
        known = languages.known().get(language)
        return known.commands.get(self.key, self.key) if known else self.key

    @property
    def names(self) -> list[str]:
        """Return its names in every language: all are understood, whatever the resident's."""
        own = (each.commands.get(self.key) for each in languages.known().values())
        return list(dict.fromkeys([self.key, *filter(None, own)]))

    def given(self, role: Role | None) -> bool:
        return self.least is None or (role is not None and role.may(self.least))


COMMANDS = (
    Command("start", listed=False),
    Command("events"),
    Command("reminders"),
    Command("ask"),
    Command("language"),
    Command("privacy"),
    Command("stop"),
    Command("help"),
    Command("announce", Role.ORGANISER),
    Command("edit", Role.ORGANISER),
    Command("diary", Role.ORGANISER),
    Command("inbox", Role.HELPER),
    Command("statistics", Role.ORGANISER),
    Command("poster", Role.ORGANISER),
    Command("audit", Role.ORGANISER),
    Command("invite", Role.OWNER),
    Command("organisers", Role.OWNER),
)


def menu(role: Role | None, words: Translations) -> list[BotCommand]:
    """Return the commands that Telegram shows beside the text field."""
    return [
        BotCommand(command.name(words.language), words.plain(f"menu-{command.key}"))
        for command in COMMANDS
        if command.listed and command.given(role)
    ]


def organisers_part(role: Role, words: Translations) -> Html:
    """Return the commands that residents do not have, one a line."""
    lines = [
        f"• {words(f'menu-{command.key}')}: /{command.name(words.language)}"
        for command in COMMANDS
        if command.least is not None and command.given(role)
    ]
    return Html("\n".join([words("help-organiser"), "", *lines]))

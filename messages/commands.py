"""List every command of the bot: its names, and whose menu and help show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import BotCommand

from domain import languages
from domain.naming.slots import command
from domain.programmes import Programme
from domain.team.organisers import Role
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

    def name(self, language: str, programme: Programme | None = None) -> str:
        return command(self.key, language, programme)

    def names(self, programme: Programme | None = None) -> list[str]:
        """Return its names in every language: all are understood, whatever the resident's."""
        every = (self.name(language, each) for each in (programme, None) for language in languages.known())
        return list(dict.fromkeys([self.key, *every]))

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


def named(name: str, programme: Programme) -> Command | None:
    return next((each for each in COMMANDS if name.lower() in each.names(programme)), None)


def mistakes(programme: Programme) -> Iterator[tuple[tuple[str, ...], str]]:
    """Find what is wrong with the names that a programme gives to commands: where, and a sentence."""
    known = {command.key for command in COMMANDS}
    for key, names in programme.commands.items():
        if key not in known:
            yield ("commands", key), f"is not a command (known: {', '.join(sorted(known))})"
        taken = {name for command in COMMANDS if command.key != key for name in command.names(programme)}
        for language, name in names.items():
            if name in taken:
                yield ("commands", key, language), f'"{name}" is the name of another command'


def menu(role: Role | None, words: Translations) -> list[BotCommand]:
    """Return the commands that Telegram shows beside the text field."""
    return [
        BotCommand(words.plain(f"command-{command.key}"), words.plain(f"menu-{command.key}"))
        for command in COMMANDS
        if command.listed and command.given(role)
    ]


def organisers_part(role: Role, words: Translations) -> Html:
    """Return the commands that residents do not have, one a line."""
    lines = [
        f"• {words(f'menu-{command.key}')}: /{words(f'command-{command.key}')}"
        for command in COMMANDS
        if command.least is not None and command.given(role)
    ]
    return Html("\n".join([words("help-organiser"), "", *lines]))

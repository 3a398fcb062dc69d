"""List every command of the bot: its names, and whose menu and help show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import BotCommand

from domain.organisers import Role
from messages.message import Html

if TYPE_CHECKING:
    from messages.translations import Translations


@dataclass(frozen=True)
class Command:
    """`key` is the noun, its description `menu-<key>`. `least` is the role it takes; none means everyone."""

    key: str
    names: dict[str, str]
    least: Role | None = None
    listed: bool = True

    def name(self, language: str) -> str:
        """Return the name in a language, else the English one."""
        return self.names.get(language, self.names["en"])

    def given(self, role: Role | None) -> bool:
        return self.least is None or (role is not None and role.may(self.least))


COMMANDS = (
    Command("start", {"en": "start"}, listed=False),
    Command("events", {"it": "incontri", "en": "events", "fr": "rencontres"}),
    Command("reminders", {"it": "promemoria", "en": "reminders", "fr": "rappels"}),
    Command("ask", {"it": "chiedi", "en": "ask", "fr": "demander"}),
    Command("language", {"it": "lingua", "en": "language", "fr": "langue"}),
    Command("privacy", {"en": "privacy"}),
    Command("stop", {"en": "stop"}),
    Command("help", {"it": "aiuto", "en": "help", "fr": "aide"}),
    Command("announce", {"it": "annuncia", "en": "announce"}, Role.ORGANISER),
    Command("edit", {"it": "modifica", "en": "edit"}, Role.ORGANISER),
    Command("diary", {"it": "agenda", "en": "diary"}, Role.ORGANISER),
    Command("inbox", {"it": "domande", "en": "inbox"}, Role.HELPER),
    Command("statistics", {"it": "statistiche", "en": "stats"}, Role.ORGANISER),
    Command("poster", {"it": "locandina", "en": "poster", "fr": "affiche"}, Role.ORGANISER),
    Command("audit", {"it": "registro", "en": "audit"}, Role.ORGANISER),
    Command("invite", {"it": "invita", "en": "invite"}, Role.OWNER),
    Command("organisers", {"it": "organizzatori", "en": "organisers"}, Role.OWNER),
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

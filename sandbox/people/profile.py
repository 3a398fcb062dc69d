"""The bot's own profile: name, descriptions and command menus, per language and scope."""

import json
from typing import Any

Command = dict[str, str]
_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def _key(scope: dict[str, Any] | None) -> str:
    return json.dumps(scope or {"type": "default"}, sort_keys=True)


class Profile:
    """The bot's account; texts fall back from a language to the one set without language."""

    limits = _LIMITS

    def __init__(self, bot_id: int, name: str, username: str) -> None:
        self.user: dict[str, Any] = {"id": bot_id, "is_bot": True, "first_name": name, "username": username}
        self._texts: dict[tuple[str, str], str] = {("name", ""): name}
        self._commands: dict[tuple[str, str], list[Command]] = {}

    @property
    def me(self) -> dict[str, Any]:
        """Return the answer to getMe."""
        return self.user | {
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def text(self, field: str, language: str = "") -> str:
        """Return a name or description as somebody of that language sees it."""
        return self._texts.get((field, language)) or self._texts.get((field, ""), "")

    def set_text(self, field: str, language: str, value: str) -> None:
        self._texts[field, language] = value

    def commands(self, scope: dict[str, Any] | None, language: str = "") -> list[Command]:
        """Return exactly what was set for this scope and language."""
        return self._commands.get((_key(scope), language), [])

    def set_commands(self, scope: dict[str, Any] | None, language: str, commands: list[Command]) -> None:
        self._commands[_key(scope), language] = commands

    def menu(self, chat_id: int, language: str) -> list[Command]:
        """Return the menu a person sees in a chat: the narrowest scope set, in their language if there is one.

        The order is that of core.telegram.org/bots/api#determining-list-of-commands, without administrators'.
        """
        every = "all_private_chats" if chat_id > 0 else "all_group_chats"
        scopes = ({"type": "chat", "chat_id": chat_id}, {"type": every}, {"type": "default"})
        for scope in scopes:
            for spoken in (language, ""):
                if commands := self.commands(scope, spoken):
                    return commands
        return []

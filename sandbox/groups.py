"""Groups: people talk, the bot is added and removed, and a group may change its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.messages import Chat, Message
from sandbox.people import Person, membership, spoken

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


class Group:
    """A group chat; the bot reads everything in it (privacy mode off)."""

    def __init__(self, telegram: Telegram, chat: Chat) -> None:
        self.telegram = telegram
        self.chat = chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        return list(self.chat.messages.values())

    def say(self, person: Person, text: str) -> None:
        """Somebody writes in the group."""
        self._tell(person, spoken(text))

    def add_bot(self, by: Person, *, status: str = "member") -> None:
        """Put the bot into the group, as "member" or "administrator"."""
        self.chat.closed = None
        self.chat.bot_status = status
        self._membership(by, "left", status)

    def remove_bot(self, by: Person) -> None:
        """Throw the bot out."""
        self._membership(by, self.chat.bot_status, "kicked")
        self.chat.closed = f"bot was kicked from the {self.chat.raw['type']} chat"

    def migrate(self, to: int) -> Group:
        """Upgrade to a supergroup with another id; the old one answers 400 with the new id."""
        successor = self.telegram.group(to, self.chat.raw["title"])
        successor.chat.closed = None
        self._service({"migrate_to_chat_id": to})
        successor._service({"migrate_from_chat_id": self.id})
        self.chat.migrated_to = to
        return successor

    def _service(self, content: dict[str, Any]) -> None:
        message = self.telegram.put(self.chat, content, self.telegram.profile.user)
        self.telegram.inject({"message": message.raw})

    def _tell(self, person: Person, content: dict[str, Any]) -> None:
        message = self.telegram.put(self.chat, content, person.user)
        if self.chat.closed is None:
            self.telegram.inject({"message": message.raw})

    def _membership(self, by: Person, before: str, after: str) -> None:
        change = membership(self.telegram, self.chat, by.user, before, after)
        self.telegram.inject({"my_chat_member": change})

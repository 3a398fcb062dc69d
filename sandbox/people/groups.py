"""Groups: people talk, the bot is added and removed, and a group may change its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.api.queries import Query
from sandbox.people.messages import Chat, SentMessage
from sandbox.people.people import Person, membership, spoken

if TYPE_CHECKING:
    from sandbox.api.telegram import Telegram


ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


class GroupChat:
    """A group or channel; the bot reads everything in it (privacy mode off)."""

    def __init__(self, telegram: Telegram, chat: Chat) -> None:
        self.telegram = telegram
        self.chat = chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[SentMessage]:
        return list(self.chat.messages.values())

    @property
    def last(self) -> SentMessage:
        """Return the bot's newest message. Raise `LookupError` before there is one."""
        for message in reversed(self.messages):
            if message.from_bot:
                return message
        raise LookupError(f"the bot has not written to {self.chat.raw['title']}")

    def join(self, person: Person, status: str = "member") -> None:
        """Let somebody in, as "member", "administrator" or "creator"."""
        self.chat.members[person.id] = status

    def topic(self, name: str) -> int:
        """Open a topic in it, which makes it a forum; the topic's number."""
        self.chat.raw["is_forum"] = True
        opened = self.telegram.put(self.chat, {"forum_topic_created": {"name": name, "icon_color": 7322096}})
        opened.from_bot = False
        opened.raw |= {"message_thread_id": opened.id, "is_topic_message": True}
        self.chat.topics |= {0: self.chat.topics.get(0, True), opened.id: True}
        return opened.id

    def close_topic(self, topic: int = 0) -> None:
        """Let only administrators write there; 0 is General."""
        self.chat.topics[topic] = False

    def delete_topic(self, topic: int) -> None:
        """Take the topic away."""
        del self.chat.topics[topic]

    def say(self, person: Person, text: str, *, reply_to: int | None = None, topic: int = 0) -> None:
        """Let somebody write in the group, perhaps in reply to a message of it, or in one of its topics."""
        quoted: dict[str, Any] = {}
        if reply_to is not None:
            quoted = {"reply_to_message": self.chat.messages[reply_to].raw}
        if topic:  # Telegram quotes the beginning of the topic where nothing else is quoted
            beginning = {"reply_to_message": self.chat.messages[topic].raw}
            quoted = {"message_thread_id": topic, "is_topic_message": True} | beginning | quoted
        self.send(person, **spoken(text), **quoted)

    def send(self, person: Person, **content: Any) -> None:
        """Let somebody send anything else: the fields of a Message."""
        self.chat.members.setdefault(person.id, "member")
        self._tell(person.user, content)

    def say_anonymously(self, text: str) -> None:
        """Let a hidden administrator write, in the name of the group."""
        self._tell(ANONYMOUS, spoken(text) | {"sender_chat": self.chat.raw})

    def press(self, person: Person, button: str) -> Query:
        """Press the button with this in its label, on the newest message with one."""
        for message in reversed(self.messages):
            for one in (one for row in message.buttons for one in row):
                if button in one["text"] and "callback_data" in one:
                    return person.query(one["callback_data"], message.raw)
        raise LookupError(f"no button {button!r} in {self.chat.raw['title']}")

    def add_bot(self, by: Person, *, status: str = "member") -> None:
        """Put the bot into the group, as "member" or "administrator"."""
        self.chat.closed = None
        self.chat.bot_status = status
        self.chat.members.setdefault(by.id, "creator")
        self._membership(by, "left", status)
        if self.chat.raw["type"] != "channel":
            self._tell(by.user, {"new_chat_members": [self.telegram.profile.user]})

    def rename(self, title: str) -> None:
        """Give the group another title."""
        self.chat.raw["title"] = title
        self.service_message({"new_chat_title": title})

    def remove_bot(self, by: Person) -> None:
        """Throw the bot out: the group reads of it, the bot is only told that it is out."""
        self._membership(by, self.chat.bot_status, "kicked")
        self.telegram.put(self.chat, {"left_chat_member": self.telegram.profile.user}, by.user)
        self.chat.closed = f"bot was kicked from the {self.chat.raw['type']} chat"

    def migrate(self, to: int) -> GroupChat:
        """Upgrade to a supergroup with another id; the old one answers 400 with the new id."""
        successor = self.telegram.group(to, self.chat.raw["title"])
        successor.chat.closed = None
        successor.chat.members = self.chat.members
        self.service_message({"migrate_to_chat_id": to})
        successor.service_message({"migrate_from_chat_id": self.id})
        self.chat.migrated_to = to
        return successor

    def service_message(self, content: dict[str, Any]) -> None:
        message = self.telegram.put(self.chat, content, self.telegram.profile.user)
        self.telegram.inject({"message": message.raw})

    def _tell(self, sender: dict[str, Any], content: dict[str, Any]) -> None:
        message = self.telegram.put(self.chat, content, sender)
        if self.chat.closed is None:
            self.telegram.inject({"message": message.raw})

    def _membership(self, by: Person, before: str, after: str) -> None:
        change = membership(self.telegram, self.chat, by.user, before, after)
        self.telegram.inject({"my_chat_member": change})

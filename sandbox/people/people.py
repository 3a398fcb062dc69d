"""People with an account, and what they do in their private chat with the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.api.entities import found
from sandbox.api.queries import Alert, Query
from sandbox.people.messages import Chat, SentMessage, UploadedFile, described

if TYPE_CHECKING:
    from sandbox.api.telegram import Telegram

BLOCKED = "bot was blocked by the user"
DEACTIVATED = "user is deactivated"


def spoken(text: str) -> dict[str, Any]:
    """Return the content of a message that somebody typed."""
    entities = [dict(entity) for entity in found(text)]
    return {"text": text, "entities": entities} if entities else {"text": text}


def captioned(text: str) -> dict[str, Any]:
    """Return the same below a file."""
    return {{"text": "caption", "entities": "caption_entities"}[key]: v for key, v in spoken(text).items()}


def _kind(file: UploadedFile) -> str:
    main = file.mime.split("/")[0]
    if file.mime == "image/gif":
        return "animation"
    if file.mime == "audio/ogg":
        return "voice"
    return {"image": "photo", "video": "video", "audio": "audio"}.get(main, "document")


class Person:
    """One account; every act becomes an update for the bot at once."""

    def __init__(self, telegram: Telegram, user: dict[str, Any]) -> None:
        self.telegram = telegram
        self.user = user
        names = ("first_name", "last_name", "username")
        self.chat = Chat({"id": user["id"], "type": "private"} | {n: user[n] for n in names if n in user})
        self.popups: list[Alert] = []
        self.search: Query | None = None

    @property
    def id(self) -> int:
        return int(self.user["id"])

    @property
    def messages(self) -> list[SentMessage]:
        """Return the messages that the chat shows, oldest first."""
        return list(self.chat.messages.values())

    @property
    def last(self) -> SentMessage:
        """Return the bot's newest message. Raise `LookupError` before there is one."""
        for message in reversed(self.messages):
            if message.from_bot:
                return message
        raise LookupError(f"the bot has not written to {self.user['first_name']}")

    @property
    def alerts(self) -> list[str]:
        """Return the texts shown after pressing buttons."""
        return [popup.text for popup in self.popups]

    def start(self, payload: str = "") -> None:
        """Press Start, perhaps through a deep link."""
        self.say(f"/start {payload}".strip())

    def say(self, text: str, *, reply_to: int | None = None) -> None:
        """Write a text, perhaps in reply to a message of the chat."""
        quoted = {"reply_to_message": self.chat.messages[reply_to].raw} if reply_to is not None else {}
        self.send(**spoken(text), **quoted)

    def send(self, **content: Any) -> None:
        """Send anything else: the fields of a Message, such as `sticker={...}`."""
        if self.chat.closed != DEACTIVATED:
            self.chat.closed = None
        message = self.telegram.put(self.chat, content, self.user)
        self.telegram.inject({"message": message.raw})

    def attach(self, *files: UploadedFile, caption: str = "", kind: str = "") -> None:
        """Send files as one message, or several as an album with its caption on the first.

        `kind` is "photo", "video", "document" and so on; by default what the file's type suggests.
        """
        group = {"media_group_id": self.telegram.media_group_id()} if len(files) > 1 else {}
        for number, file in enumerate(files):
            words = captioned(caption) if caption and number == 0 else {}
            shown = described(kind or _kind(file), self.telegram.keep(file), file)
            self.send(**shown, **words, **group)
            self.messages[-1].file = file

    def edit(self, message_id: int, text: str) -> None:
        """Change an own message."""
        message = self.chat.messages[message_id]
        raw = {key: value for key, value in message.raw.items() if key != "entities"}
        message.raw = raw | spoken(text) | {"edit_date": int(self.telegram.now().timestamp())}
        self.telegram.inject({"edited_message": message.raw})

    def press(self, button: str) -> Query | None:
        """Press the button with this callback data, or this in its label, on the newest message with one."""
        for message in reversed(self.messages):
            for one in _buttons(message):
                if button == one.get("callback_data") or button in one["text"]:
                    return self._press(message, one)
        visible = [label["text"] for message in self.messages for label in _buttons(message)]
        raise LookupError(f"no button {button!r}; there are: {', '.join(visible) or 'none'}")

    def press_data(self, data: str, message_id: int | None = None) -> Query:
        """Press a button that is not there any more, or never was."""
        message = self.chat.messages.get(message_id or 0)
        stamp = {"message_id": message_id or 1, "chat": self.chat.raw, "date": 0}
        return self.query(data, message.raw if message else stamp)

    def inline(self, query: str, offset: str = "") -> Query:
        """Type "@bot query" somewhere; its `results` fill up when the bot answers.

        `offset`: of the answer before, whose end the person has reached.
        """
        asked = self.search = self.telegram.queries.open(self.id, query)
        self.telegram.inject({"inline_query": {"id": asked.id, "from": self.user, "query": query, "offset": offset}})
        return asked

    def chosen(self, result_id: str) -> dict[str, Any]:
        """Return a result of the last inline query, as a message to send to some chat."""
        if self.search is None:
            raise LookupError(f"{self.user['first_name']} has not searched")
        return self.search.message(result_id) | {"via_bot": self.telegram.profile.user}

    def block(self) -> None:
        """Block the bot: it is told, and cannot write here any more."""
        self._membership("member", "kicked")
        self.chat.closed = BLOCKED

    def unblock(self) -> None:
        """Let the bot in again."""
        self.chat.closed = None
        self._membership("kicked", "member")

    def deactivate(self) -> None:
        """Close the account; nobody tells the bot."""
        self.chat.closed = DEACTIVATED

    def show(self, text: str, *, modal: bool) -> None:
        """Show the answer to a pressed button."""
        self.popups.append(Alert(len(self.popups) + 1, text, modal))

    def _press(self, message: SentMessage, button: dict[str, Any]) -> Query | None:
        if "callback_data" in button:
            return self.query(button["callback_data"], message.raw)
        if not message.buttons:
            self.say(button["text"])
            return None
        raise LookupError(f"{button['text']!r} is not a callback button: {button}")

    def query(self, data: str, message: dict[str, Any]) -> Query:
        """Press a button with this data below a message, wherever it is."""
        query = self.telegram.queries.open(self.id)
        pressed = {"id": query.id, "from": self.user, "message": message, "data": data}
        self.telegram.inject({"callback_query": pressed | {"chat_instance": str(self.id)}})
        return query

    def _membership(self, before: str, after: str) -> None:
        self.telegram.inject({"my_chat_member": membership(self.telegram, self.chat, self.user, before, after)})


def _buttons(message: SentMessage) -> list[dict[str, Any]]:
    """Return the inline buttons of a message, or those of the keyboard it put below the text field."""
    if message.buttons:
        return [button for row in message.buttons for button in row]
    rows = (message.raw.get("reply_markup") or {}).get("keyboard") or []
    return [{"text": button} if isinstance(button, str) else button for row in rows for button in row]


def membership(telegram: Telegram, chat: Chat, actor: dict[str, Any], before: str, after: str) -> dict[str, Any]:
    """Return a ChatMemberUpdated about the bot."""
    bot = telegram.profile.user
    return {
        "chat": chat.raw,
        "from": actor,
        "date": int(telegram.now().timestamp()),
        "old_chat_member": member(bot, before),
        "new_chat_member": member(bot, after),
    }


def member(user: dict[str, Any], status: str) -> dict[str, Any]:
    """Return a ChatMember with the fields that its status requires."""
    extra: dict[str, Any] = {}
    if status == "kicked":
        extra = {"until_date": 0}
    if status == "creator":
        extra = {"is_anonymous": False}
    if status == "restricted":
        extra = dict.fromkeys(_MAY, True) | {"is_member": True, "until_date": 0}
    if status == "administrator":
        extra = dict.fromkeys(_RIGHTS, False) | {"can_be_edited": False}
    return {"user": user, "status": status} | extra


_RIGHTS = [
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]
_MAY = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
]

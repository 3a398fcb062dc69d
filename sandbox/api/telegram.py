"""The pretend Telegram itself: chats, files, updates, and one door for the bot's calls."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sandbox.api.faults import Faults
from sandbox.api.parameters import Params, check, known
from sandbox.api.queries import Queries
from sandbox.api.refusals import ConnectionCut, RefusedCall, Stranger, bad, forbidden
from sandbox.api.rules import joined
from sandbox.api.updates import Updates
from sandbox.methods import METHODS
from sandbox.people.groups import GroupChat
from sandbox.people.messages import Chat, SentMessage, UploadedFile
from sandbox.people.people import Person
from sandbox.people.profile import Profile

TOKEN = "123456789:SANDBOX-token"


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply over the wire."""

    status: int
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """One thing the bot asked for; `status` is 0 when the connection was cut."""

    method: str
    params: dict[str, Any]
    at: datetime
    status: int
    body: dict[str, Any]


class Telegram:
    """Telegram as one bot sees it; lives in one event loop, forgets everything when dropped.

    `calls` has every call but getUpdates, `complaints` a line for all that was refused or not understood.
    """

    def __init__(
        self,
        token: str = TOKEN,
        now: Callable[[], datetime] | None = None,
        username: str = "campanile_bot",
        name: str = "Campanile",
    ) -> None:
        self.token = token
        self.now = now or (lambda: datetime.now(UTC))
        self.profile = Profile(int(token.split(":")[0]), name, username)
        self.faults = Faults()
        self.updates = Updates()
        self.queries = Queries(self.now)
        self.chats: dict[int, Chat] = {}
        self.people: dict[int, Person] = {}
        self.files: dict[str, UploadedFile] = {}
        self.calls: list[RecordedCall] = []
        self.complaints: list[str] = []
        self.watchers: list[Callable[[], None]] = []
        self._last_message_id = 0
        self._last_group_id = 0

    # What people do.

    def person(
        self,
        user_id: int,
        first_name: str,
        *,
        last_name: str | None = None,
        language_code: str = "it",
        username: str | None = None,
        met: bool = False,
    ) -> Person:
        """Return a person with an account; `met`: the bot has been written to before, so it may write first."""
        user = {"id": user_id, "is_bot": False, "first_name": first_name, "language_code": language_code}
        user |= {key: value for key, value in (("last_name", last_name), ("username", username)) if value}
        person = Person(self, user)
        person.chat.closed = None if met else "bot can't initiate conversation with a user"
        self.people[user_id] = person
        self.chats[user_id] = person.chat
        return person

    def group(self, chat_id: int, title: str, type: str = "supergroup", username: str | None = None) -> GroupChat:
        """Return a group without the bot in it; `add_bot` lets it in."""
        raw = {"id": chat_id, "title": title, "type": type} | ({"username": username} if username else {})
        chat = self.chats[chat_id] = Chat(raw, closed=f"bot is not a member of the {type} chat")
        return GroupChat(self, chat)

    def inject(self, update: dict[str, Any]) -> None:
        """Queue any object as an update, however malformed."""
        self.updates.push(update)
        self.changed()

    # What the bot does.

    async def call(
        self,
        method: str,
        params: dict[str, Any] | None = None,
        files: dict[str, UploadedFile] | None = None,
        token: str | None = None,
    ) -> Reply:
        """Answer one call; values may be Python objects or a form's strings. ConnectionCut: no answer."""
        raw = params or {}
        if token is not None and token != self.token:
            return Reply(401, RefusedCall(401, "Unauthorized").body())
        try:
            decoded = Params(raw, files or {})
            check(method, decoded)
            if method == "getUpdates":
                return await self._poll(decoded)
            body = {"ok": True, "result": await self._answer(method, decoded)}
            return self._record(method, decoded, 200, body)
        except RefusedCall as refused:
            return self._refuse(method, raw, refused)
        except (ConnectionCut, Stranger):
            self._record(method, raw, 0, {})
            raise

    def sent(self, chat_id: int | None = None) -> list[SentMessage]:
        """Return the bot's messages still visible, oldest first; of all chats or of one."""
        chats = self.chats.values() if chat_id is None else [self.chats[chat_id]]
        found = [message for chat in chats for message in chat.messages.values() if message.from_bot]
        return sorted(found, key=lambda message: message.id)

    # For the methods, the people and the page.

    def chat(self, chat_id: Any) -> Chat:
        """Return a chat that the bot may look at."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else self._by_username(chat_id)
        if chat_id in (None, ""):
            raise bad("chat_id is empty")
        if chat is None:
            raise bad("chat not found")
        if chat.migrated_to is not None:
            text = "Bad Request: group chat was upgraded to a supergroup chat"
            raise RefusedCall(400, text, {"migrate_to_chat_id": chat.migrated_to})
        return chat

    def open_chat(self, chat_id: Any) -> Chat:
        """Return a chat that the bot may write to."""
        chat = self.chat(chat_id)
        if chat.closed is not None:
            raise forbidden(chat.closed)
        if chat.refusal is not None:
            raise bad(chat.refusal)
        return chat

    def put(self, chat: Chat, content: dict[str, Any], sender: dict[str, Any] | None = None) -> SentMessage:
        """Add a message to a chat: the bot's, unless `sender` is given."""
        self._last_message_id += 1
        raw = {
            "message_id": self._last_message_id,
            "from": sender or self.profile.user,
            "chat": chat.raw,
            "date": int(self.now().timestamp()),
            **content,
        }
        message = chat.messages[self._last_message_id] = SentMessage(raw, from_bot=sender is None)
        chat.action = None
        self.changed()
        return message

    def keep(self, file: UploadedFile) -> str:
        """Store a file and return its file_id."""
        file_id = f"sandbox-file-{len(self.files) + 1}"
        self.files[file_id] = file
        return file_id

    def changed(self) -> None:
        """Tell the page that something is different."""
        for watcher in self.watchers:
            watcher()

    def media_group_id(self) -> str:
        self._last_group_id += 1
        return str(self._last_group_id)

    def _by_username(self, name: Any) -> Chat | None:
        wanted = str(name or "").removeprefix("@").lower()
        matching: Iterator[Chat] = (c for c in self.chats.values() if c.raw.get("username", "").lower() == wanted)
        return next(matching, None) if wanted else None

    async def _poll(self, params: Params) -> Reply:
        started = time.monotonic()
        self.faults.meet_stranger()
        if self.faults.out:
            raise ConnectionCut(accepted=False)
        updates = await self.updates.get(
            params.get("offset") or 0,
            params.get("limit") or 100,
            params.get("timeout") or 0,
            params.get("allowed_updates"),
        )
        if self.faults.out and time.monotonic() > started:
            raise ConnectionCut(accepted=False)
        return Reply(200, {"ok": True, "result": updates})

    async def _answer(self, method: str, params: Params) -> Any:
        implementation = METHODS.get(method)
        if implementation is None:
            raise RefusedCall(404, "Not Found: method not found")
        if unknown := params.keys() - known(method):
            self.complaints.append(f"{method}: unknown parameter {joined(unknown)}")
        cut_after = await self.faults.before(method, params)
        result = implementation(self, params)
        if cut_after:
            raise self.faults.cut_after()
        return result

    def _refuse(self, method: str, params: dict[str, Any], refused: RefusedCall) -> Reply:
        if refused.status in (400, 404):
            self.complaints.append(f"{method}: {refused.description}")
        if method == "getUpdates":
            return Reply(refused.status, refused.body())
        return self._record(method, params, refused.status, refused.body())

    def _record(self, method: str, params: dict[str, Any], status: int, body: dict[str, Any]) -> Reply:
        self.calls.append(RecordedCall(method, params, self.now(), status, body))
        self.changed()
        return Reply(status, body)

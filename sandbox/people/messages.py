"""The contents of a chat: messages, files, and the chat itself."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file on its way from the bot, or kept by the pretend Telegram."""

    name: str
    content: bytes
    mime: str = "application/octet-stream"


def described(kind: str, file_id: str, file: UploadedFile) -> dict[str, Any]:
    """Return the Bot API object of a file. The sandbox does not look inside, so sizes of pictures are nominal."""
    base: dict[str, Any] = {
        "file_id": file_id,
        "file_unique_id": f"u-{file_id}",
        "file_size": len(file.content),
    }
    size = {"width": 640, "height": 480}
    match kind:
        case "photo":
            return {"photo": [base | size]}
        case "sticker":
            flags = {"type": "regular", "is_animated": False, "is_video": False}
            return {"sticker": base | size | flags}
        case "voice":
            return {"voice": base | {"duration": 1, "mime_type": file.mime}}
    named = base | {"file_name": file.name, "mime_type": file.mime}
    extra = {"video": size | {"duration": 1}, "animation": size | {"duration": 1}, "audio": {"duration": 1}}
    if kind == "video_note":
        return {kind: base | {"length": 240, "duration": 1}}
    content = {kind: named | extra.get(kind, {})}
    return content | {"document": named} if kind == "animation" else content


@dataclass(slots=True)
class SentMessage:
    """One visible message; `raw` is its Bot API form, `file` the bytes that came with it."""

    raw: dict[str, Any]
    from_bot: bool
    file: UploadedFile | None = None
    reactions: list[str] = field(default_factory=list)

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """Return the text, or the caption, or nothing."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def entities(self) -> list[dict[str, Any]]:
        return list(self.raw.get("entities") or self.raw.get("caption_entities") or [])

    @property
    def buttons(self) -> list[list[dict[str, Any]]]:
        """Return the rows of the inline keyboard; empty without one."""
        markup = self.raw.get("reply_markup") or {}
        return list(markup.get("inline_keyboard") or [])

    @property
    def labels(self) -> list[str]:
        """Return the labels of the buttons, row by row."""
        return [str(button["text"]) for row in self.buttons for button in row]

    @property
    def date(self) -> datetime:
        return datetime.fromtimestamp(self.raw["date"], UTC)

    @property
    def edited(self) -> datetime | None:
        stamp = self.raw.get("edit_date")
        return None if stamp is None else datetime.fromtimestamp(stamp, UTC)

    @property
    def document(self) -> UploadedFile | None:
        """Return the document with its bytes, if this is one."""
        return self.file if "document" in self.raw else None

    @property
    def marked(self) -> dict[str, str]:
        """Return the text under each entity, by type (the last of a type wins), to ask "what is bold?"."""
        units = self.text.encode("utf-16-le")
        return {
            entity["type"]: units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
            for entity in self.entities
        }


@dataclass(slots=True)
class Chat:
    """A private chat or a group as the bot meets it.

    `closed` is the reason of a 403, None while the bot may write; `migrated_to` the id of an upgraded group;
    `members` the status of each person in it. `refusal` is the reason of a 400 for whatever is written.
    `topics` says of each topic of a forum whether it is open; 0 is General.
    """

    raw: dict[str, Any]
    closed: str | None = None
    migrated_to: int | None = None
    messages: dict[int, SentMessage] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    action: tuple[str, datetime] | None = None
    bot_status: str = "member"
    members: dict[int, str] = field(default_factory=dict)
    refusal: str | None = None
    topics: dict[int, bool] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(self.raw["id"])

    @property
    def private(self) -> bool:
        return bool(self.raw["type"] == "private")

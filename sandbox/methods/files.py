"""Methods that send files, and the one that gets them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sandbox.api.parameters import Params
from sandbox.api.refusals import bad
from sandbox.api.rules import caption_of, checked_size
from sandbox.methods.sending import frame
from sandbox.people.messages import Chat, SentMessage, UploadedFile, described

if TYPE_CHECKING:
    from sandbox.api.telegram import Telegram

_GROUPED = frozenset({"photo", "video", "document", "audio", "live_photo"})


def send(kind: str) -> Callable[[Telegram, Params], dict[str, Any]]:
    """Return sendPhoto, sendDocument and so on, which take a new upload, a known file_id, or an address."""

    def send_kind(telegram: Telegram, params: Params) -> dict[str, Any]:
        chat = telegram.open_chat(params.get("chat_id"))
        caption = {} if kind == "sticker" else caption_of(params)
        content = caption | frame(chat, params)
        return put_file(telegram, chat, kind, params.get(kind), params, content).raw

    return send_kind


def put_file(
    telegram: Telegram, chat: Chat, kind: str, source: Any, params: Params, content: dict[str, Any]
) -> SentMessage:
    """Add a message with a file to the chat."""
    file_id, file = stored(telegram, kind, source, params)
    message = telegram.put(chat, described(kind, file_id, file) | content)
    message.file = file
    return message


def stored(telegram: Telegram, kind: str, source: Any, params: Params) -> tuple[str, UploadedFile]:
    """Return the file meant by a parameter, and its file_id."""
    name = str(source or kind)
    uploaded = params.files.get(name.removeprefix("attach://"))
    if uploaded is not None:
        return telegram.keep(checked_size(kind, uploaded)), uploaded
    if name in telegram.files:
        return name, telegram.files[name]
    if name.startswith(("http://", "https://")):
        linked = UploadedFile(name.rsplit("/", 1)[-1], name.encode(), "text/uri-list")
        return telegram.keep(linked), linked
    raise bad("wrong file identifier/HTTP URL specified" if source else f"there is no {kind} in the request")


def send_media_group(telegram: Telegram, params: Params) -> list[dict[str, Any]]:
    chat = telegram.open_chat(params.get("chat_id"))
    media = params.get("media") or []
    if not 2 <= len(media) <= 10:
        raise bad("album must include 2-10 items" if media else "there are no messages to send")
    prepared = [_prepared(telegram, item, params) for item in media]
    group = {"media_group_id": telegram.media_group_id()} | frame(chat, params)
    return [_grouped(telegram, chat, content | group, file) for content, file in prepared]


def _prepared(telegram: Telegram, item: dict[str, Any], params: Params) -> tuple[dict[str, Any], UploadedFile]:
    kind = item.get("type", "")
    if kind not in _GROUPED:
        raise bad("can't use this media type in an album")
    return media_content(telegram, kind, item, params)


def media_content(
    telegram: Telegram, kind: str, item: dict[str, Any], params: Params
) -> tuple[dict[str, Any], UploadedFile]:
    """Return the content of a message made from an InputMedia."""
    file_id, file = stored(telegram, kind, item.get("media"), params)
    return described(kind, file_id, file) | caption_of(item), file


def _grouped(telegram: Telegram, chat: Chat, content: dict[str, Any], file: UploadedFile) -> dict[str, Any]:
    message = telegram.put(chat, content)
    message.file = file
    return message.raw


def get_file(telegram: Telegram, params: Params) -> dict[str, Any]:
    file_id = params.get("file_id")
    file = telegram.files.get(str(file_id))
    if file is None:
        raise bad("invalid file_id")
    if len(file.content) > 20 * 2**20:
        raise bad("file is too big")
    base = {"file_id": file_id, "file_unique_id": f"u-{file_id}", "file_size": len(file.content)}
    return base | {"file_path": f"{file_id}/{file.name}"}

"""Methods that put a message without a file into a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.api.parameters import Params
from sandbox.api.refusals import bad
from sandbox.api.rules import caption_of, checked_markup, text_of
from sandbox.people.messages import Chat, SentMessage

if TYPE_CHECKING:
    from sandbox.api.telegram import Telegram

_FRAME = frozenset(
    [
        "message_thread_id",
        "is_topic_message",
        "message_id",
        "from",
        "chat",
        "date",
        "reply_markup",
        "reply_to_message",
        "edit_date",
        "media_group_id",
    ]
)


def frame(chat: Chat, params: Params) -> dict[str, Any]:
    """Return the common parts of a sent message: a keyboard, a quoted message, protection."""
    content = _topic(chat, params)
    if markup := checked_markup(params.get("reply_markup")):
        content["reply_markup"] = markup
    if quoted := _quoted(chat, params.get("reply_parameters")):
        content["reply_to_message"] = quoted
    if params.get("protect_content"):
        content["has_protected_content"] = True
    return content


def _topic(chat: Chat, params: Params) -> dict[str, Any]:
    """Return the topic in a forum: the one asked for, else that of the quoted message, else General."""
    quoted = chat.messages.get((params.get("reply_parameters") or {}).get("message_id", 0))
    topical = quoted is not None and quoted.raw.get("is_topic_message")
    inherited = quoted.raw.get("message_thread_id") if quoted is not None and topical else None
    thread = int(params.get("message_thread_id") or inherited or 0)
    if thread and thread not in chat.topics:
        raise bad("message thread not found")
    if not chat.topics.get(thread, True) and chat.bot_status != "administrator":
        raise bad("TOPIC_CLOSED")
    return {"message_thread_id": thread, "is_topic_message": True} if thread else {}


def _quoted(chat: Chat, reply: dict[str, Any] | None) -> dict[str, Any] | None:
    if not reply:
        return None
    message = chat.messages.get(reply.get("message_id", 0))
    if message is None and not reply.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    if message is None:
        return None
    return {key: value for key, value in message.raw.items() if key != "reply_to_message"}


def send_message(telegram: Telegram, params: Params) -> dict[str, Any]:
    chat = telegram.open_chat(params.get("chat_id"))
    content = text_of(params) | frame(chat, params)
    if preview := params.get("link_preview_options"):
        content["link_preview_options"] = preview
    return telegram.put(chat, content).raw


def send_location(telegram: Telegram, params: Params) -> dict[str, Any]:
    chat = telegram.open_chat(params.get("chat_id"))
    return telegram.put(chat, {"location": _place(params)} | frame(chat, params)).raw


def send_venue(telegram: Telegram, params: Params) -> dict[str, Any]:
    chat = telegram.open_chat(params.get("chat_id"))
    if not params.get("title") or not params.get("address"):
        raise bad("venue title and address must be non-empty")
    venue = {"location": _place(params), "title": params["title"], "address": params["address"]}
    return telegram.put(chat, {"venue": venue, "location": venue["location"]} | frame(chat, params)).raw


def _place(params: Params) -> dict[str, float]:
    latitude, longitude = params.get("latitude"), params.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        raise bad("wrong location specified")
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise bad("wrong location specified")
    return {"latitude": latitude, "longitude": longitude}


def _source(telegram: Telegram, params: Params, verb: str) -> SentMessage:
    source = telegram.chat(params.get("from_chat_id")).messages.get(params.get("message_id") or 0)
    if source is None:
        raise bad(f"message to {verb} not found")
    return source


def _content(source: SentMessage) -> dict[str, Any]:
    return {key: value for key, value in source.raw.items() if key not in _FRAME}


def copy_message(telegram: Telegram, params: Params) -> dict[str, int]:
    chat = telegram.open_chat(params.get("chat_id"))
    source = _source(telegram, params, "copy")
    content = _content(source) | (caption_of(params) if "caption" in params else {})
    message = telegram.put(chat, content | frame(chat, params))
    message.file = source.file
    return {"message_id": message.id}


def forward_message(telegram: Telegram, params: Params) -> dict[str, Any]:
    chat = telegram.open_chat(params.get("chat_id"))
    source = _source(telegram, params, "forward")
    origin = {"type": "user", "sender_user": source.raw["from"], "date": source.raw["date"]}
    message = telegram.put(chat, _content(source) | {"forward_origin": origin})
    message.file = source.file
    return message.raw

"""Methods that change or remove what is already in a chat."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sandbox.api.parameters import Params
from sandbox.api.refusals import RefusedCall, bad
from sandbox.api.rules import caption_of, checked_markup, text_of
from sandbox.methods.files import media_content
from sandbox.people.messages import Chat, SentMessage

if TYPE_CHECKING:
    from sandbox.api.telegram import Telegram

# core.telegram.org/bots/api#deletemessage
_DELETABLE = timedelta(hours=48)
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_TEXT = ("text", "entities", "link_preview_options")
_CAPTION = ("caption", "caption_entities")
_MEDIA = ("photo", "document", "video", "audio", "animation", *_CAPTION)


def _found(telegram: Telegram, params: Params, verb: str) -> tuple[Chat, SentMessage]:
    chat = telegram.open_chat(params.get("chat_id"))
    if not params.get("message_id"):
        raise bad("message identifier is not specified")
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad(f"message to {verb} not found")
    return chat, message


def _own(telegram: Telegram, params: Params) -> SentMessage:
    if params.get("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    _, message = _found(telegram, params, "edit")
    if not message.from_bot:
        raise bad("message can't be edited")
    return message


def _edit(
    telegram: Telegram, message: SentMessage, params: Params, drop: tuple[str, ...], content: dict[str, Any]
) -> dict[str, Any]:
    """Replace the fields `drop` by `content`, and the keyboard by the one given (none given: none left)."""
    markup = checked_markup(params.get("reply_markup"))
    kept = {key: value for key, value in message.raw.items() if key not in (*drop, "reply_markup", "edit_date")}
    changed = kept | content | ({"reply_markup": markup} if _shown(markup) else {})
    if changed == {key: value for key, value in message.raw.items() if key != "edit_date"}:
        raise bad(_SAME)
    message.raw = changed | {"edit_date": int(telegram.now().timestamp())}
    telegram.changed()
    return message.raw


def _shown(markup: dict[str, Any] | None) -> bool:
    return bool(markup) and markup != {"inline_keyboard": []}


def edit_message_text(telegram: Telegram, params: Params) -> dict[str, Any]:
    message = _own(telegram, params)
    if "text" not in message.raw:
        raise bad("there is no text in the message to edit")
    content = text_of(params)
    if preview := params.get("link_preview_options"):
        content["link_preview_options"] = preview
    return _edit(telegram, message, params, _TEXT, content)


def edit_message_caption(telegram: Telegram, params: Params) -> dict[str, Any]:
    message = _own(telegram, params)
    if not any(kind in message.raw for kind in _MEDIA):
        raise bad("there is no caption in the message to edit")
    return _edit(telegram, message, params, _CAPTION, caption_of(params))


def edit_message_reply_markup(telegram: Telegram, params: Params) -> dict[str, Any]:
    return _edit(telegram, _own(telegram, params), params, (), {})


def edit_message_media(telegram: Telegram, params: Params) -> dict[str, Any]:
    message = _own(telegram, params)
    media = params.get("media") or {}
    content, file = media_content(telegram, media.get("type", ""), media, params)
    raw = _edit(telegram, message, params, _MEDIA, content)
    message.file = file
    return raw


def delete_message(telegram: Telegram, params: Params) -> bool:
    chat, message = _found(telegram, params, "delete")
    if telegram.now() - message.date > _DELETABLE:
        raise bad("message can't be deleted for everyone")
    del chat.messages[message.id]
    telegram.changed()
    return True


def delete_messages(telegram: Telegram, params: Params) -> bool:
    ids = params.get("message_ids") or []
    if not 1 <= len(ids) <= 100:
        raise bad("message identifiers are not specified" if not ids else "too many message identifiers specified")
    for message_id in ids:
        _delete_if_possible(telegram, Params({"chat_id": params.get("chat_id"), "message_id": message_id}, {}))
    return True


def _delete_if_possible(telegram: Telegram, params: Params) -> None:
    """Delete a message if it is possible: of several, Telegram skips those that cannot be found or deleted."""
    telegram.open_chat(params["chat_id"])
    try:
        delete_message(telegram, params)
    except RefusedCall:
        return


def pin_chat_message(telegram: Telegram, params: Params) -> bool:
    chat, message = _found(telegram, params, "pin")
    chat.pinned.append(message.id)
    telegram.changed()
    return True


def set_message_reaction(telegram: Telegram, params: Params) -> bool:
    _, message = _found(telegram, params, "react")
    reaction = params.get("reaction") or []
    if len(reaction) > 1:
        raise bad("REACTIONS_TOO_MANY")
    message.reactions = [str(one.get("emoji", "")) for one in reaction]
    telegram.changed()
    return True

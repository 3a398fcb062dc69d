"""Refusals of Telegram: texts, buttons, commands and files (limits: core.telegram.org/bots/api)."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from sandbox.api.entities import Entity, completed, units
from sandbox.api.markup import parse_html
from sandbox.api.refusals import bad
from sandbox.people.messages import UploadedFile

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
BUTTON_LIMIT = 100
ANSWER_LIMIT = 200
STYLES = frozenset({"danger", "success", "primary"})
ACTIONS = frozenset(
    [
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    ]
)
_ENTITIES = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    ]
)
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_NEEDS = {
    "text_link": "url",
    "text_mention": "user",
    "custom_emoji": "custom_emoji_id",
    "date_time": "unix_time",
}


def formatted(text: str, mode: str | None, entities: list[Entity] | None) -> tuple[str, list[Entity]]:
    """Return the text without markup, and its entities."""
    if mode:
        if mode.lower() != "html":
            raise bad(f"can't parse entities: the sandbox reads HTML only, not {mode}")
        text, parsed = parse_html(text)
        return text, completed(text, list(parsed))
    return text, completed(text, checked_entities(text, entities or []))


def checked_entities(text: str, entities: list[Entity]) -> list[Entity]:
    """Return explicit entities. Refuse those unknown, incomplete or outside of the text."""
    for entity in entities:
        kind = entity.get("type")
        if kind not in _ENTITIES:
            raise bad("can't parse MessageEntity: Can't find type")
        if kind in _NEEDS and _NEEDS[kind] not in entity:
            raise bad(f"can't parse MessageEntity: Can't find field \"{_NEEDS[kind]}\"")
        if entity["offset"] < 0 or entity["offset"] + entity["length"] > units(text):
            raise bad("entity beginning is outside of the text")
    return list(entities)


def text_of(params: dict[str, Any]) -> dict[str, Any]:
    """Return the `text` and `entities` of a text message."""
    text, entities = formatted(params.get("text") or "", params.get("parse_mode"), params.get("entities"))
    if not text.strip():
        raise bad("message text is empty")
    if units(text) > TEXT_LIMIT:
        raise bad("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_of(params: dict[str, Any]) -> dict[str, Any]:
    """Return the `caption` and `caption_entities` of a file, or nothing."""
    source = params.get("caption") or ""
    caption, entities = formatted(source, params.get("parse_mode"), params.get("caption_entities"))
    if units(caption) > CAPTION_LIMIT:
        raise bad("message caption is too long")
    content: dict[str, Any] = {"caption": caption} if caption else {}
    return content | ({"caption_entities": entities} if entities else {})


def checked_markup(markup: Any) -> dict[str, Any] | None:
    """Return the reply markup as given; None if there is none. Refuse what Telegram refuses."""
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        _check_keyboard(markup["inline_keyboard"])
    return markup


def _check_keyboard(rows: Any) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    buttons = [button for row in rows for button in row]
    if len(buttons) > BUTTON_LIMIT:
        raise bad("reply markup is too long")
    for button in buttons:
        _check_button(button)


def _check_button(button: dict[str, Any]) -> None:
    # Telegram drops a button without a text silently; a bot never means that, so it is refused here.
    if not str(button.get("text") or "").strip():
        raise bad("can't parse inline keyboard button: Text must be non-empty")
    if button.get("style", "primary") not in STYLES:
        raise bad("can't parse inline keyboard button: invalid button style specified")
    actions = sorted(ACTIONS & button.keys())
    if not actions:
        raise bad("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad("can't parse inline keyboard button: exactly one action must be specified")
    _check_action(button, actions[0])


def _check_action(button: dict[str, Any], action: str) -> None:
    value = button[action]
    if action == "callback_data" and not 1 <= len(str(value).encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    if action == "url" and not _is_address(str(value)):
        raise bad(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")


def _is_address(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "tg" or (parts.scheme in ("http", "https") and "." in parts.netloc)


def checked_commands(commands: Any) -> list[dict[str, str]]:
    """Return a command menu: at most 100 names of [a-z0-9_]{1,32}, descriptions of 1-256 characters."""
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command.get("command", "").removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= units(command.get("description", "")) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return list(commands)


def checked_answer(text: str) -> str:
    """Return the text of an answer to a pressed button: at most 200 characters."""
    if units(text) > ANSWER_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    return text


def checked_results(results: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return inline results: at most 50, each with its own id of 1-64 bytes, each message valid."""
    if len(results) > 50:
        raise bad("RESULTS_TOO_MUCH")
    ids = [str(result.get("id", "")) for result in results]
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    if not all(1 <= len(one.encode()) <= 64 for one in ids):
        raise bad("RESULT_ID_INVALID")
    for result in results:
        _check_result(result)
    return results


def _check_result(result: dict[str, Any]) -> None:
    checked_markup(result.get("reply_markup"))
    content = result.get("input_message_content") or {}
    if "message_text" in content:
        text_of(content | {"text": content["message_text"]})


def checked_size(kind: str, file: UploadedFile) -> UploadedFile:
    """Refuse an upload that is empty, over 50 MB, or a photo over 10 (core.telegram.org/bots/api#sending-files)."""
    if not file.content:
        raise bad("file must be non-empty")
    limit = 10 if kind == "photo" else 50
    if len(file.content) > limit * 2**20:
        raise bad(f"file is too big for a {kind}")
    return file


def joined(names: Iterable[str]) -> str:
    """Return names for a complaint, in a stable order."""
    return ", ".join(sorted(names))

"""The parameters each method knows, and how they are read from a form (Bot API 10.1)."""

import json
from typing import Any

from sandbox.messages import UploadedFile
from sandbox.refusals import bad

_TO = (
    "chat_id message_thread_id direct_messages_topic_id disable_notification protect_content "
    "message_effect_id"
)
_COPIED = f"{_TO} allow_paid_broadcast suggested_post_parameters reply_parameters reply_markup"
_SENT = f"business_connection_id {_COPIED}"
_CAPTION = "caption parse_mode caption_entities"
_EDIT = "business_connection_id chat_id message_id inline_message_id reply_markup"
_MEDIA = "show_caption_above_media has_spoiler"

_KNOWN = {
    "getMe": "",
    "getUpdates": "offset limit timeout allowed_updates",
    "deleteWebhook": "drop_pending_updates",
    "setWebhook": "url certificate ip_address max_connections allowed_updates drop_pending_updates "
    "secret_token",
    "getWebhookInfo": "",
    "sendMessage": f"{_SENT} text parse_mode entities link_preview_options",
    "copyMessage": f"{_COPIED} {_CAPTION} from_chat_id message_id video_start_timestamp "
    "show_caption_above_media",
    "forwardMessage": f"{_TO} suggested_post_parameters from_chat_id message_id video_start_timestamp",
    "sendPhoto": f"{_SENT} {_CAPTION} {_MEDIA} photo",
    "sendDocument": f"{_SENT} {_CAPTION} document thumbnail disable_content_type_detection",
    "sendVideo": f"{_SENT} {_CAPTION} {_MEDIA} video duration width height thumbnail cover start_timestamp "
    "supports_streaming",
    "sendAudio": f"{_SENT} {_CAPTION} audio duration performer title thumbnail",
    "sendVoice": f"{_SENT} {_CAPTION} voice duration",
    "sendAnimation": f"{_SENT} {_CAPTION} {_MEDIA} animation duration width height thumbnail",
    "sendSticker": f"{_SENT} sticker emoji",
    "sendMediaGroup": f"{_TO} business_connection_id allow_paid_broadcast reply_parameters media",
    "sendLocation": f"{_SENT} latitude longitude horizontal_accuracy live_period heading "
    "proximity_alert_radius",
    "sendVenue": f"{_SENT} latitude longitude title address foursquare_id foursquare_type google_place_id "
    "google_place_type",
    "sendChatAction": "business_connection_id chat_id message_thread_id action",
    "editMessageText": f"{_EDIT} text parse_mode entities link_preview_options rich_message",
    "editMessageCaption": f"{_EDIT} {_CAPTION} show_caption_above_media",
    "editMessageReplyMarkup": _EDIT,
    "editMessageMedia": f"{_EDIT} media",
    "deleteMessage": "chat_id message_id",
    "deleteMessages": "chat_id message_ids",
    "pinChatMessage": "business_connection_id chat_id message_id disable_notification",
    "answerCallbackQuery": "callback_query_id text show_alert url cache_time",
    "answerInlineQuery": "inline_query_id results cache_time is_personal next_offset button",
    "getFile": "file_id",
    "getChat": "chat_id",
    "getChatMember": "chat_id user_id",
    "getChatAdministrators": "chat_id return_bots",
    "leaveChat": "chat_id",
    "setMyCommands": "commands scope language_code",
    "getMyCommands": "scope language_code",
    "deleteMyCommands": "scope language_code",
    "setMyName": "name language_code",
    "getMyName": "language_code",
    "setMyDescription": "description language_code",
    "getMyDescription": "language_code",
    "setMyShortDescription": "short_description language_code",
    "getMyShortDescription": "language_code",
    "setMessageReaction": "chat_id message_id reaction is_big",
}
KNOWN = {method: frozenset(names.split()) for method, names in _KNOWN.items()}

_JSON = frozenset(
    [
        "allowed_updates",
        "entities",
        "caption_entities",
        "link_preview_options",
        "suggested_post_parameters",
        "reply_parameters",
        "reply_markup",
        "media",
        "message_ids",
        "results",
        "button",
        "commands",
        "scope",
        "reaction",
        "rich_message",
    ]
)
_NUMBERS = frozenset(
    [
        "chat_id",
        "from_chat_id",
        "user_id",
        "message_id",
        "message_thread_id",
        "direct_messages_topic_id",
        "offset",
        "limit",
        "timeout",
        "duration",
        "width",
        "height",
        "latitude",
        "longitude",
        "horizontal_accuracy",
        "live_period",
        "heading",
        "proximity_alert_radius",
        "cache_time",
        "max_connections",
        "start_timestamp",
        "video_start_timestamp",
    ]
)
_FLAGS = frozenset(
    [
        "disable_notification",
        "protect_content",
        "allow_paid_broadcast",
        "drop_pending_updates",
        "show_caption_above_media",
        "has_spoiler",
        "supports_streaming",
        "disable_content_type_detection",
        "show_alert",
        "is_personal",
        "return_bots",
        "is_big",
    ]
)
_READ_AS_TEXT = _JSON | _NUMBERS | _FLAGS


class Params(dict[str, Any]):
    """The decoded parameters of one call, with the files that came along."""

    files: dict[str, UploadedFile]

    def __init__(self, raw: dict[str, Any], files: dict[str, UploadedFile]) -> None:
        super().__init__(raw)
        self.files = files
        for name, value in raw.items():
            if isinstance(value, str) and name in _READ_AS_TEXT:
                self[name] = _decoded(name, value)


def _decoded(name: str, value: str) -> Any:
    if name in _JSON:
        return _json(name, value)
    if name in _FLAGS:
        return value.lower() in ("true", "1")
    return _number(value)


def _json(name: str, value: str) -> Any:
    try:
        return json.loads(value) if value else None
    except ValueError:
        raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None


def _number(value: str) -> int | float | str:
    """A number where it is one; "@channel" stays a text."""
    for read in (int, float):
        try:
            return read(value)
        except ValueError:
            continue
    return value

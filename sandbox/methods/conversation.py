"""Methods about a chat and who is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.api.parameters import Params
from sandbox.api.refusals import bad
from sandbox.people.people import member

if TYPE_CHECKING:
    from sandbox.api.telegram import Telegram

_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def send_chat_action(telegram: Telegram, params: Params) -> bool:
    chat = telegram.open_chat(params.get("chat_id"))
    if params.get("action") not in _ACTIONS:
        raise bad("wrong parameter action in request")
    chat.action = (params["action"], telegram.now())
    telegram.changed()
    return True


def get_chat(telegram: Telegram, params: Params) -> dict[str, Any]:
    chat = telegram.chat(params.get("chat_id"))
    nothing = dict.fromkeys(("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"), False)
    gifts = nothing | {"gifts_from_channels": False}
    return chat.raw | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def get_chat_member(telegram: Telegram, params: Params) -> dict[str, Any]:
    chat = telegram.open_chat(params.get("chat_id"))
    user_id = params.get("user_id")
    if user_id == telegram.profile.user["id"]:
        return member(telegram.profile.user, chat.bot_status)
    if user_id not in telegram.people:
        raise bad("PARTICIPANT_ID_INVALID")
    present = "member" if chat.private else "left"
    return member(telegram.people[user_id].user, chat.members.get(user_id, present))


def get_chat_administrators(telegram: Telegram, params: Params) -> list[dict[str, Any]]:
    chat = telegram.open_chat(params.get("chat_id"))
    if chat.private:
        raise bad("there are no administrators in the private chat")
    if chat.raw["type"] == "channel" and chat.bot_status != "administrator":
        raise bad("member list is inaccessible")
    bots = [member(telegram.profile.user, "administrator")] if chat.bot_status == "administrator" else []
    people = [(telegram.people[one].user, status) for one, status in chat.members.items()]
    return bots + [member(user, status) for user, status in people if status in ("creator", "administrator")]


def leave_chat(telegram: Telegram, params: Params) -> bool:
    chat = telegram.open_chat(params.get("chat_id"))
    if chat.private:
        raise bad("chat member status can't be changed in private chats")
    chat.closed = f"bot is not a member of the {chat.raw['type']} chat"
    return True

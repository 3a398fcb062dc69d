"""A parameter of another type than the Bot API gives it is refused, in every call."""

from typing import Any

import pytest

from sandbox.people.people import Person
from tests.sandbox.conftest import BotSide

BUTTON = {"text": "Sì", "callback_data": "x"}


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[BUTTON | button]]}


@pytest.mark.parametrize(
    ("method", "params", "wrong"),
    [
        ("getUpdates", {"timeout": 30.0}, "timeout"),
        ("getUpdates", {"timeout": "30.0"}, "timeout"),
        ("getUpdates", {"offset": True}, "offset"),
        ("getUpdates", {"offset": 2**64}, "offset"),
        ("getUpdates", {"allowed_updates": "message"}, "allowed updates"),
        ("getUpdates", {"allowed_updates": [1]}, "allowed_updates[0]"),
        ("sendMessage", {"text": 5}, "text"),
        ("sendMessage", {"chat_id": 5.0}, "chat_id"),
        ("sendMessage", {"disable_notification": "maybe"}, "disable_notification"),
        ("sendMessage", {"disable_notification": 1}, "disable_notification"),
        ("sendMessage", {"reply_markup": []}, "reply_markup"),
        ("sendMessage", {"reply_markup": keyboard(text=1)}, "reply_markup.inline_keyboard[0][0].text"),
        ("sendMessage", {"reply_parameters": {"message_id": "5"}}, "reply_parameters.message_id"),
        ("sendMessage", {"link_preview_options": {"is_disabled": 1}}, "link_preview_options.is_disabled"),
        ("sendMessage", {"entities": {"type": "bold"}}, "entities"),
        ("sendMessage", {"entities": [{"type": "bold", "offset": 0.0, "length": 1}]}, "entities[0].offset"),
        ("sendLocation", {"latitude": "north", "longitude": 7.3}, "latitude"),
        ("sendLocation", {"latitude": float("nan"), "longitude": 7.3}, "latitude"),
        ("sendMediaGroup", {"media": {"type": "photo"}}, "media"),
        ("deleteMessages", {"message_ids": 5}, "message_ids"),
        ("deleteMessages", {"message_ids": ["5"]}, "message_ids[0]"),
        ("answerCallbackQuery", {"callback_query_id": 7}, "callback_query_id"),
        ("answerInlineQuery", {"inline_query_id": "7", "results": [{"id": 1}]}, "results[0].id"),
        ("setMyCommands", {"commands": [{"command": "x", "description": None}, "y"]}, "commands[1]"),
    ],
)
async def test_a_wrong_type_is_refused(
    anna: Person, bot: BotSide, method: str, params: dict[str, Any], wrong: str
) -> None:
    usual: dict[str, Any] = {"chat_id": 5, "text": "ciao"} if method == "sendMessage" else {}
    answer = await bot(method, **usual | params)

    assert answer.status == 400
    assert wrong in answer.description
    assert any(wrong in complaint for complaint in anna.telegram.complaints)


@pytest.mark.parametrize(
    "params",
    [
        {"chat_id": "5"},
        {"disable_notification": "true"},
        {"disable_notification": "0"},
        {"reply_markup": keyboard()},
        {"reply_markup": '{"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}'},
        {"reply_markup": {"remove_keyboard": True}},
        {"reply_markup": None},
        {"link_preview_options": {"is_disabled": True, "of_2031": 1}},
    ],
)
async def test_the_right_types_pass_as_objects_and_from_a_form(
    anna: Person, bot: BotSide, params: dict[str, Any]
) -> None:
    usual: dict[str, Any] = {"chat_id": 5, "text": "ciao"}
    assert (await bot("sendMessage", **usual | params)).status == 200

"""What Telegram refuses, the sandbox refuses with the same words."""

from typing import Any

import pytest

from sandbox.api.telegram import Telegram
from sandbox.people.messages import UploadedFile
from sandbox.people.people import Person
from tests.sandbox.conftest import BotSide, StandingClock


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


def commands(name: str, description: str = "d", times: int = 1) -> dict[str, Any]:
    return {"commands": [{"command": name, "description": description}] * times}


HTML = {"parse_mode": "HTML"}
ENTITY = "can't parse MessageEntity: Can't find"
BUTTON = {"text": "🔔", "callback_data": "x"}
NO_END = "can't parse entities: Can't find end tag corresponding to start tag"
UNSUPPORTED = "can't parse entities: Unsupported start tag"
PLACE = {"latitude": 45, "longitude": 7, "title": "a", "address": "b"}
REPLY = {"reply_parameters": {"message_id": 99}}
TEXTS: list[tuple[str, dict[str, Any], str]] = [
    ("", {}, "message text is empty"),
    (" \n ", {}, "message text is empty"),
    ("<b> </b>", HTML, "message text is empty"),
    ("a" * 4097, {}, "message is too long"),
    ("🔔" * 2049, {}, "message is too long"),
    (
        "<b>ciao",
        HTML,
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (
        "è <town>",
        HTML,
        f'{UNSUPPORTED} "town" at byte offset 3',
    ),
    (
        "<b>a</i>",
        HTML,
        'can\'t parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    ),
    ("a</b>", HTML, "can't parse entities: Unexpected end tag at byte offset 1"),
    ("1 < 2", HTML, "can't parse entities: Unclosed start tag at byte offset 2"),
    (
        "<span>a</span>",
        HTML,
        'can\'t parse entities: Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
    (
        '<tg-time unix="soon">a</tg-time>',
        HTML,
        "can't parse entities: invalid date-time specified",
    ),
    (
        "*a*",
        {"parse_mode": "MarkdownV2"},
        "can't parse entities: the sandbox reads HTML only, not MarkdownV2",
    ),
    (
        "a",
        {"entities": [{"type": "bolder", "offset": 0, "length": 1}]},
        f"{ENTITY} type",
    ),
    (
        "a",
        {"entities": [{"type": "date_time", "offset": 0, "length": 1}]},
        "can't parse MessageEntity: Can't find field \"unix_time\"",
    ),
    (
        "a",
        {"entities": [{"type": "bold", "offset": 0, "length": 2}]},
        "entity beginning is outside of the text",
    ),
]
BUTTONS = [
    ({"text": "a", "callback_data": "è" * 33}, "BUTTON_DATA_INVALID"),
    ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
    ({"text": "a"}, "Text buttons are unallowed in the inline keyboard"),
    ({"text": "", "callback_data": "a"}, "can't parse inline keyboard button: Text must be non-empty"),
    (
        BUTTON | {"url": "https://example.org"},
        "can't parse inline keyboard button: exactly one action must be specified",
    ),
    (BUTTON | {"style": "pink"}, "can't parse inline keyboard button: invalid button style specified"),
    ({"text": "a", "url": "qui"}, "inline keyboard button URL 'qui' is invalid: Wrong HTTP URL"),
]


@pytest.mark.parametrize(("text", "more", "refusal"), TEXTS)
async def test_texts(anna: Person, bot: BotSide, text: str, more: dict[str, Any], refusal: str) -> None:
    answer = await bot("sendMessage", chat_id=5, text=text, **more)
    assert (answer.status, answer.description) == (400, f"Bad Request: {refusal}")
    assert anna.telegram.complaints == [f"sendMessage: Bad Request: {refusal}"]


@pytest.mark.parametrize(("button", "refusal"), BUTTONS)
async def test_buttons(anna: Person, bot: BotSide, button: dict[str, Any], refusal: str) -> None:
    answer = await bot("sendMessage", chat_id=anna.id, text="a", reply_markup=keyboard(button))
    assert answer.description == f"Bad Request: {refusal}"


@pytest.mark.parametrize("style", ["danger", "success", "primary"])
async def test_styles_that_exist(anna: Person, bot: BotSide, style: str) -> None:
    answer = await bot("sendMessage", chat_id=anna.id, text="a", reply_markup=keyboard(BUTTON | {"style": style}))
    assert answer.status == 200


async def test_a_hundred_buttons_are_the_most(anna: Person, bot: BotSide) -> None:
    assert (await bot("sendMessage", chat_id=5, text="a", reply_markup=keyboard(*[BUTTON] * 100))).status == 200
    answer = await bot("sendMessage", chat_id=5, text="a", reply_markup=keyboard(*[BUTTON] * 101))
    assert answer.description == "Bad Request: reply markup is too long"


async def test_the_longest_text_counts_without_markup(anna: Person, bot: BotSide) -> None:
    answer = await bot("sendMessage", chat_id=5, text=f"<b>{'a' * 4096}</b>", parse_mode="HTML")
    assert answer.status == 200


async def test_entities_are_counted_in_utf16(anna: Person, bot: BotSide) -> None:
    text = '🔔 <b>Ciao &amp; <i>voi</i></b> <tg-time unix="7" format="wDT">domani</tg-time> /aiuto'
    await bot("sendMessage", chat_id=5, text=text, parse_mode="HTML")
    assert anna.last.text == "🔔 Ciao & voi domani /aiuto"
    assert anna.last.marked == {
        "bold": "Ciao & voi",
        "italic": "voi",
        "date_time": "domani",
        "bot_command": "/aiuto",
    }
    assert anna.last.entities[0] == {"type": "bold", "offset": 3, "length": 10}


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        (
            "<strong>a</strong><em>b</em><ins>c</ins><del>d</del>",
            ["bold", "italic", "underline", "strikethrough"],
        ),
        ('<a href="https://example.org?a=1&amp;b=2">a</a>', ["text_link"]),
        ('<pre><code class="language-python">a</code></pre>', ["pre"]),
        ("<blockquote expandable>a</blockquote>", ["expandable_blockquote"]),
        ('<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', ["spoiler", "spoiler"]),
        ('<tg-emoji emoji-id="5">🔔</tg-emoji>', ["custom_emoji"]),
        ("<code>https://example.org</code>", ["code"]),
        ("<b></b>a", []),
    ],
)
async def test_html_that_is_understood(anna: Person, bot: BotSide, source: str, kinds: list[str]) -> None:
    await bot("sendMessage", chat_id=5, text=source, parse_mode="HTML")
    assert [entity["type"] for entity in anna.last.entities] == kinds


async def test_captions_end_at_1024(anna: Person, bot: BotSide) -> None:
    files = {"document": UploadedFile("a.txt", b"a")}
    assert (await bot("sendDocument", files, chat_id=5, caption="a" * 1024)).status == 200
    answer = await bot("sendDocument", files, chat_id=5, caption="a" * 1025)
    assert answer.description == "Bad Request: message caption is too long"


@pytest.mark.parametrize(
    ("params", "files", "refusal"),
    [
        ({}, {}, "there is no document in the request"),
        ({"document": "nothing"}, {}, "wrong file identifier/HTTP URL specified"),
        ({}, {"document": UploadedFile("a.txt", b"")}, "file must be non-empty"),
    ],
)
async def test_files(
    anna: Person, bot: BotSide, params: dict[str, Any], files: dict[str, UploadedFile], refusal: str
) -> None:
    answer = await bot("sendDocument", files, chat_id=anna.id, **params)
    assert answer.description == f"Bad Request: {refusal}"


async def test_strangers(telegram: Telegram, bot: BotSide) -> None:
    telegram.person(7, "Marco")
    assert (await bot("sendMessage", chat_id=99, text="a")).description == "Bad Request: chat not found"
    assert (await bot("sendMessage", text="a")).description == "Bad Request: chat_id is empty"
    answer = await bot("sendMessage", chat_id=7, text="a")
    assert (answer.status, answer.description) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )


async def test_closed_accounts(anna: Person, bot: BotSide) -> None:
    anna.deactivate()
    assert (await bot("sendMessage", chat_id=5, text="a")).description == "Forbidden: user is deactivated"


@pytest.mark.parametrize(
    ("method", "params", "refusal"),
    [
        ("editMessageText", {"message_id": 99, "text": "a"}, "message to edit not found"),
        ("editMessageText", {"text": "a"}, "message identifier is not specified"),
        ("editMessageText", {"message_id": 1, "text": "a"}, "message can't be edited"),
        ("deleteMessage", {"message_id": 99}, "message to delete not found"),
        ("pinChatMessage", {"message_id": 99}, "message to pin not found"),
        ("copyMessage", {"from_chat_id": 5, "message_id": 99}, "message to copy not found"),
        ("forwardMessage", {"from_chat_id": 5, "message_id": 99}, "message to forward not found"),
        (
            "sendMessage",
            {"text": "a", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
        (
            "sendVenue",
            {"latitude": 91, "longitude": 7, "title": "a", "address": "b"},
            "wrong location specified",
        ),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("sendMediaGroup", {"media": [{"type": "photo", "media": "x"}]}, "album must include 2-10 items"),
        ("getChatAdministrators", {}, "there are no administrators in the private chat"),
    ],
)
async def test_methods(anna: Person, bot: BotSide, method: str, params: dict[str, Any], refusal: str) -> None:
    answer = await bot(method, chat_id=anna.id, **params)
    assert (answer.status, answer.description) == (400, f"Bad Request: {refusal}")


@pytest.mark.parametrize(
    ("method", "params", "refusal"),
    [
        ("setMyCommands", commands("Ciao"), "BOT_COMMAND_INVALID"),
        (
            "setMyCommands",
            commands("a", ""),
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            "setMyCommands",
            commands("a", times=101),
            "BOT_COMMANDS_TOO_MUCH",
        ),
        ("setMyDescription", {"description": "a" * 513}, "BOT_DESCRIPTION_INVALID"),
        ("setMyShortDescription", {"short_description": "a" * 121}, "BOT_SHORT_DESCRIPTION_INVALID"),
        ("setWebhook", {"url": "http://a.b"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
        ("sendMessage", {"chat_id": 5, "reply_markup": "{"}, "can't parse reply markup JSON object"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        ("answerInlineQuery", {"inline_query_id": "1", "results": [{"id": "a"}] * 2}, "RESULT_ID_DUPLICATE"),
        ("answerInlineQuery", {"inline_query_id": "1", "results": [{}]}, "RESULT_ID_INVALID"),
    ],
)
async def test_methods_without_chat(bot: BotSide, method: str, params: dict[str, Any], refusal: str) -> None:
    answer = await bot(method, **params)
    assert (answer.status, answer.description) == (400, f"Bad Request: {refusal}")


async def test_unknown_methods_tokens_and_parameters(anna: Person, bot: BotSide) -> None:
    assert (await bot("sendLove")).description == "Not Found: method not found"
    assert (await anna.telegram.call("getMe", token="1:no")).body["description"] == "Unauthorized"
    assert (await bot("sendMessage", chat_id=5, text="a", colour="red")).status == 200
    assert anna.telegram.complaints == [
        "sendLove: Not Found: method not found",
        "sendMessage: unknown parameter colour",
    ]


async def test_an_edit_must_change_something(anna: Person, bot: BotSide) -> None:
    same: dict[str, Any] = {
        "chat_id": 5,
        "text": "<b>a</b>",
        "parse_mode": "HTML",
        "reply_markup": keyboard(BUTTON),
    }
    sent = await bot("sendMessage", **same)
    answer = await bot("editMessageText", message_id=sent.result["message_id"], **same)
    assert answer.description.startswith("Bad Request: message is not modified: specified new message content")
    assert anna.last.edited is None


async def test_old_messages_stay(anna: Person, bot: BotSide, clock: StandingClock) -> None:
    sent = await bot("sendMessage", chat_id=5, text="a")
    clock.pass_by(hours=48, seconds=1)
    answer = await bot("deleteMessage", chat_id=5, message_id=sent.result["message_id"])
    assert answer.description == "Bad Request: message can't be deleted for everyone"
    assert anna.last.text == "a"


async def test_late_answers_to_buttons(anna: Person, bot: BotSide, clock: StandingClock) -> None:
    query = anna.press_data("old")
    assert (await bot("answerCallbackQuery", callback_query_id=query.id, text="a" * 201)).status == 400
    clock.pass_by(minutes=11)
    answer = await bot("answerCallbackQuery", callback_query_id=query.id)
    assert "query is too old" in answer.description

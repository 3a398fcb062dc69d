"""What people do arrives as updates; what the bot does is seen by people."""

from typing import Any

import pytest

from sandbox.api.telegram import Telegram
from sandbox.people.messages import UploadedFile
from sandbox.people.people import Person
from tests.sandbox.conftest import BotSide, StandingClock

KEYBOARD = {"inline_keyboard": [[{"text": "🔔 Avvisami", "callback_data": "on"}, {"text": "📍", "url": "https://a.b"}]]}


async def test_commands_are_recognised(telegram: Telegram, bot: BotSide) -> None:
    telegram.person(5, "Anna", last_name="Rossi", username="anna_r").start("perosa")
    message = (await bot("getUpdates")).result[0]["message"]
    assert message["text"] == "/start perosa"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"]["username"] == "anna_r"
    assert message["chat"] == {
        "id": 5,
        "type": "private",
        "first_name": "Anna",
        "last_name": "Rossi",
        "username": "anna_r",
    }


async def test_buttons(anna: Person, bot: BotSide) -> None:
    await bot("sendMessage", chat_id=5, text="Ciao", reply_markup=KEYBOARD)
    anna.press("Avvisami")
    query = (await bot("getUpdates")).result[-1]["callback_query"]
    assert (query["data"], query["message"]["text"]) == ("on", "Ciao")
    await bot("answerCallbackQuery", callback_query_id=query["id"], text="Fatto")
    assert anna.alerts == ["Fatto"]
    assert anna.telegram.queries.unanswered == []


async def test_a_button_that_is_not_there(anna: Person, bot: BotSide) -> None:
    await bot("sendMessage", chat_id=5, text="Ciao", reply_markup=KEYBOARD)
    with pytest.raises(LookupError, match="🔔 Avvisami, 📍"):
        anna.press("Annulla")
    with pytest.raises(LookupError, match="not a callback button"):
        anna.press("📍")


async def test_a_keyboard_below_the_text_field_writes(anna: Person, bot: BotSide) -> None:
    await bot("sendMessage", chat_id=5, text="Dove?", reply_markup={"keyboard": [["Perosa", {"text": "Pinerolo"}]]})
    anna.press("Pinerolo")
    assert anna.messages[-1].text == "Pinerolo"


async def test_editing_and_deleting(anna: Person, bot: BotSide, clock: StandingClock) -> None:
    sent = await bot("sendMessage", chat_id=5, text="a", reply_markup=KEYBOARD)
    clock.pass_by(minutes=1)
    number = sent.result["message_id"]
    await bot("editMessageText", chat_id=5, message_id=number, text="b")
    assert (anna.last.text, anna.last.buttons, anna.last.edited) == ("b", [], clock.at)
    await bot("editMessageReplyMarkup", chat_id=5, message_id=number, reply_markup=KEYBOARD)
    assert anna.last.labels == ["🔔 Avvisami", "📍"]
    await bot("deleteMessage", chat_id=5, message_id=number)
    with pytest.raises(LookupError):
        _ = anna.last


async def test_deleting_several_skips_what_is_gone(anna: Person, bot: BotSide) -> None:
    sent = await bot("sendMessage", chat_id=5, text="a")
    assert (await bot("deleteMessages", chat_id=5, message_ids=[99, sent.result["message_id"]])).result is True
    assert not anna.telegram.sent(5)


async def test_blocking(anna: Person, bot: BotSide) -> None:
    anna.block()
    change = (await bot("getUpdates")).result[-1]["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    answer = await bot("sendMessage", chat_id=5, text="a")
    assert (answer.status, answer.description) == (403, "Forbidden: bot was blocked by the user")
    anna.unblock()
    assert (await bot("sendMessage", chat_id=5, text="a")).status == 200


async def test_people_edit_and_reply(anna: Person, bot: BotSide) -> None:
    anna.say("ciao", reply_to=1)
    anna.edit(2, "/aiuto")
    updates = (await bot("getUpdates")).result
    assert updates[1]["message"]["reply_to_message"]["text"] == "/start"
    assert updates[2]["edited_message"]["entities"][0]["type"] == "bot_command"


async def test_files_come_back(anna: Person, bot: BotSide) -> None:
    file = UploadedFile("incontro.ics", b"BEGIN", "text/calendar")
    sent = await bot("sendDocument", {"document": file}, chat_id=5, caption="<b>Ecco</b>", parse_mode="HTML")
    assert anna.last.document == file
    assert anna.last.marked == {"bold": "Ecco"}
    file_id = sent.result["document"]["file_id"]
    assert (await bot("getFile", file_id=file_id)).result["file_path"] == f"{file_id}/incontro.ics"
    assert (await bot("sendDocument", chat_id=5, document=file_id)).status == 200
    assert (await bot("editMessageCaption", chat_id=5, message_id=anna.last.id, caption="Nuova")).status == 200
    assert anna.last.text == "Nuova"


@pytest.mark.parametrize("kind", ["Photo", "Video", "Audio", "Voice", "Animation", "Sticker"])
async def test_every_kind_of_file(anna: Person, bot: BotSide, kind: str) -> None:
    files = {kind.lower(): UploadedFile("a", b"a")}
    assert (await bot(f"send{kind}", files, chat_id=5)).status == 200
    assert kind.lower() in anna.last.raw


async def test_albums_and_replaced_media(anna: Person, bot: BotSide) -> None:
    files = {"a": UploadedFile("a.png", b"a"), "b": UploadedFile("b.png", b"b")}
    media = [{"type": "photo", "media": f"attach://{name}"} for name in files]
    sent = (await bot("sendMediaGroup", files, chat_id=5, media=media)).result
    assert sent[0]["media_group_id"] == sent[1]["media_group_id"]
    changed = {"type": "document", "media": "attach://b", "caption": "c"}
    answer = await bot("editMessageMedia", files, chat_id=5, message_id=sent[0]["message_id"], media=changed)
    assert answer.result["document"]["file_name"] == "b.png"
    assert anna.messages[1].document == files["b"]


async def test_places_copies_and_forwards(anna: Person, bot: BotSide) -> None:
    where: dict[str, Any] = {"latitude": "45.0", "longitude": 7.1, "title": "Sala", "address": "Via Roma 1"}
    venue = await bot("sendVenue", chat_id=5, **where)
    number = venue.result["message_id"]
    assert (await bot("sendLocation", chat_id=5, latitude=45, longitude=7)).status == 200
    assert (await bot("copyMessage", chat_id=5, from_chat_id=5, message_id=number)).result["message_id"] > number
    assert anna.last.raw["venue"]["title"] == "Sala"
    await bot("forwardMessage", chat_id=5, from_chat_id=5, message_id=number)
    assert anna.last.raw["forward_origin"]["type"] == "user"
    await bot("pinChatMessage", chat_id=5, message_id=number)
    assert anna.chat.pinned == [number]
    await bot("setMessageReaction", chat_id=5, message_id=1, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert anna.messages[0].reactions == ["👍"]


async def test_stickers_and_forged_updates(anna: Person, bot: BotSide) -> None:
    anna.send(sticker={"file_id": "s"})
    anna.telegram.inject({"message": {"nonsense": True}})
    anna.press_data("forged", message_id=1)
    kinds = [sorted(update)[0] for update in (await bot("getUpdates")).result]
    assert kinds == ["message", "message", "message", "callback_query"]


async def test_inline_queries(anna: Person, bot: BotSide) -> None:
    asked = anna.inline("perosa")
    result = {
        "type": "article",
        "id": "1",
        "title": "a",
        "input_message_content": {"message_text": "<b>a</b>", "parse_mode": "HTML"},
    }
    assert (await bot("answerInlineQuery", inline_query_id=asked.id, results=[result])).status == 200
    assert asked.results == [result]
    sent = anna.chosen("1")
    assert (sent["text"], sent["via_bot"]["username"]) == ("a", "campanile_bot")
    with pytest.raises(LookupError):
        anna.chosen("2")


_SERVICE = {"new_chat_members", "left_chat_member"}


async def test_groups(telegram: Telegram, anna: Person, bot: BotSide) -> None:
    group = telegram.group(-100, "Comitato", "group")
    assert (await bot("sendMessage", chat_id=-100, text="a")).description == (
        "Forbidden: bot is not a member of the group chat"
    )
    group.add_bot(anna, status="administrator")
    group.say(anna, "ciao @campanile_bot")
    assert (await bot("sendMessage", chat_id=-100, text="a")).status == 200
    admins = (await bot("getChatAdministrators", chat_id=-100)).result
    assert [one["status"] for one in admins] == ["administrator", "creator"]
    assert (await bot("getChatMember", chat_id=-100, user_id=5)).result["status"] == "creator"
    assert (await bot("getChat", chat_id=-100)).result["title"] == "Comitato"
    group.remove_bot(anna)
    assert "bot was kicked from the group chat" in (await bot("sendMessage", chat_id=-100, text="a")).description
    kinds = [next(iter(update.keys() - {"update_id"})) for update in (await bot("getUpdates")).result]
    assert kinds == ["message", "my_chat_member", "message", "message", "my_chat_member"]
    assert [sorted(message.raw.keys() & _SERVICE) for message in group.messages] == [
        ["new_chat_members"],
        [],
        [],
        ["left_chat_member"],
    ]


async def test_a_group_moves(telegram: Telegram, anna: Person, bot: BotSide) -> None:
    group = telegram.group(-100, "Comitato", "group")
    group.add_bot(anna)
    group.migrate(-200)
    answer = await bot("sendMessage", chat_id=-100, text="a")
    assert answer.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer.parameters == {"migrate_to_chat_id": -200}
    assert (await bot("sendMessage", chat_id=-200, text="a")).status == 200
    assert (await bot("leaveChat", chat_id=-200)).result is True
    assert (await bot("sendMessage", chat_id=-200, text="a")).status == 403


async def test_the_profile_per_language_and_scope(anna: Person, bot: BotSide) -> None:
    for language in ("", "fr"):
        await bot("setMyDescription", description=f"d{language}", language_code=language)
    assert (await bot("getMyDescription", language_code="fr")).result == {"description": "dfr"}
    assert (await bot("getMyDescription", language_code="en")).result == {"description": "d"}
    await bot("setMyName", name="Torre")
    assert (await bot("getMyName")).result == {"name": "Torre"}

    menu = [{"command": "aiuto", "description": "Aiuto"}]
    organiser = [{"command": "annuncia", "description": "Annuncia"}]
    scope = {"type": "chat", "chat_id": 5}
    await bot("setMyCommands", commands=menu)
    await bot("setMyCommands", commands=organiser, scope=scope, language_code="it")
    profile = anna.telegram.profile
    assert (profile.menu(5, "it"), profile.menu(5, "fr"), profile.menu(6, "it")) == (organiser, menu, menu)
    await bot("deleteMyCommands", scope=scope, language_code="it")
    assert profile.menu(5, "it") == menu
    assert (await bot("getMyCommands")).result == menu


async def test_calls_are_remembered(anna: Person, bot: BotSide, clock: StandingClock) -> None:
    await bot("getUpdates")
    await bot("sendMessage", chat_id=5, text="a")
    (call,) = anna.telegram.calls
    assert (call.method, call.params, call.at, call.status) == (
        "sendMessage",
        {"chat_id": 5, "text": "a"},
        clock.at,
        200,
    )
    assert [message.text for message in anna.telegram.sent()] == ["a"]

"""What is read quickly is exactly what the library reads."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot, InlineKeyboardMarkup, TelegramObject, Update

from bot import reading

BOT = Bot("123456789:AA-not-a-real-token")

numbers = st.integers(1, 2**52)
words = st.text(max_size=40)


def fields(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


users = fields(
    {"id": numbers, "is_bot": st.booleans(), "first_name": words},
    {"language_code": words, "username": words, "is_premium": st.just(True), "news_of_2030": words},
)
chats = fields(
    {"id": numbers, "type": st.sampled_from(["private", "group", "supergroup", "channel", "planet"])},
    {"first_name": words, "title": words, "is_forum": st.just(True)},
)
entities = st.lists(
    fields(
        {"type": st.sampled_from(["bot_command", "bold", "mention", "spell"]), "offset": numbers},
        {"length": numbers, "url": words, "language": words},
    ).map(lambda each: {"length": 1, **each}),
    max_size=3,
)
buttons = st.lists(
    st.lists(fields({"text": words}, {"callback_data": words, "url": words}), max_size=3), max_size=3
)
photos = st.just([{"file_id": "x", "file_unique_id": "y", "width": 1, "height": 2}])
plain = {
    "from": users,
    "text": words,
    "entities": entities,
    "edit_date": st.integers(0, 2**31),
    "reply_markup": buttons.map(lambda rows: {"inline_keyboard": rows}),
    "link_preview_options": st.just({"is_disabled": True}),
}
rare = {
    "photo": photos,
    "via_bot": users,
    "caption": words,
    "news_of_2030": words,
    "message_thread_id": numbers,
}
required = {"message_id": numbers, "date": st.integers(0, 2**31), "chat": chats}
messages = fields(required, plain) | fields(required, plain | rare)
queries = fields(
    {"id": words, "from": users, "chat_instance": words},
    {"data": words, "message": messages, "inline_message_id": words},
)
updates = fields(
    {"update_id": numbers},
    {"message": messages, "callback_query": queries, "edited_message": messages, "news_of_2030": words},
)


def opened(value: Any) -> Any:
    """All that an object holds, its private fields and its bot included."""
    if isinstance(value, TelegramObject):
        slots = {slot for kind in type(value).__mro__ for slot in getattr(kind, "__slots__", ())}
        held = {slot: opened(getattr(value, slot)) for slot in sorted(slots) if hasattr(value, slot)}
        return type(value).__name__, held
    if isinstance(value, tuple):
        return tuple(opened(each) for each in value)
    return type(value), value


@given(updates)
def test_the_same_as_the_library_reads(data: dict[str, Any]) -> None:
    assert opened(reading.update(data, BOT)) == opened(Update.de_json(data, BOT))


def test_a_button_below_our_message() -> None:
    below = {"inline_keyboard": [[{"text": "Sì", "callback_data": "a:1"}]]}
    chat, person = {"id": 7, "type": "private"}, {"id": 7, "is_bot": False, "first_name": "Anna"}
    shown = {"message_id": 5, "date": 1_700_000_000, "chat": chat, "text": "Vieni?", "reply_markup": below}
    query = {"id": "9", "from": person, "chat_instance": "1", "data": "a:1", "message": shown}
    read = reading.update({"update_id": 1, "callback_query": query}, BOT)
    assert opened(read) == opened(Update.de_json({"update_id": 1, "callback_query": query}, BOT))
    assert read.callback_query is not None
    assert read.callback_query.get_bot() is BOT
    assert read.effective_message is not None
    assert isinstance(read.effective_message.reply_markup, InlineKeyboardMarkup)


@pytest.mark.parametrize("data", [None, [], "x", {}, {"update_id": 1, "message": 5}, {"message": {}}])
def test_what_is_no_update_fails_as_in_the_library(data: Any) -> None:
    with pytest.raises((AttributeError, TypeError, KeyError)) as theirs:
        Update.de_json(data, BOT)
    with pytest.raises(theirs.type):
        reading.update(data, BOT)

"""Updates as Telegram sends them, made into the library's objects, in a third of the library's time.

The library asks every update for the two hundred things that it might hold, and checks at each attribute
whether it may be set. Nearly all updates are a text or a button and hold eight things.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

from telegram import (
    Bot,
    CallbackQuery,
    Chat,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    MessageEntity,
    Update,
    User,
)

Read = Callable[[Any, Bot], Any]
T = TypeVar("T", Update, Message, CallbackQuery)


K = TypeVar("K", bound=type)


class _Unchecked:
    __slots__ = ()
    __setattr__ = object.__setattr__


def _unchecked(kind: K) -> K:
    return cast(K, type(kind.__name__, (_Unchecked, kind), {"__slots__": ()}))


_Update, _Message, _CallbackQuery = _unchecked(Update), _unchecked(Message), _unchecked(CallbackQuery)
_User, _Chat, _MessageEntity = _unchecked(User), _unchecked(Chat), _unchecked(MessageEntity)


def update(data: Any, bot: Bot) -> Update:
    """As `Update.de_json`, and raises the same. What is read quickly could be changed: do not."""
    try:
        return _made(_Update, data, _UPDATE, bot)
    except (AttributeError, LookupError, TypeError, ValueError):  # there is more to it, or it is none
        return Update.de_json(data, bot)


def _made(kind: type[T], data: Any, fields: Mapping[str, tuple[str, Read]], bot: Bot) -> T:
    """Raises LookupError for a field that is not among `fields`."""
    values = {}
    for key, value in data.items():
        name, read = fields[key]
        values[name] = read(value, bot)
    made = kind(**values)
    made.set_bot(bot)
    return made


def _as_it_is(value: Any, _: Bot) -> Any:
    return value


def _moment(value: int, _: Bot) -> datetime:
    if not value:
        raise ValueError("a message that is no longer there has no date")
    return datetime.fromtimestamp(value, UTC)


def _message(data: Any, bot: Bot) -> Message:
    return _made(_Message, data, _MESSAGE, bot)


def _query(data: Any, bot: Bot) -> CallbackQuery:
    return _made(_CallbackQuery, data, _QUERY, bot)


_MESSAGE: Mapping[str, tuple[str, Read]] = {
    "message_id": ("message_id", _as_it_is),
    "from": ("from_user", _User.de_json),
    "chat": ("chat", _Chat.de_json),
    "date": ("date", _moment),
    "edit_date": ("edit_date", _moment),
    "text": ("text", _as_it_is),
    "entities": ("entities", _MessageEntity.de_list),
    "reply_markup": ("reply_markup", InlineKeyboardMarkup.de_json),
    "link_preview_options": ("link_preview_options", LinkPreviewOptions.de_json),
}
_QUERY: Mapping[str, tuple[str, Read]] = {
    "id": ("id", _as_it_is),
    "from": ("from_user", _User.de_json),
    "message": ("message", _message),
    "chat_instance": ("chat_instance", _as_it_is),
    "data": ("data", _as_it_is),
}
_UPDATE: Mapping[str, tuple[str, Read]] = {
    "update_id": ("update_id", _as_it_is),
    "message": ("message", _message),
    "callback_query": ("callback_query", _query),
}

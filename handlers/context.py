"""The context of every handler: the app's services, the sender, and ways to answer."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from typing import Any, TypeGuard, TypeVar

from telegram import CallbackQuery, InlineQueryResultArticle, Update
from telegram import Message as TelegramMessage
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden
from telegram.ext import CallbackContext, ExtBot

from answers.engine_holder import EngineHolder
from answers.meaning import Encoder
from domain.calendar import QuietHours
from domain.figures import Answered
from domain.programmes import Programme
from domain.residents.allowance import Allowance
from domain.team.organisers import Organiser, Role
from messages.actions.action import Action
from messages.catalog import Catalog
from messages.localizer import Localizer
from messages.message import ApiCall, Message, endpoint, parameters, shortened, units
from services.environment import Environment
from speech.listener import Listener
from storage.database import Database
from storage.people.conversations import ChatState

Results = list[InlineQueryResultArticle]
Named = tuple[str, str]
"""What an event is found by: "area", "kind" or "plan", and its id."""
Asked = tuple[frozenset[Named], int]
"""What is meant, and how many of its cards were shown already."""


class Shared:
    """Cards that inline queries found a moment ago, so that a flood of them asks the database once."""

    KEPT = timedelta(seconds=5)

    def __init__(self) -> None:
        self._kept: dict[Asked, tuple[datetime, Results]] = {}

    def found(self, asked: Asked, now: datetime) -> Results | None:
        """Return what was found for this, unless that is too long ago."""
        at, results = self._kept.get(asked, (None, None))
        return results if at is not None and abs(now - at) < self.KEPT else None

    def keep(self, asked: Asked, results: Results, now: datetime) -> None:
        self._kept[asked] = (now, results)
        if len(self._kept) > MOST_SHARED:
            del self._kept[next(iter(self._kept))]

    def forget(self) -> None:
        """Look again: an event was changed."""
        self._kept.clear()


MOST_SHARED = 64
LONGEST_ALERT = 200


@dataclass(frozen=True)
class Services:
    """Built once by `bot.app`.

    `wake` tells the sender that there are new rows, `learn` that the knowledge has grown; `show_menu` gives a
    chat the commands of its role. `floods` and `hints` limit what one person is answered, `inline`
    what all are who search; `shared` keeps what they found; `answered` counts what questions came to. `listener`
    hears voice messages, where there is a model for it; `encoder` tells what words mean, where one is installed.
    """

    programme: Programme
    catalog: Catalog
    database: Database
    holder: EngineHolder
    quiet: QuietHours
    owners: frozenset[int]
    sunset_days: int
    approval_above: int
    clock: Callable[[], datetime]
    username: Callable[[], str]
    wake: Callable[[], None]
    nudge: Callable[[datetime], None]
    learn: Callable[[], Awaitable[None]]
    show_menu: Callable[[int], Awaitable[None]]
    floods: Allowance
    hints: Allowance
    inline: Allowance
    shared: Shared
    answered: Answered
    listener: Listener | None = None
    encoder: Encoder | None = None

    @property
    def environment(self) -> Environment:
        """Return what an act needs besides who does it, to what and when."""
        return Environment(
            programme=self.programme,
            catalog=self.catalog,
            database=self.database,
            voice=self.voice,
            quiet=self.quiet,
            owners=self.owners,
            approval_above=self.approval_above,
            wake=self.wake,
            nudge=self.nudge,
            learn=self.learn,
            show_menu=self.show_menu,
        )

    def voice(self, language: str, *, group: bool = False) -> Localizer:
        """Return the localizer of a language, for one person or a whole group."""
        words = self.catalog.words(language)
        return Localizer(words.to_group() if group else words, self.programme, self.username())


class Context(CallbackContext[ExtBot[Any], dict[Any, Any], dict[Any, Any], Services]):
    """PTB's context; the gate sets these before any handler runs.

    `organises` is empty for residents; `follows` are the chat's areas as they were when it wrote.
    """

    now: datetime
    voice: Localizer
    standing: ChatState = ChatState()
    organises: Organiser | None = None
    follows: tuple[str, ...] = ()
    spoken: str = ""
    """What was heard in a voice message, once it was listened to."""

    @property
    def services(self) -> Services:
        return self.bot_data

    @property
    def environment(self) -> Environment:
        return self.services.environment

    @property
    def organiser(self) -> Organiser:
        """Return the organiser who acts. Raise for anybody else: a guard stands before."""
        if self.organises is None:
            raise LookupError("an act of an organiser was asked for by somebody who is none")
        return self.organises

    @property
    def role(self) -> Role | None:
        return self.organises.role if self.organises else None

    @property
    def conversation_voice(self) -> Localizer:
        """Return the localizer of the language last spoken, which may differ from the person's usual one."""
        language = (self.standing.topic or {}).get("language")
        return self.voice_in(language) if language in self.services.catalog.languages else self.voice

    def voice_in(self, language: str) -> Localizer:
        """Return the localizer of another language for the same chat."""
        return self.services.voice(language, group=self.voice.words.group)

    def said(self, message: TelegramMessage) -> str:
        """Return what was spoken, or else typed, without the bot's name, by which it is called in a group."""
        return (
            self.spoken
            or re.sub(
                rf"@{self.bot.username}\b", "", message.text or message.caption or "", flags=re.IGNORECASE
            ).strip()
        )

    def wrote(self, message: object) -> TypeGuard[TelegramMessage]:
        """Return whether the bot itself wrote this: only then do its buttons say what it is about.

        What is sent by way of a bot is the words, and the buttons, of whoever sends it.
        """
        if not isinstance(message, TelegramMessage) or message.from_user is None:
            return False
        return message.from_user.id == self.bot.id and message.via_bot is None

    async def reply(self, update: Update, message: Message, *, to: TelegramMessage | None = None) -> int:
        """Send a message to the update's chat and return its number. `to` is quoted, in a group always."""
        if to is None and in_group(update):
            to = update.effective_message
        payload = message.payload | topic(update)
        if to is not None:
            payload["reply_parameters"] = {"message_id": to.message_id, "allow_sending_without_reply": True}
        sent = await self.send(chat_id(update), ApiCall("sendMessage", payload))
        return int(sent["message_id"])

    async def send(self, chat_id: int, call: ApiCall) -> Any:
        """Send a call as the sender would, and return Telegram's answer. Raise what Telegram refuses."""
        asked = {"chat_id": chat_id} | parameters(call.payload)
        return await self.bot.do_api_request(endpoint(call.method), asked)

    async def answer(self, update: Update, words: str | None = None, *, alert: bool = False) -> None:
        """Answer the pressed button. Words that can no longer be shown there come as a message instead.

        That message goes to the person alone, also from a group: an alert is nobody else's.
        """
        query = pressed(update)
        shown = words and shortened(words, LONGEST_ALERT - (units(words) - len(words)))
        if await query.answer(shown, show_alert=alert) or not words:
            return
        with suppress(Forbidden, BadRequest):  # who has never written to the bot cannot be written to
            await self.send(query.from_user.id, ApiCall("sendMessage", Message(escape(words, quote=False)).payload))

    async def show(self, update: Update, message: Message) -> int:
        """Show a message in place of the one whose button was pressed, else as a new one. Return its number."""
        query = update.callback_query
        if query is None or not isinstance(query.message, TelegramMessage):
            return await self.reply(update, message)
        shown = query.message.message_id
        try:
            await self.send(chat_id(update), ApiCall("editMessageText", message.payload | {"message_id": shown}))
        except BadRequest as error:
            # Pressed twice, or too old to edit: the person must see the answer all the same.
            if "message is not modified" not in str(error):
                return await self.reply(update, message)
        return shown


def chat_id(update: Update) -> int:
    """Return the update's chat. The gate lets only updates with one through."""
    chat = update.effective_chat
    if chat is None:
        raise LookupError("an update without a chat reached a handler")
    return chat.id


def topic(update: Update) -> dict[str, Any]:
    """Return the parameter that keeps what is sent in the topic of a group where the update comes from."""
    message = update.effective_message
    if not isinstance(message, TelegramMessage) or not message.is_topic_message:
        return {}
    return {"message_thread_id": message.message_thread_id} if message.message_thread_id else {}


def in_group(update: Update) -> bool:
    chat = update.effective_chat
    return chat is not None and chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)


def pressed(update: Update) -> CallbackQuery:
    query = update.callback_query
    if query is None:
        raise LookupError("a button's handler was called without a button")
    return query


def page(update: Update, kind: type[Action]) -> int:
    """Return the page that a button of this kind asks for; the first after anything else."""
    query = update.callback_query
    asked = kind.unpack(query.data) if query is not None else None
    return int(getattr(asked, "page", 0))


A = TypeVar("A", bound=Action)


def action(update: Update, kind: type[A]) -> A:
    """Return the action of the pressed button. The list of handlers lets only matching data through."""
    unpacked = kind.unpack(pressed(update).data)
    if unpacked is None:
        raise LookupError(f"a button that is not {kind.__name__} reached its handler")
    return unpacked

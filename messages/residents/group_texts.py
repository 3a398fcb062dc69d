"""Introduce the bot to groups, and groups to organisers."""

from __future__ import annotations

from datetime import datetime

from telegram import InlineKeyboardButton

from domain import feeds
from domain.residents.groups import ChatKind, Group
from messages import keyboards, pages
from messages.actions.events.cards import ShowEvents
from messages.actions.events.groups import Introduce, LinkGroup
from messages.actions.residents.language import ShowLanguages
from messages.localizer import Localizer
from messages.message import Message


def introduction(voice: Localizer, number: int = 0) -> Message:
    """Introduce the bot to a group that has let it in."""
    words = voice.words
    page = pages.page(feeds.offered(voice.programme), number)
    rows = [[keyboards.named_subscribe_button(str(feed), voice)] for feed in page.shown]
    rows += page.turning(Introduce)
    rows.append([keyboards.button(words.plain("button-show-events"), ShowEvents())])
    rows.append([keyboards.button(words.plain("button-languages"), ShowLanguages())])
    return Message(words("group-introduction", programme=voice.programme_name, bot=f"@{voice.bot}"), rows)


def write_privately(voice: Localizer) -> Message:
    link = InlineKeyboardButton(voice.words.plain("button-write-privately"), url=f"https://t.me/{voice.bot}")
    return Message(voice.words("group-write-privately"), [[link]])


def entered(group: Group, voice: Localizer) -> Message:
    """Tell the organisers that somebody has added the bot; an organiser's own group is linked already."""
    what = _kind(group)
    if group.linked:
        return Message(voice.words("group-linked", kind=what, title=group.title))
    link = keyboards.button(voice.words.plain("button-link-group"), LinkGroup(group.chat_id))
    return Message(voice.words("group-entered", kind=what, title=group.title), [[link]])


def linked(group: Group, voice: Localizer) -> Message:
    return Message(voice.words("group-linked", kind=_kind(group), title=group.title))


def refusing(group: Group, since: datetime, voice: Localizer) -> Message:
    """Tell the organisers that a group has refused messages."""
    slots = {"title": group.title, "day": voice.day(since), "time": voice.clock(since)}
    return Message(voice.words("group-refusing", kind=_kind(group), **slots))


def _kind(group: Group) -> str:
    return "channel" if group.kind is ChatKind.CHANNEL else "group"

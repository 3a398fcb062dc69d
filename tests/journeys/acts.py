"""Everything that may reach the bot, as strategies: what people do, and what Telegram tells of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from telegram.ext import CommandHandler

import handlers
from messages.actions.action import Action
from sandbox.people.groups import GroupChat
from sandbox.people.people import Person, membership, spoken
from tests.world import World

Act = tuple[str, Callable[[World, Person, GroupChat], None]]
"""Its name, for the report of a failure, and what it does."""

COMMANDS = sorted(
    {name for each in handlers.table()[handlers.DOORS] if isinstance(each, CommandHandler) for name in each.commands}
)
CODES = sorted(kind.code for kind in Action.__subclasses__())
AREAS = ["pinerolo", "torre-pellice", "atlantide", ""]
NAMES = ["Anna", "<b>&</b>", "</i>", "a" * 64, "😀", "{area}", "‮evil"]
STATUSES = ["member", "left", "kicked", "administrator", "creator", "restricted"]
FILE = {"file_id": "f", "file_unique_id": "f"}
SIZE = {"width": 1, "height": 1}
PLACE = {"latitude": 44.9, "longitude": 7.3}
STICKER = FILE | SIZE | {"type": "regular", "is_animated": False, "is_video": False}
POLL = {
    "id": "1",
    "question": "?",
    "options": [{"text": "a", "voter_count": 0, "persistent_id": "a"}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
MEDIA: list[dict[str, Any]] = [
    {"sticker": STICKER},
    {"photo": [FILE | SIZE]},
    {"photo": [FILE | SIZE], "caption": "<b>a & b", "media_group_id": "7"},
    {"voice": FILE | {"duration": 3}},
    {"video": FILE | SIZE | {"duration": 3}},
    {"video_note": FILE | {"length": 1, "duration": 3}},
    {"audio": FILE | {"duration": 3}},
    {"document": FILE},
    {"animation": FILE | SIZE | {"duration": 3}, "document": FILE},
    {"location": PLACE},
    {"location": {"latitude": -90.0, "longitude": 180.0}},
    {"location": PLACE | {"live_period": 60}},
    {"venue": {"location": PLACE, "title": "<Bar>", "address": "&"}, "location": PLACE},
    {"contact": {"phone_number": "1", "first_name": "<b>"}},
    {"dice": {"emoji": "🎲", "value": 3}},
    {"poll": POLL},
    {"pinned_message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}},
    {"new_chat_title": "<b>"},
]
# Telegram replaces control characters in what people type; what a forged button holds is up to the forger.
_typed = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n")
_texts = st.one_of(
    st.text(_typed, min_size=1, max_size=60),
    st.text(st.sampled_from("<>&/@{}\"' bi\n😀à"), min_size=1, max_size=40),
    st.builds(lambda command, rest: f"/{command} {rest}", st.sampled_from(COMMANDS), st.text(_typed, max_size=20)),
    st.sampled_from([f"/{command}" for command in COMMANDS]),
    st.sampled_from(
        ["w" * 4096, "<b>" * 1365, "😀" * 2048, "\n" * 50 + ".", "a " * 2048, "domani alle 18", "23/10 18:30"]
    ),
    st.sampled_from(["dove si fa a Pinerolo?", "e quando?", "si paga?", "no", "sì", "2", "Where is it?", "112"]),
)
_payloads = st.one_of(st.sampled_from([*AREAS, "pinerolo_poster", "PINEROLO"]), st.text(_typed, max_size=64))
_field = st.one_of(
    st.sampled_from([*AREAS, "0", "1", "2", "-1", "99999999999999999999", "it", "xx", "day_before", "month"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)
_data = st.one_of(
    st.builds(lambda code, fields: ":".join([code, *fields]), st.sampled_from(CODES), st.lists(_field, max_size=4)),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
).filter(lambda data: len(data.encode()) <= 64)


def _say(text: str) -> Act:
    return f"say {text!r}", lambda world, who, group: who.say(text)


def _start(payload: str) -> Act:
    return f"start {payload!r}", lambda world, who, group: who.start(payload)


def _forge(data: str) -> Act:
    def forge(world: World, who: Person, group: GroupChat) -> None:
        who.press_data(data, next((message.id for message in who.messages if message.from_bot), None))

    return f"forge {data!r}", forge


def _press(back: int) -> Act:
    """One of the buttons in sight, the newest last; also of messages that have long been answered."""

    def press(world: World, who: Person, group: GroupChat) -> None:
        buttons = [
            (button["callback_data"], message.id)
            for message in who.messages[-12:]
            for row in message.buttons
            for button in row
            if "callback_data" in button
        ]
        if buttons:
            who.press_data(*buttons[-1 - back % len(buttons)])

    return f"press {back}", press


def _send(content: dict[str, Any]) -> Act:
    return f"send {next(iter(content))}", lambda world, who, group: who.send(**content)


def _edit(text: str) -> Act:
    def edit(world: World, who: Person, group: GroupChat) -> None:
        own = [message for message in who.messages if not message.from_bot]
        if own:
            who.edit(own[-1].id, text)

    return f"edit {text!r}", edit


def _membership(old: str, new: str) -> Act:
    def change(world: World, who: Person, group: GroupChat) -> None:
        for chat in (who.chat, group.chat):
            about = membership(world.telegram, chat, who.user, old, new)
            world.telegram.inject({"my_chat_member": about})

    return f"membership {old} {new}", change


def _block(world: World, who: Person, group: GroupChat) -> None:
    who.block()
    who.unblock()


def _in_group(text: str) -> Act:
    return f"group {text!r}", lambda world, who, group: group.say(who, text)


def _call_in_group(text: str) -> Act:
    return f"call {text!r}", lambda world, who, group: group.say(who, f"@campanile_bot {text}"[:4096])


def _inject(kind: str, content: dict[str, Any]) -> Act:
    """A message of a channel, or somebody's through a business account, and the like."""

    def inject(world: World, who: Person, group: GroupChat) -> None:
        chat = {"id": -1009, "type": "channel", "title": "<Valli>"}
        message = {"message_id": 5, "date": 0, "chat": chat, "sender_chat": chat, **content}
        world.telegram.inject({kind: message})

    return f"{kind} {next(iter(content))}", inject


def _update(kind: str, content: dict[str, Any]) -> Act:
    return kind, lambda world, who, group: world.telegram.inject({kind: content | {"from": who.user}})


def _inline(query: str) -> Act:
    def ask(world: World, who: Person, group: GroupChat) -> None:
        who.inline(query)

    return f"inline {query!r}", ask


def _wait(minutes: int) -> Act:
    def wait(world: World, who: Person, group: GroupChat) -> None:
        world.clock.at += timedelta(minutes=minutes)

    return f"wait {minutes}", wait


_CHAT = {"id": -1009, "type": "channel", "title": "<Valli>"}
_ODD: dict[str, dict[str, Any]] = {
    "poll_answer": {"poll_id": "1", "option_ids": [0], "option_persistent_ids": ["a"]},
    "chosen_inline_result": {"result_id": "1", "query": ""},
    "chat_join_request": {"chat": _CHAT, "date": 0, "user_chat_id": 1},
    "message_reaction": {"chat": _CHAT, "message_id": 1, "date": 0, "old_reaction": [], "new_reaction": []},
    "poll": POLL,
    "nonsense": {},
}

acts = st.one_of(
    st.builds(_say, _texts),
    st.builds(_say, _texts),
    st.builds(_press, st.integers(0, 40)),
    st.builds(_press, st.integers(0, 8)),
    st.builds(_forge, _data),
    st.builds(_start, _payloads),
    st.builds(_send, st.sampled_from(MEDIA)),
    st.builds(_edit, _texts),
    st.builds(_membership, st.sampled_from(STATUSES), st.sampled_from(STATUSES)),
    st.just(("block", _block)),
    st.builds(_in_group, _texts),
    st.builds(_call_in_group, _texts),
    st.builds(_inject, st.sampled_from(["channel_post", "edited_channel_post"]), st.builds(spoken, _texts)),
    st.sampled_from(sorted(_ODD)).map(lambda kind: _update(kind, _ODD[kind])),
    st.builds(_inline, _texts),
    st.builds(_wait, st.sampled_from([1, 16, 60, 600])),
)
"""One thing that somebody does."""

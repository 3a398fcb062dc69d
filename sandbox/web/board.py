"""The state of the sandbox as one JSON object, as one person sees it in one chat."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sandbox.api.telegram import RecordedCall, Telegram
from sandbox.people.messages import Chat, SentMessage
from sandbox.people.people import BLOCKED, Person
from sandbox.web.cast import Cast, GroupCast, Label, worded
from sandbox.web.journey import Journey

SHOWN_MESSAGES = 200
SHOWN_CALLS = 80
TYPING = timedelta(seconds=5)


class Board:
    """Reads the pretend Telegram for the page; changes nothing."""

    def __init__(
        self,
        telegram: Telegram,
        journey: Journey,
        people: Sequence[Cast],
        groups: Sequence[GroupCast],
        words: Mapping[str, Label],
    ) -> None:
        self.telegram = telegram
        self.journey = journey
        self.people = people
        self.groups = groups
        self.words = {name: worded(label) for name, label in words.items()}
        self.boot = secrets.token_hex(4)

    def state(self, person_id: int, chat_id: int | None = None) -> dict[str, Any]:
        """Return everything the page needs; `boot` differs after each start of the sandbox."""
        return {
            "boot": self.boot,
            "now": self.telegram.now().isoformat(),
            "destination": self._destination(),
            "bot": self._bot(person_id),
            "people": self.cast(),
            "words": self.words,
            "groups": [self._group(one) for one in self.groups],
            "chat": self._chat(self.telegram.people[person_id], self.telegram.chats[chat_id or person_id]),
            "search": self._search(self.telegram.people[person_id]),
            "stops": self._stops(),
            "faults": self._faults(),
            "calls": self._calls(),
        }

    def cast(self) -> list[dict[str, Any]]:
        """Return the people who can be played, with the state of each chat."""
        return [self._person(one) for one in self.people]

    def call(self, number: int) -> dict[str, Any]:
        """Return one call in full. Raise `IndexError` if there is none."""
        call = self.telegram.calls[number]
        return {"method": call.method, "status": call.status, "params": call.params, "answer": call.body}

    def _destination(self) -> str | None:
        to = self.journey.destination
        return to.isoformat() if to else None

    def _bot(self, person_id: int) -> dict[str, str]:
        language = self.telegram.people[person_id].user.get("language_code", "")
        texts = {field: self.telegram.profile.text(field, language) for field in ("name", "description")}
        return texts | {"username": self.telegram.profile.user["username"]}

    def _person(self, cast: Cast) -> dict[str, Any]:
        person = self.telegram.people[cast.user_id]
        return _lately(person.chat) | {
            "id": cast.user_id,
            "name": cast.first_name,
            "language": cast.language_code,
            "role": worded(cast.role_label),
            "organiser": cast.organiser,
            "blocked": person.chat.closed == BLOCKED,
        }

    def _group(self, cast: GroupCast) -> dict[str, Any]:
        chat = self.telegram.chats[cast.chat_id]
        members = [{"id": one, "admin": status != "member"} for one, status in chat.members.items()]
        return _lately(chat) | {
            "id": cast.chat_id,
            "title": chat.raw["title"],
            "members": members,
            "has_bot": chat.closed is None,
        }

    def _chat(self, person: Person, chat: Chat) -> dict[str, Any]:
        active = chat.action is not None and self.telegram.now() - chat.action[1] < TYPING
        return {
            "id": chat.id,
            "messages": [_message(one) for one in list(chat.messages.values())[-SHOWN_MESSAGES:]],
            "popups": [{"id": p.id, "text": p.text, "modal": p.modal} for p in person.popups[-5:]],
            "typing": active,
            "menu": self.telegram.profile.menu(chat.id, person.user.get("language_code", "")),
            "pinned": chat.pinned[-1:],
        }

    def _search(self, person: Person) -> dict[str, Any] | None:
        """Return the results of an inline query; the page shows them while its text stands in the field."""
        query = person.search
        if query is None:
            return None
        shown = ("id", "title", "description")
        results = [{name: result.get(name, "") for name in shown} for result in query.results]
        return {"text": query.text, "answered": query.answered, "results": results}

    def _stops(self) -> list[dict[str, Any]]:
        now = self.telegram.now()
        return [
            {"label": worded(stop.label), "at": stop.at.isoformat(), "past": stop.at <= now}
            for stop in self.journey.stops
        ]

    def _faults(self) -> dict[str, Any]:
        faults = self.telegram.faults
        return {
            "flood": faults.flood,
            "errors": faults.error_rate > 0,
            "cut_before": faults.cut_before_rate > 0,
            "cut_after": faults.cut_after_rate > 0,
            "latency": faults.latency > 0,
            "outage": faults.out,
            "planned": faults.planned,
            "wait": faults.wait,
            "count": sum(faults.count.values()),
        }

    def _calls(self) -> list[dict[str, Any]]:
        calls = self.telegram.calls
        first = max(0, len(calls) - SHOWN_CALLS)
        return [self._line(number, calls[number]) for number in range(len(calls) - 1, first - 1, -1)]

    def _line(self, number: int, call: RecordedCall) -> dict[str, Any]:
        chat_id = str(call.params.get("chat_id") or "")
        known = {str(chat.id): chat.raw for chat in self.telegram.chats.values()}.get(chat_id, {})
        name = known.get("first_name") or known.get("title") or chat_id
        at = call.at.isoformat()
        return {"number": number, "method": call.method, "chat": name, "status": call.status, "at": at}


def _lately(chat: Chat) -> dict[str, Any]:
    """Return the line of a chat in the list of chats."""
    messages = list(chat.messages.values())
    return {
        "preview": _preview(messages[-1]) if messages else "",
        "at": messages[-1].date.isoformat() if messages else None,
        "received": [message.id for message in messages if message.from_bot][-99:],
    }


def _preview(message: SentMessage) -> str:
    if message.raw.keys() & {"new_chat_members", "left_chat_member"}:
        return ""
    return " ".join(message.text.split())[:80] or "📎"


def _message(message: SentMessage) -> dict[str, Any]:
    mine = {"from_bot": message.from_bot, "reactions": message.reactions}
    return message.raw | mine | {"mime": message.file.mime if message.file else None}

"""What the page shows: the state of the sandbox as one JSON object, seen with the eyes of one person."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sandbox.cast import Cast, worded
from sandbox.journey import Journey
from sandbox.messages import Message
from sandbox.people import BLOCKED, Person
from sandbox.telegram import Call, Telegram

SHOWN_MESSAGES = 200
SHOWN_CALLS = 80
TYPING = timedelta(seconds=5)


class Board:
    """Reads the pretend Telegram for the page; changes nothing."""

    def __init__(self, telegram: Telegram, journey: Journey, people: Sequence[Cast]) -> None:
        self.telegram = telegram
        self.journey = journey
        self.people = people
        self.boot = secrets.token_hex(4)

    def state(self, person_id: int) -> dict[str, Any]:
        """Everything the page needs; `boot` differs after each start of the sandbox."""
        return {
            "boot": self.boot,
            "now": self.telegram.now().isoformat(),
            "destination": self._destination(),
            "bot": self._bot(person_id),
            "people": self.cast(),
            "chat": self._chat(self.telegram.people[person_id]),
            "stops": self._stops(),
            "faults": self._faults(),
            "calls": self._calls(),
        }

    def cast(self) -> list[dict[str, Any]]:
        """Who can be played, with the state of each chat."""
        return [self._person(one) for one in self.people]

    def call(self, number: int) -> dict[str, Any]:
        """One call in full; IndexError when there is none."""
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
        last = person.messages[-1] if person.messages else None
        return {
            "id": cast.user_id,
            "name": cast.first_name,
            "language": cast.language_code,
            "role": worded(cast.role_label),
            "organiser": cast.organiser,
            "blocked": person.chat.closed == BLOCKED,
            "preview": _preview(last),
            "at": last.date.isoformat() if last else None,
            "received": [message.id for message in person.messages if message.from_bot][-99:],
        }

    def _chat(self, person: Person) -> dict[str, Any]:
        action = person.chat.action
        active = action is not None and self.telegram.now() - action[1] < TYPING
        return {
            "id": person.id,
            "messages": [_message(one) for one in person.messages[-SHOWN_MESSAGES:]],
            "popups": [{"id": p.id, "text": p.text, "modal": p.modal} for p in person.popups[-5:]],
            "typing": active,
            "menu": self.telegram.profile.menu(person.id, person.user.get("language_code", "")),
            "pinned": person.chat.pinned[-1:],
        }

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
            "count": sum(faults.count.values()),
        }

    def _calls(self) -> list[dict[str, Any]]:
        calls = self.telegram.calls
        first = max(0, len(calls) - SHOWN_CALLS)
        return [self._line(number, calls[number]) for number in range(len(calls) - 1, first - 1, -1)]

    def _line(self, number: int, call: Call) -> dict[str, Any]:
        chat_id = str(call.params.get("chat_id") or "")
        person = self.telegram.people.get(int(chat_id)) if chat_id.isdecimal() else None
        name = person.user["first_name"] if person else chat_id
        at = call.at.isoformat()
        return {"number": number, "method": call.method, "chat": name, "status": call.status, "at": at}


def _preview(message: Message | None) -> str:
    return "" if message is None else " ".join(message.text.split())[:80] or "📎"


def _message(message: Message) -> dict[str, Any]:
    mine = {"from_bot": message.from_bot, "reactions": message.reactions}
    return message.raw | mine | {"mime": message.file.mime if message.file else None}

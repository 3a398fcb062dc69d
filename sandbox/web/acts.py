"""Carry out acts of people on the page, and its switches: each is a JSON object."""

import base64
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from sandbox.api.telegram import Telegram
from sandbox.people.groups import GroupChat
from sandbox.people.messages import UploadedFile
from sandbox.people.people import BLOCKED, Person
from sandbox.web.journey import Journey

Act = Callable[[dict[str, Any]], Awaitable[None] | None]
FAULT_RATE = 0.5
FAULT_LATENCY = 1.5
MOST_FILES = 10
LONGEST_WAIT = 86_400


class Acts:
    """Carries out acts. Raises `LookupError`, `TypeError` or `ValueError` if one makes no sense."""

    def __init__(self, telegram: Telegram, journey: Journey) -> None:
        self._telegram = telegram
        self._journey = journey

    @property
    def every(self) -> dict[str, Act]:
        """Return the acts by name."""
        return {
            "say": self.say,
            "attach": self.attach,
            "place": self.place,
            "press": self.press,
            "block": self.block,
            "invite": self.invite,
            "search": self.search,
            "choose": self.choose,
            "faults": self.faults,
            "next": self.next,
            "mend": self.mend,
            "travel": self.travel,
        }

    def _person(self, asked: Any) -> Person:
        return self._telegram.people[int(asked)]

    def _group(self, act: dict[str, Any], person: Person) -> GroupChat | None:
        """Return the group in which somebody acts; None in the own chat with the bot."""
        chat = self._telegram.chats[int(act.get("chat") or person.id)]
        if chat.id == person.id:
            return None
        if person.id not in chat.members:
            raise ValueError(f"{person.user['first_name']} is not in that chat")
        return GroupChat(self._telegram, chat)

    def say(self, act: dict[str, Any]) -> None:
        text, person = str(act["text"]).strip(), self._person(act["person"])
        group, reply_to = self._group(act, person), int(act["reply_to"]) if act.get("reply_to") else None
        if not text:
            return
        if group is not None:
            group.say(person, text, reply_to=reply_to)
        else:
            person.say(text, reply_to=reply_to)

    def attach(self, act: dict[str, Any]) -> None:
        files = [_uploaded(file) for file in act["files"]]
        if not 1 <= len(files) <= MOST_FILES:
            raise ValueError(f"an album has up to {MOST_FILES} parts")
        self._person(act["person"]).attach(*files, caption=str(act.get("caption") or ""))

    def place(self, act: dict[str, Any]) -> None:
        place = {"latitude": float(act["latitude"]), "longitude": float(act["longitude"])}
        self._person(act["person"]).send(location=place)

    def press(self, act: dict[str, Any]) -> None:
        person, data, message = self._person(act["person"]), str(act["data"]), int(act["message"])
        group = self._group(act, person)
        if group is not None:
            person.query(data, group.chat.messages[message].raw)
        else:
            person.press_data(data, message)

    def invite(self, act: dict[str, Any]) -> None:
        """Let the bot into a group, or out of it."""
        person = self._person(act["person"])
        group = self._group(act, person)
        if group is None:
            raise ValueError("that is not a group")
        if act["inside"]:
            group.add_bot(person)
        else:
            group.remove_bot(person)

    def search(self, act: dict[str, Any]) -> None:
        self._person(act["person"]).inline(str(act["text"]))

    def choose(self, act: dict[str, Any]) -> None:
        """Send what an inline query found."""
        person = self._person(act["person"])
        group, content = self._group(act, person), person.chosen(str(act["result"]))
        if group is not None:
            group.send(person, **content)
        else:
            person.send(**content)

    def block(self, act: dict[str, Any]) -> None:
        person = self._person(act["person"])
        if act["blocked"]:
            person.block()
        else:
            person.unblock()

    def faults(self, act: dict[str, Any]) -> None:
        faults = self._telegram.faults
        if act["flood"] not in (None, "mild", "strict"):
            raise ValueError("flood is mild, strict or nothing")
        if act["flood"] != faults.flood:
            faults.flood = act["flood"]
        faults.error_rate = FAULT_RATE if act["errors"] else 0.0
        faults.cut_before_rate = FAULT_RATE if act["cut_before"] else 0.0
        faults.cut_after_rate = FAULT_RATE if act["cut_after"] else 0.0
        faults.latency = FAULT_LATENCY if act["latency"] else 0.0
        if bool(act["outage"]) != faults.out:
            faults.outage(float("inf") if act["outage"] else 0.0)
        self._telegram.changed()

    def next(self, act: dict[str, Any]) -> None:
        """Let something go wrong once, with the next message."""
        kind, seconds = act["kind"], int(act.get("seconds") or 0)
        if kind not in ("wait", "refusal", "error", "cut_before", "cut_after"):
            raise ValueError("nothing of that kind can go wrong")
        if kind == "wait" and not 1 <= seconds <= LONGEST_WAIT:
            raise ValueError(f"a wait is 1 to {LONGEST_WAIT} seconds long")
        self._telegram.faults.next_message(kind, seconds)
        self._telegram.changed()

    def mend(self, _: dict[str, Any]) -> None:
        """Let everything work again, and nobody block the bot."""
        self._telegram.faults.recover()
        self.faults(dict.fromkeys(("flood", "errors", "cut_before", "cut_after", "latency", "outage")))
        for person in self._telegram.people.values():
            if person.chat.closed == BLOCKED:
                person.unblock()

    async def travel(self, act: dict[str, Any]) -> None:
        if "at" in act:
            to = datetime.fromisoformat(act["at"])
        else:
            to = self._journey.now() + timedelta(minutes=float(act["minutes"]))
        try:
            await self._journey.go(to)
        finally:
            self._telegram.changed()


def _uploaded(file: dict[str, Any]) -> UploadedFile:
    content = base64.b64decode(file["data"], validate=True)
    return UploadedFile(str(file["name"]), content, str(file["mime"]))

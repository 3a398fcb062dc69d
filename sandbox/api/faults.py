"""Faults on the way to Telegram, switched on by hand, by chance or by script; off by default."""

import asyncio
import math
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal

from sandbox.api.floods import Flood, Limits
from sandbox.api.refusals import ConnectionCut, RefusedCall, Stranger, bad, flood, forbidden

SENDING = frozenset(
    [
        "sendMessage",
        "copyMessage",
        "forwardMessage",
        "sendPhoto",
        "sendDocument",
        "sendVideo",
        "sendAudio",
        "sendVoice",
        "sendAnimation",
        "sendSticker",
        "sendMediaGroup",
        "sendLocation",
        "sendVenue",
    ]
)
Kind = Literal["flood", "wait", "refusal", "error", "cut_before", "cut_after"]
UNWELCOME = "not enough rights to send text messages to the chat"


@dataclass(slots=True)
class _Step:
    """One thing to go wrong, for the next call or only for the next message, in any chat or in one."""

    kind: Kind
    chat_id: int | None
    value: int
    message: bool = False

    def meets(self, method: str, chat_id: Any) -> bool:
        return self.chat_id in (None, chat_id) and (method in SENDING or not self.message)


@dataclass
class Faults:
    """Set the fields to break things; `count` says how often, `floods` how many 429s were given.

    Rates are probabilities per call; `latency` is in real seconds, waited before Telegram sees the call.
    """

    random: Random = field(default_factory=lambda: Random(0))
    monotonic: Callable[[], float] = time.monotonic
    latency: float = 0.0
    slow: dict[int, float] = field(default_factory=dict)
    """The same for single chats, on top."""
    error_rate: float = 0.0
    cut_before_rate: float = 0.0
    cut_after_rate: float = 0.0
    blocked: set[int] = field(default_factory=set)
    not_found: set[int] = field(default_factory=set)
    stranger: tuple[int, bytes] | None = None
    """The status and page with which somebody else answers every call, getUpdates too."""
    objection: Callable[[dict[str, Any]], bool] | None = None
    """A filter on the way that answers in Telegram's place the calls whose parameters it dislikes."""
    count: Counter[str] = field(default_factory=Counter)
    _script: list[_Step] = field(default_factory=list)
    _limits: Limits | None = None
    _outage_until: float = -math.inf
    _waiting_until: float = -math.inf

    @property
    def floods(self) -> int:
        return self.count["flood"]

    @property
    def flood(self) -> Flood | None:
        """Return the flood model in force: "mild", "strict" or None."""
        return self._limits.model if self._limits else None

    @flood.setter
    def flood(self, model: Flood | None) -> None:
        self._limits = Limits(model, self.monotonic) if model else None

    @property
    def limits(self) -> Limits | None:
        """Return the flood model's figures, to be changed in tests."""
        return self._limits

    @property
    def out(self) -> bool:
        """Return True if nothing answers at all now."""
        return self.monotonic() < self._outage_until

    def outage(self, seconds: float = math.inf) -> None:
        """Refuse every connection for a while, or until `recover`."""
        self._outage_until = self.monotonic() + seconds

    def recover(self) -> None:
        """End the outage and the wait, and forget what was scripted."""
        self._outage_until = self._waiting_until = -math.inf
        self._script.clear()

    @property
    def planned(self) -> int:
        """Return the number of scripted faults that have not met a call yet."""
        return len(self._script)

    @property
    def wait(self) -> int:
        """Return the seconds for which messages still get 429; 0 if they do not."""
        return math.ceil(max(0.0, self._waiting_until - self.monotonic()))

    def next_message(self, kind: Kind, seconds: int = 0) -> None:
        """Let the next message fail, to whomever. With "wait" it gets 429, and so do all others for so long."""
        self._script.append(_Step(kind, None, 500 if kind == "error" else seconds, message=True))

    def next_flood(self, retry_after: int, *, chat_id: int | None = None, times: int = 1) -> None:
        """Answer the next matching calls with 429."""
        self._plan("flood", chat_id, retry_after, times)

    def next_error(self, *, status: int = 500, chat_id: int | None = None, times: int = 1) -> None:
        """Answer the next matching calls with a server error."""
        self._plan("error", chat_id, status, times)

    def next_cut(self, *, accepted: bool, chat_id: int | None = None, times: int = 1) -> None:
        """Give the next matching calls no answer; with `accepted` they take effect all the same."""
        self._plan("cut_after" if accepted else "cut_before", chat_id, 0, times)

    async def before(self, method: str, params: dict[str, Any]) -> bool:
        """Delay or refuse a call. Return True if it is to be cut after acceptance."""
        if latency := self.latency + self.slow.get(params.get("chat_id", 0), 0):
            await asyncio.sleep(latency)
        self.meet_stranger()
        if self.objection is not None and self.objection(params):
            self.count["stranger"] += 1
            raise Stranger(403, b"<html>Blocked by policy")
        if self.out:
            raise self._cut("outage", accepted=False)
        chat_id = params.get("chat_id")
        self._check_chat(chat_id)
        if self.wait and method in SENDING:
            raise self._flood(self.wait)
        cut_after = self._scripted(method, chat_id) or self._by_chance()
        if self._limits and method in SENDING:
            self._limit(self._limits, params)
        return cut_after

    def meet_stranger(self) -> None:
        """Raise `Stranger` while one answers in Telegram's place."""
        if self.stranger is not None:
            self.count["stranger"] += 1
            raise Stranger(*self.stranger)

    def cut_after(self) -> ConnectionCut:
        """Return the cut connection of an accepted call."""
        return self._cut("cut_after", accepted=True)

    def _plan(self, kind: Kind, chat_id: int | None, value: int, times: int) -> None:
        self._script.extend(_Step(kind, chat_id, value) for _ in range(times))

    def _cut(self, kind: str, *, accepted: bool) -> ConnectionCut:
        self.count[kind] += 1
        return ConnectionCut(accepted=accepted)

    def _error(self, status: int) -> RefusedCall:
        self.count["error"] += 1
        return RefusedCall(status, "Bad Gateway" if status == 502 else "Internal Server Error")

    def _flood(self, retry_after: int) -> RefusedCall:
        self.count["flood"] += 1
        return flood(retry_after)

    def _check_chat(self, chat_id: Any) -> None:
        if chat_id in self.blocked:
            self.count["blocked"] += 1
            raise forbidden("bot was blocked by the user")
        if chat_id in self.not_found:
            self.count["not_found"] += 1
            raise bad("chat not found")

    def _scripted(self, method: str, chat_id: Any) -> bool:
        step = next((one for one in self._script if one.meets(method, chat_id)), None)
        if step is None:
            return False
        self._script.remove(step)
        match step.kind:
            case "flood":
                raise self._flood(step.value)
            case "wait":
                self._waiting_until = self.monotonic() + step.value
                raise self._flood(step.value)
            case "refusal":
                self.count["refusal"] += 1
                raise bad(UNWELCOME)
            case "error":
                raise self._error(step.value)
            case "cut_before":
                raise self._cut("cut_before", accepted=False)
        return True

    def _by_chance(self) -> bool:
        if self.error_rate and self.random.random() < self.error_rate:
            raise self._error(500)
        if self.cut_before_rate and self.random.random() < self.cut_before_rate:
            raise self._cut("cut_before", accepted=False)
        return bool(self.cut_after_rate) and self.random.random() < self.cut_after_rate

    def _limit(self, limits: Limits, params: dict[str, Any]) -> None:
        media = params.get("media")
        weight = len(media) if isinstance(media, list) else 1
        wait = limits.wait(params.get("chat_id"), weight, paid=bool(params.get("allow_paid_broadcast")))
        if wait > 0:
            raise self._flood(math.ceil(wait))

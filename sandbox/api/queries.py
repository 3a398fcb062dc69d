"""Pressed buttons and inline queries waiting for the bot's answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sandbox.api.refusals import RefusedCall, bad
from sandbox.api.rules import text_of

PATIENCE = timedelta(minutes=10)


@dataclass(slots=True)
class Query:
    """A button somebody pressed, or an inline query somebody typed."""

    id: str
    user_id: int
    at: datetime
    text: str = ""
    answered: bool = False
    results: list[dict[str, Any]] = field(default_factory=list)
    next_offset: str = ""

    def message(self, result_id: str) -> dict[str, Any]:
        """Return the content of the message that a result becomes when it is chosen. Raise `LookupError` without it."""
        result = next((one for one in self.results if one["id"] == result_id), None)
        if result is None:
            raise LookupError(f"no result {result_id!r}")
        content = result["input_message_content"]
        markup = {"reply_markup": result["reply_markup"]} if result.get("reply_markup") else {}
        return text_of(content | {"text": content["message_text"]}) | markup


@dataclass(frozen=True, slots=True)
class Alert:
    """The effect of an answer: a passing line, or a window to close if `modal`."""

    id: int
    text: str
    modal: bool


class Queries:
    """Queries by id; they go stale after ten minutes of the sandbox's clock (Telegram gives no figure)."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.expired = False
        """Whether every answer comes too late, as after an outage."""
        self._now = now
        self._asked: dict[str, Query] = {}

    def open(self, user_id: int, text: str = "") -> Query:
        query = Query(str(7_000_000_001 + len(self._asked)), user_id, self._now(), text)
        self._asked[query.id] = query
        return query

    def answer(self, query_id: Any) -> Query:
        """Return the query, now answered. Raise `RefusedCall` if it is unknown or too old."""
        query = self._asked.get(str(query_id))
        if query is None or self.expired or self._now() - query.at > PATIENCE:
            raise stale()
        query.answered = True
        return query

    @property
    def unanswered(self) -> list[Query]:
        """Return the queries whose button still shows the progress bar."""
        return [query for query in self._asked.values() if not query.answered]


def stale() -> RefusedCall:
    return bad("query is too old and response timeout expired or query ID is invalid")

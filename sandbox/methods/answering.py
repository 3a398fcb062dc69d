"""Methods that answer what somebody pressed or typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.api.parameters import Params
from sandbox.api.refusals import bad
from sandbox.api.rules import checked_answer, checked_results

if TYPE_CHECKING:
    from sandbox.api.telegram import Telegram


def answer_callback_query(telegram: Telegram, params: Params) -> bool:
    query = telegram.queries.answer(params.get("callback_query_id"))
    if text := checked_answer(params.get("text") or ""):
        telegram.people[query.user_id].show(text, modal=bool(params.get("show_alert")))
        telegram.changed()
    return True


def answer_inline_query(telegram: Telegram, params: Params) -> bool:
    results = checked_results(params.get("results") or [])
    further = str(params.get("next_offset") or "")
    if len(further.encode()) > 64:
        raise bad("NEXT_OFFSET_INVALID")
    query = telegram.queries.answer(params.get("inline_query_id"))
    query.results, query.next_offset = results, further
    telegram.changed()
    return True

"""Methods that answer what somebody pressed or typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.parameters import Params
from sandbox.rules import checked_answer, checked_results

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


def answer_callback_query(telegram: Telegram, params: Params) -> bool:
    query = telegram.queries.answer(params.get("callback_query_id"))
    if text := checked_answer(params.get("text") or ""):
        telegram.people[query.user_id].show(text, modal=bool(params.get("show_alert")))
        telegram.changed()
    return True


def answer_inline_query(telegram: Telegram, params: Params) -> bool:
    results = checked_results(params.get("results") or [])
    telegram.queries.answer(params.get("inline_query_id")).results = results
    telegram.changed()
    return True

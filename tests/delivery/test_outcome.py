from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from delivery.outcome import Kind, back_off, judge
from delivery.responses import NotSent, NotTelegram, ServerFault, Uncertain


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.mark.parametrize(
    ("error", "kind", "unreachable"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Kind.PERMANENT, True),
        (Forbidden("Forbidden: user is deactivated"), Kind.PERMANENT, True),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), Kind.PERMANENT, True),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Kind.PERMANENT, True),
        (BadRequest("Bad Request: chat not found"), Kind.PERMANENT, True),
        (BadRequest("Bad Request: PEER_ID_INVALID"), Kind.PERMANENT, True),
        (BadRequest("Bad Request: not enough rights to send text messages"), Kind.PERMANENT, False),
        (BadRequest("Bad Request: message is too long"), Kind.PERMANENT, False),
        (BadRequest("Bad Request: message to edit not found"), Kind.PERMANENT, False),
        (BadRequest("Bad Request: message is not modified: same content"), Kind.DONE, False),
        (BadRequest("Bad Request: message to delete not found"), Kind.DONE, False),
        (NetworkError("Internal Server Error"), Kind.TEMPORARY, False),
        (NetworkError("Bad Gateway (502)"), Kind.TEMPORARY, False),
        (NetworkError("Request Entity Too Large"), Kind.PERMANENT, False),
        (NetworkError("Unknown error in HTTP implementation: KeyError()"), Kind.UNCERTAIN, False),
        (NotSent("no connection"), Kind.TEMPORARY, False),
        (NotTelegram("the answer is not Telegram's (403)"), Kind.TEMPORARY, False),
        (ServerFault("Oops (503)"), Kind.TEMPORARY, False),
        (Uncertain("broke"), Kind.UNCERTAIN, False),
        (TimedOut(), Kind.UNCERTAIN, False),
        (TelegramError("Invalid server response"), Kind.UNCERTAIN, False),
        (InvalidToken("Unauthorized"), Kind.TEMPORARY, False),
        (EndPointNotFound("Endpoint 'sendTelepathy' not found"), Kind.PERMANENT, False),
        (ValueError("a payload that cannot be sent"), Kind.PERMANENT, False),
    ],
)
def test_every_error_has_one_meaning(error: Exception, kind: Kind, unreachable: bool) -> None:
    outcome = judge(error)
    assert (outcome.kind, outcome.unreachable) == (kind, unreachable)
    assert outcome.reason


def test_floods_and_migrations_carry_their_figures() -> None:
    assert judge(RetryAfter(timedelta(seconds=43_000))).retry_after == 43_000
    assert judge(RetryAfter(timedelta(days=400))).retry_after == 86_400
    assert judge(RetryAfter(timedelta(seconds=-5))).retry_after == 0
    assert judge(ChatMigrated(-1005)).new_chat_id == -1005


def test_only_what_never_reached_telegram_is_offline() -> None:
    assert judge(NotSent("no connection")).offline
    assert judge(NotTelegram("a firewall's page (403)")).offline
    assert not judge(Uncertain("broke")).offline


def test_waits_double_with_jitter_up_to_a_limit() -> None:
    waits = [back_off(attempts, Random(3)).total_seconds() for attempts in (1, 2, 3, 30)]
    assert waits[0] < waits[1] < waits[2] < waits[3] <= 330
    assert back_off(3, Random(1)) != back_off(3, Random(2))

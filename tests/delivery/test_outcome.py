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

from delivery.outcome import OutcomeKind, back_off, classify
from delivery.responses import NotSent, NotTelegram, ServerFault, Uncertain


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.mark.parametrize(
    ("error", "kind", "unreachable"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), OutcomeKind.PERMANENT, True),
        (Forbidden("Forbidden: user is deactivated"), OutcomeKind.PERMANENT, True),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), OutcomeKind.PERMANENT, True),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), OutcomeKind.PERMANENT, True),
        (BadRequest("Bad Request: chat not found"), OutcomeKind.PERMANENT, True),
        (BadRequest("Bad Request: PEER_ID_INVALID"), OutcomeKind.PERMANENT, True),
        (BadRequest("Bad Request: not enough rights to send text messages"), OutcomeKind.PERMANENT, False),
        (Forbidden("Forbidden: CHAT_ADMIN_REQUIRED"), OutcomeKind.PERMANENT, False),
        (Forbidden("Forbidden: have no write access to the chat"), OutcomeKind.PERMANENT, False),
        (BadRequest("Bad Request: SLOWMODE_WAIT_60"), OutcomeKind.PERMANENT, False),
        (BadRequest("Bad Request: message is too long"), OutcomeKind.PERMANENT, False),
        (BadRequest("Bad Request: message to edit not found"), OutcomeKind.PERMANENT, False),
        (BadRequest("Bad Request: message is not modified: same content"), OutcomeKind.DONE, False),
        (BadRequest("Bad Request: message to delete not found"), OutcomeKind.DONE, False),
        (NetworkError("Internal Server Error"), OutcomeKind.TEMPORARY, False),
        (NetworkError("Bad Gateway (502)"), OutcomeKind.TEMPORARY, False),
        (NetworkError("Request Entity Too Large"), OutcomeKind.PERMANENT, False),
        (NetworkError("Unknown error in HTTP implementation: KeyError()"), OutcomeKind.UNCERTAIN, False),
        (NotSent("no connection"), OutcomeKind.TEMPORARY, False),
        (NotTelegram("the answer is not Telegram's (403)"), OutcomeKind.TEMPORARY, False),
        (ServerFault("Oops (503)"), OutcomeKind.TEMPORARY, False),
        (Uncertain("broke"), OutcomeKind.UNCERTAIN, False),
        (TimedOut(), OutcomeKind.UNCERTAIN, False),
        (TelegramError("Invalid server response"), OutcomeKind.UNCERTAIN, False),
        (InvalidToken("Unauthorized"), OutcomeKind.TEMPORARY, False),
        (EndPointNotFound("Endpoint 'sendTelepathy' not found"), OutcomeKind.PERMANENT, False),
        (ValueError("a payload that cannot be sent"), OutcomeKind.PERMANENT, False),
    ],
)
def test_every_error_has_one_meaning(error: Exception, kind: OutcomeKind, unreachable: bool) -> None:
    outcome = classify(error)
    assert (outcome.kind, outcome.unreachable) == (kind, unreachable)
    assert outcome.reason


def test_floods_and_migrations_carry_their_figures() -> None:
    assert classify(RetryAfter(timedelta(seconds=43_000))).retry_after == 43_000
    assert classify(RetryAfter(timedelta(days=400))).retry_after == 86_400
    assert classify(RetryAfter(timedelta(seconds=-5))).retry_after == 0
    assert classify(ChatMigrated(-1005)).new_chat_id == -1005


def test_only_what_never_reached_telegram_is_offline() -> None:
    assert classify(NotSent("no connection")).offline
    assert classify(NotTelegram("a firewall's page (403)")).offline
    assert not classify(Uncertain("broke")).offline


def test_waits_double_with_jitter_up_to_a_limit() -> None:
    waits = [back_off(attempts, Random(3)).total_seconds() for attempts in (1, 2, 3, 30)]
    assert waits[0] < waits[1] < waits[2] < waits[3] <= 330
    assert back_off(3, Random(1)) != back_off(3, Random(2))

"""Everything that can break, breaks on request and is counted."""

from dataclasses import dataclass
from random import Random

import pytest

from sandbox.api.floods import Flood, Limits
from sandbox.api.refusals import ConnectionCut
from sandbox.api.telegram import Telegram
from sandbox.people.people import Person
from tests.sandbox.conftest import BotSide


@dataclass
class Stopwatch:
    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


def limits(model: Flood) -> tuple[Limits, Stopwatch]:
    watch = Stopwatch()
    return Limits(model, watch), watch


async def test_scripted_faults_in_order(anna: Person, bot: BotSide) -> None:
    faults = anna.telegram.faults
    faults.next_flood(7, chat_id=5)
    faults.next_error(times=2)
    answers = [await bot("sendMessage", chat_id=5, text="a") for _ in range(4)]
    assert [answer.status for answer in answers] == [429, 500, 500, 200]
    assert answers[0].description == "Too Many Requests: retry after 7"
    assert answers[0].parameters == {"retry_after": 7}
    assert (faults.floods, faults.count["error"]) == (1, 2)


async def test_a_script_may_be_for_one_chat(telegram: Telegram, anna: Person, bot: BotSide) -> None:
    telegram.person(6, "Marco", met=True)
    telegram.faults.next_flood(7, chat_id=6)
    assert (await bot("sendMessage", chat_id=5, text="a")).status == 200
    assert (await bot("sendMessage", chat_id=6, text="a")).status == 429


async def test_the_next_message_and_those_that_come_while_it_waits(anna: Person, bot: BotSide) -> None:
    faults = anna.telegram.faults
    watch = faults.monotonic = Stopwatch()
    faults.next_message("refusal")
    faults.next_message("wait", 7)
    assert (await bot("getMe")).status == 200
    assert (await bot("sendMessage", chat_id=5, text="a")).description.startswith("Bad Request: not enough")
    assert (await bot("sendMessage", chat_id=5, text="a")).parameters == {"retry_after": 7}
    watch.at += 2
    assert (await bot("sendMessage", chat_id=5, text="a")).parameters == {"retry_after": 5}
    watch.at += 5
    assert (await bot("sendMessage", chat_id=5, text="a")).status == 200
    assert faults.planned == 0


async def test_cuts(anna: Person, bot: BotSide) -> None:
    faults = anna.telegram.faults
    faults.next_cut(accepted=False)
    faults.next_cut(accepted=True)
    with pytest.raises(ConnectionCut) as before:
        await bot("sendMessage", chat_id=5, text="lost")
    with pytest.raises(ConnectionCut) as after:
        await bot("sendMessage", chat_id=5, text="seen")
    assert (before.value.accepted, after.value.accepted) == (False, True)
    assert [message.text for message in anna.telegram.sent(5)] == ["seen"]
    assert [call.status for call in anna.telegram.calls] == [0, 0]


async def test_an_outage_refuses_everything(anna: Person, bot: BotSide) -> None:
    watch = anna.telegram.faults.monotonic = Stopwatch()
    anna.telegram.faults.outage(60)
    for method in ("getMe", "getUpdates"):
        with pytest.raises(ConnectionCut):
            await bot(method)
    watch.at += 61
    assert (await bot("getMe")).status == 200
    anna.telegram.faults.outage()
    anna.telegram.faults.recover()
    assert (await bot("getMe")).status == 200


async def test_chats_that_fail(anna: Person, bot: BotSide) -> None:
    anna.telegram.faults.blocked.add(5)
    assert (await bot("sendMessage", chat_id=5, text="a")).status == 403
    anna.telegram.faults.blocked.clear()
    anna.telegram.faults.not_found.add(5)
    assert (await bot("sendMessage", chat_id=5, text="a")).description == "Bad Request: chat not found"


async def test_chance_is_the_same_every_time(anna: Person, bot: BotSide) -> None:
    faults = anna.telegram.faults
    faults.error_rate = 0.5
    runs = []
    for _ in range(2):
        faults.random = Random(3)
        runs.append([(await bot("getMe")).status for _ in range(20)])
    assert runs[0] == runs[1]
    assert set(runs[0]) == {200, 500}


@pytest.mark.parametrize(("rate", "sent"), [("cut_before_rate", 0), ("cut_after_rate", 1)])
async def test_cuts_by_chance(anna: Person, bot: BotSide, rate: str, sent: int) -> None:
    setattr(anna.telegram.faults, rate, 1.0)
    with pytest.raises(ConnectionCut):
        await bot("sendMessage", chat_id=5, text="a")
    assert len(anna.telegram.sent(5)) == sent


async def test_floods_spare_what_sends_nothing(anna: Person, bot: BotSide) -> None:
    anna.telegram.faults.flood = "strict"
    statuses = [(await bot("getMe")).status for _ in range(50)]
    assert set(statuses) == {200}
    assert anna.telegram.faults.flood == "strict"
    assert [(await bot("sendMessage", chat_id=5, text="a")).status for _ in range(2)] == [200, 429]


def test_mild_lets_thirty_through_and_asks_for_a_second() -> None:
    model, watch = limits("mild")
    waits = [model.wait(chat, 1, paid=False) for chat in range(1, 32)]
    assert waits[:30] == [0] * 30
    assert 0 < waits[30] <= 1
    watch.at += 1
    assert model.wait(31, 1, paid=False) == 0


def test_strict_silences_the_whole_bot() -> None:
    model, watch = limits("strict")
    assert [model.wait(chat, 1, paid=False) for chat in range(1, 32)][-1] == 5
    watch.at += 4
    assert model.wait(99, 1, paid=False) == 1
    watch.at += 1
    assert model.wait(99, 1, paid=False) == 0


def test_strict_counts_any_second() -> None:
    model, watch = limits("strict")
    for chat in range(1, 91):
        watch.at += 1 / 30 + 1e-6
        assert model.wait(chat, 1, paid=False) == 0


def test_one_message_a_second_per_person() -> None:
    model, watch = limits("mild")
    assert model.wait(5, 1, paid=False) == 0
    watch.at += 0.25
    assert model.wait(5, 1, paid=False) == pytest.approx(0.75)


def test_twenty_a_minute_per_group() -> None:
    model, watch = limits("mild")
    for _ in range(20):
        assert model.wait(-100, 1, paid=False) == 0
        watch.at += 1
    assert model.wait(-100, 1, paid=False) == pytest.approx(40)


def test_paid_broadcasts_have_their_own_thousand() -> None:
    model, _ = limits("strict")
    assert {model.wait(chat, 1, paid=True) for chat in range(1, 1001)} == {0}
    assert model.wait(2000, 1, paid=True) == 1
    assert model.wait(2001, 1, paid=False) == 0

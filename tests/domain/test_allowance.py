"""What one person may ask for in a while."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.residents.allowance import Allowance, FloodVerdict

NOON = datetime(2027, 10, 16, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_burst_then_one_at_a_time() -> None:
    allowance = Allowance(3, SECOND)
    granted = [allowance.ask(1, NOON) for _ in range(5)]
    assert granted == [FloodVerdict.GRANTED] * 3 + [FloodVerdict.USED_UP, FloodVerdict.STILL_USED_UP]
    assert allowance.ask(2, NOON) is FloodVerdict.GRANTED

    assert allowance.ask(1, NOON + SECOND) is FloodVerdict.GRANTED
    assert allowance.ask(1, NOON + SECOND) is FloodVerdict.STILL_USED_UP
    later = NOON + 10 * SECOND
    assert [allowance.ask(1, later) for _ in range(4)] == [FloodVerdict.GRANTED] * 3 + [FloodVerdict.USED_UP]


@given(st.lists(st.tuples(st.integers(1, 40), st.floats(0, 3)), max_size=200), st.integers(1, 5))
def test_never_more_than_the_burst_and_the_time_allow(asked: list[tuple[int, float]], burst: int) -> None:
    allowance, now = Allowance(burst, SECOND, most=20), NOON
    granted: dict[int, list[datetime]] = {}
    recent: list[int] = []
    for who, wait in asked:
        now += timedelta(seconds=wait)
        recent = [each for each in recent if each != who] + [who]
        if allowance.ask(who, now) is FloodVerdict.GRANTED:
            granted.setdefault(who, []).append(now)
        assert len(allowance) <= 21
    if len(recent) <= 20:  # otherwise some were forgotten on the way
        for moments in granted.values():
            for first in range(len(moments)):
                span = (moments[-1] - moments[first]).total_seconds()
                assert len(moments) - first <= burst + span + 0.001


@pytest.mark.parametrize("back", [2, 40, 3600, 86_400, 10**8])
def test_a_clock_set_back_makes_nobody_wait(back: float) -> None:
    allowance = Allowance(3, SECOND)
    assert [allowance.ask(1, NOON) for _ in range(3)] == [FloodVerdict.GRANTED] * 3
    earlier = NOON - timedelta(seconds=back)
    assert allowance.ask(2, earlier) is FloodVerdict.GRANTED
    assert allowance.ask(1, earlier + SECOND) is FloodVerdict.GRANTED
    assert allowance.ask(1, earlier + SECOND) is FloodVerdict.USED_UP, "nor does it give more"
    assert [allowance.ask(1, earlier + 5 * SECOND) for _ in range(4)] == [FloodVerdict.GRANTED] * 3 + [
        FloodVerdict.USED_UP
    ]


def test_readings_in_another_order_give_nothing_extra() -> None:
    allowance = Allowance(1, SECOND)
    step = timedelta(milliseconds=100)
    granted = [allowance.ask(1, NOON - step * (number % 2)) is FloodVerdict.GRANTED for number in range(100)]
    assert granted.count(True) == 1

"""When reminders are due: never early, never too late to help, never twice, whatever the clocks do."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import reminders
from domain.calendar import QuietHours
from domain.events.events import Event, Status
from domain.reminders import CLOSE, LOOK_BACK, MOMENTS, SHORTEST, TOGETHER, Lead, Reminder

ROME = ZoneInfo("Europe/Rome")
NIGHT = QuietHours(time(21), time(8), ROME)
ZONES = ("Europe/Rome", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC")

quiets = st.builds(
    QuietHours,
    st.sampled_from([time(0), time(21), time(22, 30), time(13)]),
    st.sampled_from([time(0), time(8), time(6, 45), time(15)]),
    st.sampled_from([ZoneInfo(name) for name in ZONES]),
)
starts = st.integers(0, 3 * 365 * 24 * 12).map(
    lambda fives: datetime(2026, 1, 10, tzinfo=UTC) + timedelta(minutes=5 * fives)
)


def event(start: str | datetime, number: int = 1, hours: float = 2.5, **more: object) -> Event:
    starts_at = start if isinstance(start, datetime) else rome(start)
    ends_at = starts_at + timedelta(hours=hours)
    return Event(number, f"e{number}", "pinerolo", "v", starts_at, ends_at, **more)  # type: ignore[arg-type]


def rome(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ROME)


def moments(start: str) -> dict[Lead, datetime]:
    return {reminder.lead: reminder.at for reminder in reminders.of(event(start), NIGHT)}


def test_each_lead_has_a_code_of_its_own_and_those_in_keys_and_buttons_stay() -> None:
    codes = [lead.code for lead in Lead]
    assert set(MOMENTS) == set(Lead)
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 1 and code.isalnum() for code in codes)
    kept = {Lead.WEEK_BEFORE: "w", Lead.DAY_BEFORE: "d", Lead.MORNING: "m", Lead.TWO_HOURS: "t"}
    assert {lead: lead.code for lead in kept} == kept


def test_the_leads_are_listed_from_early_to_late() -> None:
    placed = [moments("2027-10-16T18:00")[lead] for lead in Lead]
    assert placed == sorted(placed)


@pytest.mark.parametrize("start", ["2027-10-16T18:00", "2027-10-31T19:00", "2028-10-30T19:00", "2027-03-29T18:00"])
def test_the_evening_before_is_at_six_whatever_the_clocks_do(start: str) -> None:
    evening = moments(start)[Lead.DAY_BEFORE].astimezone(ROME)

    assert evening.time() == time(18)
    assert (rome(start).date() - evening.date()).days == 1


def test_the_week_the_morning_and_the_two_hours() -> None:
    assert moments("2027-11-03T18:00") == {
        Lead.WEEK_BEFORE: rome("2027-10-27T18:00"),  # the clocks went back in between
        Lead.DAY_BEFORE: rome("2027-11-02T18:00"),
        Lead.MORNING: rome("2027-11-03T09:00"),
        Lead.TWO_HOURS: rome("2027-11-03T16:00"),
    }


@pytest.mark.parametrize(
    ("start", "lead", "at"),
    [
        ("2027-10-16T09:00", Lead.TWO_HOURS, "2027-10-16T08:00"),  # held until the quiet hours end
        (
            "2027-10-16T07:30",
            Lead.TWO_HOURS,
            "2027-10-15T18:00",
        ),  # that would be too late: the evening before
        ("2027-10-16T10:00", Lead.MORNING, "2027-10-16T09:00"),
        ("2027-10-16T09:30", Lead.MORNING, "2027-10-15T18:00"),
        ("2027-10-16T23:30", Lead.TWO_HOURS, "2027-10-15T18:00"),
    ],
)
def test_the_night_and_early_meetings(start: str, lead: Lead, at: str) -> None:
    assert moments(start)[lead] == rome(at)


@given(starts, quiets)
def test_every_reminder_comes_in_time_and_not_at_night(start: datetime, quiet: QuietHours) -> None:
    every = list(reminders.of(event(start), quiet))

    assert {reminder.lead for reminder in every} == set(Lead)
    assert every == sorted(every, key=lambda reminder: reminder.at)
    for reminder in every:
        assert start - timedelta(days=9) <= reminder.at <= start - SHORTEST
        assert quiet.hold(reminder.at) == reminder.at or reminder.at == start - SHORTEST


@given(
    st.lists(starts, min_size=1, max_size=3),
    quiets,
    st.lists(st.integers(-12 * 24 * 60, 60), min_size=1, max_size=40),
)
def test_ticks_at_any_time_send_each_once_never_early_never_after_the_start(
    starts: list[datetime], quiet: QuietHours, ticks: list[int]
) -> None:
    events = [event(start, number) for number, start in enumerate(starts)]
    last = max(starts)
    known: set[str] = set()
    for now in sorted(last + timedelta(minutes=minutes) for minutes in ticks):
        for reminder in reminders.due(events, now, quiet):
            assert reminder.at <= now
            assert now < reminder.event.ends_at + LOOK_BACK
            if reminder.key in known or reminder.waits(now, quiet):
                continue
            known.add(reminder.key)
            if not reminder.missed(now) and reminder.late(now):
                held = quiet.hold(now)
                assert held == now or held >= reminder.event.starts_at


@given(starts, quiets, st.sets(st.sampled_from(Lead)), st.integers(0, 12 * 24 * 60))
def test_what_is_promised_is_what_a_steady_clock_sends(
    start: datetime, quiet: QuietHours, leads: set[Lead], minutes: int
) -> None:
    joined, one = start - timedelta(minutes=minutes), event(start)
    promised = reminders.to_come(one, leads, joined, quiet)

    assert all(joined < moment <= start - SHORTEST for moment in promised)
    assert all(second - first >= CLOSE for first, second in pairwise(promised))
    for moment in promised:
        due = reminders.due([one], moment + TOGETHER, quiet)
        assert any(reminder.at == moment and reminder.lead in leads for reminder in due)
    ahead = [r for r in reminders.of(one, quiet) if r.lead in leads and r.at > joined]
    assert bool(promised) == bool(ahead)


@given(starts, st.integers(0, 5), quiets)
def test_reminders_a_few_minutes_apart_wait_for_each_other(start: datetime, minutes: int, quiet: QuietHours) -> None:
    one, two = event(start, 1), event(start + timedelta(minutes=minutes), 2)

    def due(now: datetime) -> list[Reminder]:
        return [r for r in reminders.due([one, two], now, quiet) if r.lead is Lead.TWO_HOURS]

    ats = sorted(r.at for e in (one, two) for r in reminders.of(e, quiet) if r.lead is Lead.TWO_HOURS)
    if ats[1] - ats[0] <= TOGETHER:
        assert not due(ats[0] - timedelta(seconds=1))
        assert len(due(ats[1] + TOGETHER)) == 2


def test_the_same_moment_twice_is_one_reminder() -> None:
    eleven = event("2027-10-16T11:00")
    told = reminders.to_come(eleven, set(Lead), rome("2027-10-01T10:00"), NIGHT)

    assert told == [rome("2027-10-09T18:00"), rome("2027-10-15T18:00"), rome("2027-10-16T09:00")]


def test_a_changed_event_has_no_reminders_from_before_the_change() -> None:
    moved = event("2027-10-16T18:00", since=rome("2027-10-15T20:00"))

    assert [reminder.lead for reminder in reminders.of(moved, NIGHT)] == [Lead.MORNING, Lead.TWO_HOURS]


def test_what_is_long_over_or_cancelled_is_not_due() -> None:
    over = event("2027-10-16T18:00")
    cancelled = event("2027-10-16T18:00", status=Status.CANCELLED)

    assert len(reminders.due([over], rome("2027-10-18T20:29"), NIGHT)) == 4
    assert reminders.due([over], rome("2027-10-18T20:30"), NIGHT) == []
    assert reminders.due([cancelled], rome("2027-10-16T17:00"), NIGHT) == []

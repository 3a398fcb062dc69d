"""What a watched calendar says otherwise of the events, occurrence by occurrence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.events.events import PlannedEvent, Status
from domain.events.proposals import Calendar, differences

NOW = datetime(2027, 10, 9, 10, tzinfo=UTC)
DAY = timedelta(days=1)
START = NOW + 9 * DAY


def week(number: int, **fields: object) -> PlannedEvent:
    """One evening of a series, an hour long."""
    starts_at = START + number * 7 * DAY
    evening = PlannedEvent(
        f"choir-{starts_at:%Y%m%d}", "ilton", "inn", starts_at, starts_at + timedelta(hours=1), plan="choir"
    )
    return replace(evening, **fields)  # type: ignore[arg-type]


KNOWN = [week(number).stored(number + 1, NOW) for number in range(4)]


def found(*evenings: PlannedEvent, gone: frozenset[str] = frozenset()) -> list[tuple[str, int | None, set[str]]]:
    """What differs: the name, the event, the fields that the calendar wants otherwise."""
    calendar = Calendar(evenings, gone, {}, {}, {})
    every = differences(calendar, KNOWN, NOW)
    return [(each.name, each.event, {n for n, v in vars(each.wanted).items() if v is not None}) for each in every]


def test_what_is_the_same_is_no_difference() -> None:
    assert found(*map(week, range(4))) == []


def test_a_day_of_a_series_that_was_moved_is_one_change() -> None:
    moved = week(1, slug="choir-x", starts_at=START + 8 * DAY, ends_at=START + 8 * DAY + timedelta(hours=1))
    assert found(week(0), moved, week(2), week(3)) == [
        (KNOWN[1].slug, 2, {"starts_at", "ends_at", "hours"}),
    ]


def test_the_same_day_is_the_same_whatever_it_is_called() -> None:
    """One evening alone bears the name of the series, and one of several its day too."""
    alone = week(0, slug="choir")
    calendar = Calendar([week(0), week(1)], frozenset(), {}, {}, {})
    found = differences(calendar, [alone.stored(1, NOW)], NOW)
    assert [(each.event, each.wanted.starts_at) for each in found] == [(None, week(1).starts_at)]


def test_days_that_come_and_go_are_new_and_gone() -> None:
    names = {name: fields for name, _, fields in found(week(0), week(1), week(4), week(5))}
    assert names[KNOWN[2].slug] == names[KNOWN[3].slug] == {"status"}
    assert {"starts_at", "slug", "plan"} <= names[week(4).slug]
    assert len(names) == 4


def test_the_cancelled_the_past_and_the_far_are_left_alone() -> None:
    assert found(week(0, status=Status.CANCELLED), *map(week, range(1, 4))) == [(KNOWN[0].slug, 1, {"status"})]
    past = PlannedEvent("choir-old", "ilton", "inn", NOW - 2 * DAY, NOW - DAY, plan="choir")
    assert found(past, *map(week, range(4)), week(40), week(5, status=Status.CANCELLED)) == []
    called_off = [replace(KNOWN[0], status=Status.CANCELLED)]
    assert differences(Calendar([week(0)], frozenset(), {}, {}, {}), called_off, NOW) == []


def test_a_plan_that_left_the_calendar_is_gone_and_one_that_never_was_in_it_is_not() -> None:
    other = PlannedEvent("walk", "ilton", "inn", START, START + DAY, plan="walk")
    assert len(found(other, gone=frozenset({"choir"}))) == 5
    assert found(other, gone=frozenset({"bees"})) == [("walk", None, found(other)[0][2])]


def test_days_told_apart_from_their_series_each_take_one_evening() -> None:
    """Two evenings were put on one day, each with a title of its own."""
    uids = {"choir": "c@x", "carols": f"c@x/{week(1).starts_at:%Y-%m-%d}", "songs": f"c@x/{week(2).starts_at:%Y-%m-%d}"}
    there = {"starts_at": week(2).starts_at, "ends_at": week(2).ends_at}
    apart = [week(2, slug="songs", plan="songs"), week(1, slug="carols", plan="carols", **there)]
    titles = {"choir": "Choir", "carols": "Carols", "songs": "Songs"}
    every = differences(Calendar([week(0), week(3), *apart], frozenset(), uids, titles, {}), KNOWN, NOW)
    assert [(each.event, each.wanted.note, each.wanted.starts_at) for each in every] == [
        (3, "Songs", None),
        (2, "Carols", week(2).starts_at),
    ]

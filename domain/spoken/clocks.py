"""Hours: "18.30", "18 e 30", "6pm", "half past six", "huit heures moins le quart", "mezzogiorno"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from domain.spoken.said import SpokenClock
from domain.spoken.stream import Stream

Found = Iterator[tuple[SpokenClock, int]]

_PARTS_OF_HOUR = {"half": 30, "quarter": 15, "three_quarters": 45}


def clocks(stream: Stream, at: int, *, past: bool = True) -> Found:
    """Give every hour that may stand here; `past` includes "ten past six"."""
    for rule in (_written, _spoken, _half_before, *([_minutes_first] if past else [])):
        for clock, end in rule(stream, at):
            yield from _with_half_of_day(stream, clock, end)


def _with_half_of_day(stream: Stream, clock: SpokenClock, at: int) -> Found:
    for end in stream.maybe("exactly", at):
        exact = replace(clock, marked=clock.marked or end > at)
        yield exact, end
        for half in ("am", "pm"):
            for behind in stream.ends(half, end):
                for last in stream.maybe("exactly", behind):
                    yield replace(exact, half=half, marked=True), last


def _written(stream: Stream, at: int) -> Found:
    """ "18:30", "18.30", "18,30", "18:30:00", "1830" """
    hour, minute = stream.digits(at, 1, 2), stream.digits(at + 2, 2, 2)
    if hour is not None and minute is not None and stream.token(at + 1) in (":", ".", ","):
        seconds = stream.token(at + 3) == ":" and stream.token(at + 4) == "00"
        for end in stream.maybe("hour_mark", at + (5 if seconds else 3)):
            yield SpokenClock(hour, minute, marked=True), end
    together = stream.digits(at, 4, 4)
    if together is not None:
        for end in stream.maybe("hour_mark", at + 1):
            yield SpokenClock(together // 100, together % 100, marked=end > at + 1), end


def _spoken(stream: Stream, at: int) -> Found:
    for clock, end in _hours(stream, at):
        yield clock, end
        yield from _minutes(stream, clock, end)
        yield from _less(stream, clock, end)


def _hours(stream: Stream, at: int) -> Found:
    for named, hour in (("noon", 12), ("midnight", 0)):
        for end in stream.ends(named, at):
            yield SpokenClock(hour, named=named, marked=True), end
    for hour, end in stream.numbers(at):
        for behind in stream.maybe("hour_mark", end):
            yield SpokenClock(hour, marked=behind > end), behind


def _minutes(stream: Stream, clock: SpokenClock, at: int) -> Found:
    """ "18 e 30", "18h30", "18 heures et demie", "six thirty" """
    for end in stream.maybe("and", at):
        joined = end > at
        if joined or clock.marked:
            for symbol, minutes in _PARTS_OF_HOUR.items():
                for behind in stream.ends(symbol, end):
                    yield replace(clock, minute=minutes, marked=True), behind
        for minute, behind in stream.numbers(end):
            if joined or clock.marked or minute > 9:
                for last in _unit(stream, behind):
                    marked = joined or clock.marked or last > behind
                    yield replace(clock, minute=minute, marked=marked), last


def _less(stream: Stream, clock: SpokenClock, at: int) -> Found:
    """ "otto meno un quarto" """
    for end in stream.ends("less", at):
        quarter = [(15, behind) for behind in stream.ends("quarter", end)]
        for minutes, behind in [*stream.numbers(end), *quarter]:
            if 0 < minutes < 60:
                yield _before(clock.hour, minutes), behind


def _before(hour: int, minutes: int) -> SpokenClock:
    return SpokenClock((hour - 1) % 24, 60 - minutes, marked=True)


def _half_before(stream: Stream, at: int) -> Found:
    """ "halb acht" """
    for end in stream.ends("half_before", at):
        for hour, behind in stream.numbers(end):
            yield _before(hour, 30), behind


def _minutes_first(stream: Stream, at: int) -> Found:
    """ "ten past six", "quarter to 8"; but "10 to 8" is from ten to eight."""
    parts = ((minutes, end) for symbol, minutes in _PARTS_OF_HOUR.items() for end in stream.ends(symbol, at))
    counted = ((number, end) for number, behind in stream.numbers(at) for end in _unit(stream, behind))
    for minutes, end in (*parts, *counted):
        if not 0 < minutes < 60:
            continue
        for behind in stream.ends("past", end):
            for hour, last in stream.numbers(behind):
                yield SpokenClock(hour, minutes, marked=True), last
        if minutes == 30 or (stream.digits(at, 1, 2) is not None and end == at + 1):
            continue
        for behind in stream.ends("before_hour", end):
            for hour, last in stream.numbers(behind):
                yield _before(hour, minutes), last


def _unit(stream: Stream, at: int) -> list[int]:
    return [at, *(end for unit, end in stream.values("unit", at) if unit == "minute")]

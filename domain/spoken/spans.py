"""Lengths of time: "un'ora e mezza", "1h30", "three days", "une demi-heure"."""

from __future__ import annotations

from collections.abc import Iterator

from domain.spoken.said import Span
from domain.spoken.stream import Stream

Found = Iterator[tuple[Span, int]]

_PARTS_OF_HOUR = {"half": 30, "quarter": 15, "three_quarters": 45}
_UNITS = {
    "minute": Span(minutes=1), "hour": Span(minutes=60), "day": Span(days=1), "week": Span(days=7),
    "month": Span(months=1),
}  # fmt: skip


def spans(stream: Stream, at: int, *, definite: bool = False) -> Found:
    """Give every length that may stand here; `definite` includes "the day" of "the day after"."""
    for span, end in _one(stream, at):
        yield span, end
        for behind in stream.maybe("and", end):
            for more, last in _one(stream, behind):
                yield span + more, last
    if definite:
        for end in stream.ends("the", at):
            yield from ((_UNITS[unit], last) for unit, last in stream.values("unit", end))


def _one(stream: Stream, at: int) -> Found:
    for symbol, minutes in _PARTS_OF_HOUR.items():
        yield from ((Span(minutes=minutes), end) for end in stream.ends(f"{symbol}_hour", at))
    for amount, end in _amounts(stream, at):
        for unit, behind in stream.values("unit", end):
            span = _UNITS[unit] * amount
            yield span, behind
            if unit == "hour":
                yield from ((span + more, last) for more, last in _rest_of_hour(stream, behind))
        yield from _halves(stream, amount, end)


def _amounts(stream: Stream, at: int) -> list[tuple[int, int]]:
    return [*stream.numbers(at, most=3), *((1, end) for end in stream.ends("one", at))]


def _rest_of_hour(stream: Stream, at: int) -> Found:
    """ "1h30", "un'ora e mezza", "two hours and a quarter" """
    for end in stream.maybe("and", at):
        for symbol, minutes in _PARTS_OF_HOUR.items():
            yield from ((Span(minutes=minutes), last) for last in stream.ends(symbol, end))
        yield from ((Span(minutes=minute), last) for minute, last in stream.numbers(end) if minute < 60)


def _halves(stream: Stream, amount: int, at: int) -> Found:
    """ "one and a half hours", "1,5 ore" """
    ends = [last for end in stream.ends("and", at) for last in stream.ends("half", end)]
    if stream.token(at) in (".", ",") and stream.token(at + 1) == "5":
        ends.append(at + 2)
    for end in ends:
        for unit, last in stream.values("unit", end):
            if unit == "hour":
                yield Span(minutes=amount * 60 + 30), last

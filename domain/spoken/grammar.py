"""The grammar of typed times, the same in every language: which words may stand in which order.

A message is read from its first token to its last, in every way the grammar allows; a way that leaves a token
over is none. So nothing is ever understood in part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from domain.spoken.clocks import clocks
from domain.spoken.dates import dates
from domain.spoken.said import Said, Span
from domain.spoken.spans import spans
from domain.spoken.stream import Stream
from domain.spoken.words import Words, cut, in_turn

LONGEST = 100
"""How many characters a typed time may have."""

Parts = Iterator[tuple[dict[str, Any], int]]
T = TypeVar("T")


def meanings(text: str, language: str, meant: Callable[[Said], T | None]) -> set[T]:
    """Return what `text` can mean in `language`, or else in another that has a reading of all of it.

    `meant` says what one reading means: None, or a `ValueError`, when there is no such time.
    """
    for words in in_turn(language) if len(text) <= LONGEST else ():
        if found := readings(text, words):
            return {each for said in found if (each := _possible(said, meant)) is not None}
    return set()


def _possible(said: Said, meant: Callable[[Said], T | None]) -> T | None:
    try:
        return meant(said)
    except ValueError:
        return None


def readings(text: str, words: Words) -> set[Said]:
    """Return every way to understand all of `text`."""
    stream = Stream(cut(text), words)
    reached: list[set[Said]] = [{Said()}, *(set() for _ in range(len(stream)))]
    for start in range(len(stream)):
        for parts, end in _parts(stream, start) if reached[start] else ():
            grown = (said.with_parts(parts) for said in reached[start])
            reached[end].update(said for said in grown if said is not None)
    return reached[-1] - {Said()}


def _parts(stream: Stream, at: int) -> Parts:
    """Give every part of a time that may stand here."""
    for rule in (_fillers, dates, _weekdays, _relative, _starts, _ranges, _ends, _spans, _shifts):
        yield from rule(stream, at)


def _fillers(stream: Stream, at: int) -> Parts:
    """Words that say nothing of the time: "move it", "please", a dash."""
    for symbol in ("verb", "polite"):
        yield from (({}, end) for end in stream.ends(symbol, at))
    if stream.token(at) == "-":
        yield {}, at + 1
    yield from (({"until": True}, end) for end in stream.ends("until_day", at))


def _weekdays(stream: Stream, at: int) -> Parts:
    """ "sabato", "next Saturday", "lundi de la semaine prochaine" """
    kinds = ("this", "next", "next_week")
    for start in stream.maybe("day_prefix", at):
        before = [(None, start), *((kind, end) for kind in kinds for end in stream.ends(kind, start))]
        for which, behind in before:
            for day, end in stream.values("weekday", behind):
                said = {"weekday": int(day)}
                yield said | ({"which": which} if which else {}), end
                for kind in kinds if which is None else ():
                    yield from ((said | {"which": kind}, last) for last in stream.ends(kind, end))


def _relative(stream: Stream, at: int) -> Parts:
    """ "domani", "stasera", "in the evening" """
    yield from (({"part": part}, end) for part, end in stream.values("part", at))
    for start in stream.maybe("day_prefix", at):
        yield from (({"relative": int(days)}, end) for days, end in stream.values("relative", start))
        for value, end in stream.values("relative_part", start):
            days, part = value.split()
            yield {"relative": int(days), "part": part}, end


def _starts(stream: Stream, at: int) -> Parts:
    for clock, end in clocks(stream, at):
        yield {"start": clock} | ({} if clock.marked else {"bare_hour": True}), end
    for start in stream.ends("at", at):
        yield from (({"start": clock}, end) for clock, end in clocks(stream, start))
    for start in stream.ends("at_noon", at):
        yield from (({"start": clock}, end) for clock, end in clocks(stream, start) if clock.named)
    for start in stream.ends("from", at):
        yield from (({"start": clock}, end) for clock, end in clocks(stream, start, past=False))


def _ranges(stream: Stream, at: int) -> Parts:
    """ "dalle 18 alle 20", "6-8pm", "between 6 and 8", "ore 18/20" """
    for opening in ("from", "between", "at", ""):
        for start in stream.ends(opening, at) if opening else [at]:
            for first, end in clocks(stream, start, past=False):
                for middle in _middles(stream, opening, end):
                    for last, behind in clocks(stream, middle, past=False):
                        sure = opening or first.marked or last.marked
                        if sure or stream.token(end) != "/":  # "18/10" is a day
                            bare = {} if sure else {"bare_hour": True}
                            yield {"start": first, "end": last} | bare, behind


def _middles(stream: Stream, opening: str, at: int) -> list[int]:
    dash = [at + 1] if stream.token(at) in ("-", "/") else []
    if opening == "between":
        return [last for end in [*dash, *stream.ends("and", at)] for last in stream.maybe("at", end)]
    return [*(last for end in dash for last in stream.maybe("at", end)), *stream.ends("to", at)]


def _ends(stream: Stream, at: int) -> Parts:
    for start in stream.maybe("and", at):
        for behind in stream.ends("until", start):
            yield from (({"end": clock}, end) for clock, end in clocks(stream, behind))


def _spans(stream: Stream, at: int) -> Parts:
    """ "fra due ore", "two hours from now", "per due ore" """
    for start in stream.ends("in", at):
        yield from (({"span": span}, end) for span, end in spans(stream, start))
    for span, end in spans(stream, at):
        yield {"length": span}, end
        yield from (({"span": span}, last) for last in stream.ends("from_now", end))
    for start in stream.ends("lasting", at):
        yield from (({"lasting": span}, end) for span, end in spans(stream, start))


def _shifts(stream: Stream, at: int) -> Parts:
    """ "un'ora dopo", "anticipa di mezz'ora", "the day after" """
    for days, end in stream.values("day_shift", at):
        yield {"shift": Span(days=int(days))}, end
    for sign, after, verb in ((1, "later", "move_later"), (-1, "earlier", "move_earlier")):
        for span, end in _lengths(stream, at):
            yield from (({"shift": span * sign}, last) for last in stream.ends(after, end))
        by = [last for end in stream.ends(after, at) for last in stream.ends("by", end)]  # but "after 19h" is none
        for start in (*stream.ends(verb, at), *by):
            yield from (({"shift": span * sign}, end) for span, end in _lengths(stream, start))
        yield from (({"direction": sign}, end) for end in stream.ends(verb, at))


def _lengths(stream: Stream, at: int) -> Iterator[tuple[Span, int]]:
    for start in stream.maybe("by", at):
        yield from spans(stream, start, definite=True)

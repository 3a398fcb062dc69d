"""Right against wrong, as the chance that an answer needs goes from 0.5 to 0.9: a table, and a picture.

Who asks for more is wrong less often, and right at once less often: the guesses stand on buttons instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from answers.dialogue.decisions import Several
from answers.search.calibration import DEFAULT
from benchmarks.asked import OUTSIDE, Judge, Judged, read, share

ASKED, SETS = Path("tests/answers/asked"), ("open", "frozen")
NAMED = (0.5, 0.6, 0.8, 0.9)
THRESHOLDS = tuple(round(0.5 + 0.05 * step, 2) for step in range(9))
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 480, 64, 190, 84, 56
COLOURS = ("#0b5fa5", "#a84300")
DASHES = ("none", "7 4")


@dataclass(frozen=True)
class Point:
    """Shares of the questions that have an answer, where the chance from which one is given is `threshold`."""

    threshold: float
    right: float
    led: float
    wrong: float
    now: bool = False


Curves = Mapping[str, tuple[int, Sequence[Point]]]
"""By set: how many questions, and the points."""


def measured() -> Curves:
    """Return the curve of each set, with the threshold of today among the others."""
    judge, found = Judge(), dict[str, tuple[int, Sequence[Point]]]()
    ours = DEFAULT
    for name in SETS:
        items = [each for each in read(ASKED / f"{name}.jsonl") if each.kind not in OUTSIDE]
        today, points = [judge.judge(item) for item in items], list[Point]()
        for threshold in sorted({*THRESHOLDS, ours.answer_from}):
            judge.engine = judge.engine.with_calibration(replace(ours, answer_from=threshold))
            points.append(_point(threshold, _judged(judge, today), now=threshold == ours.answer_from))
        judge.engine = judge.engine.with_calibration(ours)
        found[name] = len(items), points
    return found


def _judged(judge: Judge, today: Iterable[Judged]) -> list[Judged]:
    """Judge anew where the chance may decide; what was decided without it stays."""
    return [judge.judge(each.item) if _by_chance(each) else each for each in today]


def _by_chance(each: Judged) -> bool:
    outcome = each.outcome
    return bool(outcome.explanation.ranked or each.item.context) or isinstance(outcome.decision, Several)


def _point(threshold: float, judged: Sequence[Judged], *, now: bool) -> Point:
    return Point(threshold, share(judged, "right"), share(judged, "right", "led"), share(judged, "wrong"), now)


def table(curves: Curves) -> Iterator[str]:
    yield "right against wrong, by the chance from which an answer is given"
    for name, (count, points) in curves.items():
        yield f"  {name}, {count} questions that have an answer"
        yield f"  {'from':>6}{'right at once':>16}{'led':>8}{'wrong':>8}"
        for each in points:
            shares = f"{100 * each.right:16.1f}{100 * each.led:8.1f}{100 * each.wrong:8.1f}"
            yield f"  {each.threshold:6.2f}{shares}{'   today' if each.now else ''}"


# --- the picture ---


@dataclass(frozen=True)
class _Frame:
    """Where a share stands in the picture: wrong ones to the right, right ones upwards."""

    most_wrong: int
    least_right: int
    most_right: int

    def x(self, wrong: float) -> float:
        return LEFT + 100 * wrong / self.most_wrong * (WIDTH - LEFT - RIGHT)

    def y(self, right: float) -> float:
        part = (100 * right - self.least_right) / (self.most_right - self.least_right)
        return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)


def svg(curves: Curves) -> str:
    """Return the picture: a line for each set, its points named by their threshold."""
    every = [point for _, points in curves.values() for point in points]
    now = next(each.threshold for each in every if each.now)
    lowest, highest = min(each.right for each in every), max(each.right for each in every)
    frame = _Frame(int(100 * max(each.wrong for each in every)) + 1, int(20 * lowest) * 5, -int(-20 * highest) * 5 + 5)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title"',
        ' font-family="sans-serif" font-size="13" fill="#222">',
        '<title id="title">Right at once against wrong, by the chance from which an answer is given</title>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        _text(LEFT, 26, "Right at once against wrong, by the chance from which an answer is given", size=16),
        _text(LEFT, 46, f"Each point is a threshold; the large one is today's, {now:g}."),
        *_grid(frame),
    ]
    for place, (name, (count, points)) in enumerate(curves.items()):
        parts += _line(frame, f"{name}, {count} questions", points, place)
    return "\n".join([*parts, "</svg>", ""])


def _grid(frame: _Frame) -> Iterator[str]:
    bottom, end = HEIGHT - BOTTOM, WIDTH - RIGHT
    for wrong in range(frame.most_wrong + 1):
        x = frame.x(wrong / 100)
        yield f'<path d="M{x:.1f} {TOP}V{bottom}" stroke="#ddd"/>'
        yield _text(x, bottom + 18, f"{wrong} %", anchor="middle")
    for right in range(frame.least_right, frame.most_right + 1, 5):
        y = frame.y(right / 100)
        yield f'<path d="M{LEFT} {y:.1f}H{end}" stroke="#ddd"/>'
        yield _text(LEFT - 8, y + 4, f"{right} %", anchor="end")
    yield _text((LEFT + end) / 2, HEIGHT - 12, "wrong", anchor="middle")
    yield _text(LEFT, TOP - 10, "right at once")


def _line(frame: _Frame, name: str, points: Sequence[Point], place: int) -> Iterator[str]:
    colour, places = COLOURS[place], [(frame.x(each.wrong), frame.y(each.right)) for each in points]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{DASHES[place]}"/>'
    for each, (x, y) in zip(points, places, strict=True):
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{7 if each.now else 3.5}" fill="{colour}"/>'
        if each.threshold in NAMED:
            yield _text(x + 8, y + 16, f"{each.threshold:g}", colour=colour)
    beside, level = WIDTH - RIGHT + 12, TOP + 24 * place
    dash = f'stroke-width="2" stroke-dasharray="{DASHES[place]}"'
    yield f'<path d="M{beside} {level}h24" stroke="{colour}" {dash}/>'
    yield _text(beside + 30, level + 4, name, colour=colour)


def _text(x: float, y: float, said: str, *, anchor: str = "start", colour: str = "#222", size: int = 13) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" font-size="{size}">{said}</text>'

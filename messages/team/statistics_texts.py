"""Write the statistics as text, and collect the data of their picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from domain.events.events import Event
from messages import dates, pages
from messages.actions.team.statistics import ShowStatistics
from messages.localizer import Localizer
from messages.message import Html, Message, shortened
from messages.pages import PAGE, Page
from messages.team.poster_drawing import legible

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LONGEST_NAME = 40
"""Characters of an area's name in the picture; it has as many areas as a page, the most followed."""
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
"""Of Okabe and Ito: told apart by those who do not see all colours. Lines differ in stroke too."""
STROKES = ("-", "--", "-.", ":")
INK, FAINT = "#241a14", "#d9cfc6"
WIDTH, HEIGHT, PIXELS_PER_INCH = 7.2, 10.8, 150  # read at a third of its size on a small phone


@dataclass(frozen=True)
class Reach:
    """An announcement: its first words, how many it was for and how many have it."""

    text: str
    targeted: int
    sent: int


@dataclass(frozen=True)
class ProgrammeNumbers:
    """The numbers of the programme. `following`: how many people, by area.

    `coming`: the events ahead, with how many said they come. `visits`: area, source, count of links opened.
    """

    people: int
    following: Mapping[str, int]
    reach: Sequence[Reach]
    answered: int
    waiting: int
    dismissed: int
    coming: Sequence[tuple[Event, int]]
    visits: Sequence[tuple[str, str, int]]


def text(numbers: ProgrammeNumbers, voice: Localizer, number: int = 0) -> Message:
    """Write what concerns all, and a page of each list: areas, meetings, links."""
    words = voice.words
    asked = {"answered": numbers.answered, "waiting": numbers.waiting, "dismissed": numbers.dismissed}
    areas = pages.page(_areas(numbers, voice), number)
    coming = pages.page(_all_coming(numbers, voice), number)
    visits = pages.page([_visit(each, voice) for each in numbers.visits], number)
    longest = max((areas, coming, visits), key=lambda page: page.pages)
    parts: list[list[str]] = [
        [words("statistics-title")],
        [words("statistics-people", count=numbers.people), *_at(areas, longest)],
        _headed(words("statistics-coming"), _at(coming, longest)),
        _headed(words("statistics-announcements"), [_reached(each, voice) for each in numbers.reach]),
        [words("statistics-questions", **asked)],
        _headed(words("statistics-visits"), _at(visits, longest)),
    ]
    text = "\n\n".join("\n".join(part) for part in parts if part)
    return Message(text, longest.turning(ShowStatistics))


def _at(page: Page[Html], longest: Page[Html]) -> Sequence[Html]:
    """Return one page of a list; nothing if a longer list has more pages than this one."""
    return page.shown if page.number == longest.number else []


def _headed(title: str, lines: Sequence[Html]) -> list[str]:
    return [title, *lines] if lines else []


def _areas(numbers: ProgrammeNumbers, voice: Localizer) -> list[Html]:
    return [
        voice.words("statistics-area", area=voice.area(area.id), count=numbers.following[area.id])
        for area in voice.programme.areas
    ]


def _all_coming(numbers: ProgrammeNumbers, voice: Localizer) -> list[Html]:
    said = any(count for _, count in numbers.coming)
    return [_coming(each, voice) for each in numbers.coming] if said else []


def _reached(each: Reach, voice: Localizer) -> Html:
    return voice.words("statistics-reach", text=each.text, sent=each.sent, targeted=each.targeted)


def _coming(coming: tuple[Event, int], voice: Localizer) -> Html:
    event, count = coming
    return voice.words("statistics-coming-to", **voice.event(event), count=count)


def _visit(visit: tuple[str, str, int], voice: Localizer) -> Html:
    area, source, count = visit
    return voice.words("statistics-visit", area=voice.feed(area), source=source or "link", count=count)


@dataclass(frozen=True)
class Chart:
    """The data of a picture, in the words of one language."""

    areas_title: str
    areas: Sequence[tuple[str, Sequence[tuple[date, int]]]]
    reach_title: str
    reach: Sequence[Reach]
    questions_title: str
    questions: Sequence[tuple[str, int]]
    days: Mapping[date, str]
    nothing: str


def chart(
    numbers: ProgrammeNumbers, joined: Mapping[str, Sequence[tuple[date, int]]], today: date, voice: Localizer
) -> Chart:
    """Return the data of a chart; `joined` counts by area how many of its present followers began on each day."""
    words = voice.words
    most = sorted(voice.programme.areas, key=lambda area: -numbers.following[area.id])[:PAGE]
    areas = [
        (shortened(voice.area(area.id), LONGEST_NAME), _growing(joined.get(area.id, ()), today))
        for area in voice.programme.areas
        if area in most
    ]
    days = {day for _, line in areas for day, _ in line}
    return Chart(
        areas_title=words.plain("chart-areas"),
        areas=areas,
        reach_title=words.plain("chart-reach"),
        reach=[Reach(shortened(legible(each.text), 36), each.targeted, each.sent) for each in numbers.reach],
        questions_title=words.plain("chart-questions"),
        questions=[
            (words.plain("chart-answered"), numbers.answered),
            (words.plain("chart-waiting"), numbers.waiting),
            (words.plain("chart-dismissed"), numbers.dismissed),
        ],
        days={day: dates.of_chart(day, words) for day in sorted({min(days), max(days)})} if days else {},
        nothing=words.plain("chart-nothing"),
    )


def _growing(joined: Sequence[tuple[date, int]], today: date) -> list[tuple[date, int]]:
    """Return the total at the end of each day, up to today."""
    line: list[tuple[date, int]] = []
    for day, count in joined:
        line.append((day, count + (line[-1][1] if line else 0)))
    if line and line[-1][0] < today:
        line.append((today, line[-1][1]))
    return line


def draw(of: Chart) -> bytes:
    """Return a PNG. It takes a second and much memory: run it in a process of its own."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib.figure import Figure

    look = {"font.family": "DejaVu Sans", "font.size": 16, "text.parse_math": False, "axes.edgecolor": FAINT}
    with mpl.rc_context(look | {"text.color": INK, "xtick.color": INK, "ytick.color": INK}):
        figure = Figure(figsize=(WIDTH, HEIGHT), facecolor="white", layout="constrained")
        figure.get_layout_engine().set(h_pad=0.2)
        axes = figure.subplots(3, 1, height_ratios=(5, max(2, len(of.reach)), 3))
        _lines(axes[0], of)
        _reach(axes[1], of)
        _questions(axes[2], of)
        file = BytesIO()
        figure.savefig(file, format="png", dpi=PIXELS_PER_INCH)
        return file.getvalue()


def _lines(axes: Axes, of: Chart) -> None:
    _titled(axes, of.areas_title)
    if not any(line for _, line in of.areas):
        _empty(axes, of.nothing)
        return
    for number, (area, line) in enumerate(of.areas):
        days, counts = [day for day, _ in line], [count for _, count in line]
        style: dict[str, Any] = {
            "color": COLOURS[number % 6],
            "linestyle": STROKES[number % 4],
            "linewidth": 3,
        }
        label = f"{area}: {counts[-1] if counts else 0}"
        axes.plot(
            days,
            counts,
            drawstyle="steps-post",
            label=label,
            marker="o",
            markevery=[-1] if line else [],
            **style,
        )
    most = max((line[-1][1] for _, line in of.areas if line), default=1)
    axes.set_ylim(0, most * (1.1 + 0.13 * len(of.areas)))  # room for the names
    axes.yaxis.get_major_locator().set_params(integer=True)
    axes.grid(axis="y", color=FAINT)
    axes.set_xticks(list(of.days), list(of.days.values()))
    axes.legend(loc="upper left", frameon=False)


def _reach(axes: Axes, of: Chart) -> None:
    _titled(axes, of.reach_title)
    if not of.reach:
        _empty(axes, of.nothing)
        return
    rows = range(len(of.reach))
    axes.barh(rows, [each.targeted for each in of.reach], height=0.4, color=FAINT)
    axes.barh(rows, [each.sent for each in of.reach], height=0.4, color=COLOURS[0])
    for row, each in enumerate(of.reach):
        axes.text(0, row - 0.27, f"{each.text}: {each.sent} / {each.targeted}", fontsize=14, va="bottom")
    axes.set_yticks([])
    axes.set_ylim(len(of.reach) - 0.7, -0.7)
    axes.xaxis.get_major_locator().set_params(integer=True)


def _questions(axes: Axes, of: Chart) -> None:
    _titled(axes, of.questions_title)
    counts = [count for _, count in of.questions]
    if not any(counts):
        _empty(axes, of.nothing)
        return
    rows = range(len(counts))
    bars = axes.barh(rows, counts, color=[COLOURS[2], COLOURS[1], FAINT])
    axes.bar_label(bars, padding=6)
    axes.set_yticks(list(rows), [label for label, _ in of.questions])
    axes.invert_yaxis()
    axes.set_xticks([])
    axes.margins(x=0.12)


def _titled(axes: Axes, title: str) -> None:
    axes.set_title(title, loc="left", fontsize=18, fontweight="bold", pad=12)
    axes.spines[["top", "right"]].set_visible(False)


def _empty(axes: Axes, words: str) -> None:
    axes.set_axis_off()
    axes.text(0, 0.5, words, transform=axes.transAxes)

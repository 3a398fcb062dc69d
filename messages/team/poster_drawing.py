"""Draw the poster of a meeting on A4, as PDF to print and as PNG to share; and a small picture for its links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from domain.events.events import Event
from messages import keyboards, pages
from messages.actions.team.posters import MakePoster, ShowPosters
from messages.events import event_slots
from messages.localizer import Localizer
from messages.message import Message

if TYPE_CHECKING:
    from matplotlib.figure import Figure

A4 = (8.27, 11.69)
"""Inches."""
PIXELS_PER_INCH = 150
PREVIEW = (8, 4.2)
"""Inches, 1200 by 630 pixels: what programmes show beside a link."""
LINE = 1.35 / 72
"""From one line to the next, in inches for each point of the letters."""
INK, BRICK, PAPER, SOFT, CREAM = "#241a14", "#a63f1a", "#fffaf3", "#6d5b4f", "#ffe9d6"


@dataclass(frozen=True)
class Poster:
    """The words of a poster in one language; the code holds `link`."""

    programme: str
    area: str
    weekday: str
    day: str
    hours: str
    venue: str
    address: str
    note: str
    invitation: str
    scan: str
    without: str
    link: str


def poster(event: Event, bot: str, voice: Localizer) -> Poster:
    """Return the poster's words, all facts from the event's row. Opens of its link are counted, not who opened it."""
    words, slots = voice.words, voice.event(event)
    weekday, _, day = slots["date"].partition(" ")
    invitation, address = words.plain("poster-invitation", programme=voice.programme_name), slots["address"]
    if slots["named"] != event_slots.AREA:
        invitation, address = voice.programme_name, ", ".join(filter(None, [address, slots["area"]]))
    return Poster(
        programme=voice.programme_name,
        area=slots["name"],
        weekday=weekday[:1].upper() + weekday[1:],
        day=day,
        hours=slots["times"],
        venue=slots["venue"],
        address=address,
        note=legible(slots["note"]),
        invitation=invitation,
        scan=words.plain("poster-scan"),
        without=words.plain("poster-without", bot=bot, area=slots["area"] or slots["name"]),
        link=keyboards.deep_link(event, bot, "poster"),
    )


def legible(text: str) -> str:
    """Return the text without emoji, which the font does not have."""
    return "".join(letter for letter in text if ord(letter) < 0x10000).strip()


def choice(events: Sequence[Event], voice: Localizer, number: int = 0) -> Message:
    """Ask which meeting the poster is for."""
    if not events:
        return Message(voice.words("events-none"))
    page = pages.page(events, number)
    rows = [
        [keyboards.button(keyboards.event_label(event, voice, events), MakePoster(event.id))] for event in page.shown
    ]
    return Message(voice.words("poster-which"), [*rows, *page.turning(ShowPosters)])


def draw(of: Poster) -> tuple[bytes, bytes]:
    """Return PDF and PNG. It takes a second and much memory: run it in a process of its own."""
    with _sheet(A4) as figure:
        _poster(figure, of)
        return _saved(figure, "pdf", of), _saved(figure, "png", of)


def draw_pdf(of: Poster) -> bytes:
    """Return the PDF alone."""
    with _sheet(A4) as figure:
        _poster(figure, of)
        return _saved(figure, "pdf", of)


def draw_preview(of: Poster) -> bytes:
    """Return the picture for links, a PNG: name, day, hours and place, large enough for a small screen."""
    with _sheet(PREVIEW) as figure:
        _band(figure, 0.62)
        _text(figure, 0.91, of.invitation, 22, color=CREAM)
        _text(figure, 0.75, of.area, 48, color="white", weight="bold")
        _text(figure, 0.5, f"{of.weekday} {of.day}", 34, weight="bold")
        _text(figure, 0.36, of.hours, 30)
        _text(figure, 0.22, of.venue, 24, weight="bold")
        _text(figure, 0.11, of.address, 24)
        return _saved(figure, "png", of)


@contextmanager
def _sheet(size: tuple[float, float]) -> Iterator[Figure]:
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib.figure import Figure

    # Type 42: letters stay letters, so that the PDF can be searched and read aloud.
    with mpl.rc_context({"font.family": "DejaVu Sans", "pdf.fonttype": 42, "text.parse_math": False}):
        yield Figure(figsize=size, facecolor=PAPER)


def _poster(figure: Figure, of: Poster) -> None:
    _band(figure, 0.775)
    _text(figure, 0.945, of.invitation, 25, color=CREAM)
    _text(figure, 0.868, of.area, 66, color="white", weight="bold")
    _facts(figure, of)
    _code(figure, of)


def _band(figure: Figure, bottom: float) -> None:
    from matplotlib.patches import Rectangle

    band = Rectangle((0, bottom), 1, 1 - bottom, facecolor=BRICK, transform=figure.transFigure)
    figure.add_artist(band)


def _facts(figure: Figure, of: Poster) -> None:
    _text(figure, 0.725, of.weekday, 34, color=BRICK, weight="bold")
    _text(figure, 0.655, of.day, 50, weight="bold")
    _text(figure, 0.59, of.hours, 36)
    _text(figure, 0.52, of.venue, 32, weight="bold")
    _text(figure, 0.477, of.address, 28)
    if of.note:
        _text(figure, 0.437, of.note, 20, color=BRICK)


def _code(figure: Figure, of: Poster) -> None:
    import segno

    code = segno.make(of.link, error="m", micro=False)
    side = 0.38
    axes = figure.add_axes((0.06, 0.075, side, side * A4[0] / A4[1]))
    # One cell a module, four of quiet zone around: what scanners ask for.
    axes.imshow([list(row) for row in code.matrix_iter(border=4)], cmap="binary", interpolation="nearest")
    axes.set_axis_off()
    _text(figure, 0.318, of.scan, 24, left=0.46, weight="bold", lines=True)
    _text(figure, 0.152, of.without, 17, left=0.46, color=SOFT, lines=True)


def _text(
    figure: Figure, y: float, text: str, size: float, *, left: float = 0.08, lines: bool = False, **style: Any
) -> None:
    """Write a line, made smaller until it fits the page, or broken into several."""
    style = {"color": INK, "va": "center"} | style
    written = figure.text(left, y, text, size=size, **style)
    width, height = figure.get_size_inches()
    room = (0.93 - left) * width * figure.dpi
    if lines:
        rows = _broken(figure, written, text, room)
        written.remove()
        for number, row in enumerate(rows):
            figure.text(left, y - number * size * LINE / height, row, size=size, **style)
        return
    taken = written.get_window_extent(_renderer(figure)).width
    if taken > room:
        written.set_size(size * room / taken)


def _broken(figure: Figure, written: Any, text: str, room: float) -> list[str]:
    rows: list[str] = []
    for word in text.split():
        longer = f"{rows[-1]} {word}" if rows else word
        written.set_text(longer)
        if rows and written.get_window_extent(_renderer(figure)).width <= room:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def _renderer(figure: Figure) -> Any:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    return FigureCanvasAgg(figure).get_renderer()


def _saved(figure: Figure, form: str, of: Poster) -> bytes:
    file = BytesIO()
    about = {"Title": f"{of.programme}: {of.area}"}
    figure.savefig(file, format=form, dpi=PIXELS_PER_INCH, facecolor=PAPER, metadata=about)
    return file.getvalue()

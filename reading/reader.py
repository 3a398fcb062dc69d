"""Read a source with the reader of its form, and prepare what it found: one event for what is one."""

from __future__ import annotations

from typing import Protocol

from reading import grouping
from reading.drafts import DraftEvent, DraftProgramme, Wishes
from reading.errors import Flaw, SourceError
from reading.source import Form, Source

MOST_EVENTS = 5_000


class Reader(Protocol):
    """Return the programme that a source holds. Raise `SourceError` with all flaws, or `Flaw` with one."""

    def __call__(self, source: Source, wishes: Wishes) -> DraftProgramme: ...


def read(source: Source, wishes: Wishes) -> DraftProgramme:
    """Return the programme that a source holds. Raise `SourceError`."""
    try:
        draft = _reader(source)(source, wishes)
        if not draft.events:
            raise Flaw("holds no events")
        if len(draft.events) > MOST_EVENTS:
            raise Flaw(f"holds {len(draft.events)} events; more than {MOST_EVENTS} are not read")
        grouping.group(draft, wishes)
        over = sum(_over(event, wishes.today.isoformat()) for event in draft.events)
        if over:
            draft.notes.append(f"{over} of {len(draft.events)} events are over.")
    except Flaw as flaw:
        raise SourceError(source.name, [flaw]) from flaw
    return draft


def _over(event: DraftEvent, today: str) -> bool:
    """Return True if every day of an event is past; one without a year never is, nor one that says how often."""
    last = [max(when.day, when.last, when.until, *when.also) for when in event.whens if len(when.day) == len(today)]
    open_end = any(when.repeat and not when.until for when in event.whens)
    return len(last) == len(event.whens) and max(last) < today and not open_end


def _reader(source: Source) -> Reader:
    """Return the reader. Each brings its library with it, so only that one is imported."""
    form = source.form()
    try:
        return _imported(form, source)
    except ImportError as error:
        raise Flaw(f"is read with {error.name}, which is not installed: pip install 'campanile-bot[import]'") from error


def _imported(form: Form, source: Source) -> Reader:
    if form is Form.CALENDAR:
        from reading.formats import calendar

        return calendar.read
    if form is Form.WORKBOOK:
        from reading.formats import workbook

        return workbook.read
    if form is Form.XML:
        from reading.formats import conference

        return conference.read
    from reading.formats import date_lists, delimited

    return date_lists.read if date_lists.looks_like(source) else delimited.read

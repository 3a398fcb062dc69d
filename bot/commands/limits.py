"""What authors cannot see by themselves: names that are everyday words, and what Telegram would not take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from html import unescape
from itertools import islice
from pathlib import Path
from typing import Literal

from msgspec import Struct

from answers.evaluation.review import Finding
from answers.language import text, vocabulary
from domain import languages, programmes
from domain.events.events import planned
from domain.feeds import Feed
from domain.files.yaml_file import YamlFile, read
from domain.files.yaml_tree import Location
from domain.programmes import Programme
from domain.reminders import Lead, Reminder
from messages import catalog
from messages.actions.residents.subscriptions import Resubscribe, SetLead, codes
from messages.events import event_cards
from messages.localizer import Localizer
from messages.message import Message
from messages.residents import reminder_texts

EVERYDAY = "everyday.yaml"
LONGEST = 4096
"""Characters of a message, as Telegram counts: without its tags."""
_A_LIST = 8

_Place = tuple[Location, str]


class _Everyday(Struct, frozen=True, forbid_unknown_fields=True):
    """Everyday words that places are called by, too."""

    words: vocabulary.WordSet


def findings(programme: Programme, directory: Path, year: int | None, now: datetime) -> Iterator[Finding]:
    document = read(directory / programmes.FILE)
    yield from _found(document, "warning", _everyday(programme))
    yield from _found(document, "error", _long_feeds(programme))
    yield from _found(document, "error", _long_texts(programme, year, now))


def _found(document: YamlFile, level: Literal["error", "warning"], places: Iterable[_Place]) -> Iterator[Finding]:
    for path, problem in places:
        error = document.error(path, problem)
        yield Finding(level, error.file, error.line, f"{error.field} {error.problem}")


# --- names ---


def _everyday(programme: Programme) -> Iterator[_Place]:
    """Find names that whoever asks may mean as a word: the bot would take it for the place.

    An alias is there because people say just that: "library" for the library.
    """
    known = {text.fold(each) for each in programme.everyday_names}
    for path, name in _names(programme):
        folded = text.fold(name)
        said_in = [language for language in programme.languages if folded in _words(language)]
        if said_in and folded not in known:
            yield path, f'"{name}" is an everyday word too ({", ".join(said_in)}): list it in everyday_names'


def _names(programme: Programme) -> Iterator[_Place]:
    for kind in ("areas", "venues"):  # of a kind it is the rule: paper, music
        for index, each in enumerate(getattr(programme, kind)):
            yield from (((kind, index, "name", *filter(None, [at])), name) for at, name in each.name.items())


@cache
def _words(language: str) -> frozenset[str]:
    file = languages.having(EVERYDAY).get(language)
    return vocabulary.of(language).grammar | (read(file).convert(_Everyday).words if file else frozenset())


# --- buttons ---


def _long_feeds(programme: Programme) -> Iterator[_Place]:
    """Find kinds whose button is too long together with the longest area in which they can be followed."""
    for index, kind in enumerate(programme.kinds):
        areas = {area for event in programme.events if kind.id in event.kinds for area in _areas(event.id, programme)}
        area = max(areas, key=len, default="")
        if not _fits(Feed(area, kind.id)):
            yield ("kinds", index, "id"), f'"{kind.id}" is too long for a button together with the area "{area}"'


def _areas(plan: str, programme: Programme) -> list[str]:
    known = programme.event(plan)
    venue = programme.venue(known.venue) if known else None
    return (known.areas if known else []) or ([venue.area] if venue else [])


def _fits(feed: Feed) -> bool:
    try:
        Resubscribe(str(feed), codes(Lead)).pack()
        SetLead(str(feed), max(Lead, key=len), 1).pack()
    except ValueError:
        return False
    return True


# --- texts ---


def _long_texts(programme: Programme, year: int | None, now: datetime) -> Iterator[_Place]:
    """Find events whose card is too long, and lists that would be if the longest came together."""
    words, plans = catalog.load(programme), {plan.id: index for index, plan in enumerate(programme.events)}
    events = [each.stored(number, now) for number, each in enumerate(planned(programme, year, now), 1)]
    first = list({event.plan: event for event in reversed(events)}.values())
    for language in programme.languages:
        voice = Localizer(words.words(language), programme)
        for event in first:
            if (size := _size(event_cards.card(event, True, voice, now))) > LONGEST and event.plan in plans:
                yield ("events", plans[event.plan]), f"makes a card of {size} characters in {language}; {_MOST}"
        lines = sorted(first, key=lambda event: len(event_cards.line(event, voice)), reverse=True)
        together = list(islice(lines, _A_LIST))
        told = [Reminder(event, Lead.DAY_BEFORE, now) for event in together]
        for what, message in (
            ("list", event_cards.listing(together, voice, now)),
            ("reminder", reminder_texts.reminder(told, voice, now) if told else Message("")),
        ):
            if (size := _size(message)) > LONGEST:
                yield ("events",), f"make a {what} of {size} characters in {language}; {_MOST}"


_MOST = f"Telegram takes {LONGEST}"


def _size(message: Message) -> int:
    """Return the length as Telegram counts it: in 16-bit units, without tags."""
    return len(unescape(re.sub(r"<[^>]*>", "", message.html)).encode("utf-16-le")) // 2

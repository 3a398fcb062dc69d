"""`campanile content new`: make a programme's folder by asking six questions."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.commands.written import write
from domain.files import yaml_file
from domain.languages import known
from domain.naming.nouns import grammar
from domain.programmes import FILE
from reading.drafts import DraftEvent, DraftProgramme, DraftVenue, DraftWhen
from reading.errors import Flaw, SourceError
from reading.ids import slug
from reading.tables.dates import Order, scan
from reading.tables.hours import spans
from reading.texts import short, zone_of
from reading.writing import rendering
from reading.writing.content import content

T = TypeVar("T")


@dataclass(frozen=True)
class FirstPlace:
    """The first area, venue and address, as far as they were said."""

    area: str = ""
    venue: DraftVenue | None = None


def make(folder: Path) -> str:
    """Ask, write the folder's `programme.yaml`, and return what to do next. Raise `SourceError`."""
    file = folder / FILE
    if yaml_file.present(file):
        raise SourceError(str(file), [Flaw("is there already: choose another name")])
    name = _asked(f"1. What is the programme called? [{folder.name}]", lambda text: short(text) or folder.name)
    languages = _asked(f"2. Which languages does it speak, its own first? ({', '.join(known())})", _languages)
    zone = _asked("3. In which time zone is it? (Europe/Rome)", _zone)
    words = {language: noun for language in languages if (noun := _asked(_word_asked(language), _word(language)))}
    place = _asked("5. Where is the first one? Town / place, address, as far as there are any:", _place)
    whens = _asked("6. When? Day and hours, if they are known: (2027-01-12 18:00-20:30)", _when)
    events = [DraftEvent(whens, area=place.area, venue=place.venue)] if whens else []
    head: dict[str, Any] = {"id": slug(folder.name) or "programme", "name": name, "time_zone": zone}
    head |= {"languages": languages, **_words(words, languages)}
    write(file, rendering.programme(head, content(DraftProgramme(events), {})))
    return f"{file}: written. Look at it, then: PROGRAMME_DIR={folder} campanile content check"


def _asked(question: str, answer: Callable[[str], T]) -> T:
    """Ask until there is a good answer; once, where the answers come from a pipe."""
    while True:
        try:
            return answer(input(f"{question} ").strip())
        except EOFError as error:
            raise SourceError("The answers", [Flaw(f'end before "{question}"')]) from error
        except Flaw as flaw:
            if not sys.stdin.isatty():
                raise SourceError(question, [flaw]) from flaw
            print(f"   That{flaw}.")


def _languages(text: str) -> list[str]:
    said = re.findall(r"\w+", text.lower())
    if not said:
        raise Flaw(" is no language")
    if strange := [each for each in said if each not in known()]:
        raise Flaw(f'"{strange[0]}" is no language that the bot speaks: {", ".join(known())}')
    return list(dict.fromkeys(said))


def _zone(text: str) -> str:
    if not text:
        raise Flaw("is no time zone like Europe/Rome")
    return zone_of(text)


def _word_asked(language: str) -> str:
    return f"4. What are its meetings called in {language}? {_word_form(language)}; nothing: as the bot says"


def _word_form(language: str) -> str:
    genders = _genders(language)
    return " / ".join(["one", "several", "|".join(genders)] if genders else ["one", "several"])


def _genders(language: str) -> list[str]:
    found = grammar(language)
    return found.genders if found else []


def _word(language: str) -> Callable[[str], Mapping[str, str]]:
    """Return what reads "visit / visits", with the gender where the language has one."""
    genders = _genders(language)

    def read(text: str) -> Mapping[str, str]:
        parts = [part.strip() for part in text.split("/")] if text else []
        if parts and (len(parts) != (3 if genders else 2) or (genders and parts[2] not in genders)):
            raise Flaw(f"is not written like {_word_form(language)}")
        return dict(zip(("one", "other", "gender"), parts, strict=False))

    return read


def _words(words: Mapping[str, Mapping[str, str]], languages: list[str]) -> dict[str, Any]:
    """Return the block of words: of all languages or of none, as a programme has to have them."""
    if not words:
        return {}
    if missing := [language for language in languages if language not in words]:
        raise SourceError("4.", [Flaw(f"the word is missing in {', '.join(missing)}")])
    return {"words": {"event": {language: dict(noun) for language, noun in words.items()}}}


def _place(text: str) -> FirstPlace:
    area, _, rest = (text if "/" in text or not text else f"{text}/").partition("/")
    name, _, address = rest.partition(",")
    area = short(area)
    venue = DraftVenue(short(name), area, short(address)) if name.strip() else None
    return FirstPlace(area, venue)


def _when(text: str) -> tuple[DraftWhen, ...]:
    if not text:
        return ()
    cell = scan(text)
    if len(cell.dates) != 1:
        raise Flaw("is not one day, like 2027-01-12")
    [written] = cell.dates
    if written.order is None and max(written.first, written.second) <= 12:
        raise Flaw("may be one of two days: write it like 2027-01-12")
    order = Order.DAY_FIRST if written.second <= 12 else Order.MONTH_FIRST
    hours = spans(cell.rest, beside_a_date=True) or [(None, None)]
    return tuple(DraftWhen(written.day(order), start=start, end=end) for start, end in hours)

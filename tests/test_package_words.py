"""What belongs to one programme stands in its content, and nowhere in the package."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import WECARE
from domain import languages, programmes

ROOT = Path(__file__).parent.parent
PACKAGE = (
    *("answers", "bot", "delivery", "domain", "handlers", "languages", "messages", "reading", "sandbox"),
    *("scheduler", "services", "speech", "storage", "web"),
)
KINDS = {".py", ".yaml", ".ftl", ".js", ".html", ".css"}
OURS = programmes.load(WECARE)
PLACES = ("Piemonte", "Piedmont", "Piémont", "Italia", "Italy", "Italie")
"""As countries: what is spoken there is a language's own word."""


def _names() -> list[str]:
    every = [OURS.name, *PLACES]
    every += [name for area in OURS.areas for name in (area.name, *area.aliases)]
    every += [body.name for body in OURS.bodies]
    return [str(name) for name in every if len(str(name)) > 5]


@pytest.mark.parametrize("folder", PACKAGE)
def test_the_package_names_nothing_of_one_programme(folder: str) -> None:
    names = re.compile(rf"\b({'|'.join(map(re.escape, _names()))})(?!\w)", re.IGNORECASE)
    found = []
    for file in sorted((ROOT / folder).rglob("*")):
        if file.suffix in KINDS and "migrations" not in file.parts:
            found += [(file.name, each[0]) for each in names.finditer(file.read_text(encoding="utf-8"))]
    assert found == []


def test_what_the_bot_says_knows_no_measures_bodies_or_numbers_to_call() -> None:
    """Their words are in `nouns.yaml`, where a programme has others; the number is the programme's."""
    own = re.compile(r"\b(misur[ae]|mesures?|measures?|bod(?:y|ies)|112|113|115|118|999)\b", re.IGNORECASE)
    answers, messages = languages.having(languages.ANSWERS), languages.having(languages.MESSAGES)
    files = [*answers.values(), *(file for folder in messages.values() for file in folder.glob("*.ftl"))]
    assert len(files) > 40
    said = [(file, line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert [(file.name, line) for file, line in said if own.search(re.sub(r"\{[^}]*\}|^#.*|^[\w-]+ =", "", line))] == []

"""A programme beyond every limit of Telegram's lists: 112 areas and 144 events with the longest names."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.content.loaded_content import LoadedContent
from bot.settings import WECARE
from domain import programmes
from domain.announcements import templates
from messages import catalog

AREAS, EVENTS = 112, 144
HOSTILE = "<b>&\"'</b> 🔔🎉 san pietro val lemina "


def area(number: int) -> str:
    """An id of 32 characters, the longest there may be."""
    return f"{'t' * 28}-{number:03}"


def name(number: int, what: str = "Borgo", length: int = 100) -> str:
    return f"{what} {number:03} {HOSTILE * 9}"[:length].strip()


def many(folder: Path, **sizes: Any) -> LoadedContent:
    """In `folder`, a programme's; the answers are those that the bot comes with."""
    areas, events = sizes.get("areas", AREAS), sizes.get("events", EVENTS)
    shutil.copytree(WECARE / "answers", folder / "answers")
    shutil.copy(WECARE / templates.FILE, folder / templates.FILE)
    first = date(2027, 10, 10)
    programme = {
        "id": "many",
        "name": name(0, "Programma"),
        "time_zone": "Europe/Rome",
        "languages": ["it", "en", "fr"],
        "areas": [{"id": area(n), "name": name(n), "aliases": [f"b{n}"]} for n in range(areas)],
        "venues": [
            {"id": f"v{n}", "area": area(n % areas), "name": name(n, "Sala"), "address": name(n, "via")}
            for n in range(areas * 2)
        ]
        + [{"id": f"w{n}", "area": area(0), "name": name(n, "Sala"), "address": name(n, "via")} for n in range(30)],
        "events": [
            {
                "id": f"e{n}",
                "area": area(n % areas),
                "venue": f"v{n % areas}",
                "when": {"date": str(first + timedelta(days=n // 8)), "start": "18:00", "end": "20:00"},
            }
            for n in range(events)
        ],
    }
    (folder / "programme.yaml").write_text(yaml.safe_dump(programme, allow_unicode=True), encoding="utf-8")
    read = programmes.load(folder)
    return LoadedContent(read, catalog.load(read), templates.load(read, folder))

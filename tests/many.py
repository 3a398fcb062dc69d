"""A programme as large as one may become: 120 towns and 300 events with the longest names."""

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

TOWNS, EVENTS = 120, 300
HOSTILE = "<b>&\"'</b> 🔔🎉 san pietro val lemina "


def town(number: int) -> str:
    """An id of 32 characters, the longest there may be."""
    return f"{'t' * 28}-{number:03}"


def name(number: int, what: str = "Borgo", length: int = 100) -> str:
    return f"{what} {number:03} {HOSTILE * 9}"[:length].strip()


def many(folder: Path, **sizes: Any) -> LoadedContent:
    """In `folder`, a programme's; the answers are those that the bot comes with."""
    towns, events = sizes.get("towns", TOWNS), sizes.get("events", EVENTS)
    shutil.copytree(WECARE / "answers", folder / "answers")
    shutil.copy(WECARE / templates.FILE, folder / templates.FILE)
    first = date(2027, 10, 10)
    programme = {
        "id": "many",
        "name": name(0, "Programma"),
        "time_zone": "Europe/Rome",
        "languages": ["it", "en", "fr"],
        "towns": [{"id": town(n), "name": name(n), "aliases": [f"b{n}"]} for n in range(towns)],
        "venues": [
            {"id": f"v{n}", "town": town(n % towns), "name": name(n, "Sala"), "address": name(n, "via")}
            for n in range(towns * 2)
        ]
        + [{"id": f"w{n}", "town": town(0), "name": name(n, "Sala"), "address": name(n, "via")} for n in range(30)],
        "events": [
            {
                "id": f"e{n}",
                "town": town(n % towns),
                "venue": f"v{n % towns}",
                "date": str(first + timedelta(days=n // 8)),
                "start": "18:00",
                "end": "20:00",
            }
            for n in range(events)
        ],
    }
    (folder / "programme.yaml").write_text(yaml.safe_dump(programme, allow_unicode=True), encoding="utf-8")
    read = programmes.load(folder)
    return LoadedContent(read, catalog.load(read), templates.load(read, folder))

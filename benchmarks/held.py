"""How long one person's text holds everybody up: `python -m benchmarks.held [COUNT]`.

200 texts of 4,096 characters go to every prompt, to commands, and in as questions. Counted is the processor
time of the loop's thread between two turns of the loop, so that a busy machine counts for nothing.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from telegram import Update

from benchmarks import people
from benchmarks.people import FIRST, Instant, Shifted, Writing
from benchmarks.updates import Unpaced
from bot.app import App
from bot.service import collect_seldom
from bot.settings import Settings
from domain.announcements.announcements import Announcement, AnnouncementState, Content
from domain.residents.allowance import Allowance
from handlers.announcements import amendments, drafts, links, schedule
from sandbox.api.telegram import TOKEN
from services.events import editing
from services.residents import attendance, mute
from services.team import inbox, invites
from storage.announcements import announcements
from storage.events import event_changes, events
from storage.people import conversations

NOW = datetime(2027, 10, 9, 10, 0, tzinfo=ZoneInfo("Europe/Rome"))
WANTED, SIZE, SUBJECT = 0.050, 4096, 1
COMMANDS = ("/chiedi", "/annuncia", "/incontri", "/start", "/invita")
EVENT = [editing.EXPECTS + name for name in ("day", "hours", "when", "note", "newvenue", "address")]
DRAFT = [f"{name}:1:day" for name in (drafts.CONTENT, schedule.TIME, schedule.UNTIL, links.LINK, amendments.TEXT)]
OTHERS = [attendance.COMMENT, inbox.ANSWER, invites.NAME, mute.DAY]
UNITS = [
    *r"1|12 |1/1 |23.10.2027 |18:30 |1,1|1.|1h|1h30 |18-20 |6pm |p.m. |e|e 1 |e e |1e1|è |?|!|...|,".split("|"),
    *r" |- |— |a - |<b>|&amp;|'|d'|(|[|$|\|/a |#a |@a |http://a.b |parola |ciao |grazie |aiuto ".split("|"),
    *r"112 |misura 4 |domani |lunedì |dalle 18 alle 20 |un'ora e mezza dopo |pinerolo |pinerollo ".split("|"),
    *r"Torre Pellice |perosaargentina|quando è l'incontro a pinerolo? |🙂|🇮🇹|a|A|ab |aaaaaaaa|０|²".split("|"),
    *"\n|\t|\u200b|\u00a0|e\u0301|ﬃ|İ|ا|中|я |x y |qwrtp".split("|"),
]


def texts(count: int) -> list[str]:
    """Return each unit over and over, then mixtures, the same every time."""
    chosen, found = random.Random(7), [(unit * SIZE)[:SIZE] for unit in UNITS]
    while len(found) < count:
        few = chosen.sample(UNITS, chosen.randint(2, 12))
        found.append("".join(chosen.choice(few) for _ in range(SIZE))[:SIZE])
    return found[:count]


class Watch:
    """The longest that the loop's thread worked without a turn of the loop."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def run(self) -> None:
        before = time.thread_time()
        while True:
            await asyncio.sleep(0)
            now = time.thread_time()
            self.longest, before = max(self.longest, now - before), now


async def prepared(at_work: App) -> None:
    """Make a draft and a change of an event, for the prompts to be about."""
    await people.fill(at_work.settings.database_url, 1, NOW)
    await at_work.open()
    await at_work.application.initialize()
    at_work.catalog.read_all()
    await at_work.loader.fill(await at_work.loader.read())
    async with at_work.database.begin() as session:
        content = {"it": Content("Sportello aperto")}
        draft = Announcement(SUBJECT, 1, FIRST, AnnouncementState.DRAFT, content, due_at=NOW)
        await announcements.add(session, draft, NOW)
        await event_changes.begin(session, FIRST, (await events.every(session))[0], NOW)


async def held(at_work: App, watch: Watch, expects: str | None, update: Update) -> float:
    async with at_work.database.begin() as session:
        await conversations.expect(session, FIRST, expects, SUBJECT if expects else None, NOW)
    await asyncio.sleep(0)
    watch.longest = 0.0
    await at_work.application.process_update(update)
    await asyncio.sleep(0)
    return watch.longest


async def measure(folder: Path, count: int) -> bool:
    settings = Settings(
        telegram_bot_token=TOKEN,
        database_url=people.url(folder),
        programme_year=2027,
        owner_ids=frozenset({FIRST}),
    )
    clock, writing, watch = Shifted(NOW), Writing(), Watch()
    at_work = App(settings, clock, Instant(), Unpaced(clock), floods=Allowance(10**6, timedelta(seconds=1)))
    await prepared(at_work)
    for text in texts(20):  # what is loaded and compiled once
        await at_work.application.process_update(Update.de_json(writing.says(FIRST, text), at_work.bot))
    collect_seldom()
    task, worst = asyncio.create_task(watch.run()), 0.0
    ways = [(None, ""), *((None, f"{command} ") for command in COMMANDS)]
    for expects, before in ways + [(prompt, "") for prompt in (*EVENT, *DRAFT, *OTHERS)]:
        found = []
        for text in texts(count):
            update = Update.de_json(writing.says(FIRST, (before + text)[:SIZE]), at_work.bot)
            found.append((await held(at_work, watch, expects, update), text[:24]))
        longest, text = max(found)
        worst = max(worst, longest)
        print(f"  {expects or before or 'a question':24}{longest * 1000:8.1f} ms   {text!r}", flush=True)
    task.cancel()
    await at_work.stop()
    print(f"  the longest: {worst * 1000:.0f} ms, wanted {WANTED * 1000:.0f} ms")
    return worst <= WANTED


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as name:
        sys.exit(not asyncio.run(measure(Path(name), count)))


if __name__ == "__main__":
    main()

"""A small world for journeys: people, a pretend Telegram, a clock, and the whole bot between them.

Everything goes through the front door: an update in, the bot's calls out, a real database, a given clock.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32
from zoneinfo import ZoneInfo

from fluent.syntax import FluentParser, ast
from telegram._utils.defaultvalue import DEFAULT_NONE
from telegram.request import BaseRequest, RequestData

from answers import knowledge
from answers.engine import Engine
from answers.meaning import Encoder
from bot.app import App
from bot.content import loaded_content
from bot.content.loaded_content import LoadedContent
from bot.settings import WECARE, Settings
from delivery.rate_limiter import RateLimiter
from delivery.responses import NotSent, Uncertain, checked
from domain.programmes import Programme
from domain.residents.allowance import Allowance
from sandbox.api.refusals import ConnectionCut, Stranger
from sandbox.api.telegram import TOKEN, Telegram
from sandbox.people.groups import GroupChat
from sandbox.people.messages import SentMessage, UploadedFile
from sandbox.people.people import Person
from speech.listener import Listener
from storage.models import OrganiserRow
from tests.spared_jobs import spared

ROME = ZoneInfo("Europe/Rome")
MONICA = 5_000_001_001
ANNA = 5_000_002_001
PIAZZA = -1001234567890


def rome(text: str) -> datetime:
    """ "2027-10-15 18:00" on a wall clock in Rome."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=ROME).astimezone(UTC)


_parse = FluentParser.parse


@cache
def _parsed_once(text: str, with_spans: bool) -> ast.Resource:
    """The bot's words are the same in every world, and parsing them took most of the time of a world of its own."""
    return _parse(FluentParser(with_spans=with_spans), text)


def _parse_once(self: FluentParser, source: str) -> ast.Resource:
    return _parsed_once(source, self.with_spans)


setattr(FluentParser, "parse", _parse_once)  # noqa: B010 (mypy)


@cache
def content() -> LoadedContent:
    """Read once: it never changes."""
    return loaded_content.load(WECARE)


@cache
def engine() -> Engine:
    programme = content().programme
    built = knowledge.load(programme, WECARE).engine(programme)
    gc.freeze()  # a million objects that live as long as the tests: not to be looked through again and again
    return built


_engines: dict[tuple[str, ...], Engine] = {}
"""The last few, by the programme and the text of its answers: many tests write the same small folder."""
KEPT_ENGINES = 12


def answering(programme: Programme, folder: Path) -> Engine:
    """Return the engine of a folder; the same content is built once."""
    answers = (f"{file.name}: {crc32(file.read_bytes())}" for file in sorted((folder / "answers").glob("*")))
    key = (repr(programme), *answers)
    if key not in _engines:
        if len(_engines) == KEPT_ENGINES:
            _engines.pop(next(iter(_engines)))
        _engines[key] = knowledge.load(programme, folder).engine(programme)
    return _engines[key]


class Moment:
    """A clock that stands still until moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


class PretendRequest(BaseRequest):
    """The library's transport, straight into the pretend Telegram."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = DEFAULT_NONE,
        write_timeout: Any = DEFAULT_NONE,
        connect_timeout: Any = DEFAULT_NONE,
        pool_timeout: Any = DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        if method == "GET":
            return 200, self._telegram.files[url.split("/")[-2]].content
        params = dict(request_data.parameters) if request_data else {}
        files = {
            name: UploadedFile(content[0], content[1] if isinstance(content[1], bytes) else b"", content[2])
            for name, content in (request_data.multipart_data if request_data else {}).items()
        }
        try:
            reply = await self._telegram.call(url.rsplit("/", 1)[1], params, files)
        except ConnectionCut as cut:
            raise (Uncertain("cut") if cut.accepted else NotSent("cut")) from None
        except Stranger as stranger:
            return checked(stranger.status, stranger.page)
        return checked(reply.status, json.dumps(reply.body).encode())


class World:
    """`anna`, `marco`: residents; `monica`: the organiser. `settle` lets the bot finish what it has to do.

    `said`: other content than the We.Ca.Re. programme's, of the folder `programme_dir`. `listener`: what hears people.
    `encoder`: what tells the meaning of their words.
    """

    def __init__(
        self,
        database_url: str,
        at: datetime | None = None,
        said: LoadedContent | None = None,
        listener: Listener | None = None,
        encoder: Encoder | None = None,
        **settings: Any,
    ) -> None:
        self.said, self.listener, self.encoder = said, listener, encoder
        self.clock = Moment(at or rome("2027-10-09 10:00"))
        self.telegram = Telegram(now=self.clock)
        values: dict[str, Any] = {
            "telegram_bot_token": TOKEN,
            "database_url": database_url,
            "owner_ids": frozenset({MONICA}),
            "programme_year": 2027,
        }
        self.settings = Settings(**(values | settings))
        # A clock that stands still gives nothing back: people of a story may write as much as it takes.
        self.floods: Allowance | None = Allowance(100_000, timedelta(seconds=1))
        self.app = self.another_app()
        self.anna = self.telegram.person(ANNA, "Anna")
        self.marco = self.telegram.person(5_000_002_002, "Marco")
        self.monica = self.telegram.person(MONICA, "Monica")
        self._groups: dict[int, GroupChat] = {}

    def another_app(self) -> App:
        """A process of its own on the same database and Telegram; not opened."""
        pace = RateLimiter(self.clock, quiet=0, gap=0)
        read = content() if self.settings.programme_dir == WECARE else self.said
        telegram = PretendRequest(self.telegram)
        app = App(self.settings, self.clock, telegram, pace, read, self.floods, self.listener, encoder=self.encoder)
        self.jobs = app.clock.jobs
        # Housekeeping looks at the files of the programme; only those of a test's own change.
        app.clock.jobs = spared(self.jobs, () if self.settings.programme_dir == WECARE else ("housekeeping",))
        return app

    def group(self, chat_id: int = PIAZZA, title: str = "Piazza") -> GroupChat:
        """A group, made when first asked for; the bot is not in it before `add_bot`."""
        if chat_id not in self._groups:
            self._groups[chat_id] = self.telegram.group(chat_id, title)
        return self._groups[chat_id]

    async def open(self, built: Engine | None = None) -> None:
        """`built`: the index of what is said, when there is one already."""
        await self.app.open()
        await self.app.application.initialize()
        await self.app.sender.start()
        if built is None:
            built = engine() if self.said is None else answering(self.said.programme, self.settings.programme_dir)
        await self.app.loader.put(built)

    async def close(self) -> None:
        await self.app.stop()

    async def restart(self) -> None:
        """End the process and begin another on the same database."""
        await self.close()
        self.app = self.another_app()
        await self.open()

    async def settle(self) -> None:
        """Hand over what people did; do what is due; send what is to be sent."""
        await self.answer()
        await self.app.settle()

    async def answer(self) -> None:
        """Only the answers to what people did."""
        while updates := await self.app.poller.ask(0):
            for update in updates:
                await self.app.intake.take(update)

    async def travel(self, to: str | datetime) -> None:
        """Go straight to a moment; a story names those at which something is due."""
        self.clock.at = rome(to) if isinstance(to, str) else to
        await self.settle()

    async def wait(self, seconds: float = 11) -> None:
        """Let time pass; by default until what was confirmed has gone out."""
        await self.travel(self.clock.at + timedelta(seconds=seconds))

    async def announce(self, text: str, *buttons: str) -> SentMessage:
        """Monica writes an announcement, presses the buttons and sees the panel; "✅" confirms it."""
        await self.say(self.monica, "/annuncia", text)
        return await self.press(self.monica, *buttons) if buttons else self.monica.last

    async def organiser(self, person: Person, areas: Sequence[str] = ()) -> None:
        """As if invited, for these areas only or for all."""
        await self.say(person, "/start")
        row = OrganiserRow(
            chat_id=person.id,
            role="organiser",
            areas=list(areas),
            name=person.user["first_name"],
            since=self.clock.at,
        )
        async with self.app.database.begin() as session:
            session.add(row)

    async def say(self, person: Person, *texts: str) -> SentMessage:
        """What the bot replies to the last of the texts."""
        for text in texts:
            person.say(text)
            await self.settle()
        return person.last

    async def press(self, person: Person, *buttons: str) -> SentMessage:
        for button in buttons:
            person.press(button)
            await self.settle()
        return person.last

    async def follow(self, person: Person, area: str) -> SentMessage:
        """Open the bot from the area's link, and ask to be told."""
        person.start(area)
        await self.settle()
        return await self.press(person, "🔔")


def texts(person: Person) -> list[str]:
    """Everything the bot has said to a person and is still there to read."""
    return [message.text for message in person.messages if message.from_bot]


def received(person: Person, words: str) -> int:
    """How many of the bot's messages contain the words."""
    return sum(words in text for text in texts(person))

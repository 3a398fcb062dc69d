"""The whole bot: open, start and stop its parts, in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.request import BaseRequest

from answers.engine_holder import EngineHolder
from answers.knowledge import Knowledge
from answers.meaning import Encoder
from bot import profile, wiring
from bot.beside import beside, in_turn
from bot.content import loaded_content, programme_events
from bot.content.knowledge_loader import KnowledgeLoader
from bot.content.loaded_content import LoadedContent
from bot.health.checks import Checks
from bot.health.figures import Meter, UpdateCounts
from bot.settings import Settings, SettingsError
from bot.updates.intake import Intake
from bot.updates.polling import Poller
from bot.updates.webhook import Webhook
from delivery.outage import LISTENING, Outage
from delivery.rate_limiter import RateLimiter
from delivery.sender import Sender
from domain.delivery import MessageKind
from domain.figures import Figures
from domain.files.yaml_file import ContentError
from domain.readiness import Readiness
from domain.residents.allowance import Allowance
from domain.team.organisers import Role
from handlers.context import Services
from messages.localizer import Localizer
from messages.message import Html, Message
from scheduler.job_clock import JobClock
from scheduler.reminders import Reminders
from speech.listener import Listener
from storage import database, handled_updates, schema
from storage.database import Database
from storage.outbox import queue
from storage.people import residents
from storage.team import organisers

if TYPE_CHECKING:
    from web.server import WebServer

log = logging.getLogger(__name__)

LONGEST_WAIT = 60.0
PUBLISH_AGAIN = 60.0
"""Seconds to the next try when the profile could not be published; each wait is twice the one before."""

ANSWERS_WITHIN = 2.0
"""Seconds that who was heard already has left to be answered when the bot is told to stop."""

Now = Callable[[], datetime]


def wall_clock() -> datetime:
    return datetime.now(UTC)


class App:
    """The whole bot. `open` prepares it, `start` lets it listen and send, `stop` ends it in good order."""

    def __init__(
        self,
        settings: Settings,
        now: Now = wall_clock,
        request: BaseRequest | None = None,
        pace: RateLimiter | None = None,
        content: LoadedContent | None = None,
        floods: Allowance | None = None,
        listener: Listener | None = None,
        connections: int = database.POOL_SIZE,
        encoder: Encoder | None = None,
    ) -> None:
        """Raise `ContentError` or `DatabaseError`: nothing starts on wrong content or without a database."""
        database.prepare(settings.database_url)
        self.settings, self.now = settings, now
        content = content or loaded_content.load(settings.programme_dir)
        self.programme, self.catalog = content.programme, content.catalog
        self.database = Database(settings.database_url, self.programme.id, connections)
        holder = EngineHolder()
        self.loader = KnowledgeLoader(self.programme, settings.programme_dir, self.database, holder)
        self.loader.on_broken = self._tell_broken
        self._pace = pace or RateLimiter(now, paid=settings.paid_broadcast)
        self.may_call: Callable[[], bool] = lambda: True
        """Whether this process is surely the only one that calls Telegram for the bot."""
        self.bot = wiring.bot(settings, self._pace, request, may_call=lambda: self.may_call())
        self.outage = Outage(now)
        self.outage.on_over = self._after_outage
        self.sender = Sender(self.bot, self._pace, self.database, now, outage=self.outage)
        self.sender.on_objection = self._after_objection
        self.services = self._services(content, holder, floods, listener, encoder)
        heard = UpdateCounts(wiring.UPDATES)
        self.application = wiring.application(self.bot, self.services, heard)
        self.intake = Intake(self.application.process_update, self._write_handled, lambda: self.may_call())
        self.poller = Poller(self.bot, wiring.UPDATES, self.intake, self.outage)
        self.stands_by = False
        """Whether another process is the database's bot."""
        self.webhook = self._webhook() if settings.public_url.startswith("https:") else None
        self._opened = False
        self._reading: asyncio.Task[Knowledge] | None = None
        self._listening: asyncio.Task[None] | None = None
        self._stirred = False
        self._tasks: set[asyncio.Task[Any]] = set()
        context = wiring.job_context(self.services)
        self._reminders = Reminders(context)
        jobs = wiring.jobs(context, settings, content.prepared, self._reminders, self.loader.refresh)
        self.clock = JobClock(jobs, now, lambda: self.database.written)
        self._observe(holder, heard)

    def _observe(self, holder: EngineHolder, heard: UpdateCounts) -> None:
        """Say from outside how it is: what each part does, figures, and the pages."""
        self._checks = Checks(
            database=self.database, holder=holder, outage=self.outage, clock=self.clock, sender=self.sender
        )
        self._meter = Meter(
            heard=heard,
            answered=self.services.answered,
            sender=self.sender,
            pace=self._pace,
            clock=self.clock,
            database=self.database,
            now=self.now,
        )
        self.site = wiring.site(
            self.settings,
            self.services,
            serves=lambda: self._opened,
            webhook=self.webhook,
            readiness=self.readiness,
            figures=self.figures,
        )
        self.web: WebServer | None = None

    def _webhook(self) -> Webhook:
        return Webhook(self.bot, wiring.UPDATES, self.intake, self.outage, self.settings.public_url)

    def _services(
        self,
        content: LoadedContent,
        holder: EngineHolder,
        floods: Allowance | None,
        listener: Listener | None,
        encoder: Encoder | None,
    ) -> Services:
        return wiring.services(
            self.settings,
            content,
            self._hooks(),
            database=self.database,
            holder=holder,
            now=self.now,
            floods=floods,
            listener=listener,
            encoder=encoder,
        )

    def _hooks(self) -> wiring.Hooks:
        """Return the calls into the running app, for handlers and jobs."""
        return wiring.Hooks(
            username=self._username,
            wake=self._wake,
            nudge=self._nudge,
            learn=self.loader.learn,
            show_menu=self._show_menu,
        )

    async def serve(self) -> None:
        """Answer over HTTP, where the settings say so. Raise `SettingsError` if nobody can listen there."""
        if self.site is not None:
            self.web = await wiring.served(self.site, self.settings)

    async def readiness(self) -> Readiness:
        """Return whether every part does its work."""
        return await self._checks.look(stands_by=self.stands_by)

    async def figures(self) -> Figures:
        """Return what was counted, and what waits."""
        return await self._meter.read(await self.readiness(), owns=self._opened)

    async def _read(self) -> Knowledge:
        """Read words and answers. Raise `ContentError` if they are wrong."""
        await in_turn(self.catalog.read_all)
        return await self.loader.read()

    def prepare(self) -> None:
        """Begin to read what takes no database, so that who stands by begins sooner."""
        self._reading = asyncio.create_task(self._read())

    async def open(self) -> None:
        """Bring database and events up to date. Raise `DatabaseError` if that is impossible."""
        await schema.upgrade(self.database)
        async with self.database.read() as session:
            self.intake.remember(await handled_updates.load(session))
        await programme_events.settle(self.database, self.programme, self.settings.programme_year, self.now())
        # What was held up while the bot was down must be put right before anything is sent.
        await self._reminders.tick(self.now())
        self._opened = True

    async def start(self) -> None:
        """Start to listen, then everything else. Raise `ContentError` if the answers are wrong."""
        await self._reach_telegram()
        await self.application.initialize()
        self._listening = asyncio.create_task((self.webhook or self.poller).listen())
        # Words and answers are read concurrently with the first getUpdates, not before it: the bot listens at once.
        await self.begin_work(await (self._reading or self._read()))

    async def begin_work(self, known: Knowledge) -> None:
        """Start everything besides listening."""
        self._spawn(self.loader.fill(known))
        if self.services.encoder is not None:
            self._spawn(beside(self.services.encoder.prepare))
        await self.sender.start()
        self.clock.start()
        self._spawn(self._publish_profile())

    async def knows(self) -> None:
        """Return once questions can be answered."""
        await self.services.holder.engine()

    async def _reach_telegram(self) -> None:
        """Try until Telegram answers: the bot may start before the network. Raise `SettingsError` for a wrong token."""
        wait = 1.0
        while True:
            try:
                await self.bot.initialize()
                self.outage.reached(LISTENING)  # the first poll may be silent for half a minute
                return
            except InvalidToken as error:
                raise SettingsError("TELEGRAM_BOT_TOKEN was refused by Telegram: check it.") from error
            except (NetworkError, TelegramError) as error:
                log.warning("Telegram cannot be reached (%s); trying again in %.0f s", error, wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def stop(self) -> None:
        """Stop polling, finish the updates in hand and record claimed deliveries. Unsent messages stay queued.

        Jobs and answers may take two more seconds, pages three, the sender five, all at the same time. Updates that
        were not handled are not confirmed to Telegram, so they come again.
        """
        self.intake.close()
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        last_answers = self.intake.stop(ANSWERS_WITHIN)
        await asyncio.gather(self.clock.stop(), self.sender.stop(), last_answers, self._last_pages())
        if self._listening is not None and self.webhook is None:
            await self.poller.confirm()
        if self.services.listener is not None:
            self.services.listener.close()
        unfinished = [*self._tasks, *filter(None, [self._reading])]
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)
        await self.application.shutdown()
        await self.database.close()

    async def _last_pages(self) -> None:
        if self.web is not None:
            await self.web.stop()

    async def settle(self) -> None:
        """Run every job until nothing new is queued, and wait until all is sent: for tests and travel in time."""
        before = -1
        while self._stirred or self.sender.attempts != before:  # some jobs report the last delivery
            self._stirred, before = False, self.sender.attempts
            await self.clock.tick()
            await self.sender.idle()

    async def _write_handled(self, numbers: list[int]) -> None:
        async with self.database.begin() as session:
            await handled_updates.keep(session, numbers)

    def _username(self) -> str:
        """Return the bot's user name, empty until Telegram was reached; nothing is sent before that."""
        try:
            return self.bot.username
        except RuntimeError:
            return ""

    def _wake(self) -> None:
        self._stirred = True
        self.sender.wake()

    def _nudge(self, at: datetime) -> None:
        self.clock.nudge(at)

    def _spawn(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(_report_failure)

    async def _publish_profile(self) -> None:
        wait = PUBLISH_AGAIN
        while not await self._profile_published():
            await asyncio.sleep(wait)
            wait *= 2

    async def _profile_published(self) -> bool:
        published = await profile.describe(self.bot, self.catalog, self.programme)
        async with self.database.read() as session:
            ids = list(await organisers.addressees(session, self.services.owners, Role.HELPER))
        for chat_id in ids:
            await self._show_menu(chat_id)
        return published

    async def _show_menu(self, chat_id: int) -> None:
        """Give a chat the menu of its role, in its language."""
        async with self.database.read() as session:
            organiser = await organisers.one(session, chat_id)
            language = await residents.language(session, chat_id)
        role = Role.OWNER if chat_id in self.services.owners else organiser.role if organiser else None
        await profile.show_menu(self.bot, chat_id, role, self.catalog.words(language or self.catalog.default))

    async def _tell_broken(self, error: ContentError) -> None:
        await self._tell_owners(MessageKind.BROKEN, lambda voice: voice.words("knowledge-broken", problem=str(error)))

    def _after_outage(self, since: datetime, until: datetime) -> None:
        def words(voice: Localizer) -> Html:
            begin, end = voice.moment(since, until), voice.clock(until)
            return voice.words("telegram-was-out-of-reach", since=begin, until=end)

        self._spawn(self._tell_owners(MessageKind.OUTAGE, words))

    def _after_objection(self) -> None:
        """Tell the owners, once a day."""
        key = f"objection:{self.now().astimezone(self.programme.zone).date()}"
        self._spawn(self._tell_owners(MessageKind.OUTAGE, lambda voice: voice.words("something-refuses"), key))

    async def _tell_owners(self, kind: MessageKind, words: Callable[[Localizer], Html], key: str = "") -> None:
        now = self.now()
        key = key or f"{kind}:{int(now.timestamp())}"

        def message(language: str) -> queue.OutboxMessage:
            told = Message(words(self.services.voice(language)))
            return queue.OutboxMessage(key, kind, None, language, "sendMessage", told.payload)

        async with self.database.begin() as session:
            owners = await organisers.addressees(session, self.services.owners, Role.OWNER)
            await queue.tell(session, owners, message, now, now)
        self._wake()


def _report_failure(task: asyncio.Task[Any]) -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("%s failed", task.get_coro(), exc_info=task.exception())

"""The composition root: pure construction of the app's parts; nothing runs here."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from telegram import Update
from telegram.ext import Application, ContextTypes, ExtBot, TypeHandler
from telegram.request import BaseRequest

import handlers
from answers.engine_holder import EngineHolder
from answers.meaning import Encoder
from bot import errors
from bot.beside import beside
from bot.content.loaded_content import LoadedContent
from bot.encoder import chosen
from bot.health.figures import UpdateCounts
from bot.settings import Settings, SettingsError
from bot.updates.webhook import Webhook
from delivery.rate_limiter import Lane, RateLimiter
from delivery.transport import AiohttpRequest
from domain.announcements.templates import Prepared
from domain.calendar import QuietHours
from domain.figures import Answered, Figures
from domain.readiness import Readiness
from domain.residents.allowance import Allowance
from handlers.context import Context, Services, Shared
from scheduler.announcements.amendments import AmendmentReports
from scheduler.announcements.announcements import Announcements
from scheduler.announcements.templates import Templates
from scheduler.backups import Backups
from scheduler.events.attendance import AttendanceJob
from scheduler.events.date_confirmation import DateConfirmation
from scheduler.events.event_changes import EventChanges
from scheduler.events.events import Events
from scheduler.housekeeping import Housekeeping
from scheduler.job_clock import Job
from scheduler.job_context import JobContext
from scheduler.refusals import Refusals
from scheduler.reminders import Reminders
from scheduler.retention import Retention
from speech import whisper
from speech.listener import Listener
from storage.database import Database

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from web.server import WebServer

log = logging.getLogger(__name__)

UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.INLINE_QUERY,
]
AT_ONCE = 30
"""Messages of one person that are taken at once; afterwards one a second."""
INLINE_AT_ONCE, INLINE_A_SECOND = 100, 30
"""Inline queries of all people together that are answered; the others are dropped at once."""
HINT_EVERY = timedelta(minutes=5)
"""How often a chat is told that only text is understood."""

SECOND, MINUTE, QUARTER = timedelta(seconds=1), timedelta(minutes=1), timedelta(minutes=15)


@dataclass(frozen=True, kw_only=True)
class Hooks:
    """Calls into the running app, for handlers and jobs.

    `wake` tells the sender of new rows, `nudge(at)` runs the jobs at a moment, `learn` takes learned answers into the
    engine, `show_menu(chat_id)` sends the commands of the chat's role.
    """

    username: Callable[[], str]
    wake: Callable[[], None]
    nudge: Callable[[datetime], None]
    learn: Callable[[], Awaitable[None]]
    show_menu: Callable[[int], Awaitable[None]]


def bot(
    settings: Settings, limiter: RateLimiter, request: BaseRequest | None, *, may_call: Callable[[], bool]
) -> ExtBot[Lane]:
    """Return the library's bot over our transport and rate limiter."""
    return ExtBot(
        settings.telegram_bot_token,
        base_url=f"{settings.telegram_api_url}/bot",
        base_file_url=f"{settings.telegram_api_url}/file/bot",
        request=request or AiohttpRequest(may_call=may_call),
        # A poll that was held while this process was frozen tells of what is another one's by now.
        get_updates_request=request or AiohttpRequest(may_call=may_call, may_hear=may_call),
        rate_limiter=limiter,
    )


def services(
    settings: Settings,
    content: LoadedContent,
    hooks: Hooks,
    *,
    database: Database,
    holder: EngineHolder,
    now: Callable[[], datetime],
    floods: Allowance | None,
    listener: Listener | None,
    encoder: Encoder | None,
) -> Services:
    """Return the services of every handler.

    `floods` replaces all limits of what people may send, `listener` and `encoder` those that the settings ask for.
    """
    return Services(
        programme=content.programme,
        catalog=content.catalog,
        database=database,
        holder=holder,
        quiet=QuietHours(*settings.quiet, content.programme.zone),
        owners=settings.owner_ids,
        sunset_days=settings.sunset_days,
        approval_above=settings.approval_above,
        clock=now,
        username=hooks.username,
        wake=hooks.wake,
        nudge=hooks.nudge,
        learn=hooks.learn,
        show_menu=hooks.show_menu,
        floods=Allowance(AT_ONCE, SECOND) if floods is None else floods,
        hints=Allowance(1, HINT_EVERY),
        inline=Allowance(INLINE_AT_ONCE, SECOND / INLINE_A_SECOND) if floods is None else floods,
        shared=Shared(),
        answered=Answered(),
        listener=listener or _listener(settings, content),
        encoder=encoder or chosen(settings),
    )


def _listener(settings: Settings, content: LoadedContent) -> Listener | None:
    """Return what hears voice messages; None without a model, or without the library that it takes."""
    if settings.speech_model is None:
        return None
    if not whisper.possible():
        log.warning("SPEECH_MODEL is set, but nothing can use it: pip install 'campanile-bot[voice]'")
        return None
    programme = content.programme
    names = [programme.name, *(area.name for area in programme.areas)]
    said = dict.fromkeys(programme.say(name, language) for name in names for language in programme.languages)
    return Listener(partial(whisper.load, str(settings.speech_model), tuple(programme.languages), ", ".join(said)))


def application(
    bot: ExtBot[Lane], services: Services, heard: UpdateCounts
) -> Application[Any, Context, Any, Any, Services, Any]:
    """Return the library's application with our handlers, without its scheduler, its poller and its queue."""
    # The library would make bot_data by calling its type; ours exists already.
    builder = Application.builder().bot(bot).context_types(ContextTypes(context=Context))
    # Without these the builder makes a second scheduler, and a poller that ends at the first 401.
    made = cast(
        Application[Any, Context, Any, Any, Services, Any], cast(object, builder.job_queue(None).updater(None).build())
    )
    made.bot_data = services
    made.add_handlers(handlers.table(services.programme))
    made.add_handler(TypeHandler(Update, heard.count), handlers.GATE - 1)
    made.add_error_handler(errors.on_error)
    return made


def site(
    settings: Settings,
    services: Services,
    *,
    serves: Callable[[], bool],
    webhook: Webhook | None,
    readiness: Callable[[], Awaitable[Readiness]],
    figures: Callable[[], Awaitable[Figures]],
) -> ASGIApp | None:
    """Return the programme's site; None, and nothing imported, without a port."""
    if settings.http_port is None:
        return None
    from web.site import Site, application
    from web.updates import Entrance

    return application(
        Site(
            environment=services.environment,
            holder=services.holder,
            clock=services.clock,
            public_url=settings.public_url,
            serves=serves,
            updates=Entrance(webhook.path, webhook.secret, webhook.take) if webhook is not None else None,
            readiness=readiness,
            figures=figures,
        )
    )


async def served(application: ASGIApp, settings: Settings) -> WebServer:
    """Return the server that answers over HTTP from now on. Raise `SettingsError` if nobody can listen there."""
    from web.server import WebServer

    server = WebServer(application, settings.http_host, settings.http_port or 0)
    try:
        await server.start()
    except OSError as error:
        raise SettingsError(f"{error.strerror}. Choose another HTTP_PORT or HTTP_HOST.") from error
    log.info("answering over HTTP at port %d", server.port)
    return server


def job_context(services: Services) -> JobContext:
    """Return the context that all jobs share."""
    return JobContext(
        environment=services.environment,
        database=services.database,
        catalog=services.catalog,
        voice=services.voice,
        quiet=services.quiet,
        owners=services.owners,
        wake=services.wake,
        username=services.username,
    )


def jobs(
    context: JobContext,
    settings: Settings,
    templates: Sequence[Prepared],
    reminders: Reminders,
    refresh_knowledge: Callable[[], Awaitable[None]],
) -> list[Job]:
    """Return the one table of everything that happens by itself."""
    # What organisers do is looked at when they do it; from time to time only in case of a crash.
    return [
        Job("reminders", 2 * SECOND, reminders.tick),
        Job("announcements", 2 * SECOND, Announcements(context).tick),
        Job("templates", MINUTE, Templates(context, templates).tick),
        Job("amendments", 2 * SECOND, AmendmentReports(context).tick),
        Job("attendance", MINUTE, AttendanceJob(context, settings.feedback).tick),
        Job("changes", 5 * SECOND, EventChanges(context).tick),
        Job("events", 5 * SECOND, Events(context).tick),
        Job("dates", MINUTE, DateConfirmation(context).tick),
        *_watch(context, settings),
        Job("refusals", MINUTE, Refusals(context).tick),
        Job("retention", MINUTE, Retention(context, settings.sunset_days).tick),
        Job("backups", QUARTER, Backups(context, settings.backup_dir, settings.backup_keep).tick),
        Job("housekeeping", MINUTE, Housekeeping(context, refresh_knowledge).tick),
    ]


def _watch(context: JobContext, settings: Settings) -> list[Job]:
    """Return the job that watches calendars; none, and nothing imported, where the programme names none."""
    if not context.environment.programme.calendars:
        return []
    from scheduler.events.calendar_watch import CalendarWatch

    return [Job("calendars", QUARTER, CalendarWatch(context, settings.programme_dir, beside).tick)]

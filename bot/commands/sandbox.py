"""Run the sandbox: the real bot with a pretend Telegram, on the same port as the page."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from bot import log, service
from bot.app import App, wall_clock
from bot.settings import Settings, SettingsError
from domain import programmes
from domain.events.events import Event, PlannedEvent, planned
from domain.naming.slots import slots
from domain.programmes import Programme
from messages import catalog as catalogs
from messages.catalog import Catalog
from messages.localizer import Localizer
from sandbox.api.telegram import TOKEN, Telegram
from sandbox.web.cast import Cast, GroupCast, Label, Stop
from sandbox.web.clock import Clock
from sandbox.web.courier import Courier
from sandbox.web.server import Server, create_app

ORGANISER, ANNA, MARCO = 1001, 2001, 2002
RESIDENTS = (
    (ANNA, "Anna", "it"),
    (MARCO, "Marco", "it"),
    (2003, "Claire", "fr"),
    (2004, "John", "en"),
    (2005, "Rosa", "it"),
)
GROUPS = (GroupCast(-1001001, "Piazza", ANNA, (MARCO,)),)
OPENING = timedelta(days=7)


def run(own: Settings, host: str, port: int, address: str = "") -> None:
    """`address`: what the browser calls it, where that is not `host` and `port`."""
    settings = _settings(own)
    log.set_up(settings)
    service.loop_run(_play(settings, host, port, address))


def _settings(own: Settings) -> Settings:
    """Return settings for a database of its own, which goes with the process."""
    folder = Path(tempfile.mkdtemp(prefix="campanile-"))
    return replace(
        own,
        telegram_bot_token=f"{TOKEN.split(':')[0]}:{secrets.token_urlsafe(24)}",
        database_url=f"sqlite+aiosqlite:///{folder / 'sandbox.db'}",
        owner_ids=frozenset({ORGANISER}),
    )


async def _play(settings: Settings, host: str, port: int, address: str) -> None:
    programme = programmes.load(settings.programme_dir)
    now = wall_clock()
    ahead = [event for event in planned(programme, settings.programme_year, now) if event.starts_at > now]
    stops = journey(programme, ahead)
    clock = Clock(ahead[0].starts_at - OPENING if ahead else now)
    catalog = catalogs.load(programme)
    telegram = Telegram(now=clock, token=settings.telegram_bot_token, name=slots(catalog.default, programme)["bot.one"])
    app: App | None = None

    async def pass_time(_: datetime) -> None:
        if app is not None:
            await app.settle()

    page = create_app(
        telegram,
        clock,
        stops=stops,
        pass_time=pass_time,
        people=people(catalog),
        groups=GROUPS,
        words=story(catalog, programme, str(telegram.profile.user["username"])),
        address=address,
    )
    server = Server(page, host, port)
    try:
        await server.start()
    except OSError as error:
        raise SettingsError(f"{error.strerror or error}. Choose another with --port.") from error
    stopped = service.on_signal()
    app = App(replace(settings, telegram_api_url=server.url), now=clock)
    try:
        await app.serve()
        async with Courier(telegram, f"http://127.0.0.1:{app.web.port if app.web else 0}"):
            await app.open()
            await app.start()
            print(f"Open {f'http://{address}' if address else server.url} in a browser. Stop with Ctrl-C.", flush=True)
            await stopped.wait()
    finally:
        await app.stop()
        await server.stop()


def people(catalog: Catalog) -> tuple[Cast, ...]:
    """Return who plays: an organiser and residents, each with what they are in every language."""
    organises, lives = (_said(key, catalog) for key in ("sandbox-organiser", "sandbox-resident"))
    residents = (Cast(id, name, language, lives) for id, name, language in RESIDENTS)
    return Cast(ORGANISER, "Monica", "it", organises, organiser=True), *residents


def story(catalog: Catalog, programme: Programme, bot: str) -> dict[str, Label]:
    """Return what the page's story lets people type."""
    area = next((area.id for area in programme.areas), "")
    search = f"@{bot} {area}".strip()
    return {"search": search, **{name: _said(f"sandbox-{name}", catalog) for name in ("question", "announce")}}


def _said(key: str, catalog: Catalog) -> dict[str, str]:
    return {language: catalog.words(language).plain(key) for language in catalog.languages}


def journey(programme: Programme, events: Iterable[PlannedEvent]) -> list[Stop]:
    """Return the moments worth visiting: those around each meeting."""
    catalog = catalogs.load(programme)
    stops = []
    for event in events:
        evening = event.starts_at - timedelta(days=1)
        evening = evening.astimezone(programme.zone).replace(hour=18, minute=0)
        for key, moment in (
            ("stop-evening-before", evening),
            ("stop-two-hours-before", event.starts_at - timedelta(hours=2)),
            ("stop-after", event.ends_at + timedelta(minutes=30)),
        ):
            stops.append(Stop(_label(key, event.stored(0, event.starts_at), catalog, programme), moment))
    return stops


def _label(key: str, event: Event, catalog: Catalog, programme: Programme) -> dict[str, str]:
    voices = [Localizer(catalog.words(language), programme) for language in catalog.languages]
    return {
        voice.language: voice.words.plain(key, area=f"{voice.name(event)}, {voice.short_day(event)}")
        for voice in voices
    }

"""Put the addresses of the site together: one application, inside one guard."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from answers.engine_holder import EngineHolder
from domain.figures import Figures
from domain.readiness import Readiness
from services.environment import Environment
from web import health
from web.guard import Guard
from web.pages import Pages
from web.public.events import EventPages
from web.public.feeds import Feeds
from web.public.fresh import Fresh
from web.public.layout import PageLayout
from web.public.lookup import Lookup
from web.public.pictures import Pictures
from web.public.pieces import Pieces
from web.public.questions import QuestionPages
from web.updates import Entrance

STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True, kw_only=True)
class Site:
    """Everything that the addresses work with.

    `public_url` is where people find the site, "" if nobody said. `serves` returns False until this process is the
    bot of its database: then only what tells of the process itself is answered. `readiness` and `figures` are that.
    `updates` is where Telegram brings them, unless it is asked for them.
    """

    environment: Environment
    holder: EngineHolder
    clock: Callable[[], datetime]
    public_url: str
    serves: Callable[[], bool]
    readiness: Callable[[], Awaitable[Readiness]]
    figures: Callable[[], Awaitable[Figures]]
    updates: Entrance | None = None


def application(site: Site) -> ASGIApp:
    """Return the site as an ASGI application."""
    pages = Pages(site.environment.catalog)
    lookup = Lookup(site.environment, site.holder, site.clock, site.public_url)
    fresh, layout = Fresh(lookup), PageLayout(lookup, pages)
    pieces = Pieces()
    pictures = Pictures(lookup, layout)
    routes: list[BaseRoute] = [
        *health.routes(site.readiness, site.figures),
        *(site.updates.routes() if site.updates is not None else ()),
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
        *Feeds(lookup, pages, fresh, pieces).routes(),
        *QuestionPages(lookup, layout, fresh).routes(),
        *pictures.routes(),
        *EventPages(lookup, layout, fresh, pieces, pictures.possible).routes(),
    ]
    app = Starlette(routes=routes, exception_handlers=pages.handlers)
    app.router.redirect_slashes = False  # nobody is sent to an address that does not exist either
    return Guard(app, pages, site.serves)

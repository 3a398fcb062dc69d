"""Render pages from templates, in the language that the browser asks for."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import urlize
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from messages.catalog import Catalog
from messages.events.published import plain
from messages.markup import writable
from messages.message import Html

TEMPLATES = Path(__file__).parent / "templates"
_MOMENT, _ENDS = re.compile(r'<tg-time unix="(\d+)">'), "</tg-time>"

Handler = Callable[[Request, Exception], Awaitable[Response]]


class Pages:
    """Templates with the words of the catalog. In a template, `words("key", name=value)` is plain text."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters |= {"shown": shown, "plain": plain, "instant": instant}

    def language(self, request: Request) -> str:
        """Return the first language of the browser's that the programme speaks, else the programme's."""
        wished = _wished(request.headers.get("accept-language", ""))
        return next((code for code in wished if code in self._catalog.languages), self._catalog.default)

    def page(
        self,
        request: Request,
        template: str,
        *,
        language: str = "",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **values: Any,
    ) -> Response:
        """Return the page; without a `language`, in the browser's."""
        code = language or self.language(request)
        values |= {"language": code, "words": self._catalog.words(code).plain, "status": status}
        text = writable(self._templates.get_template(template).render(values))
        said = {"content-language": code, **({} if language else {"vary": "accept-language"}), **(headers or {})}
        return HTMLResponse(text, status, said)

    def part(self, template: str, language: str, **values: Any) -> Markup:
        """Return a part of a page, to stand in its template as it is."""
        return Markup(self._templates.get_template(template).render(values | {"language": language}))

    def refusal(self, request: Request, status: int, headers: Mapping[str, str] | None = None) -> Response:
        """Return a page that says, without a word of the inside, why there is nothing else."""
        return self.page(request, "refusal.html", status=status, headers=headers)

    @property
    def handlers(self) -> Mapping[Any, Handler]:
        """Return what the application shows instead of a page that could not be made."""

        async def refused(request: Request, error: Exception) -> Response:
            assert isinstance(error, HTTPException)
            return self.refusal(request, error.status_code, error.headers)

        async def failed(request: Request, _: Exception) -> Response:
            return self.refusal(request, 500)

        return {HTTPException: refused, Exception: failed}


def shown(html: Html) -> Markup:
    """Return a line of a message as a page shows it: its moments as `<time>`, its addresses as links."""
    # What people wrote is escaped in it already.
    linked = urlize(Markup(html), rel="noopener")
    return Markup(_MOMENT.sub(lambda found: f'<time datetime="{_moment(found[1])}">', linked).replace(_ENDS, "</time>"))


def _moment(stamp: str) -> str:
    return instant(datetime.fromtimestamp(int(stamp), UTC))


def instant(moment: datetime) -> str:
    """ "2027-10-23T16:00:00Z" """
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _wished(header: str) -> list[str]:
    """Return the languages of an Accept-Language header, the dearest first: "fr-CA, en;q=0.8" is fr, en."""
    found = []
    for part in header[:200].split(","):
        tag, _, weight = part.partition(";")
        found.append((_weight(weight), tag.strip().lower().split("-")[0]))
    return [code for weight, code in sorted(found, key=lambda each: -each[0]) if weight > 0]


def _weight(text: str) -> float:
    try:
        return float(text.strip().removeprefix("q=") or 1)
    except ValueError:
        return 0

"""Put a public page together: what stands around its content, in the language of its address."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from messages.localizer import Localizer
from web.pages import Pages
from web.public.lookup import Lookup


class PageLayout:
    """Head, languages and foot are the same on every public page."""

    def __init__(self, lookup: Lookup, pages: Pages) -> None:
        self._lookup, self._pages = lookup, pages

    async def in_a_language(self, request: Request) -> Response:
        """Send whoever names no language to the page in the browser's."""
        language = self._pages.language(request)
        return RedirectResponse(f"/{language}{request.url.path}", headers={"vary": "accept-language"})

    def page(self, request: Request, voice: Localizer, template: str, **values: Any) -> Response:
        path = request.url.path.removeprefix(f"/{voice.language}") or "/"
        languages = {code: f"/{code}{path}" for code in self._lookup.languages}
        values |= {"voice": voice, "areas": self._lookup.programme.areas, "languages": languages}
        values["base"] = self._lookup.base(request)
        return self._pages.page(request, template, language=voice.language, **values)

    def part(self, template: str, voice: Localizer, **values: Any) -> Markup:
        """Return a part of such a page, to be kept."""
        return self._pages.part(template, voice.language, **values)

"""Answers to what many ask, by topic: those that need nobody to ask, as the chat gives them."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from messages.localizer import Localizer
from messages.residents.answer_texts import AnswerContext
from messages.residents.published_answers import PublishedTopic, topics
from web.public.fresh import Fresh
from web.public.layout import PageLayout
from web.public.lookup import Lookup


class QuestionPages:
    """One page names every question, and each topic has a page with its answers."""

    def __init__(self, lookup: Lookup, layout: PageLayout, fresh: Fresh) -> None:
        self._lookup, self._layout, self._fresh = lookup, layout, fresh
        self._told: dict[str, tuple[object, list[PublishedTopic]]] = {}

    def routes(self) -> list[Route]:
        return [
            Route("/questions", self._layout.in_a_language),
            Route("/questions/{topic}", self._layout.in_a_language),
            Route("/{language}/questions", self._fresh(self._all)),
            Route("/{language}/questions/{topic}", self._fresh(self._topic)),
        ]

    async def _all(self, request: Request) -> Response:
        voice = self._lookup.voice(request)
        return self._layout.page(request, voice, "questions.html", topics=await self._topics(voice))

    async def _topic(self, request: Request) -> Response:
        voice = self._lookup.voice(request)
        every = await self._topics(voice)
        topic = next((each for each in every if each.id == request.path_params["topic"]), None)
        if topic is None:
            raise HTTPException(404)
        return self._layout.page(request, voice, "topic.html", topic=topic, topics=every)

    async def _topics(self, voice: Localizer) -> list[PublishedTopic]:
        """Return all topics: they are told once for all their pages."""
        entries, ahead = await self._lookup.entries(voice.language), await self._lookup.ahead()
        now = self._lookup.clock()
        state = (entries, ahead, sum(event.ahead(now) for event in ahead), voice.bot)
        known = self._told.get(voice.language)
        if known is None or known[0] != state:
            # A thousand events, a dozen times.
            made = await asyncio.to_thread(topics, entries, AnswerContext(ahead, now), voice)
            known = self._told[voice.language] = (state, made)
        return known[1]

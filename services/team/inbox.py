"""The organisers' inbox: answer a ticket, dismiss it, and let the bot learn the answer."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from domain.delivery import MessageKind
from domain.team.organisers import Organiser, Role
from domain.team.tickets import TicketState
from messages.localizer import Localizer
from messages.message import Html, Message
from messages.team import inbox_texts
from services.environment import Environment, record
from services.results import Done, Refusal, Refused, Stale
from services.rights import lacking
from storage.database import Session
from storage.outbox import queue
from storage.people import conversations
from storage.team import learned_answers, tickets
from storage.team.learned_answers import Learned
from storage.team.tickets import Inquiry, TicketAnswer, Wording

log = logging.getLogger(__name__)

ANSWER = "answer"
"""The prompt for the words of an answer."""

Closed = Stale[TicketAnswer]
"""The ticket is not open any more; with the answer that went out, if it was answered."""


@dataclass(frozen=True)
class OpenTicket:
    """A ticket that waits, with all the words in which it was asked."""

    ticket: Inquiry
    wordings: list[Wording]


@dataclass(frozen=True)
class DraftedAnswer:
    """An answer that only its author has seen; `preview` is the message that the first who asked will get."""

    ticket: Inquiry
    answer: TicketAnswer
    preview: Message


@dataclass(frozen=True)
class InboxPage:
    """The tickets that wait, page `number` of them, oldest first; `learned` counts the learned answers."""

    shown: list[Inquiry]
    waiting: int
    number: int
    learned: int


@dataclass(frozen=True)
class LearnedPage:
    """The learned answers, page `number` of them, newest first."""

    shown: list[Learned]
    total: int
    number: int


async def waiting(env: Environment, *, page: int, size: int) -> InboxPage:
    """Return a page of the tickets that wait; the last one, if there are not so many."""
    async with env.database.read() as session:
        total = await tickets.waiting(session)
        number = min(max(page, 0), max(0, total - 1) // size)
        shown = await tickets.page(session, number, size)
        return InboxPage(shown, total, number, await learned_answers.count(session))


async def learned(env: Environment, *, page: int, size: int) -> LearnedPage:
    """Return a page of the learned answers; the last one, if there are not so many."""
    async with env.database.read() as session:
        total = await learned_answers.count(session)
        number = min(max(page, 0), max(0, total - 1) // size)
        return LearnedPage(await learned_answers.page(session, number, size), total, number)


async def lesson(env: Environment, *, lesson: int) -> Learned | None:
    """Return one learned answer."""
    async with env.database.read() as session:
        return await learned_answers.one(session, lesson)


async def look(env: Environment, *, who: Organiser, ticket: int) -> Done[OpenTicket] | Closed | Refused:
    """Return an open ticket."""
    if (refused := lacking(who, Role.HELPER)) is not None:
        return refused
    async with env.database.read() as session:
        found = await tickets.one(session, ticket)
        if found is None or found.state is not TicketState.OPEN:
            return await _closed(session, found)
        return Done(OpenTicket(found, await tickets.wordings(session, ticket)))


async def ask_answer(
    env: Environment, *, who: Organiser, ticket: int, now: datetime
) -> Done[Inquiry] | Closed | Refused:
    """Take the next text of this organiser's for the answer."""
    if (refused := lacking(who, Role.HELPER)) is not None:
        return refused
    async with env.database.begin() as session:
        found = await tickets.one(session, ticket)
        if found is None or found.state is not TicketState.OPEN:
            return await _closed(session, found)
        await conversations.expect(session, who.chat_id, ANSWER, found.id, now)
        return Done(found)


async def draft_answer(
    env: Environment, *, who: Organiser, ticket: int, html: str, now: datetime
) -> Done[DraftedAnswer] | Closed | Refused:
    """Keep an answer, in place of this organiser's earlier draft, to be looked at before it goes out."""
    if (refused := lacking(who, Role.HELPER)) is not None:
        return refused
    async with env.database.begin() as session:
        await conversations.expect_nothing(session, who.chat_id)
        found = await tickets.one(session, ticket)
        if found is None or not await tickets.keep_open(session, found.id):
            return await _closed(session, found)
        answer = await tickets.draft(session, found.id, who.chat_id, who.name, html, now)
        first = (await tickets.wordings(session, found.id))[0]
        return Done(DraftedAnswer(found, answer, _delivered(first, answer, env.voice(first.language))))


async def drop_answer(env: Environment, *, who: Organiser, answer: int) -> Done[int] | Stale[None] | Refused:
    """Forget an organiser's own draft."""
    if (refused := lacking(who, Role.HELPER)) is not None:
        return refused
    async with env.database.begin() as session:
        dropped = await tickets.drop_draft(session, answer, who.chat_id)
    return Done(answer) if dropped else Stale()


async def send_answer(
    env: Environment, *, who: Organiser, answer: int, now: datetime
) -> Done[TicketAnswer] | Closed | Refused:
    """Answer everyone who asked, once; the first organiser who confirms is the one who answers."""
    if (refused := lacking(who, Role.HELPER)) is not None:
        return refused
    async with env.database.begin() as session:
        draft = await tickets.answer(session, answer)
        if draft is None or draft.author != who.chat_id or draft.sent_at is not None:
            return await _closed(session, None)
        if not await tickets.close(session, draft.inquiry, TicketState.ANSWERED):
            return await _closed(session, await tickets.one(session, draft.inquiry))
        people = await _address(session, env, draft, now)
        await tickets.mark_sent(session, draft.id, now)
        await record(session, who, "answered", draft.inquiry, now, count=people)
        await conversations.release(session, draft.inquiry, ANSWER, who.chat_id)
    env.wake()
    log.info(
        "ticket %s answered by organiser %s for %s", draft.inquiry, who.chat_id, people, extra={"ticket": draft.inquiry}
    )
    return Done(draft, people)


async def _address(session: Session, env: Environment, answer: TicketAnswer, now: datetime) -> int:
    """Queue the answer for each who asked, below the words in which it was asked; return how many they are."""
    people = 0
    for wording in await tickets.wordings(session, answer.inquiry):
        text, key = _delivered(wording, answer, env.voice(wording.language)), f"answer:{wording.id}"
        row = queue.OutboxMessage(
            key, MessageKind.ANSWER, answer.inquiry, wording.language, "sendMessage", text.payload
        )
        outgoing = await queue.add(session, row, now)
        people += await tickets.address(session, outgoing, wording, env.quiet.hold(now))
    return people


def _delivered(wording: Wording, answer: TicketAnswer, voice: Localizer) -> Message:
    return inbox_texts.to_resident(wording.text, Html(answer.html), voice)


async def dismiss(env: Environment, *, who: Organiser, ticket: int, now: datetime) -> Done[Inquiry] | Closed | Refused:
    """Close a ticket without an answer."""
    if (refused := lacking(who, Role.HELPER)) is not None:
        return refused
    async with env.database.begin() as session:
        found = await tickets.one(session, ticket)
        if found is None or not await tickets.close(session, ticket, TicketState.DISMISSED):
            return await _closed(session, found)
        await conversations.release(session, ticket, ANSWER, who.chat_id)
        await record(session, who, "dismissed", ticket, now, count=found.people)
    return Done(found)


async def reopen(
    env: Environment, *, who: Organiser, ticket: int, now: datetime
) -> Done[OpenTicket] | Closed | Refused:
    """Take a dismissal back."""
    if (refused := lacking(who, Role.HELPER)) is not None:
        return refused
    async with env.database.begin() as session:
        found = await tickets.one(session, ticket)
        if found is None or not await tickets.reopen(session, ticket):
            return await _closed(session, found)
        await record(session, who, "reopened", ticket, now)
        return Done(OpenTicket(found, await tickets.wordings(session, ticket)))


async def _closed(session: Session, ticket: Inquiry | None) -> Closed:
    """Return the answer of a colleague's, if there is one: nobody is to write a second."""
    answered = ticket is not None and ticket.state is TicketState.ANSWERED
    return Stale(await tickets.sent(session, ticket.id) if ticket and answered else None)


# --- what the bot learns from it ---


async def learn(env: Environment, *, who: Organiser, answer: int, now: datetime) -> Done[int] | Stale[None] | Refused:
    """Make an answer that was sent an entry, live at once, with all the words in which people asked for it."""
    if (refused := lacking(who, Role.HELPER)) is not None:
        return refused
    async with env.database.begin() as session:
        sent = await tickets.answer(session, answer)
        if sent is not None and sent.author != who.chat_id:
            return Refused(Refusal.NOT_YOURS)
        if sent is None or sent.sent_at is None or await learned_answers.known(session, sent.id):
            return Stale()
        phrasings: dict[str, list[str]] = {}
        for wording in await tickets.wordings(session, sent.inquiry):
            phrasings.setdefault(wording.language, []).append(wording.text)
        for language, texts in phrasings.items():
            await learned_answers.learn(session, sent.id, language, texts, sent.html, sent.author, now)
        await record(session, who, "learned", sent.id, now)
    await env.learn()
    return Done(answer)


async def forget(env: Environment, *, who: Organiser, lesson: int, now: datetime) -> Done[int] | Stale[None] | Refused:
    """Take a learned answer back: from now on the question is escalated again."""
    if (refused := lacking(who, Role.HELPER)) is not None:
        return refused
    async with env.database.begin() as session:
        if not await learned_answers.forget(session, lesson):
            return Stale()
        await record(session, who, "forgotten", lesson, now)
    await env.learn()
    return Done(lesson)

"""Escalation: a question that the bot cannot answer becomes a ticket of the organisers'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from answers.dialogue.decisions import Question
from answers.engine import Engine
from answers.language.text import fold
from answers.search.similarity import Gist, alike, gist
from domain.delivery import MessageKind
from domain.team.organisers import Role
from messages.team import inbox_texts
from services.environment import Environment
from services.results import Done, Refusal, Refused, Stale
from storage.database import Session
from storage.events import events
from storage.outbox import queue
from storage.people import conversations, known_chats
from storage.people.conversations import HeardMessage
from storage.team import organisers, tickets


@dataclass(frozen=True)
class AskedQuestion:
    """A question as a chat asked it; `follows` are the chat's areas, `thread` the topic of a group."""

    chat: int
    text: str
    language: str
    follows: tuple[str, ...] = ()
    thread: int | None = None


async def escalate(
    env: Environment,
    *,
    engine: Engine,
    asked: AskedQuestion,
    now: datetime,
    heard: Sequence[HeardMessage] | None = None,
) -> Done[int] | Stale[int] | Refused:
    """Put a question before the organisers, in the ticket of those who ask the same; return the ticket.

    Stale if this chat has asked it already, refused if it was erased meanwhile.
    `heard`: what is kept of the messages of a chat, if it is one.
    """
    about = await _gist(env, engine, asked, now)
    async with env.database.begin() as session:
        if not await known_chats.hold(session, asked.chat):
            return Refused(Refusal.UNKNOWN)
        known = await _alike(session, about)
        ticket = known or await tickets.begin(session, about, now)
        folded = fold(asked.text).strip(" ?!.")
        question = (ticket, asked.chat, asked.language, asked.text, folded, now, asked.thread)
        new = await tickets.add(session, *question)
        if known is None:
            await _tell_organisers(session, env, ticket, asked.text, now)
        if heard is not None:
            await conversations.hear(session, asked.chat, heard, now)
    env.wake()
    return Done(ticket) if new else Stale(ticket)


async def _gist(env: Environment, engine: Engine, asked: AskedQuestion, now: datetime) -> Gist:
    async with env.database.read() as session:
        every = await events.every(session)
    return gist(engine, Question(asked.text, asked.language, now, None, asked.follows, every))


async def _alike(session: Session, asked: Gist) -> int | None:
    """Return the open ticket that asks the same; nobody answers it before this question is in it."""
    for ticket, other in await tickets.gists(session, asked.names):
        if alike(other, asked) and await tickets.keep_open(session, ticket):
            return ticket
    return None


async def _tell_organisers(session: Session, env: Environment, ticket: int, text: str, now: datetime) -> None:
    def message(language: str) -> queue.OutboxMessage:
        arrived = inbox_texts.arrived(ticket, text, now, env.voice(language))
        return queue.OutboxMessage(
            f"inbox:{ticket}", MessageKind.INBOX, ticket, language, "sendMessage", arrived.payload
        )

    helpers = await organisers.addressees(session, env.owners, Role.HELPER)
    await queue.tell(session, helpers, message, now, env.quiet.hold(now))

"""Rows of tickets: residents' questions, gathered where they are alike, and the organisers' answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from answers.search.similarity import Gist
from domain.delivery import MessageKind
from domain.machines import require
from domain.team.tickets import TRANSITIONS, TicketState
from storage.database import one_at_a_time
from storage.models import AnswerRow, Delivery, InquiryRow, Outgoing, QuestionRow
from storage.outbox import queue


@dataclass(frozen=True)
class Inquiry:
    """A ticket: questions that are alike, answered once; `text` is the first of them."""

    id: int
    text: str
    people: int
    asked_at: datetime
    state: TicketState


@dataclass(frozen=True)
class Wording:
    """One way in which a ticket was worded; `id` is the first such question's."""

    id: int
    text: str
    language: str
    folded: str


@dataclass(frozen=True)
class TicketAnswer:
    """An organiser's words, as Telegram HTML. A draft until it is sent."""

    id: int
    inquiry: int
    author: int | None
    name: str
    html: str
    sent_at: datetime | None


_GATHERING = 7263006


async def gists(session: AsyncSession, names: frozenset[str]) -> list[tuple[int, Gist]]:
    """Return id and fingerprint of the open tickets about the same areas, bodies, days ...

    No other can begin before the transaction ends, so that two who ask the same at once ask once.
    """
    await one_at_a_time(session, _GATHERING)
    row = InquiryRow
    query = select(row.id, row.gist).where(row.state == TicketState.OPEN, row.names == _listed(names))
    return [(found, _gist(names, gist)) for found, gist in await session.execute(query.order_by(row.id))]


async def begin(session: AsyncSession, gist: Gist, now: datetime) -> int:
    """Begin a ticket, without a question yet."""
    # Worked out once and kept: for five thousand questions whenever the inbox opens it would take ten seconds.
    kept = {"language": gist.language, "gap": gist.gap, "stems": sorted(gist.stems)}
    row = InquiryRow(state=TicketState.OPEN, names=_listed(gist.names), gist=kept, created_at=now)
    session.add(row)
    await session.flush()
    return row.id


async def add(
    session: AsyncSession,
    inquiry: int,
    chat_id: int,
    language: str,
    text: str,
    folded: str,
    now: datetime,
    thread_id: int | None = None,
) -> bool:
    """Add a question. Return False if this chat asked it in the same words. `thread_id`: the topic it was asked in."""
    row = QuestionRow
    mine = select(row.id).where(row.inquiry_id == inquiry, row.chat_id == chat_id, row.folded == folded)
    if await session.scalar(mine) is not None:
        return False
    asked = {"inquiry_id": inquiry, "chat_id": chat_id, "thread_id": thread_id}
    session.add(row(**asked, language=language, text=text, folded=folded, created_at=now))
    return True


async def waiting(session: AsyncSession) -> int:
    """Count the tickets that wait for an answer."""
    query = select(func.count()).select_from(InquiryRow).where(InquiryRow.state == TicketState.OPEN)
    return await session.scalar(query) or 0


async def page(session: AsyncSession, number: int, size: int) -> list[Inquiry]:
    """Return one page of the open tickets, oldest first."""
    shown = select(InquiryRow.id).where(InquiryRow.state == TicketState.OPEN)
    shown = shown.order_by(InquiryRow.id).limit(size).offset(number * size)
    ids = list(await session.scalars(shown))
    return await _inquiries(session, _counted().where(InquiryRow.id.in_(ids)).order_by(InquiryRow.id))


async def one(session: AsyncSession, inquiry: int) -> Inquiry | None:
    """Return a ticket; None if it was never there, or everyone who asked it has erased their data."""
    return next(iter(await _inquiries(session, _counted().where(InquiryRow.id == inquiry))), None)


def _counted() -> Any:
    people = func.count(func.distinct(QuestionRow.chat_id))
    first = func.min(QuestionRow.id)
    asked_at = func.min(QuestionRow.created_at)
    query: Any = select(InquiryRow.id, InquiryRow.state, people, asked_at, first)
    return query.join(QuestionRow).group_by(InquiryRow.id, InquiryRow.state)


async def _inquiries(session: AsyncSession, query: Select[Any]) -> list[Inquiry]:
    rows = (await session.execute(query)).all()
    texts = select(QuestionRow.id, QuestionRow.text).where(QuestionRow.id.in_([row[4] for row in rows]))
    said = {row.id: row.text for row in await session.execute(texts)}
    return [Inquiry(row[0], said[row[4]], row[2], row[3], TicketState(row[1])) for row in rows]


async def wordings(session: AsyncSession, inquiry: int) -> list[Wording]:
    """Return every wording of a ticket, in each language, the earliest first."""
    first = select(func.min(QuestionRow.id)).where(QuestionRow.inquiry_id == inquiry)
    first = first.group_by(QuestionRow.folded, QuestionRow.language)
    query = select(QuestionRow).where(QuestionRow.id.in_(first)).order_by(QuestionRow.id)
    return [Wording(row.id, row.text, row.language, row.folded) for row in await session.scalars(query)]


async def keep_open(session: AsyncSession, inquiry: int) -> bool:
    """Return True if the ticket is open, and lock it: whoever else answers it waits."""
    row = InquiryRow
    query = select(row.id).where(row.id == inquiry, row.state == TicketState.OPEN).with_for_update(read=True)
    return await session.scalar(query) is not None


async def close(session: AsyncSession, inquiry: int, state: TicketState) -> bool:
    """Close a ticket. Return False if it is no longer open."""
    require(TRANSITIONS, TicketState.OPEN, state)
    row = InquiryRow
    query = update(row).where(row.id == inquiry, row.state == TicketState.OPEN).values(state=state).returning(row.id)
    return await session.scalar(query) is not None


async def reopen(session: AsyncSession, inquiry: int) -> bool:
    """Reopen a dismissed ticket. Return False if it was not dismissed."""
    row = InquiryRow
    dismissed = (row.id == inquiry) & (row.state == TicketState.DISMISSED)
    query = update(row).where(dismissed).values(state=TicketState.OPEN).returning(row.id)
    return await session.scalar(query) is not None


async def address(session: AsyncSession, outgoing_id: int, wording: Wording, not_before: datetime) -> int:
    """Queue the answer for everyone whose first question had this wording: nobody hears it twice."""
    asked, earlier = aliased(QuestionRow), aliased(QuestionRow)
    this = select(QuestionRow.inquiry_id).where(QuestionRow.id == wording.id).scalar_subquery()
    first = select(func.min(earlier.id)).where(earlier.inquiry_id == asked.inquiry_id, earlier.chat_id == asked.chat_id)
    chats = select(asked.chat_id).where(
        asked.inquiry_id == this,
        asked.folded == wording.folded,
        asked.language == wording.language,
        asked.chat_id.is_not(None),
        asked.id == first.scalar_subquery(),
    )
    message = await session.get_one(Outgoing, outgoing_id)
    rows = queue.new_rows(message, chats.subquery().c.chat_id, not_before)
    return await queue.deliver(session, rows)


async def forget(session: AsyncSession, chats: Select[int]) -> None:
    """Forget what these chats asked, wherever it is quoted, once the outbox has forgotten them.

    Inquiries whose questions are all gone go too, with what they were about; the others are from now on about
    what is left of them.
    """
    mine = QuestionRow.chat_id.in_(chats)
    shared = list(await session.scalars(select(QuestionRow.inquiry_id).where(mine).distinct()))
    told = (Outgoing.kind == MessageKind.INBOX) & Outgoing.ref.in_(select(QuestionRow.inquiry_id).where(mine))
    to_somebody = exists().where(Delivery.outgoing_id == Outgoing.id, Delivery.chat_id.is_not(None))
    quoting = select(Outgoing.id).where(told | ((Outgoing.kind == MessageKind.ANSWER) & ~to_somebody))
    asked = exists().where(QuestionRow.inquiry_id == InquiryRow.id)
    ids = list(await session.scalars(quoting))
    for statement in (
        delete(Delivery).where(Delivery.outgoing_id.in_(ids)),
        delete(Outgoing).where(Outgoing.id.in_(ids)),
        delete(QuestionRow).where(mine),
        delete(InquiryRow).where(~asked),
    ):
        await session.execute(statement.execution_options(synchronize_session=False))
    await _forget_stems(session, shared)


async def _forget_stems(session: AsyncSession, inquiries: list[int]) -> None:
    """Keep only those of the first asker's telling words that the remaining questions have too."""
    rows = await session.execute(select(InquiryRow.id, InquiryRow.gist).where(InquiryRow.id.in_(inquiries)))
    gists = {row.id: row.gist for row in rows}
    left = select(QuestionRow.inquiry_id, QuestionRow.folded).where(QuestionRow.inquiry_id.in_(gists))
    said: dict[int, set[str]] = {}
    for inquiry, folded in await session.execute(left):
        said.setdefault(inquiry, set()).update(folded.split())
    for inquiry, kept in gists.items():
        words = said.get(inquiry, set())
        stems = [stem for stem in kept["stems"] if any(word.startswith(stem) for word in words)]
        row = update(InquiryRow).where(InquiryRow.id == inquiry).values(gist=kept | {"stems": stems})
        await session.execute(row.execution_options(synchronize_session=False))


async def draft(session: AsyncSession, inquiry: int, author: int, name: str, html: str, now: datetime) -> TicketAnswer:
    """Save a draft in place of the author's earlier one, whose buttons no longer work."""
    row = AnswerRow
    old = (row.inquiry_id == inquiry) & (row.author == author) & row.sent_at.is_(None)
    await session.execute(delete(row).where(old))
    new = AnswerRow(inquiry_id=inquiry, author=author, name=name, html=html, created_at=now)
    session.add(new)
    await session.flush()
    return _answer(new)


async def answer(session: AsyncSession, answer_id: int) -> TicketAnswer | None:
    """Return the answer and lock it: it is sent, dropped or learned by one organiser at a time."""
    row = await session.get(AnswerRow, answer_id, with_for_update=True)
    return None if row is None else _answer(row)


async def sent(session: AsyncSession, inquiry: int) -> TicketAnswer | None:
    """Return the answer that went out."""
    row = AnswerRow
    found = await session.scalar(select(row).where(row.inquiry_id == inquiry, row.sent_at.is_not(None)))
    return None if found is None else _answer(found)


async def mark_sent(session: AsyncSession, answer_id: int, now: datetime) -> None:
    await session.execute(update(AnswerRow).where(AnswerRow.id == answer_id).values(sent_at=now))


async def drop_draft(session: AsyncSession, answer_id: int, author: int) -> bool:
    """Forget the author's own draft. Return False if it is another's, was sent, or is gone."""
    row = AnswerRow
    mine = (row.id == answer_id) & (row.author == author) & row.sent_at.is_(None)
    return await session.scalar(delete(row).where(mine).returning(row.id)) is not None


def _listed(names: frozenset[str]) -> str:
    return ",".join(sorted(names))


def _gist(names: frozenset[str], kept: dict[str, Any]) -> Gist:
    return Gist(kept["language"], kept["gap"], names, frozenset(kept["stems"]))


def _answer(row: AnswerRow) -> TicketAnswer:
    return TicketAnswer(row.id, row.inquiry_id, row.author, row.name, row.html, row.sent_at)

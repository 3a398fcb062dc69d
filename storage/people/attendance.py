"""Rows of attendance: by person until the event is over, afterwards only as a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import and_, delete, exists, func, null, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.delivery import thing_of
from domain.events.headcount import NOT_THERE, RATINGS, Result
from domain.residents.groups import ChatKind
from storage.database import dialect_of, insert
from storage.models import Attendance, Delivery, EventRow, Feedback, Outgoing, Resident, Subscription, Turnout
from storage.outbox import queue


async def choose(session: AsyncSession, event_id: int, chat_id: int, coming: bool, now: datetime) -> bool:
    """Record that a person comes, or does not. Return False if the person had said the same before."""
    row = Attendance
    if coming:
        new = insert(dialect_of(session), row).values(event_id=event_id, chat_id=chat_id, since=now)
        statement = new.on_conflict_do_nothing().returning(row.chat_id)
    else:
        mine = (row.event_id == event_id) & (row.chat_id == chat_id)
        statement = delete(row).where(mine).returning(row.chat_id)
    return await session.scalar(statement) is not None


async def coming_to(session: AsyncSession, chat_id: int) -> set[int]:
    """Return the events that a person comes to."""
    return set(await session.scalars(select(Attendance.event_id).where(Attendance.chat_id == chat_id)))


async def coming(session: AsyncSession) -> dict[int, int]:
    """Count who comes to each event that is not over yet."""
    query = select(Attendance.event_id, func.count()).group_by(Attendance.event_id)
    return {row[0]: row[1] for row in await session.execute(query)}


async def due(session: AsyncSession, now: datetime) -> tuple[list[int], list[int]]:
    """Return the events that are over and were not counted yet, and those that were counted and not yet reported."""
    known = EventRow.id.in_(select(Attendance.event_id)) | Turnout.event_id.is_(None)
    over = (EventRow.ends_at <= now) & known
    unreported = Turnout.event_id.is_not(None) & Turnout.reported_at.is_(None)
    query = select(EventRow.id, over, unreported).outerjoin(Turnout, Turnout.event_id == EventRow.id)
    rows = (await session.execute(query.where(over | unreported).order_by(EventRow.ends_at, EventRow.id))).all()
    return [row[0] for row in rows if row[1]], [row[0] for row in rows if row[2]]


async def ask(
    session: AsyncSession, outgoing_id: int, event_id: int, feeds: Sequence[str], not_before: datetime
) -> int:
    """Queue the question for each person who said "I am coming" and follows one of the feeds. Return how many."""
    follows = exists().where(Subscription.chat_id == Resident.chat_id, Subscription.feed.in_(feeds))
    rows = (
        select(Outgoing.id, Outgoing.thing, Resident.chat_id, *queue.values(not_before))
        .select_from(Outgoing)
        .join(Resident, and_(Resident.language == Outgoing.language, Resident.reachable))
        .join(Attendance, and_(Attendance.chat_id == Resident.chat_id, Attendance.event_id == event_id))
        .where(Outgoing.id == outgoing_id, Resident.kind == ChatKind.PRIVATE, follows)
    )
    return await queue.deliver(session, rows)


async def count(session: AsyncSession, event_id: int, now: datetime) -> int:
    """Keep how many said they were coming, forget who, and return the number."""
    gone = await session.scalars(
        delete(Attendance).where(Attendance.event_id == event_id).returning(Attendance.chat_id)
    )
    people = len(gone.all())
    # Another process may be counting too: whoever comes second adds what the first had not seen.
    new = insert(dialect_of(session), Turnout).values(event_id=event_id, coming=people, counted_at=now)
    more = {"coming": Turnout.coming + people, "counted_at": now, "reported_at": None}
    known = [Turnout.event_id]
    await session.execute(
        new.on_conflict_do_update(index_elements=known, set_=more)
        if people
        else new.on_conflict_do_nothing(index_elements=known)
    )
    return people


async def asked(session: AsyncSession, key: str, chat_id: int) -> bool:
    """Return True if this person was asked how it was."""
    query = select(Delivery.id).where(Delivery.thing == thing_of(key), Delivery.chat_id == chat_id)
    return await session.scalar(query) is not None


async def rate(session: AsyncSession, event_id: int, chat_id: int, rating: int, now: datetime) -> None:
    """Keep a person's rating; a later one replaces it."""
    new = insert(dialect_of(session), Feedback).values(event_id=event_id, chat_id=chat_id, rating=rating, given_at=now)
    await session.execute(new.on_conflict_do_update(index_elements=["event_id", "chat_id"], set_={"rating": rating}))


async def comment(session: AsyncSession, event_id: int, chat_id: int, text: str) -> bool:
    """Add a comment to a person's rating. Return False if there is none any more."""
    mine = (Feedback.event_id == event_id) & (Feedback.chat_id == chat_id)
    said = update(Feedback).where(mine).values(comment=text).returning(Feedback.id)
    return await session.scalar(said) is not None


async def close(session: AsyncSession, event_id: int, now: datetime) -> Result:
    """Close the feedback and return the result: from now on nobody knows whose the answers were."""
    mine = Feedback.event_id == event_id
    await session.execute(update(Feedback).where(mine).values(chat_id=null()))
    await session.execute(update(Turnout).where(Turnout.event_id == event_id).values(reported_at=now))
    return (await results(session, [event_id]))[0]


async def results(session: AsyncSession, event_ids: Collection[int] | None = None) -> list[Result]:
    """Return the results of events that are over, oldest first."""
    query = select(Turnout.event_id, Turnout.coming).join(EventRow).order_by(EventRow.starts_at, EventRow.id)
    if event_ids is not None:
        query = query.where(Turnout.event_id.in_(event_ids))
    return [await _result(session, row[0], row[1]) for row in await session.execute(query)]


async def _result(session: AsyncSession, event_id: int, people: int) -> Result:
    query = select(Feedback).where(Feedback.event_id == event_id).order_by(Feedback.id)
    answers = (await session.scalars(query)).all()
    given = Counter(answer.rating for answer in answers)
    comments = [answer.comment for answer in answers if answer.comment]
    return Result(event_id, people, given[NOT_THERE], tuple(given[each] for each in RATINGS), comments)

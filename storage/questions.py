"""Questions that residents asked to pass on, and the answers that organisers gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import LearnedAnswer, QuestionRow


class State(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    DISMISSED = "dismissed"


@dataclass(frozen=True)
class Asked:
    """A question, standing for everyone who asked it in the same words."""

    id: int
    text: str
    language: str
    people: int
    asked_at: datetime
    state: State
    answer: str | None


@dataclass(frozen=True)
class Learned:
    """An organiser's answer with the phrasings that people used."""

    id: int
    language: str
    phrasings: tuple[str, ...]
    answer: str


async def add(
    session: AsyncSession, chat_id: int, language: str, text: str, folded: str, now: datetime
) -> tuple[int, bool] | None:
    """The question's id and whether nobody waits for the same; None when this chat asked it already."""
    row = QuestionRow
    same = select(row.chat_id).where(row.folded == folded, row.state == State.OPEN)
    waiting = list(await session.scalars(same))
    if chat_id in waiting:
        return None
    question = QuestionRow(
        chat_id=chat_id, language=language, text=text, folded=folded, state=State.OPEN, created_at=now
    )
    session.add(question)
    await session.flush()
    return question.id, not waiting


async def one(session: AsyncSession, question_id: int) -> Asked | None:
    row = await session.get(QuestionRow, question_id)
    if row is None:
        return None
    same = (QuestionRow.folded == row.folded) & (QuestionRow.state == row.state)
    counted = select(func.count(), func.min(QuestionRow.created_at)).where(same)
    people, first = (await session.execute(counted)).one()
    return Asked(row.id, row.text, row.language, people, first, State(row.state), row.answer)


async def oldest_open(session: AsyncSession) -> Asked | None:
    query = select(func.min(QuestionRow.id)).where(QuestionRow.state == State.OPEN)
    question_id = await session.scalar(query)
    return None if question_id is None else await one(session, question_id)


async def waiting(session: AsyncSession) -> int:
    """How many different questions wait for an answer."""
    query = select(func.count(func.distinct(QuestionRow.folded))).where(QuestionRow.state == State.OPEN)
    return await session.scalar(query) or 0


async def close(
    session: AsyncSession, question_id: int, state: State, answer: str | None = None
) -> list[tuple[int, int, str, str]]:
    """Close it for everyone who asked it; (id, chat, language, text) of each who can still be told."""
    folded = select(QuestionRow.folded).where(QuestionRow.id == question_id).scalar_subquery()
    query = (
        update(QuestionRow)
        .where(QuestionRow.folded == folded, QuestionRow.state == State.OPEN)
        .values(state=state, answer=answer)
        .returning(QuestionRow.id, QuestionRow.chat_id, QuestionRow.language, QuestionRow.text)
        .execution_options(synchronize_session=False)
    )
    rows = (await session.execute(query)).all()
    return sorted((i, chat, language, text) for i, chat, language, text in rows if chat is not None)


async def learn(session: AsyncSession, question_id: int, author: int, now: datetime) -> Learned | None:
    """Make the answer an entry for everyone; None when there is no answer, or it is one already."""
    asked = await session.get(QuestionRow, question_id)
    if asked is None or asked.answer is None:
        return None
    same = select(QuestionRow.text).where(QuestionRow.folded == asked.folded).order_by(QuestionRow.id)
    phrasings = list(dict.fromkeys(await session.scalars(same)))
    if any(set(each.phrasings) & set(phrasings) for each in await learned(session)):
        return None
    row = LearnedAnswer(
        language=asked.language, phrasings=phrasings, answer=asked.answer, author=author, created_at=now
    )
    session.add(row)
    await session.flush()
    return Learned(row.id, row.language, tuple(phrasings), row.answer)


async def learned(session: AsyncSession) -> Sequence[Learned]:
    rows = await session.scalars(select(LearnedAnswer).order_by(LearnedAnswer.id))
    return [Learned(row.id, row.language, tuple(row.phrasings), row.answer) for row in rows]

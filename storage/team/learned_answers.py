"""Rows of learned answers: organisers' answers that have become entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import AnswerRow, LearnedAnswer, QuestionRow


@dataclass(frozen=True)
class Learned:
    """An answer, as Telegram HTML, with the phrasings that people used."""

    id: int
    language: str
    phrasings: tuple[str, ...]
    html: str
    since: datetime


async def learn(
    session: AsyncSession,
    answer_id: int,
    language: str,
    phrasings: list[str],
    html: str,
    author: int | None,
    now: datetime,
) -> None:
    row = LearnedAnswer(
        answer_id=answer_id,
        language=language,
        phrasings=phrasings,
        answer=html,
        author=author,
        created_at=now,
    )
    session.add(row)


async def known(session: AsyncSession, answer_id: int) -> bool:
    """Return True if the answer has been made an entry already."""
    return await session.scalar(select(exists().where(LearnedAnswer.answer_id == answer_id))) is True


async def every(session: AsyncSession) -> list[Learned]:
    rows = await session.scalars(select(LearnedAnswer).order_by(LearnedAnswer.id))
    return [_learned(row) for row in rows]


async def count(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).select_from(LearnedAnswer)) or 0


async def page(session: AsyncSession, number: int, size: int) -> list[Learned]:
    """Return one page, the newest first."""
    query = select(LearnedAnswer).order_by(LearnedAnswer.id.desc()).limit(size).offset(number * size)
    return [_learned(row) for row in await session.scalars(query)]


async def one(session: AsyncSession, learned_id: int) -> Learned | None:
    row = await session.get(LearnedAnswer, learned_id)
    return None if row is None else _learned(row)


async def forget(session: AsyncSession, learned_id: int) -> bool:
    query = delete(LearnedAnswer).where(LearnedAnswer.id == learned_id).returning(LearnedAnswer.id)
    return await session.scalar(query) is not None


async def forget_words(session: AsyncSession, chat_id: int) -> bool:
    """Forget phrasings that only this chat used, and entries without any left. Return True if there were any."""
    rows = await session.execute(
        select(LearnedAnswer, QuestionRow.text, QuestionRow.chat_id)
        .join(AnswerRow, AnswerRow.id == LearnedAnswer.answer_id)
        .join(QuestionRow, QuestionRow.inquiry_id == AnswerRow.inquiry_id)
    )
    askers: dict[LearnedAnswer, dict[str, set[int | None]]] = {}
    for row, text, asker in rows:
        askers.setdefault(row, {}).setdefault(text, set()).add(asker)
    changed = False
    for row, by_text in askers.items():
        left = [phrasing for phrasing in row.phrasings if by_text.get(phrasing) != {chat_id}]
        changed |= left != row.phrasings
        if left:
            row.phrasings = left
        else:
            await session.delete(row)
    return changed


def _learned(row: LearnedAnswer) -> Learned:
    return Learned(row.id, row.language, tuple(row.phrasings), row.answer, row.created_at)

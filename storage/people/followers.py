"""Count followers, for organisers who see how many get something.

Going through everyone takes too long for a list of such numbers. An index tells how many follow, and others
hold the few who do not count.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, exists, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.residents.groups import ChatKind
from storage.models import APART, Resident, Subscription
from storage.people.subscriptions import of_programme, wants

_COUNTED = (Resident.reachable, Resident.kind == ChatKind.PRIVATE)
_APART: Any = text(f"({APART})")  # spelt as in their index


@dataclass(frozen=True)
class Followers:
    """People who follow one of the feeds (of none: any) and can be written to `at` that moment.

    No moment: those too who asked for silence. `language`: only who reads it; `lead`: only who chose it.
    """

    at: datetime | None
    feeds: tuple[str, ...] = ()
    language: str = ""
    lead: str = ""


async def count(session: AsyncSession, whom: Followers) -> int:
    """Return the number of people."""
    return (await counts(session, [whom]))[whom]


async def counts(session: AsyncSession, wanted: Collection[Followers]) -> dict[Followers, int]:
    """Return the number of people of each, in as many statements for one as for a page of them."""
    whoever = {whom: replace(whom, at=None) for whom in wanted}
    follow = await _following(session, dict.fromkeys(whoever.values()))
    apart = await _among(session, [whom for whom in follow if not whom.language], _APART)
    silent = await _silent(session, [whom for whom in wanted if whom.at is not None])
    return {whom: follow[same] - apart.get(same, 0) - silent.get(whom, 0) for whom, same in whoever.items()}


async def _following(session: AsyncSession, whom: Collection[Followers]) -> dict[Followers, int]:
    """Count followers, muted or not; those of any language, reachable or not."""
    return await _numbers(session, whom, select(*(_all(session, each) for each in whom)))


def _all(session: AsyncSession, whom: Followers) -> ScalarSelect[int]:
    if whom.language:
        query = select(func.count()).select_from(Resident).where(*_COUNTED, *_are(session, whom))
    else:
        chats = select(Subscription.chat_id).where(*_follow(session, whom))
        each_once = chats if len(whom.feeds) == 1 else chats.distinct()
        query = select(func.count()).select_from(each_once.subquery())
    return query.scalar_subquery()


async def _silent(session: AsyncSession, whom: Collection[Followers]) -> dict[Followers, int]:
    """Count those of them who are muted at their moment."""
    moments = [each.at for each in whom if each.at is not None]
    return await _among(session, whom, *_COUNTED, Resident.silent_until > min(moments)) if moments else {}


async def _among(session: AsyncSession, whom: Collection[Followers], *where: Any) -> dict[Followers, int]:
    """Count each among these residents, who are gone through once."""
    counted = [func.count().filter(*_are(session, each)) for each in whom]
    return await _numbers(session, whom, select(*counted).select_from(Resident).where(*where))


async def _numbers(
    session: AsyncSession, whom: Collection[Followers], query: Select[*tuple[Any, ...]]
) -> dict[Followers, int]:
    return dict(zip(whom, (await session.execute(query)).one(), strict=True)) if whom else {}


def _are(session: AsyncSession, whom: Followers) -> list[ColumnElement[bool]]:
    are: list[ColumnElement[bool]] = []
    if whom.at is not None:
        are.append(Resident.silent_until > whom.at)
    if whom.language:
        are.append(Resident.language == whom.language)
    # Last, because it takes longest. Not a join: whoever follows several feeds counts once.
    return [*are, exists().where(Subscription.chat_id == Resident.chat_id, *_follow(session, whom))]


def _follow(session: AsyncSession, whom: Followers) -> list[ColumnElement[bool]]:
    follow = [Subscription.feed.in_(whom.feeds) if whom.feeds else of_programme(session)]
    if whom.lead:
        follow.append(wants(whom.lead))
    return follow

"""Announcement rows. Every change names the version it is based on; a stale one changes nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.announcements.announcements import (
    OVER,
    TRANSITIONS,
    UNDER_WAY,
    Announcement,
    AnnouncementState,
    Audience,
    Content,
    Every,
    File,
    Link,
    Repeat,
    Source,
    Spot,
)
from domain.machines import require, sources
from storage.models import AnnouncementRow

LATEST = 60
"""Announcements among which the one is looked for that an edited message became: those of many weeks."""


async def add(session: AsyncSession, announcement: Announcement, now: datetime) -> Announcement:
    """Add a row and return the announcement with its id."""
    row = AnnouncementRow(**_values(announcement), version=1, created_at=now)
    session.add(row)
    await session.flush()
    return _announcement(row)


async def draft(
    session: AsyncSession,
    author: int | None,
    versions: dict[str, Content],
    audience: Audience,
    now: datetime,
    album: str | None = None,
) -> Announcement:
    new = Announcement(0, 1, author, AnnouncementState.DRAFT, versions, audience, album=album)
    return await add(session, new, now)


async def one(session: AsyncSession, announcement_id: int) -> Announcement | None:
    row = await session.get(AnnouncementRow, announcement_id)
    return None if row is None else _announcement(row)


async def locked(session: AsyncSession, announcement_id: int) -> Announcement | None:
    """Return the announcement, which nobody else can change before the transaction ends."""
    row = await session.get(AnnouncementRow, announcement_id, with_for_update=True)
    return None if row is None else _announcement(row)


async def latest_draft(session: AsyncSession, author: int) -> Announcement | None:
    """Return the draft that the author began and neither sent nor gave up."""
    mine = (AnnouncementRow.author == author) & (AnnouncementRow.state == AnnouncementState.DRAFT)
    query = select(AnnouncementRow).where(mine).order_by(AnnouncementRow.id.desc()).limit(1)
    row = await session.scalar(query)
    return None if row is None else _announcement(row)


async def of_album(session: AsyncSession, album: str) -> Announcement | None:
    """Return the latest announcement that an album of Telegram's became."""
    query = select(AnnouncementRow).where(AnnouncementRow.album == album)
    row = await session.scalar(query.order_by(AnnouncementRow.id.desc()).limit(1))
    return None if row is None else _announcement(row)


async def of_source(session: AsyncSession, source: Source) -> Announcement | None:
    """Return what a message has become: a draft if there is one, else the latest announcement."""
    query = select(AnnouncementRow).order_by(AnnouncementRow.id.desc()).limit(LATEST)
    latest = [_announcement(row) for row in await session.scalars(query)]
    said = [each for each in latest if any(source in one.sources for one in each.versions.values())]
    drafts = [each for each in said if each.state is AnnouncementState.DRAFT]
    return next(iter([*drafts, *said]), None)


async def save(session: AsyncSession, changed: Announcement) -> Announcement | None:
    """Save `changed` and return it; None if somebody else was quicker.

    Raises `UndeclaredTransition` if its state may not follow the present one.
    """
    row = AnnouncementRow
    current = (row.id == changed.id) & (row.version == changed.version)
    allowed = current & row.state.in_(sources(TRANSITIONS, changed.state))
    query = update(row).where(allowed).values(**_values(changed), version=changed.version + 1).returning(row)
    saved = await session.scalar(query, execution_options={"populate_existing": True})
    if saved is None and (before := await session.scalar(select(row.state).where(current))) is not None:
        require(TRANSITIONS, AnnouncementState(before), changed.state)
    return None if saved is None else _announcement(saved)


async def scheduled_by(session: AsyncSession, chat_id: int) -> list[Announcement]:
    """Return what somebody confirmed and has not gone out, or waits for a colleague's word."""
    mine = AnnouncementRow.confirmed_by == chat_id
    return await _every(
        session, mine & AnnouncementRow.state.in_((AnnouncementState.APPROVAL, AnnouncementState.SCHEDULED))
    )


async def approve_series(session: AsyncSession, occurrence: Announcement) -> None:
    """Let what was approved of one occurrence hold for those that follow."""
    values = {"approved_by": occurrence.approved_by, "people": occurrence.people}
    await session.execute(update(AnnouncementRow).where(AnnouncementRow.id == occurrence.series).values(**values))


async def at_hand(session: AsyncSession, now: datetime) -> list[Announcement]:
    """Return the announcements that are due, and those under way."""
    return await _every(session, _due(now) | AnnouncementRow.state.in_(UNDER_WAY))


async def ahead(session: AsyncSession) -> list[Announcement]:
    """Return what will go out or waits for approval: scheduled, leaving, or a draft that has a time."""
    row = AnnouncementRow
    dated = (row.state == AnnouncementState.DRAFT) & row.due_at.is_not(None)
    return await _every(
        session, dated | row.state.in_((AnnouncementState.APPROVAL, AnnouncementState.SCHEDULED, *UNDER_WAY))
    )


async def prepared(session: AsyncSession) -> dict[str, Announcement]:
    """Return the announcements made from templates, by key."""
    found = await _every(session, AnnouncementRow.prepared.is_not(None))
    return {each.prepared or "": each for each in found}


async def past(session: AsyncSession) -> list[tuple[int, Audience]]:
    """Return what has gone out, the newest first: ids, and who it was for."""
    query = select(AnnouncementRow.id, AnnouncementRow.audience).where(_past())
    rows = await session.execute(query.order_by(AnnouncementRow.id.desc()))
    return [(row.id, _audience(row.audience)) for row in rows]


async def some(session: AsyncSession, ids: Collection[int]) -> list[Announcement]:
    """Return these, the newest first."""
    return (await _every(session, AnnouncementRow.id.in_(ids)))[::-1]


async def begun(session: AsyncSession, limit: int) -> list[Announcement]:
    """Return the latest announcements that have begun to go out, the newest first."""
    query = select(AnnouncementRow).where(AnnouncementRow.state.in_((*UNDER_WAY, *OVER)))
    rows = await session.scalars(query.order_by(AnnouncementRow.id.desc()).limit(limit))
    return [_announcement(row) for row in rows]


def _past() -> ColumnElement[bool]:
    over = AnnouncementRow.state.in_((*OVER, AnnouncementState.WITHDRAWN))
    return over & AnnouncementRow.started_at.is_not(None)


def _due(now: datetime) -> ColumnElement[bool]:
    return (AnnouncementRow.state == AnnouncementState.SCHEDULED) & (AnnouncementRow.due_at <= now)


async def _every(session: AsyncSession, where: ColumnElement[bool]) -> list[Announcement]:
    rows = await session.scalars(select(AnnouncementRow).where(where).order_by(AnnouncementRow.id))
    return [_announcement(row) for row in rows]


_PLAIN = "author state event urgent due_at series prepared confirmed_by album progress".split()
_PLAIN += ["approved_by", "people", "started_at"]


def _values(a: Announcement) -> dict[str, Any]:
    return {name: getattr(a, name) for name in _PLAIN} | {
        "versions": {language: asdict(each) for language, each in a.versions.items()},
        "audience": asdict(a.audience),
        "links": [asdict(link) for link in a.links],
        "repeat": _kept_repeat(a.repeat) if a.repeat else None,
    }


def _kept_repeat(repeat: Repeat) -> dict[str, str]:
    first = {"first": repeat.first.isoformat()} if repeat.first else {}
    return {"every": repeat.every, "until": repeat.until.isoformat(), **first}


def _repeat(kept: dict[str, str]) -> Repeat:
    first = datetime.fromisoformat(kept["first"]) if "first" in kept else None
    return Repeat(Every(kept["every"]), date.fromisoformat(kept["until"]), first)


def _announcement(row: AnnouncementRow) -> Announcement:
    plain = {name: getattr(row, name) for name in _PLAIN if name != "state"}
    return Announcement(
        id=row.id,
        version=row.version,
        state=AnnouncementState(row.state),
        versions={language: content(kept) for language, kept in row.versions.items()},
        audience=_audience(row.audience),
        links=tuple(_link(link) for link in row.links),
        repeat=_repeat(row.repeat) if row.repeat else None,
        **plain,
    )


def _audience(kept: dict[str, Any]) -> Audience:
    return Audience(tuple(kept["areas"]), kept["readers"], kept["target"])


def content(kept: dict[str, Any]) -> Content:
    """Return the content from its JSON, which knows no tuples."""
    media = [_file(file) for file in kept["media"]]
    if media and kept["html"]:  # until captions were kept with their files
        media[0] = replace(media[0], html=kept["html"])
    html = "" if media else kept["html"]
    return Content(html, tuple(media), _spot(kept["place"]), _source(kept.get("source")))


def _file(kept: dict[str, Any] | list[str]) -> File:
    if isinstance(kept, list):
        return File(kept[0], kept[1])
    return File(**kept | {"source": _source(kept["source"])})


def _spot(kept: dict[str, Any] | list[float] | None) -> Spot | None:
    if kept is None:
        return None
    if isinstance(kept, list):
        return Spot(kept[0], kept[1])
    return Spot(**kept | {"venue": tuple((name, value) for name, value in kept["venue"])})


def _link(kept: dict[str, Any]) -> Link:
    return Link(kept["text"], kept["url"], _source(kept.get("source")))


def _source(kept: list[int] | None) -> Source | None:
    return (kept[0], kept[1]) if kept else None

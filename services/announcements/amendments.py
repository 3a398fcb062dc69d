"""Edit or withdraw what people have already received: proposed, confirmed, for many also approved."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from domain.announcements.amendments import Act, Amendment, Stage
from domain.announcements.announcements import OVER, UNDER_WAY, Announcement, AnnouncementState, Content
from domain.delivery import MessageKind
from domain.team.organisers import Organiser
from messages.announcements import amendment_texts, approval_texts, sending_texts
from services.announcements import notices, rows
from services.environment import Environment
from services.results import Done, NeedsApproval, Refusal, Refused, Stale
from storage.announcements import amendments, announcements, reports
from storage.database import Session
from storage.events import events
from storage.outbox import delivered_edits, queue
from storage.people import conversations

log = logging.getLogger(__name__)

TEXT = "repair-text"
"""The prompt for the corrected words."""


@dataclass(frozen=True)
class Proposal:
    """An amendment to confirm: how many messages it changes, and how many that still wait."""

    amendment: Amendment
    changes: int
    waiting: int


@dataclass(frozen=True)
class FoundAmendment:
    """An amendment, what it amends, and how many that reaches."""

    amendment: Amendment
    known: Announcement
    reached: int


def _delivered(known: Announcement | Refused) -> Announcement | Refused:
    if isinstance(known, Announcement) and known.state not in (*OVER, *UNDER_WAY):
        return Refused(Refusal.NOT_DELIVERED)
    return known


async def look(env: Environment, *, who: Organiser, announcement: int) -> Announcement | Refused:
    """Return what may be amended, without changing anything."""
    async with env.database.read() as session:
        return _delivered(rows.judged(await announcements.one(session, announcement), who))


async def propose(
    env: Environment, *, who: Organiser, announcement: int, act: Act, versions: Mapping[str, Content], now: datetime
) -> Done[Proposal] | Refused:
    """Keep what is wanted; nothing changes before it is confirmed. `versions`: the new words of an edit."""
    async with env.database.begin() as session:
        known = _delivered(await rows.find(session, who, announcement))
        if isinstance(known, Refused):
            return known
        originals = await _originals(session, known, versions)
        there, old, waiting = await reports.arrived(session, list(originals.values()), now)
        withdraws = act is Act.WITHDRAW
        new = Amendment(0, 1, known.id, who.chat_id, act, Stage.PROPOSED, versions, old if withdraws else 0)
        kept = await amendments.add(session, new, now)
        await conversations.expect_nothing(session, who.chat_id)
    return Done(Proposal(kept, there if withdraws else there + old, waiting))


async def _originals(session: Session, known: Announcement, versions: Mapping[str, Content]) -> dict[str, int]:
    """Return the messages that change, by language; all of them when no versions are given."""
    by_language = await queue.versions(session, MessageKind.ANNOUNCEMENT, known.id)
    found = {language: ids[0] for language, ids in by_language.items()}
    if not versions:
        return found
    edited = replace(known, versions={**known.versions, **versions})
    return {
        language: original
        for language, original in found.items()
        if edited.content(language) != known.content(language)
    }


async def drop(
    env: Environment, *, who: Organiser, amendment: int, version: int
) -> Done[Amendment] | Stale[Amendment] | Refused:
    """Give a proposal up."""
    async with env.database.begin() as session:
        found = await _find_at(session, who, amendment, version, Stage.PROPOSED)
        if not isinstance(found, FoundAmendment):
            return found
        return Done(await _store(session, replace(found.amendment, stage=Stage.DROPPED)))


async def supersede(session: Session, *, author: int, announcement: int) -> Amendment | None:
    """Drop the last proposal of an author, for a new one to take its place; return it as it was."""
    last = await amendments.latest(session, announcement, author)
    if last is not None and last.stage is Stage.PROPOSED:
        await amendments.save(session, replace(last, stage=Stage.DROPPED))
    return last


async def confirm(
    env: Environment, *, who: Organiser, amendment: int, version: int, now: datetime
) -> Done[Amendment] | NeedsApproval[Amendment] | Stale[Amendment] | Refused:
    """Do what was proposed; other words for many wait for a colleague's word."""
    result: Done[Amendment] | NeedsApproval[Amendment]
    async with env.database.begin() as session:
        found = await _find_at(session, who, amendment, version, Stage.PROPOSED)
        if not isinstance(found, FoundAmendment):
            return found
        if found.amendment.act is Act.EDIT and env.takes_two(found.reached):
            result = await _ask(session, env, who, found, now)
        else:
            result = await _carry_out(session, env, who, found, now)
    env.wake()
    return result


async def _reached(session: Session, known: Announcement) -> int:
    """Return how many have it or will get it, in all languages: other words reach as many."""
    counts = await reports.counts(session, MessageKind.ANNOUNCEMENT, known.id)
    return counts.sent + counts.pending


async def _ask(
    session: Session, env: Environment, who: Organiser, found: FoundAmendment, now: datetime
) -> NeedsApproval[Amendment]:
    """Put it before every colleague who may approve it; without one it stays a proposal."""
    known, count = found.known, found.reached
    colleagues = await notices.colleagues(session, env, known, besides=who.chat_id)
    if not colleagues:
        return NeedsApproval(found.amendment, count, 0)
    asked = await _store(session, replace(found.amendment, stage=Stage.APPROVAL, author=who.chat_id))
    key = f"approval:repair:{asked.id}:{found.amendment.version}"
    await notices.tell(
        session,
        env,
        key,
        asked.id,
        colleagues,
        lambda voice: approval_texts.asked_to_correct(asked, known, who.name, count, voice),
        now,
    )
    await rows.record(session, env, who, "approval-asked", known, now, count=count)
    return NeedsApproval(asked, count, len(colleagues))


async def approve(
    env: Environment, *, who: Organiser, amendment: int, version: int, now: datetime
) -> Done[Amendment] | Stale[Amendment] | Refused:
    """Do what a colleague confirmed."""
    async with env.database.begin() as session:
        found = await _find_at(session, who, amendment, version, Stage.APPROVAL)
        if not isinstance(found, FoundAmendment):
            return found
        if found.amendment.author == who.chat_id:
            return Refused(Refusal.OWN_REQUEST)
        result = await _carry_out(session, env, who, found, now)
    env.wake()
    return result


async def send_back(
    env: Environment, *, who: Organiser, amendment: int, version: int, now: datetime
) -> Done[Amendment] | Stale[Amendment] | Refused:
    """Change nothing after all, not like this; its author is told."""
    async with env.database.begin() as session:
        found = await _find_at(session, who, amendment, version, Stage.APPROVAL)
        if not isinstance(found, FoundAmendment):
            return found
        dropped = await _store(session, replace(found.amendment, stage=Stage.DROPPED))
        row = (dropped.id, dropped.version)
        await notices.tell_decision(session, env, who, dropped.author, "approval-repair-refused", row, now)
    env.wake()
    return Done(dropped)


async def _carry_out(
    session: Session, env: Environment, who: Organiser, found: FoundAmendment, now: datetime
) -> Done[Amendment]:
    """Save the announcement as amended, and queue what makes it so in every chat."""
    known, edits = found.known, found.amendment.act is Act.EDIT
    running = await _store(session, replace(found.amendment, stage=Stage.RUNNING))
    amended = await rows.store(session, _amended(known, running))
    await conversations.release(session, known.id, TEXT, who.chat_id)
    count = await _queue(session, env, known, amended, running, now)
    act = "announcement-edited" if edits else "announcement-withdrawn"
    await rows.record(session, env, who, act, known, now, count=count)
    log.info(
        "announcement %s: %s by organiser %s for %s",
        known.id,
        running.act,
        who.chat_id,
        count,
        extra={"announcement": known.id},
    )
    return Done(running, count)


def _amended(known: Announcement, amendment: Amendment) -> Announcement:
    if amendment.act is Act.EDIT:
        return replace(known, versions={**known.versions, **amendment.versions})
    return replace(known, state=AnnouncementState.STOPPING if known.state in UNDER_WAY else AnnouncementState.WITHDRAWN)


async def _queue(
    session: Session, env: Environment, known: Announcement, amended: Announcement, by: Amendment, now: datetime
) -> int:
    """Queue rows for every message that is there; what still waits gets the new words, or never leaves."""
    event = await events.one(session, amended.event) if amended.event is not None else None
    key, count = f"repair:{by.id}", 0
    for language, original in (await _originals(session, known, by.versions)).items():
        content, voice = amended.content(language), env.voice(language)
        if by.act is Act.EDIT:
            new = sending_texts.delivered(amended, voice, event, voice.bot)
            call = amendment_texts.correction(content, new)
            edit = queue.OutboxMessage(key, MessageKind.REPAIR, by.id, language, call.method, call.payload)
            count += await delivered_edits.edit(session, original, edit, new.payload, now)
        else:
            call = amendment_texts.deletion(content)
            deletion = queue.OutboxMessage(key, MessageKind.REPAIR, by.id, language, call.method, call.payload)
            count += await delivered_edits.delete(session, original, deletion, now)
    return count


async def find_waiting(
    env: Environment, *, who: Organiser, amendment: int
) -> FoundAmendment | Stale[Amendment] | Refused:
    """Return what waits for a colleague's word, without changing anything."""
    async with env.database.begin() as session:
        return await _find_at(session, who, amendment, None, Stage.APPROVAL)


async def _find_at(
    session: Session, who: Organiser, amendment: int, version: int | None, stage: Stage
) -> FoundAmendment | Stale[Amendment] | Refused:
    """Return the amendment as `who` saw it, and what it amends; neither can change before the transaction ends."""
    found = await amendments.locked(session, amendment)
    if found is None:
        return Refused(Refusal.UNKNOWN)
    known = await rows.find(session, who, found.announcement)
    if isinstance(known, Refused):
        return known
    if found.stage is not stage or version not in (None, found.version):
        return Stale(found)
    delivered = _delivered(known)
    if isinstance(delivered, Refused):
        return delivered
    return FoundAmendment(found, delivered, await _reached(session, delivered))


async def _store(session: Session, changed: Amendment) -> Amendment:
    saved = await amendments.save(session, changed)
    if saved is None:
        raise LookupError(f"amendment {changed.id} was changed though it was not found in this transaction")
    return saved

"""Hold back an announcement that is due but lacks the approval it needs, and ask for it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from domain.announcements.announcements import Announcement, AnnouncementState
from domain.delivery import MessageKind
from domain.organisers import Role
from messages.announcements import approval_texts
from messages.message import Message
from scheduler.job_context import JobContext
from storage.announcements import audiences
from storage.database import Session
from storage.outbox import queue
from storage.people import residents
from storage.team import organisers

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Doubt:
    """The reason why an announcement may not start as it is, and how many it would reach."""

    why: str
    count: int


@dataclass(frozen=True)
class Approvals:
    """`above`: up to how many people one organiser's word is enough; 0 for any number."""

    context: JobContext
    above: int

    async def doubt(self, session: Session, known: Announcement, at: datetime) -> Doubt | None:
        if known.confirmed_by is None:
            return None
        left = not await self._may(session, known, known.confirmed_by)
        if not left and not self.above:
            return None
        count = await audiences.recipients(session, known, at)
        if left:
            return Doubt(approval_texts.LEFT, count)
        return Doubt(approval_texts.GROWN, count) if known.outgrown(count, self.above) else None

    async def _may(self, session: Session, known: Announcement, chat_id: int) -> bool:
        """Return True if somebody is still an organiser, for all its towns."""
        if chat_id in self.context.owners:
            return True
        who = await organisers.one(session, chat_id)
        return who is not None and who.role.may(Role.ORGANISER) and who.responsible(known.audience.towns)

    async def ask(self, session: Session, asked: Announcement, doubt: Doubt, now: datetime) -> None:
        """Ask every colleague who may approve, and tell whoever confirmed it."""
        log.info("%s waits for an organiser's word: %s", asked.key, doubt.why)
        colleagues = await organisers.addressees(session, self.context.owners, Role.ORGANISER, asked.audience.towns)
        colleagues.pop(asked.confirmed_by or 0, None)
        key = f"approval:{asked.id}:{asked.version}"

        def question(language: str) -> queue.OutboxMessage:
            text = approval_texts.again(asked, doubt.why, doubt.count, self.context.voice(language))
            return queue.OutboxMessage(key, MessageKind.APPROVAL, asked.id, language, "sendMessage", text.payload, True)

        await queue.tell(session, colleagues, question, now, now)
        first = asked.confirmed_by
        language = await residents.language(session, first) if first is not None else None
        if first is not None and language is not None:
            text = approval_texts.held(asked, doubt.count, bool(colleagues), self.above, self.context.voice(language))
            await self._tell(session, asked, first, language, text, now)

    async def _tell(
        self, session: Session, asked: Announcement, chat: int, language: str, text: Message, now: datetime
    ) -> None:
        key = f"approval-held:{asked.id}:{asked.version}"
        row = queue.OutboxMessage(key, MessageKind.APPROVAL, asked.id, language, "sendMessage", text.payload, True)
        await queue.add_one(session, await queue.add(session, row, now), chat, now)


def waiting(known: Announcement, doubt: Doubt) -> Announcement:
    """Return it as it waits. The confirmation of somebody who is no organiser any more does not count."""
    if doubt.why == approval_texts.LEFT:
        known = replace(known, confirmed_by=None, approved_by=None)
    return replace(known, state=AnnouncementState.APPROVAL, people=doubt.count, started_at=None)

"""Tell the organisers about groups where the bot may not write, if that lasts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.delivery import MessageKind
from domain.residents.groups import Group
from domain.team.organisers import Role
from messages.residents import group_texts
from scheduler.job_context import JobContext
from storage.outbox import queue
from storage.people import groups
from storage.team import organisers


@dataclass(frozen=True)
class Refusals:
    """Tells them once each time, until something arrives there again."""

    context: JobContext

    async def tick(self, now: datetime) -> None:
        async with self.context.database.read() as session:
            lasting = await groups.refusing(session, groups.LASTING)
            told = await queue.known(session, [_key(group, since) for group, since in lasting])
        new = [each for each in lasting if _key(*each) not in told]
        for group, since in new:
            await self._tell(group, since, now)
        if new:
            self.context.wake()

    async def _tell(self, group: Group, since: datetime, now: datetime) -> None:
        def message(language: str) -> queue.OutboxMessage:
            payload = group_texts.refusing(group, since, self.context.voice(language)).payload
            return queue.OutboxMessage(_key(group, since), MessageKind.GROUP, None, language, "sendMessage", payload)

        async with self.context.database.begin() as session:
            everyone = await organisers.addressees(session, self.context.owners, Role.ORGANISER)
            await queue.tell(session, everyone, message, now, self.context.quiet.hold(now))


def _key(group: Group, since: datetime) -> str:
    return f"refused:{group.chat_id}:{int(since.timestamp())}"

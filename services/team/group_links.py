"""Groups and channels: organisers decide which of them announcements may go to."""

from __future__ import annotations

import logging
from datetime import datetime

from domain.residents.groups import Group
from domain.team.organisers import Organiser, Role
from services.environment import Environment, record
from services.results import Done, Refused, Stale
from services.rights import lacking
from storage.people import groups

log = logging.getLogger(__name__)


async def link(env: Environment, *, who: Organiser, group: int, now: datetime) -> Done[Group] | Stale[Group] | Refused:
    """Let organisers announce to a group. It is everyone's: that takes an organiser for all areas."""
    if (refused := lacking(who, Role.ORGANISER, ())) is not None:
        return refused
    async with env.database.begin() as session:
        known = await groups.one(session, group)
        if known is None or not known.reachable:
            return Stale(known)
        if await groups.link(session, known.chat_id):
            await record(session, who, "group-linked", None, now, title=known.title)
    log.info("group %s linked by organiser %s", known.chat_id, who.chat_id)
    return Done(known)

"""Rows of residents: private chats that wrote to the bot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.delivery import UNSENT, SkipReason
from domain.residents.groups import ChatKind
from domain.team.organisers import Organiser, Role
from storage import traces
from storage.database import dialect_of, insert
from storage.models import (
    Attendance,
    AuditRow,
    Card,
    Conversation,
    Delivery,
    Feedback,
    InquiryRow,
    InviteRow,
    OrganiserRow,
    Outgoing,
    QuestionRow,
    Resident,
    Subscription,
)
from storage.outbox import control, deliveries
from storage.people import conversations
from storage.people.conversations import ChatState
from storage.team import learned_answers


async def language(session: AsyncSession, chat_id: int) -> str | None:
    """Return the language of this chat; None for a chat never seen."""
    return await session.scalar(select(Resident.language).where(Resident.chat_id == chat_id))


@dataclass(frozen=True)
class SenderProfile:
    """The sender of an update: everything known of the chat, in one query."""

    language: str
    reachable: bool
    standing: ChatState
    organiser: Organiser | None
    feeds: tuple[str, ...] = ()
    """The keys of the feeds it follows."""


# Made once: it is asked for every update, and making it takes longer than asking.
_VISIT = (
    select(Resident.language, Resident.reachable)
    .add_columns(Conversation.expects, Conversation.subject, Conversation.topic, Conversation.heard)
    .add_columns(OrganiserRow.role, OrganiserRow.areas, OrganiserRow.name)
    .add_columns(
        select(func.aggregate_strings(Subscription.feed, ","))
        .where(Subscription.chat_id == bindparam("chat"))
        .scalar_subquery()
    )
    .outerjoin(Conversation)
    .outerjoin(OrganiserRow, OrganiserRow.chat_id == Resident.chat_id)
    .where(Resident.chat_id == bindparam("chat"))
)


async def visit(session: AsyncSession, chat_id: int) -> SenderProfile | None:
    """Return the sender's profile; None for a chat never seen."""
    row = (await session.execute(_VISIT, {"chat": chat_id})).first()
    if row is None:
        return None
    organises = None if row[6] is None else Organiser(chat_id, Role(row[6]), tuple(row[7]), row[8])
    feeds = tuple(sorted(row[9].split(","))) if row[9] else ()
    standing = ChatState(row[2], row[3], row[4], conversations.read(row[5]))
    return SenderProfile(row[0], row[1], standing, organises, feeds)


async def remember(session: AsyncSession, chat_id: int, language: str, now: datetime) -> None:
    """Add the chat, or make it reachable again; its language is kept."""
    values = {"kind": ChatKind.PRIVATE, "title": "", "linked": False, "reachable": True}
    new = insert(dialect_of(session), Resident).values(chat_id=chat_id, language=language, first_seen=now, **values)
    await session.execute(new.on_conflict_do_update(index_elements=["chat_id"], set_={"reachable": True}))


async def choose_language(session: AsyncSession, chat_id: int, language: str) -> None:
    await session.execute(update(Resident).where(Resident.chat_id == chat_id).values(language=language))


async def set_reachable(session: AsyncSession, chat_id: int, reachable: bool) -> None:
    await session.execute(update(Resident).where(Resident.chat_id == chat_id).values(reachable=reachable))


async def export(session: AsyncSession, chat_id: int) -> dict[str, Any]:
    """Return everything kept about one chat, ready for JSON."""
    resident = await session.get(Resident, chat_id)
    if resident is None:
        return {}
    return {
        "chat_id": chat_id,
        "language": resident.language,
        "reachable": resident.reachable,
        "first_seen": resident.first_seen.isoformat(),
        "silent_until": resident.silent_until.isoformat() if resident.silent_until else None,
        "group": {"kind": resident.kind, "title": resident.title} if resident.title else None,
        "subscriptions": await _subscriptions(session, chat_id),
        "conversation": await _conversation(session, chat_id),
        "questions": await _questions(session, chat_id),
        "messages_sent": await _deliveries(session, chat_id),
        "coming_to": await _attendances(session, chat_id),
        "feedback": await _feedback(session, chat_id),
        "cards": await _cards(session, chat_id),
        "organiser": await _organiser(session, chat_id),
        "invites": await _invites(session, chat_id),
        "record": await _deeds(session, chat_id),
    }


async def _subscriptions(session: AsyncSession, chat_id: int) -> list[dict[str, Any]]:
    rows = await session.scalars(select(Subscription).where(Subscription.chat_id == chat_id))
    return [{"feed": x.feed, "leads": x.leads, "since": x.created_at.isoformat()} for x in rows]


async def _conversation(session: AsyncSession, chat_id: int) -> dict[str, Any] | None:
    row = await session.get(Conversation, chat_id)
    if row is None:
        return None
    return {"waiting_for": row.expects, "topic": row.topic, "updated_at": row.updated_at.isoformat()}


async def _questions(session: AsyncSession, chat_id: int) -> list[dict[str, Any]]:
    query = select(QuestionRow.text, InquiryRow.state, QuestionRow.created_at).join(InquiryRow)
    rows = await session.execute(query.where(QuestionRow.chat_id == chat_id))
    return [{"text": text, "state": state, "asked_at": at.isoformat()} for text, state, at in rows]


async def _attendances(session: AsyncSession, chat_id: int) -> list[dict[str, Any]]:
    rows = await session.scalars(select(Attendance).where(Attendance.chat_id == chat_id))
    return [{"event": x.event_id, "since": x.since.isoformat()} for x in rows]


async def _feedback(session: AsyncSession, chat_id: int) -> list[dict[str, Any]]:
    rows = await session.scalars(select(Feedback).where(Feedback.chat_id == chat_id))
    return [{"event": x.event_id, "rating": x.rating, "comment": x.comment} for x in rows]


async def _cards(session: AsyncSession, chat_id: int) -> list[dict[str, Any]]:
    rows = await session.scalars(select(Card).where(Card.chat_id == chat_id).order_by(Card.message_id))
    return [{"message": x.message_id, "event": x.event_id} for x in rows]


async def _organiser(session: AsyncSession, chat_id: int) -> dict[str, Any] | None:
    row = await session.get(OrganiserRow, chat_id)
    if row is None:
        return None
    return {"role": row.role, "areas": row.areas, "name": row.name, "since": row.since.isoformat()}


async def _invites(session: AsyncSession, chat_id: int) -> list[dict[str, Any]]:
    rows = await session.scalars(select(InviteRow).where(InviteRow.inviter == chat_id))
    return [{"name": x.name, "role": x.role, "until": x.expires_at.isoformat()} for x in rows]


async def _deeds(session: AsyncSession, chat_id: int) -> list[dict[str, Any]]:
    rows = await session.scalars(select(AuditRow).where(AuditRow.actor == chat_id).order_by(AuditRow.id))
    return [{"act": x.act, "name": x.name, "at": x.at.isoformat()} for x in rows]


async def _deliveries(session: AsyncSession, chat_id: int) -> list[dict[str, Any]]:
    rows = await session.execute(
        select(Outgoing.kind, Delivery.state, Delivery.not_before, Delivery.sent_at)
        .join(Outgoing, Outgoing.id == Delivery.outgoing_id)
        .where(Delivery.id.in_(deliveries.of_chat(chat_id)))
        .order_by(Delivery.id)
    )
    return [
        {"kind": kind, "state": state, "due": due.isoformat(), "sent": sent.isoformat() if sent else None}
        for kind, state, due, sent in rows
    ]


async def erase(session: AsyncSession, chat_id: int) -> bool:
    """Forget the chat. Return True if that took away something the bot had learned from its words.

    What was sent stays as a count without the person, so that reports add up.
    """
    mine = list(await session.scalars(deliveries.of_chat(chat_id)))
    unsent = Delivery.id.in_(mine) & Delivery.state.in_(UNSENT)
    await control.skip(session, unsent, SkipReason.ERASED)
    await session.execute(update(Delivery).where(Delivery.id.in_(mine)).values(chat_id=None))
    unlearned = await learned_answers.forget_words(session, chat_id)
    await session.flush()
    await traces.forget(session, select(literal(chat_id, Resident.chat_id.type)))
    await session.execute(delete(Resident).where(Resident.chat_id == chat_id))
    return unlearned

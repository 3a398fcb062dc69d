"""The tables. Rows never leave `storage` except as the domain's values or as the records defined here."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, MetaData, String, Text, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from domain.delivery import DeliveryState, OutboxStatus
from storage.instants import Instant


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant,
        dict[str, Any]: JSON,
        dict[str, str]: JSON,
        list[int]: JSON,
        list[str]: JSON,
        list[dict[str, str]]: JSON,
    }


def _index_of(table: str, name: str, columns: str, condition: str) -> Index:
    """Return an index of some rows only. A query must spell the condition in the same way, without parameters.

    The migrations give PostgreSQL the same condition; to say so here would load all of its dialect.
    """
    return Index(f"ix_{table}_{name}", *columns.split(), sqlite_where=text(condition))


APART = "NOT reachable OR kind <> 'private'"
"""The residents who do not count as people who can be written to."""


class Resident(Base):
    """A private chat that wrote to the bot, without name or number; or, by its `kind`, a group or channel that it
    is in, with its `title`; `linked` when organisers may announce there. `refusals` counts what it was not let
    write there, one after the other, `refused_since` then. Whoever counts people counts `kind == "private"`.
    """

    __tablename__ = "residents"
    # Without a rowid SQLite keeps them in the order of their key, in which a fan-out goes through them. The
    # indexes hold the few who do not count, so that people are counted by leaving them out.
    __table_args__ = (
        _index_of("residents", "apart", "chat_id reachable kind", APART),
        _index_of("residents", "silent", "silent_until reachable kind", "silent_until IS NOT NULL"),
        {"sqlite_with_rowid": False},
    )
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(8))
    reachable: Mapped[bool] = mapped_column(default=True)
    first_seen: Mapped[datetime]
    silent_until: Mapped[datetime | None]
    kind: Mapped[str] = mapped_column(String(8), default="private")
    title: Mapped[str] = mapped_column(Text, default="")
    linked: Mapped[bool] = mapped_column(default=False)
    refusals: Mapped[int] = mapped_column(default=0, server_default="0")
    refused_since: Mapped[datetime | None]


class Subscription(Base):
    __tablename__ = "subscriptions"
    __table_args__ = (Index(None, "feed", "leads"), {"sqlite_with_rowid": False})
    chat_id: Mapped[int] = mapped_column(
        ForeignKey("residents.chat_id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    feed: Mapped[str] = mapped_column(String(100), primary_key=True)  # a key of domain.feeds
    leads: Mapped[str] = mapped_column(String(64))  # names of domain.reminders.Lead, comma-separated
    created_at: Mapped[datetime]
    thread_id: Mapped[int | None]  # the topic of the group in which it was subscribed


class Conversation(Base):
    """The state of a chat: the pending prompt, the topic of the talk, the messages that were heard."""

    __tablename__ = "conversations"
    chat_id: Mapped[int] = mapped_column(
        ForeignKey("residents.chat_id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    expects: Mapped[str | None] = mapped_column(String(32))
    subject: Mapped[int | None]
    topic: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    heard: Mapped[list[list[Any]] | None] = mapped_column(JSON(none_as_null=True))
    updated_at: Mapped[datetime]


class EventRow(Base):
    """An occurrence. `plan`: the event of the programme file that it is one of."""

    __tablename__ = "events"
    __table_args__ = (UniqueConstraint("programme", "slug"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    programme: Mapped[str] = mapped_column(String(32))
    slug: Mapped[str] = mapped_column(String(64))
    plan: Mapped[str] = mapped_column(String(32))
    area: Mapped[str] = mapped_column(String(32))
    also_in: Mapped[list[str]]
    kinds: Mapped[list[str]]
    venue: Mapped[str] = mapped_column(String(32))
    hours: Mapped[str] = mapped_column(String(8))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(16))
    note: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=1)
    confirmed_at: Mapped[datetime | None]
    since: Mapped[datetime | None]  # when it was given this start
    checked_at: Mapped[datetime | None]
    created_at: Mapped[datetime | None]
    announced_at: Mapped[datetime | None]  # when followers of the area heard that there is this event


class VenueRow(Base):
    """A venue in the organisers' words: a new one, or one of the programme file put right."""

    __tablename__ = "venues"
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    area: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(String(200))


class ChangeRow(Base):
    """A change of an event, from the first word to the notices about it."""

    __tablename__ = "event_changes"
    __table_args__ = (Index(None, "event_id", "state"), Index(None, "state", "done_at"))
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    author: Mapped[int | None] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(12))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    wanted: Mapped[dict[str, Any]]
    tell: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    applied_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]


class ProposalRow(Base):
    """What a watched calendar says otherwise of an event, or of one that there is not yet, which its `name` names."""

    __tablename__ = "proposals"
    __table_args__ = (Index(None, "programme", "state"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    programme: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(String(64))
    uid: Mapped[str] = mapped_column(Text)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    wanted: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(12))
    created_at: Mapped[datetime]
    told_at: Mapped[datetime | None]


class Card(Base):
    """An event's card in somebody's chat, kept so that it can be brought up to date."""

    __tablename__ = "cards"
    __table_args__ = (Index(None, "event_id"),)
    chat_id: Mapped[int] = mapped_column(
        ForeignKey("residents.chat_id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    message_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))


class AnnouncementRow(Base):
    """`versions`, `audience`, `links` and `repeat` hold the domain's values as JSON."""

    __tablename__ = "announcements"
    __table_args__ = (Index(None, "prepared", unique=True), Index(None, "due_at"))
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    author: Mapped[int | None] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(16), index=True)
    versions: Mapped[dict[str, Any]]
    audience: Mapped[dict[str, Any]]
    links: Mapped[list[dict[str, str]]]
    event: Mapped[int | None]
    urgent: Mapped[bool] = mapped_column(default=False)
    due_at: Mapped[datetime | None]
    repeat: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    series: Mapped[int | None]
    prepared: Mapped[str | None] = mapped_column(String(64))
    confirmed_by: Mapped[int | None] = mapped_column(BigInteger)
    approved_by: Mapped[int | None] = mapped_column(BigInteger)
    people: Mapped[int | None]
    album: Mapped[str | None] = mapped_column(String(64))
    progress: Mapped[int | None]
    started_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class RepairRow(Base):
    """A correction or withdrawal of an announcement that people have received."""

    __tablename__ = "repairs"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    announcement: Mapped[int]
    author: Mapped[int | None] = mapped_column(BigInteger)
    act: Mapped[str] = mapped_column(String(12))
    stage: Mapped[str] = mapped_column(String(12), index=True)
    versions: Mapped[dict[str, Any]]
    too_old: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]


class Outgoing(Base):
    """One rendered message: a Bot API method and its parameters, without the chat.

    `key` names the thing: there is one row per thing and language, so a tick can ask what it has produced
    already, and two processes cannot both produce it. `thing` is the key as a number, for its deliveries.
    `follows` is the row whose messages this one edits or deletes; `revision` counts how often that happened
    to this one.
    """

    __tablename__ = "outgoing"
    __table_args__ = (
        UniqueConstraint("key", "language"),
        Index(None, "thing", "language", unique=True),
        Index(None, "kind", "ref"),
        Index(None, "follows"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(2500))
    thing: Mapped[int] = mapped_column(BigInteger)
    status: Mapped[str] = mapped_column(String(8), default=OutboxStatus.OPEN)
    follows: Mapped[int | None]
    revision: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(String(16))
    ref: Mapped[int | None]
    language: Mapped[str] = mapped_column(String(8))
    method: Mapped[str] = mapped_column(String(32))
    payload: Mapped[dict[str, Any]]
    urgent: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class Delivery(Base):
    """One message to one chat. The pair of thing and chat makes a second insertion harmless.

    `chat_id` is emptied when the person erases their data, so that reports still add up. A hundred thousand of
    these are made at once: hence no foreign key to look up for each, no text that repeats, and indexes that
    grow at one end or hold only what is waiting or on its way. A chat's rows are found by way of `outgoing`.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("thing", "chat_id"),
        Index(None, "outgoing_id", "state", "sent_at"),
        _index_of("deliveries", "waiting", "not_before", f"state = '{DeliveryState.PENDING}'"),
        _index_of("deliveries", "on_its_way", "chat_id", f"state = '{DeliveryState.SENDING}'"),
        _index_of("deliveries", "perhaps_twice", "outgoing_id", "perhaps_twice"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    outgoing_id: Mapped[int]
    thing: Mapped[int] = mapped_column(BigInteger)
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(12), default=DeliveryState.PENDING)
    not_before: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    claimed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    message_id: Mapped[int | None]
    error: Mapped[str | None] = mapped_column(Text)
    perhaps_twice: Mapped[bool] = mapped_column(default=False)


class Pause(Base):
    """A wait that Telegram asked for (429), kept so that a restart honours it."""

    __tablename__ = "pauses"
    scope: Mapped[str] = mapped_column(String(64), primary_key=True)
    until: Mapped[datetime]


class HandledUpdates(Base):
    """The numbers of the updates that were handled last: one row, written as a whole."""

    __tablename__ = "handled_updates"
    id: Mapped[int] = mapped_column(primary_key=True)
    numbers: Mapped[list[int]]


class InquiryRow(Base):
    """A ticket: questions in words that are alike, answered once. `names` and `gist` say what it is about.

    Ids are never used again, so that a button of an old inquiry does not act on a new one.
    """

    __tablename__ = "inquiries"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy names it so
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(String(12), index=True)
    names: Mapped[str] = mapped_column(Text)
    gist: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


class QuestionRow(Base):
    """A question that a resident asked the bot to pass on. Nothing else of what people write is kept."""

    __tablename__ = "questions"
    id: Mapped[int] = mapped_column(primary_key=True)
    inquiry_id: Mapped[int] = mapped_column(ForeignKey("inquiries.id", ondelete="CASCADE"), index=True)
    chat_id: Mapped[int | None] = mapped_column(ForeignKey("residents.chat_id", ondelete="SET NULL"), index=True)
    language: Mapped[str] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    thread_id: Mapped[int | None]  # the topic of the group in which it was asked


class AnswerRow(Base):
    """An organiser's answer to an inquiry; a draft until it is sent. `name` is the author's."""

    __tablename__ = "answers"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy names it so
    id: Mapped[int] = mapped_column(primary_key=True)
    inquiry_id: Mapped[int] = mapped_column(ForeignKey("inquiries.id", ondelete="CASCADE"), index=True)
    author: Mapped[int | None] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(64))
    html: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]


class LearnedAnswer(Base):
    """An organiser's answer that has become an entry of the knowledge, with how people asked for it."""

    __tablename__ = "learned_answers"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy names it so
    id: Mapped[int] = mapped_column(primary_key=True)
    answer_id: Mapped[int]
    language: Mapped[str] = mapped_column(String(8))
    phrasings: Mapped[list[str]]
    answer: Mapped[str] = mapped_column(Text)
    author: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime]


class OrganiserRow(Base):
    """An organiser invited in the chat. The owners of the settings need no row."""

    __tablename__ = "organisers"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    role: Mapped[str] = mapped_column(String(12))
    areas: Mapped[list[str]]
    name: Mapped[str] = mapped_column(String(64))
    since: Mapped[datetime]


class InviteRow(Base):
    """An invitation to organise, until it is accepted or its time is over. The link's token is only hashed.

    Ids are never used again, so that a button of an old invitation does not act on a new one.
    """

    __tablename__ = "invites"
    __table_args__ = (Index(None, "expires_at"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    inviter: Mapped[int] = mapped_column(BigInteger)
    role: Mapped[str] = mapped_column(String(12))
    areas: Mapped[list[str]]
    name: Mapped[str] = mapped_column(String(64))
    version: Mapped[int] = mapped_column(default=1)
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime]


class VisitRow(Base):
    """A counter of how often an area's link was opened, by where it was found: a poster, or anywhere else."""

    __tablename__ = "visits"
    area: Mapped[str] = mapped_column(String(100), primary_key=True)
    source: Mapped[str] = mapped_column(String(16), primary_key=True)
    count: Mapped[int]


class AuditRow(Base):
    """An act that changed or sent something. Kept after the organiser has left."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[int | None] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(64))
    act: Mapped[str] = mapped_column(String(32))
    ref: Mapped[int | None]
    details: Mapped[dict[str, Any]]


class Attendance(Base):
    """Somebody who said "I am coming". Gone when the event is over: then only `Turnout` counts.

    Whoever presses the button in a group need not be a resident.
    """

    __tablename__ = "attendances"
    __table_args__ = (Index(None, "chat_id"),)
    event_id: Mapped[int] = mapped_column(
        ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    since: Mapped[datetime]


class Turnout(Base):
    """The headcount of an event that is over; `reported_at`: to the organisers."""

    __tablename__ = "turnouts"
    event_id: Mapped[int] = mapped_column(
        ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    coming: Mapped[int]
    counted_at: Mapped[datetime]
    reported_at: Mapped[datetime | None]


class Feedback(Base):
    """An opinion about an event. `chat_id` is emptied once the organisers get the summary."""

    __tablename__ = "feedback"
    __table_args__ = (UniqueConstraint("event_id", "chat_id"), Index(None, "chat_id"))
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    rating: Mapped[int]
    comment: Mapped[str | None] = mapped_column(Text)
    given_at: Mapped[datetime]

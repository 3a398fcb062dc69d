"""Announcements: their content, audience and time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.calendar import QuietHours

HOLD = timedelta(seconds=10)
"""From the confirmation to the first message: the time to change one's mind."""
MOST_PARTS = 10
MOST_LINKS = 3


class AnnouncementState(StrEnum):
    """The states of an announcement. The database keeps these words; docs/states.md draws the transitions."""

    DRAFT = "draft"
    APPROVAL = "approval"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    STOPPING = "stopping"
    DONE = "done"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


_S = AnnouncementState
TRANSITIONS: Mapping[AnnouncementState, frozenset[AnnouncementState]] = {
    _S.DRAFT: frozenset({_S.APPROVAL, _S.SCHEDULED, _S.CANCELLED}),
    _S.APPROVAL: frozenset({_S.SCHEDULED, _S.DRAFT}),
    # Back to APPROVAL where whoever confirmed it organises no more, or it would reach more people than was
    # agreed; DONE is the last time of a series, whose occurrences are announcements of their own.
    _S.SCHEDULED: frozenset({_S.SENDING, _S.DRAFT, _S.APPROVAL, _S.DONE}),
    _S.SENDING: frozenset({_S.PAUSED, _S.STOPPING, _S.DONE, _S.DRAFT}),  # DRAFT: before the first message leaves
    _S.PAUSED: frozenset({_S.SENDING, _S.STOPPING, _S.DRAFT}),
    _S.STOPPING: frozenset({_S.STOPPED}),
    _S.DONE: frozenset({_S.SENDING, _S.WITHDRAWN}),  # SENDING: what failed is tried again
    _S.STOPPED: frozenset({_S.SENDING, _S.WITHDRAWN}),
    _S.WITHDRAWN: frozenset(),
    _S.CANCELLED: frozenset(),
}
BEFORE = (AnnouncementState.DRAFT, AnnouncementState.APPROVAL, AnnouncementState.SCHEDULED)
UNDER_WAY = (AnnouncementState.SENDING, AnnouncementState.PAUSED, AnnouncementState.STOPPING)
OVER = (AnnouncementState.DONE, AnnouncementState.STOPPED)


Source = tuple[int, int]
"""Chat and number of the message in which an organiser wrote something: its edit changes what came of it."""


class ContentKind(StrEnum):
    """The kind of an announcement's message; a file's by Telegram's word for it."""

    TEXT = "text"
    ANIMATION = "animation"
    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    AUDIO = "audio"
    ALBUM = "album"
    PLACE = "place"


@dataclass(frozen=True)
class File:
    """A file that Telegram has: its kind ("photo", "video", ...), its id there, and its own caption."""

    kind: str
    id: str
    html: str = ""
    above: bool = False
    spoiler: bool = False
    source: Source | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Spot:
    """A place on the map; `venue`: its title, address and the like, if it has any, by Telegram's names."""

    latitude: float
    longitude: float
    venue: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Content:
    """One message: Telegram HTML, or files with their captions (two or more are an album), or a place."""

    html: str = ""
    media: tuple[File, ...] = ()
    place: Spot | None = None
    source: Source | None = field(default=None, compare=False)

    @property
    def kind(self) -> ContentKind:
        if self.place is not None:
            return ContentKind.PLACE
        if len(self.media) > 1:
            return ContentKind.ALBUM
        return ContentKind(self.media[0].kind) if self.media else ContentKind.TEXT

    @property
    def captioned(self) -> list[int]:
        """Return the positions of the files that have a caption."""
        return [position for position, file in enumerate(self.media) if file.html]

    @property
    def words(self) -> str:
        """Return everything that is written in it."""
        return self.html or "\n".join(file.html for file in self.media if file.html)

    @property
    def sources(self) -> list[Source | None]:
        return [file.source for file in self.media] or [self.source]

    def edited(self, new: Content) -> Content:
        """Return the same content with the new words of one of its messages."""
        if len(self.media) < 2 or not new.media:
            return new
        position = self.sources.index(new.source)
        return self.with_file(position, new.media[0])

    def reworded(self, html: str) -> Content:
        """Return the same content with other words: the text, or the one caption; the first file's if there is none."""
        if not self.media:
            return replace(self, html=html)
        position = (self.captioned or [0])[0]
        return self.with_file(position, replace(self.media[position], html=html))

    def with_file(self, position: int, file: File) -> Content:
        return replace(self, media=(*self.media[:position], file, *self.media[position + 1 :]))

    def takes(self, file: File) -> bool:
        """Return True if the file can join the album: Telegram mixes photos and videos, nothing else."""
        kinds = {each.kind for each in (*self.media, file)}
        together = kinds <= {ContentKind.PHOTO, ContentKind.VIDEO} or (
            len(kinds) == 1 and kinds <= {ContentKind.DOCUMENT, ContentKind.AUDIO}
        )
        return bool(self.media) and together and len(self.media) < MOST_PARTS


@dataclass(frozen=True)
class Audience:
    """No areas: everyone with a subscription. `readers` limits to one language.

    `target` is a linked group or channel, instead of people.
    """

    areas: tuple[str, ...] = ()
    readers: str = ""
    target: int | None = None


@dataclass(frozen=True)
class Link:
    text: str
    url: str
    source: Source | None = field(default=None, compare=False)


class Every(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Repeat:
    """By the wall clock; `until` is the last day on which it may go out.

    `first` is when the series began, once it has: its day of the month and its hour are kept by it, through
    shorter months and nights without that hour.
    """

    every: Every
    until: date
    first: datetime | None = None


@dataclass(frozen=True)
class Announcement:
    """`versions` holds what is said by language, the programme's own first: who has none gets that.

    `version` grows with every change: a button that carries an older one must not act. `series` is the
    repeated announcement that this is an occurrence of, `prepared` the entry of the content it comes from.
    `progress` is the message that shows how the sending goes. `people`: how many it was for when it was
    confirmed, or asked of `approved_by`, the second organiser.
    """

    id: int
    version: int
    author: int | None
    state: AnnouncementState
    versions: Mapping[str, Content] = field(hash=False)
    audience: Audience = Audience()
    links: tuple[Link, ...] = ()
    event: int | None = None
    urgent: bool = False
    due_at: datetime | None = None
    repeat: Repeat | None = None
    series: int | None = None
    prepared: str | None = None
    confirmed_by: int | None = None
    approved_by: int | None = None
    people: int | None = None
    album: str | None = None
    progress: int | None = None
    started_at: datetime | None = None

    @property
    def key(self) -> str:
        """Names what must never reach one chat twice."""
        return f"announcement:{self.id}"

    def content(self, language: str) -> Content:
        return self.versions.get(language) or next(iter(self.versions.values()), Content())

    def outgrown(self, count: int, above: int) -> bool:
        """Return True if so many recipients take an approval that was not given for so many.

        `above`: up to how many take none; 0 for any number. The one who runs the bot needs nobody's.
        """
        allowed = max(above, self.people or 0) if self.approved_by is not None else above
        return above > 0 and count > allowed and self.confirmed_by is not None

    def taken_back(self, now: datetime) -> Announcement:
        """Return it as a draft again. Within the hold, it loses the time that nobody chose."""
        at_once = self.repeat is None and self.due_at is not None and self.due_at <= now + HOLD
        due = None if at_once else self.due_at
        return replace(
            self, state=AnnouncementState.DRAFT, progress=None, started_at=None, due_at=due, approved_by=None
        )

    def start(self, now: datetime, quiet: QuietHours) -> datetime:
        """Return the time of its first message, were it confirmed now."""
        open_ = self.state in (AnnouncementState.DRAFT, AnnouncementState.APPROVAL)
        due = max(self.due_at or now, now + HOLD) if open_ else self.due_at or now
        return due if self.urgent else quiet.hold(max(due, now))

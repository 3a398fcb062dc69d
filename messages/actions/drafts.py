"""The organisers' buttons on the way to an announcement. Each carries the version that it was drawn for."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action, Wide


@dataclass(frozen=True)
class Versioned:
    announcement: int
    version: int


@dataclass(frozen=True)
class OpenDraft(Versioned, Action):
    """`view`: "all", "audience", "time", "repeat", "buttons" or "languages"."""

    code = "dview"
    view: str


@dataclass(frozen=True)
class ShowDraft(Action):
    """Whatever its version is by now: an album grows while it arrives."""

    code = "dshow"
    announcement: int


@dataclass(frozen=True)
class ToggleTown(Versioned, Action):
    """The empty town means everyone."""

    code = "dtown"
    town: str


@dataclass(frozen=True)
class ChooseReaders(Versioned, Action):
    """The empty language means all."""

    code = "dread"
    language: str


@dataclass(frozen=True)
class ChooseTarget(Versioned, Action):
    """A linked group or channel; 0 for people."""

    code = "dgroup"
    target: Wide


@dataclass(frozen=True)
class ChooseTime(Versioned, Action):
    code = "dtime"


@dataclass(frozen=True)
class SendNow(Versioned, Action):
    """Take the chosen time back."""

    code = "dnow"


@dataclass(frozen=True)
class ChooseRepeat(Versioned, Action):
    """`every` as in `domain.announcements.Every`; empty for once."""

    code = "drepeat"
    every: str


@dataclass(frozen=True)
class ToggleUrgent(Versioned, Action):
    code = "durgent"


@dataclass(frozen=True)
class EditContent(Versioned, Action):
    code = "dtext"
    language: str


@dataclass(frozen=True)
class DropVersion(Versioned, Action):
    code = "ddrop"
    language: str


@dataclass(frozen=True)
class AddLink(Versioned, Action):
    code = "dlink"


@dataclass(frozen=True)
class DropLinks(Versioned, Action):
    code = "dunlink"


@dataclass(frozen=True)
class ChooseCard(Versioned, Action):
    """The event whose card a button opens; 0 for none."""

    code = "dcard"
    event: int


@dataclass(frozen=True)
class ConfirmDraft(Versioned, Action):
    code = "dsend"


@dataclass(frozen=True)
class CancelDraft(Versioned, Action):
    code = "dcancel"

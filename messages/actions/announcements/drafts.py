"""The organisers' buttons on the way to an announcement. Each carries the version that it was drawn for."""

from __future__ import annotations

from messages.actions.action import Action, Number, Wide
from messages.actions.announcements.versioned import Versioned


class OpenDraft(Versioned, Action, frozen=True):
    """Open a view of the panel: "all", "audience", "time", "repeat", "buttons" or "languages"."""

    code = "dview"
    view: str
    page: Number = 0


class ShowDraft(Action, frozen=True):
    """Show the panel, whatever the draft's version: an album grows while it arrives."""

    code = "dshow"
    announcement: Number


class ToggleArea(Versioned, Action, frozen=True):
    """Add or remove an area; the empty one means everyone."""

    code = "dtown"
    area: str


class ChooseReaders(Versioned, Action, frozen=True):
    """Choose the readers' language; the empty one means all."""

    code = "dread"
    language: str


class ChooseTarget(Versioned, Action, frozen=True):
    """Choose a linked group or channel; 0 for people."""

    code = "dgroup"
    target: Wide


class ChooseTime(Versioned, Action, frozen=True):
    code = "dtime"


class SendNow(Versioned, Action, frozen=True):
    """Send now: take the chosen time back."""

    code = "dnow"


class ChooseRepeat(Versioned, Action, frozen=True):
    """Repeat `every` day, week or month (`Every`); empty for once."""

    code = "drepeat"
    every: str


class ToggleUrgent(Versioned, Action, frozen=True):
    code = "durgent"


class EditContent(Versioned, Action, frozen=True):
    code = "dtext"
    language: str


class DropVersion(Versioned, Action, frozen=True):
    code = "ddrop"
    language: str


class AddLink(Versioned, Action, frozen=True):
    code = "dlink"


class DropLinks(Versioned, Action, frozen=True):
    code = "dunlink"


class ChooseCard(Versioned, Action, frozen=True):
    """Choose the event whose card a button opens; 0 for none."""

    code = "dcard"
    event: Number


class ConfirmDraft(Versioned, Action, frozen=True):
    code = "dsend"


class CancelDraft(Versioned, Action, frozen=True):
    code = "dcancel"

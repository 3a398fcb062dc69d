"""The organisers' buttons on the way to an announcement."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class ToggleTown(Action):
    """An announcement's audience; the empty town means everyone."""

    code = "atown"
    announcement: int
    version: int
    town: str


@dataclass(frozen=True)
class ChooseTime(Action):
    code = "atime"
    announcement: int
    version: int


@dataclass(frozen=True)
class SendNow(Action):
    """Take the chosen time back."""

    code = "anow"
    announcement: int
    version: int


@dataclass(frozen=True)
class EditText(Action):
    code = "atext"
    announcement: int
    version: int


@dataclass(frozen=True)
class ConfirmAnnouncement(Action):
    code = "asend"
    announcement: int
    version: int


@dataclass(frozen=True)
class CancelAnnouncement(Action):
    code = "acancel"
    announcement: int
    version: int

"""The owners' buttons on the way to an invitation."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class BeginInvite(Action):
    code = "invite"


@dataclass(frozen=True)
class ChooseRole(Action):
    code = "irole"
    invite: int
    version: int
    role: str


@dataclass(frozen=True)
class ToggleInviteTown(Action):
    """The empty town means all."""

    code = "itown"
    invite: int
    version: int
    town: str


@dataclass(frozen=True)
class IssueInvite(Action):
    code = "ilink"
    invite: int
    version: int


@dataclass(frozen=True)
class WithdrawInvite(Action):
    """Before the link is made, or after it."""

    code = "icancel"
    invite: int
    version: int

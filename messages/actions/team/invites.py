"""The owners' buttons on the way to an invitation."""

from __future__ import annotations

from messages.actions.action import Action, Number


class BeginInvite(Action, frozen=True):
    code = "invite"


class ChooseRole(Action, frozen=True):
    code = "irole"
    invite: Number
    version: Number
    role: str


class ShowInvite(Action, frozen=True):
    """With this page of the towns."""

    code = "ishow"
    invite: Number
    version: Number
    page: Number


class ToggleInviteTown(Action, frozen=True):
    """The empty town means all."""

    code = "itown"
    invite: Number
    version: Number
    town: str


class IssueInvite(Action, frozen=True):
    code = "ilink"
    invite: Number
    version: Number


class WithdrawInvite(Action, frozen=True):
    """Before the link is made, or after it."""

    code = "icancel"
    invite: Number
    version: Number

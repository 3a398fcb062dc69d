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
    """Show the invitation with this page of the towns."""

    code = "ishow"
    invite: Number
    version: Number
    page: Number


class ToggleInviteTown(Action, frozen=True):
    """Add or remove a town; the empty one means all."""

    code = "itown"
    invite: Number
    version: Number
    town: str


class IssueInvite(Action, frozen=True):
    code = "ilink"
    invite: Number
    version: Number


class WithdrawInvite(Action, frozen=True):
    """Withdraw the invitation, before or after its link is made."""

    code = "icancel"
    invite: Number
    version: Number

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
    """Show the invitation with this page of the areas."""

    code = "ishow"
    invite: Number
    version: Number
    page: Number


class ToggleInviteArea(Action, frozen=True):
    """Add or remove an area; the empty one means all."""

    code = "itown"
    invite: Number
    version: Number
    area: str


class IssueInvite(Action, frozen=True):
    code = "ilink"
    invite: Number
    version: Number


class WithdrawInvite(Action, frozen=True):
    """Withdraw the invitation, before or after its link is made."""

    code = "icancel"
    invite: Number
    version: Number

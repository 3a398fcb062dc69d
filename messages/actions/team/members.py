"""The owners' buttons about those who organise."""

from __future__ import annotations

from messages.actions.action import Action, Number, Wide


class ShowOrganisers(Action, frozen=True):
    code = "organisers"
    page: Number


class Revoke(Action, frozen=True):
    """Ask if the right is to be revoked; `ConfirmRevoke` does it. `since` is the second of the appointment."""

    code = "revoke"
    organiser: Wide
    since: Wide


class ConfirmRevoke(Action, frozen=True):
    code = "revoke!"
    organiser: Wide
    since: Wide

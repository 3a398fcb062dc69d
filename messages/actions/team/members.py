"""The owners' buttons about those who organise."""

from __future__ import annotations

from messages.actions.action import Action, Number, Wide


class ShowOrganisers(Action, frozen=True):
    code = "organisers"
    page: Number


class Revoke(Action, frozen=True):
    """Asks first; `ConfirmRevoke` does it. `since`: the second of the appointment that is meant."""

    code = "revoke"
    organiser: Wide
    since: Wide


class ConfirmRevoke(Action, frozen=True):
    code = "revoke!"
    organiser: Wide
    since: Wide

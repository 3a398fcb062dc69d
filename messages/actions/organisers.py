"""The owners' buttons about those who organise."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action, Wide


@dataclass(frozen=True)
class ShowOrganisers(Action):
    code = "organisers"
    page: int


@dataclass(frozen=True)
class Revoke(Action):
    """Asks first; `ConfirmRevoke` does it. `since`: the second of the appointment that is meant."""

    code = "revoke"
    organiser: Wide
    since: Wide


@dataclass(frozen=True)
class ConfirmRevoke(Action):
    code = "revoke!"
    organiser: Wide
    since: Wide

"""The organisers' buttons on the way to a changed event."""

from __future__ import annotations

from messages.actions.action import Action, Number


class ListEvents(Action, frozen=True):
    code = "edlist"
    page: Number


class EditEvent(Action, frozen=True):
    code = "edit"
    event: Number


class NewEvent(Action, frozen=True):
    code = "ednew"
    page: Number = 0


class NewEventIn(Action, frozen=True):
    code = "ednewin"
    area: str


class ChangeField(Action, frozen=True):
    """`field`: what of the event; `handlers.changes` knows them."""

    code = "edfield"
    change: Number
    version: Number
    field: str


class ListVenues(Action, frozen=True):
    code = "edvenues"

    change: Number
    version: Number
    page: Number


class PickVenue(Action, frozen=True):
    code = "edvenue"
    change: Number
    version: Number
    venue: str


class SaveChange(Action, frozen=True):
    """Save the change; `tell` is 1 if followers are to hear of it."""

    code = "edsave"
    change: Number
    version: Number
    tell: Number


class ListProposals(Action, frozen=True):
    """Show what watched calendars say otherwise."""

    code = "callist"
    page: Number


class AcceptProposal(Action, frozen=True):
    code = "calyes"
    proposal: Number


class IgnoreProposal(Action, frozen=True):
    code = "calno"
    proposal: Number


class DropChange(Action, frozen=True):
    code = "eddrop"
    change: Number
    version: Number

"""The organisers' buttons on the way to a changed event."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class ListEvents(Action):
    code = "edlist"
    page: int


@dataclass(frozen=True)
class EditEvent(Action):
    code = "edit"
    event: int


@dataclass(frozen=True)
class NewEvent(Action):
    code = "ednew"


@dataclass(frozen=True)
class NewEventIn(Action):
    code = "ednewin"
    town: str


@dataclass(frozen=True)
class ChangeField(Action):
    """`field`: what of the event; `handlers.changes` knows them."""

    code = "edfield"
    change: int
    version: int
    field: str


@dataclass(frozen=True)
class PickVenue(Action):
    code = "edvenue"
    change: int
    version: int
    venue: str


@dataclass(frozen=True)
class SaveChange(Action):
    """`tell`: 1 when the followers are to hear of it."""

    code = "edsave"
    change: int
    version: int
    tell: int


@dataclass(frozen=True)
class DropChange(Action):
    code = "eddrop"
    change: int
    version: int

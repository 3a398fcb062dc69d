"""Results of acts. A door shows them; none of them is an error."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Refusal(StrEnum):
    """Reasons why an act is not done: no rights, or nothing there to act on."""

    NO_RIGHT = "no-right"
    NOT_YOUR_AREA = "not-your-area"
    NOT_YOURS = "not-yours"
    OWN_REQUEST = "own-request"
    UNKNOWN = "unknown"
    HAS_IT = "has-it"
    NOT_OFFERED = "not-offered"
    LAST_OWNER = "last-owner"
    NOT_CONFIRMED = "not-confirmed"
    NOT_DELIVERED = "not-delivered"


@dataclass(frozen=True)
class Done(Generic[T]):
    """It is done and recorded. `value`: the thing as it is now; `count`: how many it concerns."""

    value: T
    count: int = 0


@dataclass(frozen=True)
class Stale(Generic[T]):
    """Nothing was done: somebody was quicker, or it is over. `now`: the thing as it is, None if that is not known."""

    now: T | None = None


@dataclass(frozen=True)
class Refused:
    """Nothing was done: this person may not, or there is nothing of the kind."""

    why: Refusal


@dataclass(frozen=True)
class NeedsApproval(Generic[T]):
    """It waits for a colleague's word. `asked`: how many colleagues were asked; with 0 it stays as it was."""

    value: T
    count: int
    asked: int

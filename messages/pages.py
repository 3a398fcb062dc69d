"""Show lists of any length, eight at a time: a message holds 4096 characters and 100 buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from messages import keyboards
from messages.actions.action import Action
from messages.message import Row

PAGE = 8

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list, counted from 0."""

    shown: Sequence[T]
    number: int
    pages: int

    def turning(self, to: Callable[[int], Action]) -> list[Row]:
        return keyboards.turning(self.number, self.pages, to)


def page(items: Sequence[T], number: int = 0) -> Page[T]:
    """Return that page, or the nearest there is: the list may have become shorter."""
    pages = count(len(items))
    number = min(max(0, number), pages - 1)
    return Page(items[number * PAGE : (number + 1) * PAGE], number, pages)


def count(items: int) -> int:
    return max(1, -(-items // PAGE))


def holding(items: Sequence[T], item: T) -> int:
    """Return the page with the item; the first, if it is no longer in the list."""
    return items.index(item) // PAGE if item in items else 0

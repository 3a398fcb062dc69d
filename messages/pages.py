"""Show lists of any length, eight at a time: a message holds 4096 characters and 100 buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from answers.language import text
from messages import keyboards
from messages.actions.action import Action
from messages.actions.prompts import FindInList
from messages.message import Row

PAGE = 8

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list, counted from 0."""

    shown: Sequence[T]
    number: int
    pages: int

    def turning(self, to: Callable[[int], Action], find: FindInList | None = None) -> list[Row]:
        """Return the row that turns to the pages before and after; with `find` one can also type a name."""
        rows = keyboards.turning(self.number, self.pages, to)
        return [[*row, keyboards.button("🔎", find)] for row in rows] if find else rows


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


def with_name(names: Sequence[str], typed: str) -> int | None:
    """Return the page with the first name that holds what was typed; None if there is none."""
    wanted = text.fold(typed).strip()
    found = (number for number, name in enumerate(names) if wanted and wanted in text.fold(name))
    first = next(found, None)
    return None if first is None else first // PAGE

"""What is promised, was reached before and is reached now: `python -m benchmarks [--quick] [PART...]`.

Without a part all. What was reached before is in `before.json`; `--keep "two quiet cores"` makes the figures of this
run those.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Callable, Coroutine
from typing import Any

from benchmarks import (
    broadcast,
    desk,
    echo,
    faults,
    kills,
    occurrences,
    pages,
    paid,
    programmes,
    reminders,
    start,
    takeover,
    transport,
    updates,
)
from benchmarks.processes import PEERS_PYTHON
from benchmarks.table import Row, keep, kept, table

PARTS: dict[str, Callable[[bool], Coroutine[Any, Any, list[Row]]]] = {
    "mild": broadcast.mild,
    "strict": broadcast.strict,
    "faults": faults.measure,
    "kills": kills.measure,
    "takeover": takeover.measure,
    "transport": transport.measure,
    "echo": echo.measure,
    "paid": paid.measure,
    "reminders": reminders.measure,
    "occurrences": occurrences.measure,
    "pages": pages.measure,
    "start": start.measure,
    "programmes": programmes.measure,
}


LAST: dict[str, Callable[[bool], list[Row]]] = {"updates": updates.measure, "desk": desk.measure}
"""They bring a loop of their own, and come last: they stop looking for garbage."""


def measure(part: str, quick: bool) -> list[Row]:
    """Run one part, and say how long it takes: whoever waits wants to know."""
    print(f"{part}...", end="", file=sys.stderr, flush=True)
    began = time.monotonic()
    rows = LAST[part](quick) if part in LAST else asyncio.run(PARTS[part](quick))
    print(f" {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "parts", nargs="*", choices=[[], *PARTS, *LAST], metavar="PART", help=", ".join([*PARTS, *LAST])
    )
    parser.add_argument("--quick", action="store_true", help="small sizes, one run of each")
    parser.add_argument("--keep", metavar="ON", help="keep these figures as those before; ON is the machine")
    given = parser.parse_args()
    if not PEERS_PYTHON:
        print("PEERS_PYTHON is not set: without the peers beside it.", file=sys.stderr)
    rows = [row for part in given.parts or [*PARTS, *LAST] for row in measure(part, given.quick)]
    print(table(rows, kept()))
    if given.keep:
        keep(rows, given.keep)


main()

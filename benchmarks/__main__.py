"""What is promised beside what is reached: `python -m benchmarks [--quick] [PART...]`, without a part all."""

from __future__ import annotations

import argparse
import asyncio
import sys

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
from benchmarks.table import Row, table

PARTS = {
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


async def measure(parts: list[str], quick: bool) -> list[Row]:
    rows: list[Row] = []
    for part in parts:
        print(f"{part}...", file=sys.stderr, flush=True)
        rows += await PARTS[part](quick)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="small sizes, one run of each")
    given = parser.parse_args()
    if not PEERS_PYTHON:
        print("PEERS_PYTHON is not set: without the peers beside it.", file=sys.stderr)
    print(table(asyncio.run(measure(given.parts or list(PARTS), given.quick))))
    if not given.parts:
        updates.main()
        desk.main()


main()

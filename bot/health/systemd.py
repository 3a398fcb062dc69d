"""Tell systemd how it goes (sd_notify(3)): a datagram to the socket that it names, and nothing without one."""

from __future__ import annotations

import os
import socket
from contextlib import suppress


def notify(said: str) -> None:
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.setblocking(False)
        line.connect(f"\0{address[1:]}" if address.startswith("@") else address)
        line.send(said.encode())


def watchdog_seconds() -> float:
    """Return after how much silence systemd starts the process anew; infinity if it does not."""
    given = os.environ.get("WATCHDOG_USEC", "")
    ours = os.environ.get("WATCHDOG_PID", "") in ("", str(os.getpid()))
    return int(given) / 1e6 if ours and given.isdecimal() and int(given) else float("inf")

"""Buttons that act on an announcement as it was when they were drawn."""

from __future__ import annotations

from msgspec import Struct

from messages.actions.action import Number


class Versioned(Struct, frozen=True):
    """The announcement, at the version that was shown."""

    announcement: Number
    version: Number

"""Buttons about groups and channels."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class LinkGroup(Action):
    """Let organisers choose this group or channel for announcements."""

    code = "glink"
    group: int

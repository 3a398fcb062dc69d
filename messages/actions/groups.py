"""Buttons about groups and channels."""

from __future__ import annotations

from messages.actions.action import Action, Wide


class LinkGroup(Action, frozen=True):
    """Let organisers choose this group or channel for announcements."""

    code = "glink"
    group: Wide

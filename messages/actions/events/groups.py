"""Buttons about groups and channels."""

from __future__ import annotations

from messages.actions.action import Action, Number, Wide


class Introduce(Action, frozen=True):
    """Introduce the bot to a group, with this page of the areas."""

    code = "hello"
    page: Number


class LinkGroup(Action, frozen=True):
    """Let organisers choose this group or channel for announcements."""

    code = "glink"
    group: Wide

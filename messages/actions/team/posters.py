"""The organisers' choice of a poster."""

from __future__ import annotations

from messages.actions.action import Action, Number


class ShowPosters(Action, frozen=True):
    """Show the meetings to make a poster of."""

    code = "posters"
    page: Number


class MakePoster(Action, frozen=True):
    code = "poster"
    event: Number

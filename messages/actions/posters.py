"""The organisers' choice of a poster."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class MakePoster(Action):
    code = "poster"
    event: int

"""Buttons about help and language."""

from __future__ import annotations

from dataclasses import dataclass

from messages.actions.action import Action


@dataclass(frozen=True)
class ShowHelp(Action):
    code = "help"


@dataclass(frozen=True)
class ShowLanguages(Action):
    code = "languages"


@dataclass(frozen=True)
class ChooseLanguage(Action):
    code = "lang"
    language: str

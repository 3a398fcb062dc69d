"""Buttons about help and language."""

from __future__ import annotations

from messages.actions.action import Action


class ShowHelp(Action, frozen=True):
    code = "help"


class ShowLanguages(Action, frozen=True):
    code = "languages"


class ChooseLanguage(Action, frozen=True):
    code = "lang"
    language: str

"""Prompts: questions of the bot that are answered by typing."""

from __future__ import annotations

from messages import keyboards
from messages.actions.prompts import StopWaiting
from messages.localizer import Localizer
from messages.message import Message


def prompt(asked: Message, expects: str, voice: Localizer) -> Message:
    """Return the prompt with a button to leave it: until then, whatever is typed is taken for the answer."""
    out = keyboards.button(voice.words.plain("button-never-mind"), StopWaiting(expects))
    return Message(asked.html, [*asked.rows, [out]])

"""Language, and what is kept about a person."""

from __future__ import annotations

from messages import keyboards
from messages.actions.events import ShowEvents
from messages.actions.privacy import ConfirmErase, EraseData, ExportData, ShowPrivacy
from messages.actions.settings import ChooseLanguage
from messages.catalog import Catalog
from messages.message import Message
from messages.voice import Voice


def languages(catalog: Catalog, voice: Voice) -> Message:
    """Each language under its own name, so that who reads none of the others finds it."""
    rows = [
        [keyboards.button(catalog.words(code).plain("language-name"), ChooseLanguage(code))]
        for code in catalog.languages
    ]
    return Message(voice.words("choose-language"), rows)


def language_chosen(voice: Voice) -> Message:
    button = keyboards.button(voice.words.plain("button-show-events"), ShowEvents())
    return Message(voice.words("language-chosen"), [[button]])


def privacy(voice: Voice, sunset_days: int, *, group: bool = False, organiser: bool = False) -> Message:
    """`sunset_days`: so long after the last meeting everything goes by itself; 0: never."""
    rows = [
        [keyboards.button(voice.words.plain("button-export"), ExportData())],
        [keyboards.button(voice.words.plain("button-erase"), EraseData())],
    ]
    parts: list[str] = [voice.words("group-privacy" if group else "privacy")]
    if organiser:
        parts.append(voice.words("privacy-organiser"))
    elif sunset_days:
        parts.append(voice.words("privacy-sunset", count=sunset_days))
    return Message("\n\n".join(parts), rows)


def sunset(count: int, voice: Voice) -> Message:
    return Message(voice.words("sunset", count=count))


def erase_question(voice: Voice, *, organiser: bool = False) -> Message:
    rows = [
        [keyboards.button(voice.words.plain("button-erase-confirm"), ConfirmErase())],
        [keyboards.button(voice.words.plain("button-back"), ShowPrivacy())],
    ]
    parts = [voice.words("erase-ask"), *([voice.words("erase-ask-organiser")] if organiser else [])]
    return Message("\n\n".join(parts), rows)


def erased(voice: Voice, *, organiser: bool = False) -> Message:
    return Message(voice.words("erased-organiser" if organiser else "erased"))

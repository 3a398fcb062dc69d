"""Messages about the language, and about what is kept of a person."""

from __future__ import annotations

from messages import keyboards
from messages.actions.events.cards import ShowEvents
from messages.actions.residents.language import ChooseLanguage
from messages.actions.residents.privacy import ConfirmErase, EraseData, ExportData, ShowPrivacy
from messages.catalog import Catalog
from messages.localizer import Localizer
from messages.message import Message


def languages(catalog: Catalog, voice: Localizer) -> Message:
    """Offer each language under its own name, so that everybody finds theirs."""
    rows = [
        [keyboards.button(catalog.words(code).plain("language-name"), ChooseLanguage(code))]
        for code in catalog.languages
    ]
    return Message(voice.words("choose-language"), rows)


def language_chosen(voice: Localizer) -> Message:
    button = keyboards.button(voice.words.plain("button-show-events"), ShowEvents())
    return Message(voice.words("language-chosen"), [[button]])


def privacy(
    voice: Localizer, sunset_days: int, *, group: bool = False, organiser: bool = False, hears: bool = False
) -> Message:
    """Return the policy. Everything is forgotten `sunset_days` after the last meeting; 0: never.

    `hears`: voice messages are listened to.
    """
    rows = [
        [keyboards.button(voice.words.plain("button-export"), ExportData())],
        [keyboards.button(voice.words.plain("button-erase"), EraseData())],
    ]
    parts: list[str] = [voice.words("group-privacy" if group else "privacy")]
    if hears and not group:
        parts.append(voice.words("privacy-spoken"))
    if organiser:
        parts.append(voice.words("privacy-organiser"))
    elif sunset_days:
        parts.append(voice.words("privacy-sunset", count=sunset_days))
    return Message("\n\n".join(parts), rows)


def sunset(count: int, voice: Localizer) -> Message:
    return Message(voice.words("sunset", count=count))


def erase_question(voice: Localizer, *, organiser: bool = False) -> Message:
    rows = [
        [keyboards.button(voice.words.plain("button-erase-confirm"), ConfirmErase())],
        [keyboards.button(voice.words.plain("button-back"), ShowPrivacy())],
    ]
    parts = [voice.words("erase-ask"), *([voice.words("erase-ask-organiser")] if organiser else [])]
    return Message("\n\n".join(parts), rows)


def erased(voice: Localizer, *, organiser: bool = False) -> Message:
    return Message(voice.words("erased-organiser" if organiser else "erased"))

"""Help, and replies to messages that are not understood."""

from __future__ import annotations

from collections.abc import Sequence

from domain.events.events import Event
from domain.naming.slots import slots
from domain.team.organisers import Role
from messages import commands, keyboards, pages
from messages.actions.events.cards import ConfirmDates, ConfirmEvent, ShowDates, ShowEvents
from messages.actions.events.editing import ListEvents
from messages.actions.residents.subscriptions import ShowReminders
from messages.localizer import Localizer
from messages.message import Html, Message, Row
from speech.process import Unheard


def help_(role: Role | None, voice: Localizer) -> Message:
    add = [[keyboards.add_to_group_button(voice)]] if voice.bot else []
    return Message(_help(role, voice), [*_ways_on(voice), *add])


def unknown_command(role: Role | None, voice: Localizer) -> Message:
    return Message(f"{voice.words('unknown-command')}\n\n{_help(role, voice)}", _ways_on(voice))


def only_text(voice: Localizer, *, spoken: bool = False, hears: bool = False) -> Message:
    """Say what is understood instead. `spoken`: it was a voice message; `hears`: the bot listens to some."""
    key = ("only-text-here" if hears else "only-spoken-text") if spoken else "only-text"
    return Message(voice.words("only-text-or-voice" if hears and not spoken else key), _ways_on(voice))


def unheard(reason: Unheard, voice: Localizer) -> Message:
    """Say why a voice message came to no words; it may have been a cry for help."""
    danger = slots(voice.language, voice.programme)["emergency"]
    return Message(voice.words("spoken-unheard", reason=reason, emergency=danger))


def dates_question(events: Sequence[Event], voice: Localizer, number: int = 0) -> Message:
    """Ask the organisers if the assumed year is right."""
    page = pages.page(events, number)
    lines = Html("\n".join(voice.words("dates-line", **voice.event(event)) for event in page.shown))
    words = voice.words
    rows = [[keyboards.button(words.plain("button-confirm-dates"), ConfirmDates())]]
    if len(events) > 1:
        for event in page.shown:
            label = words.plain("button-confirm-date", name=voice.name(event), date=voice.short_day(event))
            rows.append([keyboards.button(label, ConfirmEvent(event.id, event.version))])
    rows += page.turning(ShowDates)
    rows.append([keyboards.button(words.plain("button-change-dates"), ListEvents(0))])
    return Message(words("dates-ask", events=lines), rows)


def _help(role: Role | None, voice: Localizer) -> str:
    text = voice.words("help")
    return f"{text}\n\n{commands.organisers_part(role, voice.words)}" if role else text


def _ways_on(voice: Localizer) -> list[Row]:
    return [
        [keyboards.button(voice.words.plain("button-show-events"), ShowEvents())],
        [keyboards.button(voice.words.plain("button-reminders"), ShowReminders())],
    ]

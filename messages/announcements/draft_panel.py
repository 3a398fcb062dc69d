"""Show a draft's panel: everything one must know before sending, and the buttons to change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from telegram import InlineKeyboardButton

from domain.announcements.announcements import HOLD, MOST_LINKS, Announcement, AnnouncementState, ContentKind, Every
from domain.calendar import QuietHours
from domain.events.events import Event
from domain.programmes import Programme
from domain.residents.groups import Group
from messages import dates, keyboards, pages
from messages.actions.action import Action
from messages.actions.announcements import drafts
from messages.actions.announcements.amendments import EditDelivered
from messages.actions.announcements.sending import ChangeScheduled, StopSending
from messages.actions.prompts import FindInList
from messages.announcements.sending_texts import summary
from messages.localizer import Localizer
from messages.message import Html, Message, Row


@dataclass(frozen=True)
class PanelContext:
    """The data of the panel besides the announcement: `count` recipients, the events one may link to.

    `areas` are those that the organiser is responsible for; none means all.
    """

    count: int
    now: datetime
    quiet: QuietHours
    languages: Sequence[str]
    events: Sequence[Event] = ()
    groups: Sequence[Group] = ()
    areas: Sequence[str] = ()


def begin(left: Announcement | None, voice: Localizer) -> Message:
    """Ask for the announcement; `left` is a draft that was begun and not finished."""
    text = voice.words("draft-begin", language=language_names([voice.programme.language], voice))
    if left is None:
        return Message(text)
    resume = _button("button-resume-draft", drafts.ShowDraft(left.id), voice, text=_name(left, voice))
    return Message(text, [[resume]])


def _name(a: Announcement, voice: Localizer) -> str:
    return summary(a, voice, 30)


def ask_content(a: Announcement, language: str, voice: Localizer) -> Message:
    """Ask for the words in another language, or again in one that is there."""
    key = "draft-ask-again" if language in a.versions else "draft-ask-version"
    return Message(voice.words(key, language=language_names([language], voice)))


def album_begun(a: Announcement, voice: Localizer) -> Message:
    show = _button("button-show-album", drafts.ShowDraft(a.id), voice)
    return Message(voice.words("draft-album"), [[show]])


def album_only(a: Announcement, voice: Localizer) -> Message:
    """Say that what was sent cannot be part of the album that is arriving."""
    show = _button("button-show-album", drafts.ShowDraft(a.id), voice)
    return Message(voice.words("draft-album-only"), [[show]])


def too_long(a: Announcement, language: str, over: tuple[int, int], voice: Localizer) -> Message:
    """Say that it is too long to be shown or sent; the draft is kept."""
    key = "draft-album-too-long" if a.content(language).kind == ContentKind.ALBUM else "announce-too-long"
    return Message(voice.words(key, length=over[0], limit=over[1]), _ways_out(a, language, voice))


def edited_too_late(a: Announcement, voice: Localizer) -> Message:
    """Say that an edited message no longer counts, and what can be done instead."""
    words = voice.words
    if a.state is AnnouncementState.SCHEDULED:
        way = _button("button-change", ChangeScheduled(a.id, a.version), voice)
    elif a.state is AnnouncementState.APPROVAL:
        way = _button("button-stop", StopSending(a.id), voice)
    else:
        way = _button("button-edit-delivered", EditDelivered(a.id, ""), voice)
    return Message(words("edit-too-late-announced", text=summary(a, voice)), [[way]])


def preview(a: Announcement, language: str, voice: Localizer) -> Message:
    if len(a.versions) == 1:
        return Message(voice.words("draft-preview"))
    return Message(voice.words("draft-preview-version", language=language_names([language], voice)))


def refused(a: Announcement, language: str, reason: str, voice: Localizer) -> Message:
    """Say that Telegram refuses it; the draft is kept."""
    return Message(voice.words("draft-refused", reason=reason), _ways_out(a, language, voice))


def _ways_out(a: Announcement, language: str, voice: Localizer) -> list[Row]:
    edit = _button("button-edit-text", drafts.EditContent(a.id, a.version, language), voice)
    cancel = _button("button-cancel", drafts.CancelDraft(a.id, a.version), voice)
    return [[edit], [cancel]]


def panel(a: Announcement, facts: PanelContext, voice: Localizer, view: str = "all", number: int = 0) -> Message:
    text = described(a, facts, voice)
    if view in _QUESTIONS:
        first = language_names([next(iter(a.versions), voice.programme.language)], voice)
        text += f"\n\n<b>{voice.words(_QUESTIONS[view], language=first)}</b>"
    rows = _VIEWS.get(view, _all)(a, facts, voice, number)
    if view != "all":
        rows.append([_button("button-back", drafts.OpenDraft(a.id, a.version, "all"), voice)])
    return Message(text, rows)


def described(a: Announcement, facts: PanelContext, voice: Localizer) -> str:
    return "\n\n".join(["\n".join(_lines(a, facts, voice)), *_notes(a, facts, voice)])


def _lines(a: Announcement, facts: PanelContext, voice: Localizer) -> list[str]:
    words = voice.words
    lines: list[str] = [
        words("draft-to", audience=Html(audience(a, voice, facts.groups))),
        *([] if a.audience.target else [words("draft-count", count=facts.count)]),
        words("draft-when", when=_when(a, facts, voice)),
    ]
    if a.repeat is not None:
        lines.append(words("draft-repeat", every=a.repeat.every, until=_last_day(a, voice)))
    lines.append(words("draft-languages", languages=language_names(list(a.versions), voice)))
    if names := [link.text for link in a.links] + [_area(event, voice) for event in _linked(a, facts)]:
        lines.append(words("draft-buttons", buttons=", ".join(names)))
    return lines


def _notes(a: Announcement, facts: PanelContext, voice: Localizer) -> list[str]:
    words = voice.words
    notes: list[str] = []
    start = a.start(facts.now, facts.quiet)
    held = facts.quiet.hold(start)
    if held != start:
        notes.append(words("draft-wakes", count=facts.count))
    elif start - max(a.due_at or facts.now, facts.now) > HOLD:
        notes.append(words("draft-quiet", day=voice.near_day(start, facts.now), time=voice.clock(start)))
    if facts.count == 0 and a.audience.target is not None:
        notes.append(words("draft-group-gone"))
    elif facts.count == 0:
        notes.append(words("draft-nobody"))
    return notes


def audience(a: Announcement, voice: Localizer, groups: Sequence[Group] = ()) -> str:
    if a.audience.target is not None:
        title = next((group.title for group in groups if group.chat_id == a.audience.target), "—")
        return voice.words("audience-group", title=title)
    areas, readers = a.audience.areas, a.audience.readers
    text: str = voice.words("audience-all")
    if areas:
        text = voice.words("audience-areas", areas=voice.listing(areas))
    if readers:
        text += voice.words("audience-readers", language=language_names([readers], voice))
    return text


def language_names(languages: Sequence[str], voice: Localizer) -> str:
    return ", ".join(voice.words.language_name(each) for each in languages)


def _when(a: Announcement, facts: PanelContext, voice: Localizer) -> str:
    """Return the chosen time; else "now", or the end of the quiet hours."""
    now = facts.now
    at = a.due_at if a.due_at is not None and a.due_at > now else a.start(now, facts.quiet)
    if at - now <= HOLD:
        return voice.words("draft-when-now")
    return voice.words(
        "draft-when-at",
        day=voice.near_day(at, now),
        time=voice.clock(at),
        countdown=dates.countdown(at - now, voice.words),
    )


def _last_day(a: Announcement, voice: Localizer) -> str:
    if a.repeat is None:
        return ""
    last = datetime.combine(a.repeat.until, datetime.min.time(), voice.programme.zone)
    return voice.day(last)


def _linked(a: Announcement, facts: PanelContext) -> list[Event]:
    return [event for event in facts.events if event.id == a.event]


def _area(event: Event, voice: Localizer) -> str:
    return voice.words.plain("button-event", name=voice.name(event), date=voice.short_day(event))


def _button(key: str, action: Action, voice: Localizer, **slots: str | int) -> InlineKeyboardButton:
    return keyboards.button(voice.words.plain(key, **slots), action)


def _choice(label: str, chosen: bool, action: Action) -> Row:
    return [keyboards.button(f"{'●' if chosen else '○'} {label}", action)]


def _all(a: Announcement, facts: PanelContext, voice: Localizer, _: int = 0) -> list[Row]:
    this = (a.id, a.version)
    views = [
        [("button-audience", "audience"), ("button-when", "time")],
        [("button-languages-of", "languages"), ("button-buttons", "buttons")],
    ]
    if a.content(voice.language).kind == ContentKind.ALBUM:
        views[1].pop()  # Telegram puts no buttons below an album
    rows = [[_button(key, drafts.OpenDraft(*this, view), voice) for key, view in pair] for pair in views]
    language = next(iter(a.versions), voice.programme.language)
    rows.insert(0, [_button("button-edit-text", drafts.EditContent(*this, language), voice)])
    start = a.start(facts.now, facts.quiet)
    later = start - facts.now > HOLD
    if facts.count or (later and a.audience.target is None):  # by then, somebody may follow the area
        key = "button-confirm-schedule" if later else "button-confirm-send"
        where = "group" if a.audience.target is not None else "people"
        rows.append([_button(key, drafts.ConfirmDraft(*this), voice, count=facts.count, where=where)])
    rows.append([_button("button-cancel", drafts.CancelDraft(*this), voice)])
    return rows


def _audience(a: Announcement, facts: PanelContext, voice: Localizer, number: int) -> list[Row]:
    this, chosen = (a.id, a.version), a.audience
    everyone = voice.words.plain("button-everyone")
    rows = (
        []
        if facts.areas
        else [_choice(everyone, not chosen.areas and chosen.target is None, drafts.ToggleArea(*this, ""))]
    )
    page = pages.page(choosable(facts.areas, [] if facts.areas else facts.groups, voice.programme), number)
    rows += [_one(a, each, voice) for each in page.shown]
    rows += page.turning(lambda to: drafts.OpenDraft(*this, "audience", to), FindInList("audience", *this))
    any_language = voice.words.plain("button-any-language")
    rows.append(_choice(any_language, not chosen.readers, drafts.ChooseReaders(*this, "")))
    for language in facts.languages:
        label = voice.words.plain("button-readers", language=language_names([language], voice))
        rows.append(_choice(label, chosen.readers == language, drafts.ChooseReaders(*this, language)))
    return rows


def choosable(own: Sequence[str], groups: Sequence[Group], programme: Programme) -> list[str | Group]:
    """Return the areas and groups that an organiser of `own` (none: of all) can write to, in the order of buttons."""
    return [*(each.id for each in programme.areas if not own or each.id in own), *groups]


def _one(a: Announcement, each: str | Group, voice: Localizer) -> Row:
    this, chosen = (a.id, a.version), a.audience
    if isinstance(each, str):
        return _choice(voice.area(each), each in chosen.areas, drafts.ToggleArea(*this, each))
    chose = drafts.ChooseTarget(*this, 0 if chosen.target == each.chat_id else each.chat_id)
    return _choice(f"💬 {each.title}", chosen.target == each.chat_id, chose)


def _time(a: Announcement, facts: PanelContext, voice: Localizer, _: int) -> list[Row]:
    this = (a.id, a.version)
    now = voice.words.plain("button-now")
    rows = [
        _choice(now, a.due_at is None, drafts.SendNow(*this)),
        [_button("button-choose-time", drafts.ChooseTime(*this), voice)],
    ]
    if a.due_at is not None:
        rows.append([_button("button-repeat", drafts.OpenDraft(*this, "repeat"), voice)])
    planned = max(a.due_at or facts.now, facts.now + HOLD)
    if a.urgent or facts.quiet.hold(planned) != planned:
        rows.append(_choice(voice.words.plain("button-urgent"), a.urgent, drafts.ToggleUrgent(*this)))
    return rows


def _repeat(a: Announcement, facts: PanelContext, voice: Localizer, _: int) -> list[Row]:
    this = (a.id, a.version)
    once = _choice(voice.words.plain("button-once"), a.repeat is None, drafts.ChooseRepeat(*this, ""))
    return [
        once,
        *(
            _choice(
                voice.words.plain("button-every", every=every),
                a.repeat is not None and a.repeat.every is every,
                drafts.ChooseRepeat(*this, every),
            )
            for every in Every
        ),
    ]


def _links(a: Announcement, facts: PanelContext, voice: Localizer, number: int) -> list[Row]:
    this = (a.id, a.version)
    rows = []
    if len(a.links) < MOST_LINKS:
        rows.append([_button("button-add-link", drafts.AddLink(*this), voice)])
    if a.links:
        rows.append([_button("button-drop-links", drafts.DropLinks(*this), voice)])
    page = pages.page(facts.events, number)
    for event in page.shown:
        chosen = event.id == a.event
        rows.append(_choice(_area(event, voice), chosen, drafts.ChooseCard(*this, 0 if chosen else event.id)))
    return [*rows, *page.turning(lambda to: drafts.OpenDraft(*this, "buttons", to))]


def _languages(a: Announcement, facts: PanelContext, voice: Localizer, _: int) -> list[Row]:
    rows = []
    for language in facts.languages:
        name = language_names([language], voice)
        key = "button-edit-version" if language in a.versions else "button-add-version"
        row = [_button(key, drafts.EditContent(a.id, a.version, language), voice, language=name)]
        if language in list(a.versions)[1:]:
            drop = drafts.DropVersion(a.id, a.version, language)
            row.append(_button("button-drop-version", drop, voice))
        rows.append(row)
    return rows


_VIEWS: dict[str, Callable[[Announcement, PanelContext, Localizer, int], list[Row]]] = {
    "audience": _audience,
    "time": _time,
    "repeat": _repeat,
    "buttons": _links,
    "languages": _languages,
}
_QUESTIONS = {view: f"draft-ask-{view}" for view in _VIEWS}


def stale(known: Announcement | None) -> str:
    """Return the key of the reason why a button of a draft cannot act any more."""
    if known is None or known.state in (AnnouncementState.DRAFT, AnnouncementState.CANCELLED):
        return "announce-stale"
    return "announce-already-sent"

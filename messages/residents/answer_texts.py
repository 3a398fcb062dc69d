"""Reply to questions: the engine decides, the event's row gives the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from answers.dialogue.decisions import (
    Answer,
    AskArea,
    Correction,
    Decision,
    Mistake,
    Offer,
    Option,
    OtherLanguage,
    Outcome,
    Several,
    Unknown,
    UnknownReason,
)
from answers.entries import About, Entry, EntryKind
from domain.events.events import Event, upcoming_in
from domain.naming.slots import slots
from domain.reminders import DEFAULT_LEADS, Lead
from messages import keyboards, pages
from messages.actions.action import Action
from messages.actions.events.cards import ShowEvents
from messages.actions.residents.language import ShowHelp, ShowLanguages
from messages.actions.residents.privacy import ShowPrivacy
from messages.actions.residents.questions import MoreMatches, NoneOfThese, PassOn, PickAnswer, WhichArea
from messages.actions.residents.subscriptions import ShowReminders
from messages.events import event_cards, event_slots
from messages.localizer import Localizer
from messages.message import Html, Message, Row
from messages.pages import PAGE
from messages.residents import language_cards
from messages.residents.answer_slots import always, filled, further, loses_facts, of_event

_BUTTONS: Mapping[str, tuple[str, Callable[[], Action]]] = {
    "events": ("button-show-events", ShowEvents),
    "reminders": ("button-reminders", ShowReminders),
    "help": ("button-help", ShowHelp),
    "language": ("button-languages", ShowLanguages),
    "privacy": ("button-privacy", ShowPrivacy),
}


@dataclass(frozen=True)
class AnswerContext:
    """The data of an answer: the events as they stand now, and the areas that the chat follows."""

    events: Sequence[Event]
    now: datetime
    followed: Collection[str] = ()
    page: int = 0
    at: int = 0
    """When the question was asked of which another page is shown."""
    hears: bool = False
    """Whether voice messages are understood here."""

    def ahead(self) -> list[Event]:
        return [event for event in self.events if event.ahead(self.now)]

    def upcoming(self) -> list[Event]:
        """Return the events ahead, and those called off whose day has not passed."""
        return [event for event in self.events if event.ends_at > self.now]

    def meant(self, areas: set[str], ids: Collection[int]) -> list[Event]:
        """Return the chosen events, if they are still there; else all that are to come in the areas."""
        wanted = set(ids)
        chosen = [event for event in self.events if event.id in wanted]
        return sorted(chosen, key=lambda event: event.starts_at) or upcoming_in(areas, self.events, self.now)


def whole(outcome: Outcome, facts: AnswerContext, voice: Localizer) -> Message:
    """Return the reply, and below it whom to call where somebody may be in danger."""
    message = reply(outcome.decision, facts, voice)
    if not outcome.perhaps_danger:
        return message
    call = voice.words("perhaps-danger", emergency=slots(voice.language, voice.programme)["emergency"])
    return Message(f"{message.html}\n\n{call}", message.rows)


def reply(decision: Decision, facts: AnswerContext, voice: Localizer) -> Message:
    match decision:
        case Answer():
            return _answer(decision, facts, voice)
        case Offer(options, known):
            return _offer(options, voice) if known is None else _beside(reply(known, facts, voice), options, voice)
        case Several(parts, options):
            return _several([reply(each, facts, voice) for each in parts], options, voice)
        case AskArea(entry):
            return _ask_area(entry, voice)
        case Correction():
            return _correction(decision, facts, voice)
        case OtherLanguage():
            return _other_language(decision, facts, voice)
        case Unknown(reason, options):
            return unknown(voice, options, asked=reason != UnknownReason.EMPTY)


def _other_language(asked: OtherLanguage, facts: AnswerContext, voice: Localizer) -> Message:
    """Return the card of that language; of the reader's own, for one that has none."""
    card = language_cards.find(asked.language, voice)
    if card is None:
        return unknown(voice)
    if asked.cry:
        return card.cry(asked.cry)
    named = facts.meant(voice.programme.within(asked.areas), asked.events)
    return card.message([event for event in named if event.ends_at > facts.now] or facts.upcoming())


def below(words: str, message: Message, voice: Localizer) -> Message:
    """Return the message below what was understood of a voice message: who was misheard sees it at once."""
    return Message(f"{voice.words('spoken-understood', text=words)}\n{message.html}", message.rows)


def unknown(voice: Localizer, options: Sequence[Option] = (), *, asked: bool = True) -> Message:
    if options:
        text = "\n\n".join([voice.words("unknown"), voice.words("unknown-or-one-of-these", count=len(options))])
        return Message(text, [*_guesses(options, voice), _pass_on(voice)])
    if asked:
        return Message(voice.words("unknown"), [_pass_on(voice), _shown("events", voice)])
    return Message(voice.words("unknown-nothing-asked"), [_shown("events", voice)])


# --- answers ---

GIVEN = 5
"""Events whose price, say, is told at once."""
_BY_VOICE = "bot.voice"
"""The entry that says how one can ask, which depends on a setting."""


def _answer(answer: Answer, facts: AnswerContext, voice: Localizer) -> Message:
    entry = answer.entry
    told = given(answer, facts, voice) if entry.asks else None
    if told is not None and (entry.kind is not EntryKind.FACT or answer.area or answer.events):
        # A note may speak of something else.
        return Message(told.html, [*told.rows, *_below(entry, voice)]) if entry.asks == "note" else told
    if entry.about is About.EVENT:
        return _of_events(answer, facts, voice)
    if entry.id == _BY_VOICE and facts.hears:
        return Message(voice.words("spoken-welcome"), _below(entry, voice))
    if entry.html:
        text: str = voice.words("learned-answer", answer=Html(entry.answer))
    else:
        text = filled(entry.answer, _slots(answer, voice))
    if told is not None:  # what holds in general, and the exceptions
        return Message(f"{text}\n\n{told.html}", told.rows)
    return Message(text, [*_bell(answer, facts, voice), *_below(entry, voice)])


def _bell(answer: Answer, facts: AnswerContext, voice: Localizer) -> list[Row]:
    """Return the bell of the area that is named, below what says how to be reminded."""
    feed = answer.area or ""
    wanted = "reminders" in answer.entry.buttons and feed and feed not in facts.followed
    return [[keyboards.named_subscribe_button(feed, voice)]] if wanted else []


def given(answer: Answer, facts: AnswerContext, voice: Localizer) -> Message | None:
    """Tell what is asked for of the events that have it; None if none of those that are meant does."""
    named = answer.area or answer.events
    meant = facts.meant(voice.programme.within([answer.area or ""]), answer.events) if named else facts.ahead()
    asked = ((event, event_slots.details(event, voice)[answer.entry.asks]) for event in meant if event.ahead(facts.now))
    having = [(event, value) for event, value in asked if value]
    if not having:
        return None
    shown = [event for event, _ in having[:GIVEN]]
    lines = (_by_value if len(having) > GIVEN else _by_event)(having, answer.entry.asks, voice)
    return Message("\n\n".join(lines), event_cards.ways_to(shown, voice))


def _by_event(having: Sequence[tuple[Event, str]], asked: str, voice: Localizer) -> list[str]:
    lines = ((event_cards.line(event, voice), value) for event, value in having)
    return [line if asked == "title" else f"{line}\n{_fact(asked, value, voice)}" for line, value in lines]


def _by_value(having: Sequence[tuple[Event, str]], asked: str, voice: Localizer) -> list[str]:
    """Tell each value once, with what has it: of a season nobody wants eight prices, but the three that there are."""
    if asked == "title":
        return _by_event(having[:GIVEN], asked, voice)
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for event, value in having:
        names[value][event_slots.name(event, voice)[1]] = None
    return [
        f"{_fact(asked, value, voice)}\n{voice.joined(list(of)[:GIVEN])}" for value, of in islice(names.items(), PAGE)
    ]


def _fact(asked: str, value: str, voice: Localizer) -> str:
    return voice.words(f"fact-{asked}", value=value)


def _of_events(answer: Answer, facts: AnswerContext, voice: Localizer) -> Message:
    """Tell of one meeting in a sentence, of several in a line each: none must seem the only one."""
    area, several = answer.area or "", answer.all_areas and not answer.events
    meant = facts.upcoming() if several else facts.meant(voice.programme.within([area]), answer.events)
    if not any(event.ahead(facts.now) for event in meant) and not several:
        return _none_ahead(area, meant, facts, voice)
    if len(meant) == 1 and not several:
        return _of_event(answer.entry, meant[0], facts, voice)
    return _glance(answer.entry, meant, facts, voice)


def _of_event(entry: Entry, event: Event, facts: AnswerContext, voice: Localizer) -> Message:
    bell = keyboards.bell(event, voice)
    named = entry.glance and "{area}" in entry.answer and (_own_name(event, voice) or not event.area)
    short = _joined(_named(entry.glance, event, voice), further(entry.answer, entry.glance))
    text = _told(short if named else entry.answer, event, voice)
    rows = [[keyboards.event_button(event, voice)]]
    without = {"events"}
    if "reminders" in entry.buttons and bell not in facts.followed:
        rows.append([keyboards.follow_button(bell, False, voice)])
        without.add("reminders")
    rows += _below(entry, voice, without)
    return Message(_with_doubt(text, entry.answer, [event], voice), rows)


_IN_A_LINE = "{title} {name} {date} {weekday} {start} {end} {duration} {venue} {address} {place}"


def _joined(*lines: str) -> str:
    return "\n".join(filter(None, lines))


def _told(template: str, event: Event, voice: Localizer) -> str:
    """Fill the template; say the event's own line instead, if for want of one fact another would be lost."""
    slots = of_event(event, voice)
    whole = "" if loses_facts(template, slots) else filled(template, slots)
    return whole or _joined(event_cards.line(event, voice), filled(further(template, _IN_A_LINE), slots))


def _none_ahead(area: str, meant: Sequence[Event], facts: AnswerContext, voice: Localizer) -> Message:
    """Say that the area's meeting is over or called off, and offer the others."""
    others, lines = facts.ahead(), [_not_ahead(event, voice) for event in meant]
    text = "\n".join(lines or [voice.words("no-event-ahead", area=voice.area(area))])
    if not others:
        return Message(text)
    return Message(f"{text}\n\n{voice.words('events-elsewhere')}", event_cards.ways_to(others, voice))


def _not_ahead(event: Event, voice: Localizer) -> str:
    key = "event-called-off" if not event.takes_place else "event-over"
    return voice.words(key, **voice.event(event))


def _glance(entry: Entry, meant: Sequence[Event], facts: AnswerContext, voice: Localizer) -> Message:
    """Show each meeting in a line; those that will not take place come last."""
    ahead = [event for event in meant if event.ahead(facts.now)]
    if not ahead:
        return Message(voice.words("events-none"))
    glance, page = _told_apart(entry.glance, ahead), pages.page(ahead, facts.page)
    shown, off = page.shown, [event for event in meant if event.called_off(facts.now)][:PAGE]
    lines = [_told(_named(glance, event, voice), event, voice) for event in shown]
    lines += [event_cards.line(event, voice) for event in off]
    text = _with_doubt("\n".join(lines), glance or "{date}", shown, voice)
    at = facts.at or int(facts.now.timestamp())
    turning = page.turning(lambda to: MoreMatches(to, at))
    return Message(text, [*event_cards.ways_to(shown, voice), *turning, *_below(entry, voice)])


def _named(glance: str, event: Event, voice: Localizer) -> str:
    """Return the line of an event with its own name, which tells it apart from others in its area."""
    own = _own_name(event, voice) or ("" if event.area else "{name}")
    return glance.replace("{area}", own, 1) if own and "{title}" not in glance else glance


def _own_name(event: Event, voice: Localizer) -> str:
    """Return the slots that name an event which has a title or a kind; its area alone would not."""
    found = event_slots.details(event, voice)
    if found["title"]:
        return "{title}, {area}" if event.area else "{title}"
    return "{name}" if found["kind"] else ""


def _told_apart(glance: str, events: Sequence[Event]) -> str:
    """Return the line for each meeting, which tells the day if two are in the same area."""
    if "{weekday}" in glance:
        return glance.replace("{weekday}", "{date}", 1)
    if not glance or "{date}" in glance or len({event.area or event.plan for event in events}) == len(events):
        return glance
    return glance.replace("{area}", "{area}, {date}", 1) if "{area}" in glance else f"{{date}}: {glance}"


def _with_doubt(text: str, template: str, events: Sequence[Event], voice: Localizer) -> str:
    """Add that a day is not confirmed yet, if the answer tells the day."""
    names_a_day = "{date}" in template or "{weekday}" in template
    if not names_a_day or all(event.confirmed for event in events):
        return text
    key = "card-unconfirmed" if len(events) == 1 else "events-unconfirmed"
    return f"{text}\n\n{voice.words(key)}"


def _slots(answer: Answer, voice: Localizer) -> dict[str, str]:
    slots, programme = always(voice), voice.programme
    if answer.entry.about is None:
        slots |= {"leads": voice.leads(Lead), "usual_leads": voice.leads(DEFAULT_LEADS)}
    if answer.area:
        slots["area"] = voice.area(answer.area)
    measure = programme.measure(answer.measure) if answer.measure else None
    if measure is not None:
        slots["number"] = str(measure.number)
        slots["title"] = programme.say(measure.title, voice.language)
        slots["text"] = programme.say(measure.about, voice.language)
    body = programme.body(answer.body) if answer.body else None
    if body is not None:
        slots["body"] = body.name
        slots["text"] = programme.say(body.about, voice.language) if body.about else ""
    return slots


# --- what is offered below ---


def _below(entry: Entry, voice: Localizer, without: Collection[str] = ()) -> list[Row]:
    """Return the buttons below an answer, `without` those that the message has already."""
    rows = [_shown(name, voice) for name in entry.buttons if name in _BUTTONS and name not in without]
    return [_pass_on(voice), *rows] if entry.offers_organisers else rows


def _shown(name: str, voice: Localizer) -> Row:
    key, kind = _BUTTONS[name]
    return [keyboards.button(voice.words.plain(key), kind())]


def _pass_on(voice: Localizer) -> Row:
    return [keyboards.button(voice.words.plain("button-pass-on"), PassOn())]


def _beside(known: Message, options: Sequence[Option], voice: Localizer) -> Message:
    """Say that it is not sure what was asked, then what is known, then the guesses."""
    offer = _offer(options, voice)
    text = "\n\n".join([voice.words("not-sure"), known.html, voice.words("did-you-mean-else", count=len(options))])
    return Message(text, offer.rows)


def _several(replies: Sequence[Message], options: Sequence[Option], voice: Localizer) -> Message:
    """Put replies into one message, each button once; an offer for what is not sure comes below."""
    every = [*replies, *([_offer(options, voice)] if options else [])]
    rows = {tuple(button.text for button in row): row for reply in every for row in reply.rows}
    return Message("\n\n".join(reply.html for reply in every), list(rows.values()))


def _offer(options: Sequence[Option], voice: Localizer) -> Message:
    none = [keyboards.button(voice.words.plain("button-none-of-these", count=len(options)), NoneOfThese())]
    return Message(voice.words("did-you-mean", count=len(options)), [*_guesses(options, voice), none])


def _guesses(options: Sequence[Option], voice: Localizer) -> list[Row]:
    return [[keyboards.button(_label(option, voice), _pick(option))] for option in options]


def _label(option: Option, voice: Localizer) -> str:
    of = voice.area(option.area) if option.area and option.entry.about is About.EVENT else ""
    return f"{option.entry.headline} · {of}" if of else option.entry.headline


def _pick(option: Option) -> PickAnswer:
    """Return the button's action with only what the entry needs: a button holds 64 bytes."""
    about = option.entry.about
    area = option.area if about in (About.EVENT, About.AREA) else None
    measure = option.measure if about is About.MEASURE else None
    body = option.body if about is About.BODY else None
    if about is About.EVENT and len(option.events) == 1:
        return PickAnswer(option.entry.id, "", "", "", str(option.events[0]))
    return PickAnswer(option.entry.id, area or "", str(measure or ""), body or "")


def _ask_area(entry: Entry, voice: Localizer) -> Message:
    return which_area(entry.id, voice)


def which_area(entry: str, voice: Localizer, number: int = 0) -> Message:
    """Ask for the area: a page of those that the entry can be asked about."""
    page = pages.page(voice.programme.areas, number)
    rows = [[keyboards.button(voice.area(area.id), PickAnswer(entry, area.id, "", ""))] for area in page.shown]
    return Message(voice.words("ask-which-area"), [*rows, *page.turning(lambda to: WhichArea(entry, to))])


# --- false premises ---

_WRONG = {
    Mistake.WRONG_DATE: "correct-date",
    Mistake.WRONG_TIME: "correct-time",
    Mistake.WRONG_VENUE: "correct-venue",
    Mistake.WRONG_ORDER: "correct-order",
    Mistake.WRONG_KIND: "correct-kind",
}
_NOTHING = {
    Mistake.WRONG_VENUE: "correct-no-such-venue",
    Mistake.NONE_AFTER: "correct-none-after",
    Mistake.NONE_BEFORE: "correct-none-before",
}
_NONE_BESIDE = (Mistake.NONE_AFTER, Mistake.NONE_BEFORE)


def _correction(wrong: Correction, facts: AnswerContext, voice: Localizer) -> Message:
    if wrong.kind == Mistake.NO_SUCH_MEASURE:
        return _no_such_measure(wrong, voice)
    if wrong.kind == Mistake.UNKNOWN_AREA:
        key = "correct-area" if wrong.claimed else "correct-area-unnamed"
        key = key if voice.programme.areas else "correct-area-nowhere"
        return _nothing_there(key, wrong, facts, voice)
    if wrong.area is None or wrong.kind in _NONE_BESIDE:
        return _nothing_there(_NOTHING.get(wrong.kind, "correct-day"), wrong, facts, voice)
    meant = facts.meant(voice.programme.within([wrong.area]), wrong.events)
    ahead = [event for event in meant if event.ahead(facts.now)]
    if not ahead:
        return _none_ahead(wrong.area, meant, facts, voice)
    text: str = voice.words(_WRONG[wrong.kind], **voice.event(ahead[0]))
    if len(meant) > 1 or wrong.kind == Mistake.WRONG_KIND:
        several = "correct-kind" if wrong.kind == Mistake.WRONG_KIND else "correct-several"
        lines = [event_cards.line(event, voice) for event in meant if event.ends_at > facts.now][:PAGE]
        text = "\n\n".join([voice.words(several, area=voice.area(wrong.area)), *lines])
    return Message(_with_doubt(text, "{date}", ahead, voice), event_cards.ways_to(ahead, voice))


def _no_such_measure(wrong: Correction, voice: Localizer) -> Message:
    slots = {"programme": voice.programme_name, "number": str(wrong.measure)}
    return Message(voice.words("correct-measure", count=len(voice.programme.measures), **slots))


def _nothing_there(key: str, wrong: Correction, facts: AnswerContext, voice: Localizer) -> Message:
    """Say that there is no meeting in that area or on that day, and which there are."""
    text = voice.words(key, claimed=wrong.claimed, programme=voice.programme_name)
    return Message(text, event_cards.ways_to(facts.ahead(), voice))

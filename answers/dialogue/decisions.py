"""Decisions about a question, as values; and the part of a conversation that is worth keeping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from answers.entries import Entry
from answers.meaning import Vector

if TYPE_CHECKING:
    from domain.events.events import Event

FORGOTTEN_AFTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Slots:
    """The subject of a question or a conversation."""

    area: str | None = None
    measure: int | None = None
    body: str | None = None
    events: tuple[int, ...] = ()
    """The ids of the meetings that were chosen among the area's; none chosen means all that lie ahead."""


@dataclass(frozen=True)
class Choice:
    """An option as it is remembered: by id, so that it survives a change of the knowledge file."""

    entry: str
    slots: Slots = Slots()


@dataclass(frozen=True)
class DialogueState:
    """The things that the next message may refer to. Forgotten 15 minutes after `at`.

    `passing_on`: the reply offered to take the question to the organisers. `foreign`: the language of the message,
    if we do not speak it.
    """

    at: datetime
    language: str
    entry: str | None = None
    slots: Slots = Slots()
    pending: tuple[Choice, ...] = ()
    passing_on: bool = False
    foreign: str = ""

    def fresh(self, now: datetime) -> bool:
        return now - self.at <= FORGOTTEN_AFTER

    def to_json(self) -> dict[str, Any]:
        return {
            "at": self.at.isoformat(),
            "language": self.language,
            **_choice_to_json(Choice(self.entry or "", self.slots)),
            "pending": [_choice_to_json(each) for each in self.pending],
            "passing_on": self.passing_on,
            "foreign": self.foreign,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> DialogueState | None:
        """Return the state; None for what another version wrote and this one cannot read: the talk begins anew."""
        try:
            here = _choice_from_json(data)
            pending = tuple(_choice_from_json(each) for each in data["pending"])
            at = datetime.fromisoformat(data["at"])
            passing_on, foreign = data["passing_on"], data.get("foreign", "")
            return cls(at, data["language"], here.entry or None, here.slots, pending, passing_on, foreign)
        except (KeyError, TypeError, ValueError):
            return None


def _choice_to_json(choice: Choice) -> dict[str, Any]:
    slots = choice.slots
    named = {"area": slots.area, "measure": slots.measure, "body": slots.body}
    return {"entry": choice.entry, **named, "events": list(slots.events)}


def _choice_from_json(data: Mapping[str, Any]) -> Choice:
    events = tuple(map(int, data["events"]))
    return Choice(data["entry"], Slots(data["area"], data["measure"], data["body"], events))


@dataclass(frozen=True)
class Question:
    """`language` and `areas` are the resident's: the usual language, the areas subscribed to.

    `doubt`: how much surer than usual an answer has to be. `meaning`: what an encoder made of the text.
    """

    text: str
    language: str
    now: datetime
    state: DialogueState | None = None
    areas: tuple[str, ...] = ()
    events: Sequence[Event] = ()
    doubt: float = 0.0
    meaning: Vector | None = None


@dataclass(frozen=True)
class Answer:
    """`all_areas`: the question is about a meeting, but no area is known: give every area at a glance.

    `events`: the ids of the meetings that the question chose; without them, all of the area that lie ahead.
    """

    entry: Entry
    area: str | None = None
    measure: int | None = None
    body: str | None = None
    events: tuple[int, ...] = ()
    p: float = 1.0
    all_areas: bool = False


@dataclass(frozen=True)
class AskArea:
    entry: Entry


@dataclass(frozen=True)
class Option:
    entry: Entry
    area: str | None = None
    measure: int | None = None
    body: str | None = None
    events: tuple[int, ...] = ()


@dataclass(frozen=True)
class Offer:
    """One to three guesses, the likeliest first; the caller adds "none of these". `known` is told beside them."""

    options: tuple[Option, ...]
    known: Answer | AskArea | None = None


class Mistake(StrEnum):
    """The kind of thing that a question takes for granted and that is not so."""

    WRONG_DATE = "wrong_date"
    WRONG_TIME = "wrong_time"
    WRONG_VENUE = "wrong_venue"
    WRONG_ORDER = "wrong_order"
    WRONG_KIND = "wrong_kind"
    NONE_AFTER = "none_after"
    NONE_BEFORE = "none_before"
    UNKNOWN_AREA = "unknown_area"
    NO_SUCH_MEASURE = "no_such_measure"


@dataclass(frozen=True)
class Correction:
    """The question takes something for granted that is not so. `claimed` is what it said, in its own words.

    `entry` is what would have answered, where one is known. `area` is the one whose facts put it right, and
    `events` are the ids of its meetings that do.
    """

    kind: Mistake
    claimed: str
    area: str | None = None
    measure: int | None = None
    entry: Entry | None = None
    events: tuple[int, ...] = ()


class UnknownReason(StrEnum):
    """Why there is no answer; GONE: the entry behind a button is not there any more."""

    EMPTY = "empty"
    NO_KNOWN_WORD = "no_known_word"
    UNSURE = "unsure"
    NONE_OF_THESE = "none_of_these"
    GONE = "gone"


@dataclass(frozen=True)
class Unknown:
    """An honest "I do not know". `options`: one to three guesses, should it be one of them after all."""

    reason: UnknownReason
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class OtherLanguage:
    """The message is in a language that we do not speak: its card answers, with the meetings that are named.

    `cry`: the kind of cry for help that the message is; then the card says what to do, and nothing else.
    """

    language: str
    areas: tuple[str, ...] = ()
    events: tuple[int, ...] = ()
    cry: str = ""


@dataclass(frozen=True)
class Several:
    """Two questions or three in one message, each answered; `options`: guesses at one that is not sure."""

    parts: tuple[Answer | AskArea | Correction, ...]
    options: tuple[Option, ...] = ()


Decision = Answer | AskArea | Offer | Correction | Several | Unknown | OtherLanguage


@dataclass(frozen=True)
class Explanation:
    """The way in which the engine came to its decision, for authors."""

    words: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    votes: Mapping[str, float] = field(default_factory=dict)
    how: str = "retrieval"
    reason: str = ""
    """Why it is right to tell that, though nobody is sure what is asked."""
    ranked: tuple[tuple[str, float], ...] = ()
    signals: tuple[float, ...] = ()
    p: float = 0.0
    unsaid: float = 0.0
    """The chance that it is not said what is asked."""


@dataclass(frozen=True)
class Outcome:
    language: str
    decision: Decision
    state: DialogueState
    explanation: Explanation
    perhaps_danger: bool = False
    """Whether the message may be a cry for help: then one line below the reply says whom to call."""

    @property
    def unsure(self) -> bool:
        """Return True if the words leave it open what is asked."""
        decision = self.decision
        return isinstance(decision, Offer) or (
            isinstance(decision, Unknown) and decision.reason in (UnknownReason.NO_KNOWN_WORD, UnknownReason.UNSURE)
        )

    def explained(self, how: str, reason: str) -> Outcome:
        return replace(self, explanation=replace(self.explanation, how=how, reason=reason))

"""A question is a filter over the occurrences: of areas, places, kinds, titles, people, streets, days, hours, order."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from answers import knowledge
from answers.dialogue.decisions import DialogueState, Question
from answers.engine import Engine
from domain import programmes
from domain.events.events import Event, planned
from domain.programmes import Programme
from messages import catalog
from messages.localizer import Localizer
from messages.residents import answer_slots, answer_texts

FOLDER = Path(__file__).parent.parent / "programmes"


@cache
def _loaded(name: str) -> tuple[Programme, Engine]:
    programme = programmes.load(FOLDER / name)
    known = knowledge.load(programme, FOLDER / name)
    return programme, known.engine(programme)


def _now(programme: Programme) -> datetime:
    return datetime(2027, 10, 9, 10, tzinfo=programme.zone)


def _events(programme: Programme) -> list[Event]:
    plans = planned(programme, None, _now(programme))
    return [plan.stored(number, _now(programme)) for number, plan in enumerate(plans, 1)]


def _asked(name: str) -> Callable[..., str]:
    programme, engine = _loaded(name)
    events, now, language = _events(programme), _now(programme), programme.language
    voice = Localizer(catalog.load(programme).words(language), programme)

    def ask(*texts: str) -> str:
        state: DialogueState | None = None
        reply = ""
        for text in texts:
            outcome = engine.reply(Question(text, language, now, state, (), events))
            state = DialogueState.from_json(outcome.state.to_json())
            said = answer_texts.reply(outcome.decision, answer_texts.AnswerContext(events, now), voice)
            reply = unescape(re.sub("<[^>]*>", "", said.html))
        return reply

    return ask


# Each a question, what the reply must say, and what it must not.
BUS = [
    ("When are you at the George Inn?", "10:30", "10:00"),
    ("Are you in Ilford Mead on 9 November at 10:30?", "9 November", "No,"),
    ("the second visit in Ilford Mead", "10:30", "10:00"),
    ("When is the next visit to the Lower Levels?", "12 October", "Kilby"),
    ("when do you come to Marlow?", "14:00", "It ends at"),
    ("When do you come to Kilby?", "14 October", "George Inn"),
    ("Kilby on 13 November?", "13 November", "No,"),
    ("is there a visit in Ilford Mead after seven?", "10:00–10:20", "19:30"),
    ("do you come to Taunton?", "Taunton", "twenty"),
]
BINS = [
    ("quando passate in via Garibaldi 12 per la carta?", "mercoledì 13 ottobre", "14 ottobre"),
    ("carta via Garibaldi 41a", "giovedì 14 ottobre", "13 ottobre"),
    ("quando ritirate l'umido in via Manzoni?", "martedì 12 ottobre", "Zona Nord"),
    ("cartone in via dei Tigli quando?", "13 ottobre", "alle"),
    ("il vetro in Zona Nord?", "20 ottobre", "13 ottobre"),
    ("quando passate per il vetro in Zona Sud?", "non è in programma", "20 ottobre"),
    ("carta e quando?", "Zona Sud", "Umido"),
]
TALKS = [
    ("talk about fork bombs", "Fork bombs: a history", "Anatomy"),
    ("when is the closing keynote?", "17:00", "Opening"),
    ("what does Oona Grieg talk about?", "Anatomy of a panic", "Fork"),
    ("when does Castel speak?", "Schedulers by the sea", "Anatomy"),
    ("which room is Pavel Sorel in", "H.2214", "K.1.105"),
    ("Kernel talks", "Schedulers by the sea", "Wheels"),
    ("is there anything on at 14:15?", "Snakes and satellites", "Cookies"),
    ("the second talk in H.2214", "Wheels within wheels", "Closures"),
    ("what is on after seven?", "Cookies after dark", "Wheels"),
    ("what is the last talk in La Fontaine?", "Closing keynote", "Opening"),
    ("Wheels within wheels", "It costs: free", "More:"),
    ("the soldering for librarians", "https://example.org/solder", "It ends at"),
    ("what is on on Sunday?", "Soldering", "Opening"),
    ("is there wifi?", "no password", "Wheels"),
]


@pytest.mark.parametrize(
    ("name", "question", "said", "unsaid"),
    [(name, *each) for name, asked in {"bookbus": BUS, "bins": BINS, "talks": TALKS}.items() for each in asked],
)
def test_a_question_chooses(name: str, question: str, said: str, unsaid: str) -> None:
    reply = _asked(name)(question)
    assert said in reply
    assert unsaid not in reply


def test_a_talk_goes_on_about_the_occurrence() -> None:
    ask = _asked("talks")
    assert "H.2214" in ask("when is the talk on wheels?", "where is it?")
    assert "K.1.105" in ask("when is the closing keynote?", "where is it?")


def test_a_sentence_without_its_fact_is_left_out() -> None:
    template = "{title} at {start}. It costs {price}! Ask {people}, {contact}. See {link}\nBring water."
    slots = {"title": "Tea & cake", "start": "10:00", "price": "", "people": "Ada", "contact": "", "link": ""}
    assert answer_slots.filled(template, slots) == "Tea &amp; cake at 10:00. Ask Ada.\nBring water."
    assert answer_slots.filled("Until {end}", {"end": ""}) == ""

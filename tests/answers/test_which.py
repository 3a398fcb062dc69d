"""Which meeting is meant: by an hour or a day said elsewhere, by a kind of place, by its place in the order."""

from __future__ import annotations

import pytest

from answers.dialogue.decisions import Answer, Correction, Mistake
from domain.events.events import Event
from tests.answers.conftest import Ask

PEROSA, PINEROLO, TORRE = "perosa-argentina", "pinerolo", "torre-pellice"


def told(decision: object, events: tuple[Event, ...]) -> set[str]:
    """Return the areas of the meetings that an answer tells of."""
    assert isinstance(decision, Answer)
    return {decision.area} if decision.area else {event.area for event in events if event.id in decision.events}


@pytest.mark.parametrize(
    ("text", "language", "areas"),
    [
        ("chiudo alle 18, quella che comincia dopo", "it", {TORRE}),
        ("lavoro fino alle 18.30, c'è un incontro che parte più tardi?", "it", {TORRE}),
        ("je ferme à 18 h 30, celle qui commence plus tard", "fr", {TORRE}),
        ("je finis à 19 h, lequel commence après ?", "fr", {TORRE}),
        ("my shift ends at 6 pm so I need the one starting later than that", "en", {TORRE}),
        ("quale finisce prima delle 21?", "it", {PEROSA, PINEROLO}),
        ("il 23 sono via, e quello prima?", "it", {PEROSA}),
        ("le 23 je travaille, celle d'après ?", "fr", {TORRE}),
        ("il 16 ho un battesimo e il 30 non posso: dove mi tocca andare?", "it", {PINEROLO}),
        ("devo essere a letto per le 21.30, quindi niente quello più tardi", "it", {PEROSA, PINEROLO}),
        ("a Torre non riesco, a Perosa a che ora?", "it", {PEROSA}),
    ],
)
def test_a_bound_may_be_said_before(
    ask: Ask, events: tuple[Event, ...], text: str, language: str, areas: set[str]
) -> None:
    assert told(ask(text, language=language).decision, events) == areas


@pytest.mark.parametrize(
    ("text", "language", "area"),
    [
        ("Uno lo fate tra i libri, dice mia nipote: quale?", "it", PEROSA),
        ("ce n'è uno in un centro sociale?", "it", PINEROLO),
        ("which town has the one in the town hall?", "en", PEROSA),
        ("which town is Scroppo in?", "en", TORRE),
        ("laquelle a lieu dans une galerie d'art ?", "fr", TORRE),
        ("Il 23 in che paese siete?", "it", PINEROLO),
    ],
)
def test_a_place_or_its_kind_tells_which(
    ask: Ask, events: tuple[Event, ...], text: str, language: str, area: str
) -> None:
    assert told(ask(text, language=language).decision, events) == {area}


@pytest.mark.parametrize(
    ("text", "language"),
    [("quello in una scuola", "it"), ("the one in a museum", "en"), ("quelle rencontre est dans une église ?", "fr")],
)
def test_no_meeting_is_in_a_place_of_that_kind(ask: Ask, text: str, language: str) -> None:
    decision = ask(text, language=language).decision

    assert isinstance(decision, Correction)
    assert (decision.kind, decision.area) == (Mistake.WRONG_VENUE, None)


def test_a_school_is_no_place_of_a_meeting_unless_one_is_pointed_at(ask: Ask) -> None:
    assert not isinstance(ask("il progetto va anche nelle scuole?").decision, Correction)


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (("quando siete a Torre Pellice?", "e quello dopo?"), Mistake.NONE_AFTER),
        (("when is Torre Pellice?", "and the next one?"), Mistake.NONE_AFTER),
        (("quand à Perosa ?", "et le précédent ?"), Mistake.NONE_BEFORE),
    ],
)
def test_beyond_the_first_and_the_last_there_is_none(ask: Ask, texts: tuple[str, ...], kind: Mistake) -> None:
    decision = ask(*texts).decision

    assert isinstance(decision, Correction)
    assert decision.kind is kind


@pytest.mark.parametrize(
    ("texts", "areas"),
    [
        (("quando siete a Torre?", "elencameli tutti"), {PEROSA, PINEROLO, TORRE}),
        (("dove siete a Perosa?", "e gli altri?"), {PINEROLO, TORRE}),
        (("quand êtes-vous à Pignerol ?", "et les autres ?"), {PEROSA, TORRE}),
        (("when are you in Torre?", "what about the others?"), {PEROSA, PINEROLO}),
    ],
)
def test_all_of_them_or_all_the_others(
    ask: Ask, events: tuple[Event, ...], texts: tuple[str, ...], areas: set[str]
) -> None:
    decision = ask(*texts).decision

    assert isinstance(decision, Answer)
    assert areas == ({event.area for event in events} if not decision.events else told(decision, events))


def test_the_measures_are_listed_where_one_was_spoken_of(ask: Ask) -> None:
    decision = ask("che cos'è la misura 2?", "dimmele tutte").decision

    assert isinstance(decision, Answer)
    assert decision.entry.id == "measure.list"


def test_the_measure_after_the_third_is_no_meeting(ask: Ask) -> None:
    decision = ask("che cos'è la terza misura?", "non la terza, quella dopo, sulle imprese").decision

    assert not isinstance(decision, Answer) or not decision.events

"""Several questions in one message, meetings chosen by comparison, and what a message does instead of asking."""

from __future__ import annotations

import pytest

from answers.dialogue.decisions import Answer, Offer, Several
from answers.entries import About
from answers.language import clauses, vocabulary
from tests.answers.conftest import Ask


@pytest.mark.parametrize(
    ("message", "language", "asked"),
    [
        ("perosa, a che ora e in che sala?", "it", ["a che ora", "e in che sala"]),
        ("Quando siete a Pinerolo, e chi è il capofila?", "it", ["Quando siete a Pinerolo", "e chi è il capofila"]),
        ("mio marito è sordo, c'è un impianto?", "it", ["c'è un impianto"]),
        ("Pane, latte e uova", "it", []),
        ("quanto costa e bisogna prenotare?", "it", ["quanto costa", "e bisogna prenotare"]),
        ("sono di Torre e devo stampare l'orario", "it", []),
        ("when is it in Perosa and is there a bus?", "en", ["when is it in Perosa", "and is there a bus"]),
        ("c'est quand et il y a un parking ?", "fr", ["c'est quand", "et il y a un parking"]),
        ("quando siete a Pinerolo?", "it", []),
        ("where is it and who's the director?", "en", ["where is it", "and who's the director"]),
        ("c'est où, et à quelle heure ?", "fr", ["c'est où", "et à quelle heure"]),
        ("? ".join(["e dove"] * 400), "it", []),
    ],
)
def test_a_message_is_cut_into_what_it_asks(message: str, language: str, asked: list[str]) -> None:
    assert clauses.asking(message, vocabulary.of(language)) == asked


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Chi è la direttrice del CISS? e chi finanzia il programma?", ["project.director", "programme.funding"]),
        ("quando siete a Torre Pellice e quante sono le misure?", ["meeting.when", "measure.list"]),
        ("where's the Pinerolo one and who's the director of CISS?", ["meeting.where", "project.director"]),
        ("quanto costa e bisogna prenotare?", ["meeting.cost", "meeting.registration"]),
        ("When is it in Perosa and is there a bus?", ["meeting.when", "meeting.transport"]),
        ("Qui finance le programme, et c'est quand à Perosa ?", ["programme.funding", "meeting.when"]),
    ],
)
def test_each_question_of_a_message_is_answered(ask: Ask, text: str, entries: list[str]) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Several)
    assert [part.entry.id for part in decision.parts if part.entry] == entries


@pytest.mark.parametrize(
    ("text", "entry", "area"),
    [
        (
            "mi interessa sapere l'obiettivo del programma e anche la data di Perosa",
            "programme.goal",
            "perosa-argentina",
        ),
        ("titolo progetto + data pinerolo", "project.name", "pinerolo"),
        ("tell me the aim of the programme and also the Perosa date", "programme.goal", "perosa-argentina"),
        ("je voudrais l'adresse à Torre et le nom de la directrice", "project.director", "torre-pellice"),
    ],
)
def test_one_of_two_questions_is_of_a_town(ask: Ask, text: str, entry: str, area: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Several)
    answers = [part for part in decision.parts if isinstance(part, Answer)]
    assert entry in {part.entry.id for part in answers}
    assert [part.area for part in answers if part.entry.about is About.EVENT] == [area]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("misura 1 e misura 5", [1, 5]), ("what are measures 2 and 3 about", [2, 3]), ("che cos'è la misura 4?", [])],
)
def test_each_measure_that_is_named_is_told(ask: Ask, text: str, numbers: list[int]) -> None:
    decision = ask(text).decision
    parts = decision.parts if isinstance(decision, Several) else ()

    assert [part.measure for part in parts if isinstance(part, Answer)] == numbers


@pytest.mark.parametrize("text", ["a che ora e dove a Perosa?", "Perosa: quando comincia, e in che sala?"])
def test_sides_of_one_meeting_are_one_answer(ask: Ask, text: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Answer)
    assert (decision.entry.id, decision.area) == ("meeting.all", "perosa-argentina")


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("qual è l'ultimo?", "torre-pellice"),
        ("quello che comincia più tardi", "torre-pellice"),
        ("fino al 25 sono via, dopo però verrei", "torre-pellice"),
        ("Which one is before the 20th?", "perosa-argentina"),
        ("Laquelle est la dernière ?", "torre-pellice"),
        ("siete qui dal 20 al 25?", "pinerolo"),
        ("entre le 20 et le 25 octobre", "pinerolo"),
        ("quando è la prossima?", "perosa-argentina"),
    ],
)
def test_a_meeting_is_chosen_by_comparison(ask: Ask, text: str, area: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Answer)
    assert decision.area == area


def test_the_answer_is_given_again_and_in_another_language(ask: Ask) -> None:
    again = ask("dov'è a Pinerolo?", "puoi ripetere?")
    english = ask("dov'è a Pinerolo?", "in inglese per favore")

    for outcome, language in ((again, "it"), (english, "en")):
        assert isinstance(outcome.decision, Answer)
        assert (outcome.decision.entry.id, outcome.decision.area) == ("meeting.where", "pinerolo")
        assert (outcome.language, outcome.decision.entry.language) == (language, language)


@pytest.mark.parametrize(
    ("texts", "entry", "area", "measure"),
    [
        (("quando siete a Perosa?", "e quello dopo?"), "meeting.when", "pinerolo", None),
        (("quando siete a Torre Pellice?", "the previous one"), "meeting.when", "pinerolo", None),
        (("parlami della misura 3", "e la successiva?"), "measure.about", None, 4),
        (("a che ora è a Pinerolo?", "dimmi tutto"), "meeting.all", "pinerolo", None),
        (("a che ora è a Pinerolo?", "scusami volveo dire perosa"), "meeting.start", "perosa-argentina", None),
    ],
)
def test_a_talk_goes_on(ask: Ask, texts: tuple[str, ...], entry: str, area: str | None, measure: int | None) -> None:
    decision = ask(*texts).decision

    assert isinstance(decision, Answer)
    assert (decision.entry.id, decision.measure) == (entry, measure)
    assert area is None or decision.area == area


@pytest.mark.parametrize("text", ["la ringrazio infinitamente, è stato molto utile", "va bene, grazie comunque"])
def test_thanks_in_any_words_are_thanks(ask: Ask, text: str) -> None:
    decision = ask("c'è il parcheggio?", text).decision

    assert isinstance(decision, Answer)
    assert decision.entry.id == "chat.thanks"


def test_a_shop_that_nobody_knows_is_not_answered_with_the_meetings(ask: Ask) -> None:
    assert not isinstance(ask("a che ora chiude l'Esselunga?").decision, Answer)


@pytest.mark.parametrize("text", ["wehn is the perosa meetting", "wehn is it"])
def test_a_slip_is_no_cry_in_another_language(ask: Ask, text: str) -> None:
    decision = ask(text, language="en").decision

    assert isinstance(decision, Answer | Offer)
    assert not (isinstance(decision, Answer) and "112" in decision.entry.answer)


@pytest.mark.parametrize("text", ["ci vediamo più tardi", "grazie e alla prossima", "je vous écris plus tard"])
def test_a_goodbye_chooses_no_meeting(ask: Ask, text: str) -> None:
    decision = ask(text).decision

    assert not (isinstance(decision, Answer) and decision.area)


def test_a_shop_in_a_town_is_no_slip(ask: Ask) -> None:
    decision = ask("a che ora è a Torre?", "l'Esselunga di Pinerolo?").decision

    assert not isinstance(decision, Answer)

"""Nobody writes like this on purpose, but it comes: an honest reply, at once, whatever it is."""

from time import process_time

import pytest

from answers.dialogue.decisions import Answer, Correction, Offer, Outcome, Question, Unknown, UnknownReason
from answers.language import emergency
from tests import world
from tests.answers.conftest import NOW, Ask, _events

LONGEST, WITHIN = 4096, 0.05
QUESTIONS = (
    "Dove si fa l'incontro a Pinerolo?",
    "e a che ora?",
    "quanto costa?",
    "c'è il parcheggio?",
    "posso venire?",
)
TALK = "\n".join(f"[30/11/26, 10:{n:02}] {who}: {QUESTIONS[n % 5]}" for n, who in enumerate(["Ada", "Ugo"] * 15))
NOTHING_SAID = {"commas": ",", "question marks": "?", "question marks apart": "? ", "no width": "\u200b", "lines": "\n"}
PASTED = {
    "one letter": "e",
    "one letter, apart": "e ",
    "a word again and again": "quando? ",
    "three hundred towns": ", ".join(
        f"{a}{b}ano {c}" for a in "VRSTL" for b in "iaeou" for c in "Alta Bassa Po".split()
    ),
    "real towns": "Torino, Cuneo, Villar Perosa, San Germano Chisone, Luserna San Giovanni, Bobbio Pellice, ",
    "scripts mixed": "когда встреча in Pinerolo متى 会议 quando è? ",
    "thirty questions": " ".join(QUESTIONS * 6),
    "a whole talk": TALK,
    "hours": "alle 18:00 ",
    "numbers": "venti tre ",
    "marks above": "a\u0301\u0302\u0303",
    "measures": "misura ",
}


def replied(text: str) -> tuple[Outcome, float]:
    """Return the reply, and the processor's seconds for the quickest of three."""
    question, took = Question(text[:LONGEST], "it", NOW, None, (), _events()), list[float]()
    for _ in range(3):
        began = process_time()
        outcome = world.engine().reply(question)
        took.append(process_time() - began)
    return outcome, min(took)


@pytest.mark.parametrize("kind", NOTHING_SAID)
def test_what_says_nothing_is_told_so(kind: str) -> None:
    outcome, took = replied(NOTHING_SAID[kind] * LONGEST)

    assert outcome.decision == Unknown(UnknownReason.EMPTY)
    assert took < WITHIN


@pytest.mark.parametrize("kind", PASTED)
def test_a_page_of_anything_is_answered_at_once(kind: str) -> None:
    _, took = replied(PASTED[kind] * (LONGEST // len(PASTED[kind]) + 1))

    assert took < WITHIN


@pytest.mark.parametrize("kind", ["three hundred towns", "real towns", "one letter"])
def test_what_asks_nothing_of_ours_gets_no_fact(kind: str) -> None:
    outcome, _ = replied(PASTED[kind])

    assert isinstance(outcome.decision, Unknown | Offer | Correction)


@pytest.mark.parametrize("kind", ["thirty questions", "a whole talk"])
def test_far_too_much_at_once_gets_guesses_or_all_about_the_town_that_is_named(kind: str) -> None:
    decision = replied(PASTED[kind])[0].decision

    assert isinstance(decision, Offer) or (isinstance(decision, Answer) and decision.entry.id == "meeting.all")
    assert isinstance(decision, Offer) or decision.area == "pinerolo"


@pytest.mark.parametrize("unseen", ["\u200b", "\u200f", "\u00ad", "\u2060", "\ufeff", "\u0489"])
def test_letters_that_nobody_sees_change_nothing(ask: Ask, unseen: str) -> None:
    decision = ask(unseen.join("Dove si fa l'incontro a Pinerolo?")).decision

    assert isinstance(decision, Answer)
    assert (decision.entry.id, decision.area) == ("meeting.where", "pinerolo")


def test_a_cry_for_help_is_heard_through_them(ask: Ask) -> None:
    decision = ask("\u200b".join("mio marito non respira")).decision

    assert isinstance(decision, Answer)
    assert emergency.answers(decision.entry)


@pytest.mark.parametrize(
    ("text", "entry"), [("quando quando quando", "meeting.when"), ("dove? dove?", "meeting.where")]
)
def test_a_question_asked_again_and_again_is_the_same_question(ask: Ask, text: str, entry: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Answer)
    assert decision.entry.id == entry

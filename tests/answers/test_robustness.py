"""The engine under anything that may be written to it: what must hold whatever the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers.dialogue.decisions import Answer, AskArea, Correction, DialogueState, Offer, Outcome, Question, Unknown
from answers.entries import About
from answers.language import emergency
from answers.language.lexicon import SpellingFix
from tests import world
from tests.answers.conftest import NOW, Ask, _events

AREAS = {"Pinerolo": "pinerolo", "Torre Pellice": "torre-pellice", "Perosa Argentina": "perosa-argentina"}
WORDS = """
    dove quando perché a che ora è l'incontro la riunione di Pinerolo Torre Perosa Torino misura 3 9 il 23
    alle 18 costa parcheggio grazie ciao no sì e la seconda gli organizzatori progetto CISS where when is the
    meeting how much où c'est combien la rencontre à Pignerol aiuto 112 <b> & ?! 🙂 ël masnà
""".split()
ARTICLE = """
    Si è svolta ieri sera a Torre Pellice l'assemblea dei soci della cooperativa agricola. Davanti a un
    pubblico numeroso il presidente ha illustrato il bilancio. I prezzi del latte restano bassi, ha detto, e
    i costi crescono. Il sindaco ha portato il saluto del comune. Sono seguiti numerosi interventi. La serata
    si è chiusa con un rinfresco.
"""

said = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=120)


def _conversation(texts: list[str], language: str = "it") -> list[Outcome]:
    outcomes: list[Outcome] = []
    state: DialogueState | None = None
    for text in texts:
        outcomes.append(world.engine().reply(Question(text, language, NOW, state, (), _events())))
        state = DialogueState.from_json(outcomes[-1].state.to_json())
        assert state == outcomes[-1].state
    return outcomes


@given(st.lists(said, min_size=1, max_size=4), st.sampled_from(["it", "en", "fr"]))
def test_every_conversation_ends_in_decisions_that_can_be_shown(texts: list[str], language: str) -> None:
    for outcome in _conversation(texts, language):
        assert outcome.language in ("it", "en", "fr")
        match outcome.decision:
            case Offer(options) | Unknown(_, options):
                assert len(options) <= 3
                assert options or isinstance(outcome.decision, Unknown)
                assert not any(each.entry.exact or emergency.answers(each.entry) for each in options)
            case Answer(entry, area=area, measure=measure, body=body, all_areas=everywhere):
                assert entry.about is not About.EVENT or area or everywhere
                assert entry.about is not About.MEASURE or measure in (1, 2, 3, 4, 5)
                assert entry.about is not About.BODY or body
            case AskArea() | Correction():
                pass


@given(st.lists(st.sampled_from(WORDS[:12] + WORDS[20:30]), max_size=6), st.sampled_from(sorted(AREAS)))
def test_an_area_that_is_named_is_never_answered_with_another(words: list[str], area: str) -> None:
    words = [word for word in words if word not in ("Pinerolo", "Torre", "Perosa", "Torino", "no")]
    (outcome,) = _conversation([" ".join([*words, "a", area])])
    match outcome.decision:
        case Answer(entry, area=answered) if entry.about is About.EVENT:
            assert answered == AREAS[area]
        case Offer(options):
            assert {each.area for each in options if each.entry.about is About.EVENT} <= {AREAS[area]}
        case Correction(area=corrected):
            assert corrected in (None, AREAS[area])


@given(said)
def test_the_same_question_gets_the_same_reply(text: str) -> None:
    first, again = (_conversation([text])[0] for _ in range(2))

    assert first.decision == again.decision


def test_asked_thirty_times_it_does_not_change_its_mind() -> None:
    outcomes = _conversation(["a che ora comincia a Torre Pellice?"] * 30)

    assert {(o.decision.entry.id, o.decision.area) for o in outcomes if isinstance(o.decision, Answer)} == {
        ("meeting.start", "torre-pellice")
    }


def test_a_pasted_article_is_not_taken_for_a_question(ask: Ask) -> None:
    assert isinstance(ask(ARTICLE * 4).decision, Unknown | Offer)


@pytest.mark.parametrize("text", ["DOVE", "QUANDO", "<i>dove?</i>", "dove\u200b?", "d o v e", "dove" * 1000])
def test_odd_writing_does_not_break_it(ask: Ask, text: str) -> None:
    assert ask(text).language == "it"


@pytest.mark.parametrize(
    "text",
    [
        "aiuto c'è odore di gas in cantina",
        "My neighbour has collapsed in the garden",
        "mon père a fait un malaise",
        "mia nonna ha perso i sensi, a che ora è l'incontro?",
        "non ho più voglia di vivere",
        "il m'a giflée devant les enfants",
        "mio nonno non si sveglia",
        "ha preso troppe pillole",
        "somebody is breaking into my house",
        "he won't let me leave the house",
        "elle saigne de la tête",
        "j'ai des idées noires",
        "mi chiude in casa e non posso uscire",
        "I can't go on",
        "il bambino ha inghiottito una moneta",
    ],
)
def test_who_is_in_danger_reads_112(ask: Ask, text: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Answer)
    assert "112" in decision.entry.answer


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("is there a break at the meeting?", "meeting.agenda"),
        ("do we break into groups?", "meeting.agenda"),
        ("I can't go on the 23rd, is there another date?", "meeting.more_dates"),
        ("which department is in labour policies?", "programme.departments"),
        ("where do I jump off the bus?", "meeting.transport"),
        ("on veut en finir avec les disputes entre voisins", "project.conflict"),
        ("la serata non si riprende con la telecamera?", "meeting.photos"),
        ("a che ora entrano le persone?", "meeting.start"),
        ("ma fille va accoucher en octobre, elle ne pourra pas venir", "bot.coming"),
    ],
)
def test_an_everyday_word_is_no_emergency(ask: Ask, text: str, meant: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Answer | Offer | Unknown)
    led_to = [decision.entry] if isinstance(decision, Answer) else [option.entry for option in decision.options]
    assert meant in {entry.id for entry in led_to}
    assert not any("112" in entry.answer for entry in led_to)


@pytest.mark.parametrize("text", ["pizza stasera?", "ma dai", "sono qui"])
def test_small_talk_is_never_a_guess(ask: Ask, text: str) -> None:
    greeted = ask("ciao").decision
    assert isinstance(greeted, Answer)
    assert greeted.entry.exact

    decision = ask(text).decision
    options = decision.options if isinstance(decision, Offer | Unknown) else ()
    answers = (decision,) if isinstance(decision, Answer) else ()
    assert not any(each.entry.exact for each in (*options, *answers))


@given(st.permutations(["porta", "porte", "porto", "posta"]))
def test_a_slip_is_taken_for_the_same_word_after_every_start(known: list[str]) -> None:
    found = SpellingFix(known, {}).candidates("portx")

    assert [form for form, _ in found] == ["porta", "porte"], "four are as likely, and sets come in any order"

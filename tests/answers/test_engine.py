"""What the engine decides, through its one door."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers.dialogue.decisions import Answer, Correction, Mistake, Offer, OtherLanguage, Question, Several, Unknown
from answers.engine import Engine
from answers.entries import About, Entry, EntryKind
from tests import world
from tests.answers.conftest import NOW, Ask, _events


@pytest.mark.parametrize(
    ("text", "entry", "area"),
    [
        ("Dove si fa l'incontro a Pinerolo?", "meeting.where", "pinerolo"),
        ("perosa quando??", "meeting.when", "perosa-argentina"),
        ("a che ora comincia a Torre?", "meeting.start", "torre-pellice"),
        ("a che ora inizia a Pinareul", "meeting.start", "pinerolo"),
        ("serve prenotare?", "meeting.registration", None),
        ("ciao", "chat.greeting", None),
        ("GRAZIE", "chat.thanks", None),
        ("👍", "chat.yes", None),
        ("pinerolo via podgora venti due giusto", "meeting.all", "pinerolo"),
        ("a quale progetto partecipa il CFIQ?", "project.partners", None),
        ("il telefono del CISS?", "contact.phone", None),
        ("perosa ora", "meeting.all", "perosa-argentina"),
        ("place and time in Torre please", "meeting.all", "torre-pellice"),
        ("perché non mi è arrivato niente", "bot.nothing_came", None),
        ("chi era Scroppo?", "venue.names", "torre-pellice"),
        ("bonsoir à tous, faut-il s'inscrire ?", "meeting.registration", None),
        (
            "sono Rina e mia figlia mi ha detto di scrivere qui volevo sapere se si paga",
            "meeting.cost",
            None,
        ),
    ],
)
def test_answers_what_it_is_sure_of(ask: Ask, text: str, entry: str, area: str | None) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Answer)
    assert (decision.entry.id, decision.area) == (entry, area)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        (
            "Egregi signori, desidererei sapere in quale data avrà luogo l'appuntamento di Perosa Argentina",
            "date",
        ),
        (
            "Spettabile segreteria, vi sarei grata se poteste indicarmi l'ora d'inizio a Torre Pellice",
            "start",
        ),
        (
            "Dear all, I would be grateful if you could tell me where the Pinerolo meeting takes place",
            "venue",
        ),
        (
            "Je vous serais reconnaissant de bien vouloir m'indiquer l'heure de la rencontre à Pignerol",
            "start",
        ),
        ("Giorno, ora e luogo di Perosa Argentina?", "date start venue"),
        ("quando e dove a Torre Pellice?", "date start venue"),
        ("mi servono data, orario e indirizzo per Pinerolo, grazie mille", "date start venue"),
        ("date and venue for Pinerolo, please", "date start venue"),
        ("When and where is it in Perosa?", "date start venue"),
        ("jour, heure et adresse pour Torre Pellice ?", "date start venue"),
        ("quand et où à Pignerol ?", "date start venue"),
        ("tutti i dettagli di Pinerolo", "date start venue"),
    ],
)
def test_courtesies_drown_nothing_and_several_things_are_told_together(ask: Ask, text: str, slots: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Answer)
    assert decision.entry.slots >= {f"{{{slot}}}" for slot in slots.split()}
    assert decision.area is not None


@pytest.mark.parametrize("text", ["grazie mille", "buongiorno a tutti", "thank you", "merci beaucoup"])
def test_a_courtesy_by_itself_is_one(ask: Ask, text: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Answer)
    assert decision.entry.kind is EntryKind.SMALLTALK


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Where is the meeting in Pinerolo?", "en"),
        ("Où se passe la rencontre à Pignerol ?", "fr"),
        ("dove si fa a Pinerolo", "it"),
    ],
)
def test_replies_in_the_language_of_the_question(ask: Ask, text: str, language: str) -> None:
    for usual in ("it", "en", "fr"):
        assert ask(text, language=usual).language == language


@pytest.mark.parametrize("language", ["it", "en", "fr"])
@pytest.mark.parametrize(
    "text",
    ["Wo findet das Treffen statt und wann beginnt es?", "dónde es la reunión de Pinerolo", "где встреча?"],
)
def test_another_language_is_heard_as_such(ask: Ask, text: str, language: str) -> None:
    outcome = ask(text, language=language)

    assert isinstance(outcome.decision, OtherLanguage)
    assert outcome.language == language


@pytest.mark.parametrize("text", ["ndoit l'è-lo a Pinareul", "sfrugulà a Pinerolo"])
def test_an_area_that_is_all_one_understands_is_offered(ask: Ask, text: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Offer)
    assert {option.area for option in decision.options} == {"pinerolo"}
    assert [option.entry.id for option in decision.options][:2] == ["meeting.where", "meeting.when"]


@pytest.mark.parametrize("text", ["¿dónde queda Pinerolo, por favor?", "gibt es einen Parkplatz in Pinerolo?"])
def test_an_area_is_heard_in_another_language(ask: Ask, text: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, OtherLanguage)
    assert decision.areas == ("pinerolo",)


def test_piero_is_not_pinerolo(ask: Ask) -> None:
    assert ask("sono Piero, dove si fa a Perosa?").decision.area == "perosa-argentina"  # type: ignore[union-attr]


def test_a_name_is_never_small_talk(ask: Ask) -> None:
    decision = ask("cosè sta misura 4").decision

    assert isinstance(decision, Answer)
    assert (decision.entry.id, decision.measure) == ("measure.about", 4)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("il 23 ottobre?", "pinerolo"),
        ("c'è qualcosa il 23 ottobre?", "pinerolo"),
        ("what's happening on 16 October?", "perosa-argentina"),
        ("il y a quelque chose le 30 octobre ?", "torre-pellice"),
        ("c'è qualcosa il 24 ottobre?", None),
        ("anything on 2 October?", None),
    ],
)
def test_a_day_by_itself_is_its_meeting(ask: Ask, text: str, area: str | None) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Answer if area else Correction)
    assert decision.area == area


@pytest.mark.parametrize("text", ["sono caduta e non riesco ad alzarmi", "I fell and can't get up"])
def test_who_has_fallen_is_sent_to_112(ask: Ask, text: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Answer)
    assert "112" in decision.entry.answer


def test_without_an_area_every_meeting_is_given(ask: Ask) -> None:
    decision = ask("dove si fa l'incontro?").decision

    assert isinstance(decision, Answer)
    assert decision.all_areas


def test_the_area_one_follows_is_meant(ask: Ask) -> None:
    decision = ask("dove si fa l'incontro?", areas=("torre-pellice",)).decision

    assert isinstance(decision, Answer)
    assert decision.area == "torre-pellice"


@pytest.mark.parametrize(
    ("texts", "entry", "area"),
    [
        (("dove si fa l'incontro a Pinerolo?", "e a Torre Pellice?"), "meeting.where", "torre-pellice"),
        (("quando è a Perosa?", "e dove?"), "meeting.where", "perosa-argentina"),
        (("dove si fa a Pinerolo?", "no, intendevo Torre"), "meeting.where", "torre-pellice"),
        (("posso portare i bambini a Perosa?", "e a Pinerolo lo stesso?"), "meeting.children", "pinerolo"),
    ],
)
def test_follows_the_thread(ask: Ask, texts: tuple[str, ...], entry: str, area: str) -> None:
    decision = ask(*texts).decision

    assert isinstance(decision, Answer)
    assert (decision.entry.id, decision.area) == (entry, area)


def test_a_measure_is_chosen_by_its_number_when_one_was_spoken_of(ask: Ask) -> None:
    decision = ask("quale misura è per le ditte?", "la 5?").decision

    assert isinstance(decision, Answer)
    assert (decision.entry.id, decision.measure) == ("measure.about", 5)


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (("quanto costa?", "sì grazie"), "it"),
        (("gnagnera brusca?", "sì"), "it"),
        (("is there parking in Torre?", "yes please"), "en"),
        (("y a-t-il un parking à Torre ?", "oui"), "fr"),
    ],
)
def test_a_yes_to_asking_the_organisers_says_how(ask: Ask, texts: tuple[str, ...], language: str) -> None:
    decision = ask(*texts, language=language).decision

    assert isinstance(decision, Answer)
    assert decision.entry.id == "bot.ask"
    assert "✉️" in decision.entry.answer


def test_a_yes_to_nothing_is_a_yes(ask: Ask) -> None:
    decision = ask("dove si fa a Pinerolo?", "sì").decision

    assert isinstance(decision, Answer)
    assert decision.entry.id == "chat.yes"


def test_where_after_the_project_may_be_either(ask: Ask) -> None:
    decision = ask("cosa fa il progetto del CISS?", "dove lo fa").decision

    assert isinstance(decision, Offer)
    assert {"meeting.where", "project.where"} <= {option.entry.id for option in decision.options}


def test_the_project_is_still_meant_by_what_follows(ask: Ask) -> None:
    decision = ask("che cosa fa il progetto del CISS?", "e da chi è guidato?").decision

    assert isinstance(decision, Answer)
    assert decision.entry.id == "project.lead"


def test_thanks_are_thanks_whatever_was_spoken_of(ask: Ask) -> None:
    decision = ask("à quelle heure à Pignerol ?", "merci bien", language="fr").decision

    assert isinstance(decision, Answer)
    assert decision.entry.id == "chat.thanks"


@pytest.mark.parametrize(
    ("text", "kind", "area"),
    [
        ("l'incontro di Pinerolo è il 16?", Mistake.WRONG_DATE, "pinerolo"),
        ("l'incontro di Torre Pellice comincia alle 18?", Mistake.WRONG_TIME, "torre-pellice"),
        ("a Torre è alle 18 come le altre, no?", Mistake.WRONG_TIME, "torre-pellice"),
        ("la réunion de Torre c'est bien le 30 à 18h ?", Mistake.WRONG_TIME, "torre-pellice"),
        ("quando è l'incontro a Torino?", Mistake.UNKNOWN_AREA, None),
        ("che cosa dice la misura 9?", Mistake.NO_SUCH_MEASURE, None),
    ],
)
def test_a_false_premise_is_put_right(ask: Ask, text: str, kind: str, area: str | None) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Correction)
    assert decision.kind == kind
    assert area is None or decision.area == area


@pytest.mark.parametrize(
    ("talk", "language"),
    [
        (("cani e bambini a Torre Pellice", "A Pinerolo è alle 15?"), "it"),
        (("may I bring my cat?", "is Pinerolo at 3 pm?"), "en"),
        (("chiens et enfants à Torre Pellice", "c'est à 15h à Pignerol ?"), "fr"),
    ],
)
def test_an_hour_is_a_meetings_whatever_was_talked_about(ask: Ask, talk: tuple[str, ...], language: str) -> None:
    decision = ask(*talk, language=language).decision

    assert isinstance(decision, Correction)
    assert (decision.kind, decision.area) == (Mistake.WRONG_TIME, "pinerolo")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("alle 21 a Pinerolo avete finito?", "it"),
        ("devo prendere mia figlia a danza alle nove, a Pinerolo a che ora finisce?", "it"),
        ("will it have started by 7pm in Pinerolo?", "en"),
        ("my lift leaves Pinerolo at ten, so I hope it is over by then", "en"),
        ("je dois rendre la voiture vers neuf heures, quand finit Pignerol ?", "fr"),
    ],
)
def test_an_hour_of_ones_own_is_not_denied(ask: Ask, text: str, language: str) -> None:
    decision = ask(text, language=language).decision

    assert isinstance(decision, Answer)
    assert (decision.entry.about, decision.area) == (About.EVENT, "pinerolo")


@pytest.mark.parametrize(
    ("first", "then", "language"),
    [
        ("dove si fa a Perosa?", "stessa domanda per Pinerolo", "it"),
        ("dove si fa a Perosa?", "le stesse informazioni per Pinerolo", "it"),
        ("where is Perosa?", "same question for Pinerolo", "en"),
        ("où est Perosa ?", "même question pour Pinerolo", "fr"),
    ],
)
def test_the_same_is_asked_of_another_town(ask: Ask, first: str, then: str, language: str) -> None:
    decision = ask(first, then, language=language).decision

    assert isinstance(decision, Answer)
    assert (decision.entry.id, decision.area) == ("meeting.where", "pinerolo")


@pytest.mark.parametrize("message", ["e a tore?", "quando siete a tore"])
def test_a_short_name_may_lack_a_letter_after_a_preposition(ask: Ask, message: str) -> None:
    decision = ask("quando si fa a Perosa?", message).decision

    assert isinstance(decision, Answer)
    assert decision.area == "torre-pellice"


def test_a_clause_without_a_name_is_about_the_town_of_the_talk(ask: Ask) -> None:
    decision = ask(
        "a Torre Pellice dove vi riunite?", "La ringrazio; e in quale via si troverebbe, se non chiedo troppo?"
    ).decision

    answers = decision.parts if isinstance(decision, Several) else (decision,)
    assert {each.area for each in answers if isinstance(each, Answer)} == {"torre-pellice"}


def test_villar_perosa_is_not_perosa(ask: Ask) -> None:
    decision = ask("quando è l'incontro a Villar Perosa?").decision

    assert isinstance(decision, Correction)
    assert decision.kind == Mistake.UNKNOWN_AREA


def test_the_hours_of_something_else_are_not_those_of_the_meeting(ask: Ask) -> None:
    decision = ask("orari del parrucchiere a Perosa").decision

    assert isinstance(decision, Offer), "it may ask whether the meeting is meant, and must not say when it is"
    assert {option.entry.id for option in decision.options} >= {"meeting.start"}


@pytest.mark.parametrize("text", ["chi ha vinto la partita di ieri sera?", "router wifi password"])
def test_what_it_does_not_know_it_does_not_answer(ask: Ask, text: str) -> None:
    decision = ask(text).decision

    assert isinstance(decision, Answer)
    assert decision.entry.kind is EntryKind.REDIRECT


def test_what_is_no_word_is_unknown(ask: Ask) -> None:
    assert isinstance(ask("xyzzy").decision, Unknown)


def test_an_emergency_wins_over_everything(ask: Ask) -> None:
    decision = ask("aiuto mio marito non respira, dov'è l'incontro?").decision

    assert isinstance(decision, Answer)
    assert "112" in decision.entry.answer


def test_a_conversation_is_forgotten_after_a_quarter_of_an_hour(engine: Engine) -> None:
    first = engine.reply(Question("dove si fa a Pinerolo?", "it", NOW, events=_events()))
    for minutes, area in ((14, "pinerolo"), (16, None)):
        later = NOW + timedelta(minutes=minutes)
        decision = engine.reply(Question("e quando?", "it", later, first.state, events=_events())).decision

        assert isinstance(decision, Answer)
        assert (decision.entry.id, decision.area) == ("meeting.when", area)


def test_a_learned_answer_is_live_at_once(engine: Engine) -> None:
    learned = Entry("learned.1", "it", EntryKind.FACT, ("Si può portare il cane?",), (), "Sì, al guinzaglio.")
    decision = engine.with_learned([learned]).reply(Question("si può portare il cane", "it", NOW)).decision

    assert isinstance(decision, Answer)
    assert decision.entry.answer == "Sì, al guinzaglio."


@given(st.text(max_size=300) | st.text("dove quando perosa e a il 23?!<>&'🙂", max_size=80))
def test_no_text_is_too_strange(text: str) -> None:
    outcome = world.engine().reply(Question(text, "it", NOW, events=_events()))

    assert outcome.language in ("it", "en", "fr")


@pytest.mark.parametrize("text", ["", " ", "🙂🙂", "quando " * 700, "<b>" * 1000, "Ё" * 4096])
def test_extremes_end_in_a_decision(ask: Ask, text: str) -> None:
    assert ask(text).language == "it"

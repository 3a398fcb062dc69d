"""Names inside of ordinary sentences: the one that is said, whatever other name is like it."""

from collections.abc import Iterator

import pytest
from msgspec import structs

from answers.dialogue.decisions import Correction, Outcome
from answers.engine import Engine
from answers.language.entities import EntityType, Gazetteer, Mention
from domain.events.events import Place
from domain.files.yaml_values import Name
from domain.programmes import Area, Body, Kind, Programme, Venue
from tests.answers.conftest import Ask

SENTENCES = {
    "it": """
        Che giorno è la serata di X?; di sera a X; X?; da X come si arriva; e a X allora?; la sera di X dove è
        Sono di X e vorrei venire; l'incontro di X a che ora inizia; stasera a X cosa fate; per X grazie
        la salsa di X è buona; quelli di X quando si trovano; la scala di X com'è; la sala di X
    """,
    "en": """
        What day is the evening in X?; X?; the X meeting; from X how do I get there; is it in X at night
        what time at X please; see you in X; so, X then; the sale in X
    """,
    "fr": """
        Quel jour est la soirée de X ?; X ?; de X on vient comment; et à X alors; c'est à quelle heure pour X
        la salle de X; la soirée à X en bref; chez nous à X
    """,
}


def _sentences() -> Iterator[tuple[str, str]]:
    for language, lines in SENTENCES.items():
        for line in lines.strip().splitlines():
            yield from ((language, each.strip()) for each in line.split(";"))


def _names(programme: Programme) -> Iterator[tuple[EntityType, str, str]]:
    for area in programme.areas:
        yield from ((EntityType.AREA, area.id, name) for name in (*area.name.values(), *area.aliases))
    for venue in programme.venues:
        yield from ((EntityType.VENUE, venue.id, name) for name in (venue.address, *venue.aliases))
    for body in programme.bodies:
        yield from ((EntityType.BODY, body.id, name) for name in (body.name, *body.aliases))
    telling = (name for name in programme.elsewhere if name not in programme.everyday_names)
    yield from ((EntityType.ELSEWHERE, name, name) for name in telling)


@pytest.mark.parametrize(("language", "sentence"), list(_sentences()))
def test_a_name_in_a_sentence_is_that_name(engine: Engine, programme: Programme, language: str, sentence: str) -> None:
    gazetteer = Gazetteer(programme)
    for thing, id, name in _names(programme):
        reading = gazetteer.read(sentence.replace("X", name), language, known=engine._is_word)
        assert [(each.thing, each.id) for each in reading.mentions] == [(thing, id)], name


@pytest.mark.parametrize(
    ("text", "thing", "id"),
    [
        ("vilar perosa quando", EntityType.ELSEWHERE, "Villar Perosa"),
        ("riunione a San Secundo di Pinerolo", EntityType.ELSEWHERE, "San Secondo di Pinerolo"),
        ("S. Secondo di Pinerolo", EntityType.ELSEWHERE, "San Secondo di Pinerolo"),
        ("a torre pelice", EntityType.AREA, "torre-pellice"),
        ("la sera di Perosa Argentna", EntityType.AREA, "perosa-argentina"),
        ("la salita di Pinerolo", EntityType.AREA, "pinerolo"),
        ("Cooperativa Tarta Volente", EntityType.BODY, "tarta-volante"),
        ("in via d'Azelio", EntityType.VENUE, "galleria-scroppo"),
    ],
)
def test_a_slip_is_heard_unless_a_name_is_spelt_right(
    engine: Engine, programme: Programme, text: str, thing: EntityType, id: str
) -> None:
    reading = Gazetteer(programme).read(text, "it", known=engine._is_word)

    assert [(each.thing, each.id) for each in reading.mentions] == [(thing, id)]


def test_what_two_bear_is_both(programme: Programme) -> None:
    library = Venue("biblioteca-alliaudi", Name({"": "Biblioteca"}), "pinerolo", "via Battisti 11")
    twin = Area("torre-due", Name({"": "Torre Due"}), ["la Torre"])
    venues, areas = [*programme.venues, library], [*programme.areas, twin]
    more = structs.replace(programme, venues=venues, areas=areas)
    read = Gazetteer(more).read("in biblioteca, a la Torre", "it")

    assert read.words == ("in", "<venue>", "a", "<area>")
    assert read.mentions == (
        Mention(EntityType.VENUE, "biblioteca-perosa", "biblioteca"),
        Mention(EntityType.VENUE, "biblioteca-alliaudi", "biblioteca"),
        Mention(EntityType.AREA, "torre-pellice", "la torre"),
        Mention(EntityType.AREA, "torre-due", "la torre"),
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Che giorno è la serata di Pinerolo?", "it"),
        ("What day is the evening in Pinerolo?", "en"),
        ("Quel jour est la soirée de Pinerolo ?", "fr"),
    ],
)
def test_the_evening_of_an_area_is_not_another_place(ask: Ask, text: str, language: str) -> None:
    outcome: Outcome = ask(text, language=language)

    assert not isinstance(outcome.decision, Correction)
    assert outcome.state.slots.area == "pinerolo"


def test_an_everyday_name_is_known_whatever_its_id(programme: Programme) -> None:
    mark = structs.replace(programme, areas=[Area("mark-village", Name({"": "Mark"}))], everyday_names=["Mark"])
    gazetteer = Gazetteer(mark)
    found = {text: gazetteer.read(text, "en").ids(EntityType.AREA) for text in ("mark my words", "is it in Mark?")}
    assert found == {"mark my words": (), "is it in Mark?": ("mark-village",)}


@pytest.mark.parametrize(
    ("place", "said", "thing", "id"),
    [
        ("Norton Hall", "when is it in norton?", EntityType.AREA, "nf"),
        ("Norton", "when is it in norton?", EntityType.AREA, "nf"),
        ("Ilton", "when is it in ilton?", EntityType.AREA, "ilton"),
        ("Storytelling", "when is the storytelling?", EntityType.KIND, "stories"),
        ("Storytelling Barn", "when is the storytelling?", EntityType.KIND, "stories"),
        ("Greenfield", "who is greenfield?", EntityType.BODY, "gt"),
        ("Greenfield House", "what is in greenfield house?", EntityType.VENUE, "new"),
        ("Norton Hall", "what is in norton hall?", EntityType.VENUE, "new"),
    ],
)
def test_a_new_place_leaves_known_things_their_words(place: str, said: str, thing: EntityType, id: str) -> None:
    programme = Programme(
        id="vale",
        name=Name({"en": "Vale"}),
        time_zone="Europe/London",
        languages=["en"],
        areas=[
            Area(id="nf", name=Name({"en": "Norton Fitzwarren"})),
            Area(id="ilton", name=Name({"en": "Ilton"})),
        ],
        kinds=[Kind(id="stories", name=Name({"en": "Storytelling"}))],
        bodies=[Body(id="gt", name="Greenfield Trust", aliases=["Greenfield"])],
    )
    wider = Gazetteer(programme).with_places([("new", Place(place, "Mill Lane"))], known=lambda word: False)
    reading = wider.read(said, "en", known=lambda word: word in said.split()[:3])
    assert [(each.thing, each.id) for each in reading.mentions] == [(thing, id)]

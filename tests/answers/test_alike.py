"""Which passed-on questions an organiser answers once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answers.dialogue.decisions import Question
from answers.search import similarity
from tests.answers.conftest import NOW
from tests.world import engine


def _groups(*asked: str | tuple[str, str]) -> list[list[int]]:
    pairs = [("it", each) if isinstance(each, str) else each for each in asked]
    return similarity.groups(engine(), [Question(text, language, NOW) for language, text in pairs])


@pytest.mark.parametrize(
    "asked",
    [
        ("Quanto costa?", "si paga?", ("en", "is it free?"), ("fr", "c'est gratuit ?")),
        ("A Pinerolo c'è il parcheggio?", "dove si parcheggia a pinerolo??"),
        ("Venite anche nelle scuole di Bricherasio?", "venite anke nelle scuole di bricherasio"),
        ("posso suonare la chitarra alla serata?", "buonasera, alla serata potrei suonare la chitara?"),
    ],
)
def test_the_same_in_other_words_is_one_question(asked: tuple[str, ...]) -> None:
    assert _groups(*asked) == [list(range(len(asked)))]


@pytest.mark.parametrize(
    "asked",
    [
        ("A Pinerolo c'è il parcheggio?", "A Torre Pellice c'è il parcheggio?"),
        ("Quanto costa?", "Posso portare il cane?"),
        ("posso suonare la chitarra alla serata?", "posso filmare la serata?"),
        ("Venite nelle scuole di Bricherasio?", "Venite nelle scuole di Luserna?"),
        ("xyzzy", "plugh"),
        ("🙂", "🙁"),
    ],
)
def test_another_area_or_thing_is_another_question(asked: tuple[str, ...]) -> None:
    assert _groups(*asked) == [[place] for place in range(len(asked))]


def test_groups_keep_the_order_in_which_they_were_asked() -> None:
    found = _groups("Quanto costa?", "Posso portare il cane?", "si paga?", "il cane può entrare?")

    assert found == [[0, 2], [1, 3]]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60) | st.sampled_from(["quanto costa", "dove a Perosa", ""]), max_size=6))
def test_every_question_is_in_exactly_one_group(texts: list[str]) -> None:
    found = _groups(*(("it", text) for text in texts))

    assert sorted(place for group in found for place in group) == list(range(len(texts)))
    assert all(group == sorted(group) for group in found)

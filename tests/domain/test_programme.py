"""A wrong programme file is reported with file, line, field and a plain sentence."""

from pathlib import Path

import pytest

from bot.settings import WECARE
from domain.programme import load
from domain.yaml_file import ContentError

GOOD = (WECARE / "programme.yaml").read_text()


def test_the_programme_that_comes_with_the_bot_is_good() -> None:
    programme = load(WECARE)

    assert [town.id for town in programme.towns] == ["perosa-argentina", "pinerolo", "torre-pellice"]
    assert [measure.number for measure in programme.measures] == [1, 2, 3, 4, 5]
    assert len(programme.bodies) == 7


@pytest.mark.parametrize(
    ("was", "wrong", "field", "sentence"),
    [
        ("town: perosa-argentina\n    name:", "town: perosa\n    name:", "venues[1].town", "not a town"),
        (
            "venue: centro-sociale-pinerolo",
            "venue: galleria-scroppo",
            "events[2].venue",
            "is in torre-pellice",
        ),
        ("venue: centro-sociale-pinerolo", "venue: bar", "events[2].venue", "not a venue"),
        ("end: 21:30", "end: 18:30", "events[3].end", "not after the start"),
        ("date: 10-23", "date: 23 ottobre", "events[2].date", "month-day"),
        ("date: 10-23", "date: 10-32", "events[2].date", "day"),
        ("start: 19:00", "start: sera", "events[3].start", "18:00"),
        ("time_zone: Europe/Rome", "time_zone: Europe/Roma", "time_zone", "not a known time zone"),
        ("- number: 2", "- number: 1", "measures[2].number", "already used"),
        ("  - id: cfiq", "  - id: ciss", "bodies[3].id", "already used"),
        ("name: Pinerolo", "nome: Pinerolo", "towns[2].name", "required"),
        ("      fr: Centro Sociale (centre social)\n", "", "venues[2].name", "lacks the text in fr"),
        ("id: wecare", "id: wecare\nid: again", "id", "given twice"),
        ("towns:", "towns: [", "the file", "not valid YAML"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(
    tmp_path: Path, was: str, wrong: str, field: str, sentence: str
) -> None:
    assert was in GOOD
    (tmp_path / "programme.yaml").write_text(GOOD.replace(was, wrong, 1))
    with pytest.raises(ContentError) as caught:
        load(tmp_path)

    assert field in str(caught.value)
    assert sentence in str(caught.value)
    assert caught.value.line > 1 or field == "the file"


def test_an_empty_or_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        load(tmp_path)
    (tmp_path / "programme.yaml").write_text("")
    with pytest.raises(ContentError, match="is empty"):
        load(tmp_path)

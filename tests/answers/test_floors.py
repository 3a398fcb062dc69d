"""What `make answers` calls worse, and that there is a figure for everything it measures."""

import json

import pytest

from benchmarks.answers_floors import ASKED_FIGURES, ASKED_SETS, HIGHER_IS_BETTER, KEPT, SETS, fallen


@pytest.mark.parametrize(
    ("figure", "value", "falls"),
    [
        ("right at once", 0.74, True),
        ("right at once", 0.752, False),
        ("right at once", 0.9, False),
        ("out of scope, answered by a fact", 0.09, True),
        ("out of scope, answered by a fact", 0.01, False),
    ],
)
def test_a_figure_that_falls_is_named(figure: str, value: float, falls: bool) -> None:
    kept = {"labelled": {"right at once": 0.755, "out of scope, answered by a fact": 0.05}}
    found = fallen({"labelled": {figure: value}}, kept)

    assert [figure in each for each in found] == [True] * falls


def test_every_figure_is_kept() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))

    expected = {name: set(HIGHER_IS_BETTER) for name in SETS} | {name: set(ASKED_FIGURES) for name in ASKED_SETS}
    assert {name: set(figures) for name, figures in kept.items()} == expected

"""Hold the answers to the figures that were reached: `python -m benchmarks.answers_floors`, or `make answers`.

Exit code 1 if one has fallen. `--keep` writes the figures of now: for who made them better, or has a reason to let one
fall, which the commit says.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from answers import knowledge
from answers.evaluation import judge_all
from benchmarks import asked
from benchmarks.asked import Judge, share
from domain import programmes
from domain.events.events import planned

CONTENT = Path("content/wecare")
ASKED, ASKED_SETS = Path("tests/answers/asked"), ("open", "open_more", "frozen")
SETS = {"labelled": Path("tests/answers/labelled"), "fresh": Path("tests/answers/fresh/frozen.jsonl")}
KEPT = Path(__file__).with_suffix(".json")
HIGHER_IS_BETTER = {
    "right at once": True,
    "right entry first": True,
    "right, answered or offered": True,
    "honest at once": True,
    "follow-ups led to the right entry": True,
    "language of the reply": True,
    "wrong by the words of the reply": False,
    "wrong area, venue or measure": False,
    "out of scope, answered by a fact": False,
}
ASKED_FIGURES = {"right at once": True, "led": True, "wrong": False, "honest at once": True, "honest, wrong": False}
BETTER = HIGHER_IS_BETTER | ASKED_FIGURES
SLACK = {"labelled": 0.005, "fresh": 0.02, "open": 0.01, "open_more": 0.02, "frozen": 0.02}
"""Other words in the content move some questions either way: seven of the labelled ones, one of the fresh."""

Figures = Mapping[str, Mapping[str, float]]


def measured() -> Figures:
    """Return the figures of each set, by the calibration that comes with the bot."""
    programme = programmes.load(CONTENT)
    known = knowledge.load(programme, CONTENT)
    engine = known.engine(programme)
    plans = planned(programme, 2027, datetime(2027, 9, 1, tzinfo=UTC))
    now = plans[0].starts_at - timedelta(days=14)
    events = [plan.stored(number, now) for number, plan in enumerate(plans, 1)]
    figures = {
        name: judge_all.evaluate(engine, judge_all.read(path), events, now).figures for name, path in SETS.items()
    }
    found = {name: {figure: round(each[figure], 4) for figure in HIGHER_IS_BETTER} for name, each in figures.items()}
    whole = Judge()
    return found | {name: _asked(whole, ASKED / f"{name}.jsonl") for name in ASKED_SETS}


def _asked(whole: Judge, file: Path) -> dict[str, float]:
    judged = [whole.judge(item) for item in asked.read(file)]
    inside, outside = ([each for each in judged if (each.item.kind in asked.OUTSIDE) is said] for said in (False, True))
    return {
        "right at once": share(inside, "right"),
        "led": share(inside, "right", "led"),
        "wrong": share(inside, "wrong"),
        "honest at once": share(outside, "right"),
        "honest, wrong": share(outside, "wrong"),
    }


def fallen(now: Figures, kept: Figures) -> list[str]:
    """Return a sentence for each figure that is worse than the one kept."""
    return [
        f"{name}: {figure} is {value:.3f} and was {kept[name][figure]:.3f}"
        for name, figures in now.items()
        for figure, value in figures.items()
        if (kept[name][figure] - value) * (1 if BETTER[figure] else -1) > SLACK[name]
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="write the figures of now")
    options = parser.parse_args()
    now = measured()
    if options.keep:
        KEPT.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
    kept: Figures = json.loads(KEPT.read_text(encoding="utf-8"))
    for name, figures in now.items():
        print(f"{name} questions")
        for figure, value in figures.items():
            print(f"  {figure:36} {value:.3f}   kept {kept[name][figure]:.3f}")
    problems = fallen(now, kept)
    print("\n".join(problems or ["none has fallen"]))
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())

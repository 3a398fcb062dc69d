"""Fit the chance of being right: `python -m benchmarks.calibrate [--semantic]` prints what stands in calibration.py.

To the labelled questions, and to those of tests/answers/asked/open.jsonl; the frozen ones are never looked at.
"""

from __future__ import annotations

import sys
from pathlib import Path

from answers.evaluation.fit import fitted, ranked
from answers.evaluation.labelled import read
from answers.evaluation.verdicts import Setting, judge
from answers.search.calibration import DEFAULT
from answers.search.chance import LAYER_SIGNALS, SIGNALS, Logistic
from benchmarks import asked
from benchmarks.asked import NOW, Judge
from bot import settings
from bot.encoder import ready

WORDS = len(SIGNALS) + len(LAYER_SIGNALS)
LABELLED = Path("tests/answers/labelled")
OPEN = Path("tests/answers/asked/open.jsonl")


def main() -> None:
    encoder = ready(settings.load({})) if "--semantic" in sys.argv else None
    whole = Judge(encoder, always=True)
    setting = Setting(whole.events, NOW, encoder=encoder)
    rows = ranked(judge(whole.engine, item, setting) for item in read(LABELLED))
    rows += [row for item in asked.read(OPEN) if item.kind not in asked.PARTS and (row := whole.ranked(item))]
    if encoder is not None:  # sure replies have no second look
        rows = [row for row in rows if DEFAULT.first.chance(row.signals[:WORDS]) < DEFAULT.answer_from]
    found = fitted(rows)
    print(f"of {len(rows)} questions\n    first={_written(found.first)},\n    among={_written(found.among)},")
    print(f"    answer_from={found.answer_from:.2f},")


def _written(found: Logistic) -> str:
    return f"Logistic({found.bias:.2f}, ({', '.join(f'{weight:.2f}' for weight in found.weights)}))"


if __name__ == "__main__":
    main()

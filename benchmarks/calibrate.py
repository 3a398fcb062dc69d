"""Fit the chance of being right: `python -m benchmarks.calibrate [--semantic]` prints what stands in calibration.py.

To the labelled questions, and to the open ones of tests/answers/asked; the frozen ones are never looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from answers.dialogue.decisions import Decision, Offer, Unknown
from answers.evaluation.fit import LEFT, OFFERED, RIGHT, fitted, ranked
from answers.evaluation.labelled import read
from answers.evaluation.verdicts import Setting, judge
from answers.search.calibration import DEFAULT
from answers.search.chance import LAYER_SIGNALS, SIGNALS, Logistic
from benchmarks import asked
from benchmarks.asked import NOW, Judge, Judged
from bot import settings
from bot.encoder import ready

LED_MODESTLY = 0.4
"""What the right button is worth below words that tell that one does not know."""
WORDS = len(SIGNALS) + len(LAYER_SIGNALS)
LABELLED = Path("tests/answers/labelled")
OPEN = tuple(Path(f"tests/answers/asked/{name}.jsonl") for name in ("open", "open_more"))


def main() -> None:
    encoder = ready(settings.load({})) if "--semantic" in sys.argv else None
    whole = Judge(encoder, always=True)
    setting = Setting(whole.events, NOW, encoder=encoder)
    rows = ranked(judge(whole.engine, item, setting) for item in read(LABELLED))
    rows += [row for item in _open() if item.kind not in asked.PARTS and (row := whole.ranked(item))]
    if encoder is not None:  # sure replies have no second look
        rows = [row for row in rows if DEFAULT.first.chance(row.signals[:WORDS]) < DEFAULT.answer_from]
    found = fitted(rows)
    print(f"of {len(rows)} questions\n    first={_written(found.first)},\n    among={_written(found.among)},")
    print(f"    answer_from={found.answer_from:.2f},")
    if encoder is None:
        print(f"    unsaid_from={_unsaid_from([whole.judge(item) for item in _open()]):.2f},")


def _open() -> list[asked.Asked]:
    return [item for file in OPEN for item in asked.read(file)]


def _unsaid_from(judged: Iterable[Judged]) -> float:
    """Return from which chance it is worth most to say first that one does not know, and to guess after that.

    The open questions are as people's are: a tenth is none of ours, half of it near.
    """
    unsure = [each for each in judged if _unsure(each.outcome.decision)]
    return max((step / 100 for step in range(30, 80, 5)), key=lambda least: sum(_worth(each, least) for each in unsure))


def _unsure(decision: Decision) -> bool:
    return (
        isinstance(decision, (Offer, Unknown)) and bool(decision.options) and getattr(decision, "known", None) is None
    )


def _worth(each: Judged, least: float) -> float:
    modest, outside = each.outcome.explanation.unsaid >= least, each.item.kind in asked.OUTSIDE
    if outside:
        return RIGHT if modest else LEFT
    return LEFT if each.fate != "led" else LED_MODESTLY if modest else OFFERED


def _written(found: Logistic) -> str:
    return f"Logistic({found.bias:.2f}, ({', '.join(f'{weight:.2f}' for weight in found.weights)}))"


if __name__ == "__main__":
    main()

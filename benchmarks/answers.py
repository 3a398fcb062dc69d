"""Answers beside what others use: `python -m benchmarks.answers [--qa4faq FOLDER] [--curve FILE.svg]`.

Ours, rapidfuzz and rank_bm25 rank the same questions in one process. QA4FAQ (EVALITA 2016) has 406 official
FAQs and 1,132 questions that people really asked; the best published system reached c@1 0.4439. Its data are
not ours to ship.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rapidfuzz import fuzz, process

from answers import knowledge
from answers.evaluation import judge_all
from answers.evaluation.labelled import Labelled
from answers.language import text
from benchmarks import curve, qa4faq
from domain import programmes
from domain.events.events import planned
from domain.programmes import Programme

CONTENT = Path("content/wecare")
LABELLED = Path("tests/answers/labelled")
Ranker = Callable[[str], Sequence[str]]

_COST = """
import resource, time
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
import answers.engine
imported = time.perf_counter() - started
from pathlib import Path
from answers import knowledge
from domain import programmes
here = Path("content/wecare")
ours = programmes.load(here)
known = knowledge.load(ours, here)
loaded = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
engine = known.engine(ours)
built = time.perf_counter() - started
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(imported * 1000, built, (memory - loaded) / 1024)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--qa4faq", type=Path, help="folder with faqs.csv, qa4faq_question and qa4faq_qrel")
    parser.add_argument("--curve", type=Path, help="draw right against wrong into this file, and measure nothing else")
    options = parser.parse_args()
    if options.curve:
        curves = curve.measured()
        print("\n".join(curve.table(curves)))
        options.curve.write_text(curve.svg(curves), encoding="utf-8")
        return
    programme = programmes.load(CONTENT)
    known = knowledge.load(programme, CONTENT)
    _cost(known)
    _residents(programme, known)
    print()
    print("\n".join(curve.table(curve.measured())))
    if options.qa4faq:
        print()
        qa4faq.main(options.qa4faq)


def _cost(known: knowledge.Knowledge) -> None:
    """In fresh processes, the best of three: import and build are paid once, in a quiet moment."""
    runs = [
        [float(part) for part in subprocess.check_output([sys.executable, "-c", _COST], text=True).split()]
        for _ in range(3)
    ]
    imported, built, memory = (min(column) for column in zip(*runs, strict=True))
    entries = sum(len(each) for each in known.entries.values())
    phrasings = sum(len(entry.phrasings) for each in known.entries.values() for entry in each)
    print(f"engine: {entries} entries with {phrasings} phrasings in {len(known.entries)} languages")
    print(f"  import {imported:.0f} ms (at most 80), build {built:.2f} s (at most 1)")
    print(f"  memory {memory:.0f} MiB (at most 50)")


def _residents(programme: Programme, known: knowledge.Knowledge) -> None:
    engine = known.engine(programme)
    items = judge_all.read(LABELLED)
    plans = planned(programme, 2027, datetime(2027, 9, 1, tzinfo=UTC))
    now = plans[0].starts_at - timedelta(days=14)
    events = [plan.stored(number, now) for number, plan in enumerate(plans, 1)]
    report = judge_all.cross_validate(engine, items, events, now)
    print("\nresidents' questions, by a calibration that never saw the entry asked for")
    print(report.table())
    print("\nright entry first, among three: questions in scope that stand alone")
    alone = [item for item in items if item.in_scope and not item.context]
    ours = {verdict.item: [id for id, _ in verdict.outcome.explanation.ranked] for verdict in report.verdicts}
    first = {verdict.item: verdict.first for verdict in report.verdicts}
    _line(
        "campanile",
        [first[item] for item in alone],
        [first[item] or _among(item, ours[item]) for item in alone],
    )
    for name, build in (("rapidfuzz token_set_ratio", _rapidfuzz), ("rank_bm25 Okapi", _bm25)):
        rankers = {language: build(entries) for language, entries in _rows(known).items()}
        ranked = [rankers[item.language](item.text) for item in alone]
        hits = [bool(set(ids[:1]) & set(item.expect)) for item, ids in zip(alone, ranked, strict=True)]
        _line(name, hits, [_among(item, ids) for item, ids in zip(alone, ranked, strict=True)])


def _among(item: Labelled, ids: Sequence[str]) -> bool:
    return bool(set(list(dict.fromkeys(ids))[:3]) & set(item.expect))


def _line(name: str, first: Sequence[bool], three: Sequence[bool]) -> None:
    print(f"  {name:28} {sum(first) / len(first):.3f}  {sum(three) / len(three):.3f}")


def _rows(known: knowledge.Knowledge) -> Mapping[str, list[tuple[str, str]]]:
    return {
        language: [(entry.id, each) for entry in entries for each in (*entry.phrasings, " ".join(entry.tags))]
        for language, entries in known.entries.items()
    }


def _rapidfuzz(rows: Sequence[tuple[str, str]]) -> Ranker:
    texts = [text.whole(row) for _, row in rows]

    def rank(question: str) -> list[str]:
        found = process.extract(text.whole(question), texts, scorer=fuzz.token_set_ratio, limit=10)
        return [rows[place][0] for _, _, place in found]

    return rank


def _bm25(rows: Sequence[tuple[str, str]]) -> Ranker:
    from rank_bm25 import BM25Okapi

    index = BM25Okapi([text.words(row) for _, row in rows])

    def rank(question: str) -> list[str]:
        scores = index.get_scores(text.words(question))
        best = sorted(range(len(rows)), key=lambda place: -scores[place])[:10]
        return [rows[place][0] for place in best]

    return rank


if __name__ == "__main__":
    started = time.perf_counter()
    main()
    print(f"\n{time.perf_counter() - started:.0f} s in all")

"""Train the layer that hears cries for help, and say how well it does on messages of writers it never saw.

`python -m benchmarks.cries` prints the figures and writes `languages/cries.bin`; `--only-test` leaves it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from zlib import crc32

from answers.evaluation import labelled
from answers.evaluation.cry_examples import HARMLESS, Example, learned_half, listed, varied, written_out
from answers.evaluation.layer_training import Row, trained
from answers.language import emergency, phrases
from answers.layers.linear_layer import LinearLayer, features
from domain import languages

ANSWERS = Path("tests/answers")
ASKED = ("open", "open_more")
"""Of the questions as people type them, those that may be learned from."""
FOLDS = 5
KINDS = (*emergency.KINDS, HARMLESS)
TRAPS = (0.01, 0.02, 0.05)


def examples() -> dict[str, list[Example]]:
    """Return all there is to learn from, by where it is from."""
    random = Random(1)
    questions = [item for folder in ("labelled", "fresh") for item in labelled.read(ANSWERS / folder)]
    ordinary = [Example(each.text, each.language, _kind(each), f"{each.language} {each.text}") for each in questions]
    ordinary += [each for name in ASKED for each in _asked(ANSWERS / "asked" / f"{name}.jsonl")]
    asides = {
        name: [each.text for each in ordinary if each.language == name and not each.cry] for name in ("it", "en", "fr")
    }
    lists = [*listed(ANSWERS / "danger"), *listed(ANSWERS / "foreign"), *learned_half(ANSWERS / "foreign")]
    patterns = [varied(each, asides, random) for each in written_out(ANSWERS / "danger/written", random)]
    return {"lists": lists, "lists, varied": [varied(each, asides, random) for each in lists],
            "patterns": patterns, "questions": ordinary}  # fmt: skip


def _asked(file: Path) -> Iterator[Example]:
    for line in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        kind = emergency.said(line["text"]) if line["kind"] == "cry" else HARMLESS
        yield Example(line["text"], line["language"], kind, line["text"])


def _kind(item: labelled.Labelled) -> str:
    kinds = (kind for each in item.expect for kind in emergency.KINDS if kind in each.split("."))
    return next(kinds, HARMLESS)


def rows(several: Sequence[Example]) -> list[Row]:
    return [
        (features(each.text, phrases.spoken(each.text)), KINDS.index(each.kind) if each.cry else -1) for each in several
    ]


def layer(several: Sequence[Example]) -> LinearLayer:
    return trained(rows(several), len(emergency.KINDS))


def cross_validated(every: dict[str, list[Example]]) -> dict[str, list[tuple[float, Example]]]:
    """Return the evidence that each message is a cry, by a layer that saw no message of its group."""
    found: dict[str, list[tuple[float, Example]]] = {name: [] for name in every}
    for fold in range(FOLDS):
        seen = [each for several in every.values() for each in several if _fold(each) != fold]
        tested = layer(seen)
        for name, several in every.items():
            held_out = (each for each in several if _fold(each) == fold)
            found[name] += [
                (emergency.odds(tested.evidence(each.text, phrases.spoken(each.text))), each) for each in held_out
            ]
    return found


def _fold(example: Example) -> int:
    return crc32(example.group.encode()) % FOLDS


def report(found: dict[str, list[tuple[float, Example]]]) -> None:
    for name, judged in found.items():
        cries = [odds for odds, each in judged if each.cry]
        traps = sorted((odds for odds, each in judged if not each.cry), reverse=True)
        print(f"{name}: {len(cries)} cries, {len(traps)} others; the layer alone, at")
        for share in TRAPS:
            bound = traps[int(share * len(traps))]
            print(f"  {share:.0%} of the others: {sum(odds > bound for odds in cries) / len(cries):.1%} of the cries")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only-test", action="store_true", help="print the figures and write nothing")
    parser.add_argument("--only-train", action="store_true", help="write the layer without testing it")
    given = parser.parse_args()
    every = examples()
    if not given.only_train:
        report(cross_validated(every))
    if not given.only_test:
        several = [each for part in every.values() for each in part]
        layer(several).write(languages.FOLDER / emergency.LAYER)


main()

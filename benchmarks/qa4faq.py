"""QA4FAQ, by the strict protocol: nothing sees a label of the test.

When to keep silent is learnt from the FAQ text alone.
"""

from __future__ import annotations

import csv
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import fuzz, process

from answers.evaluation.fit import logistic
from answers.language import text
from answers.language.lexicon import LONG_ENTRIES as LONG_WEIGHTS
from answers.language.lexicon import Lexicon, Token
from answers.search.chance import Logistic, signals
from answers.search.documents import LONG_ENTRIES, Document
from answers.search.ranking import Index, Scores

PUBLISHED = 0.4439
FIELDS = ("question", "tag", "answer")
NEIGHBOURS = {
    "a": "sq",
    "e": "wr",
    "i": "uo",
    "o": "ip",
    "t": "ry",
    "n": "bm",
    "r": "et",
    "l": "k",
    "c": "xv",
    "s": "ad",
}


@dataclass(frozen=True)
class Task:
    faqs: list[dict[str, str]]
    questions: list[tuple[str, str]]
    relevant: dict[str, set[str]]

    @classmethod
    def read(cls, folder: Path) -> Task:
        with (folder / "faqs.csv").open(encoding="utf-8-sig", newline="") as file:
            faqs = list(csv.DictReader(file, delimiter=";"))
        lines = (folder / "qa4faq_question").read_text(encoding="utf-8").splitlines()
        questions = [(id, asked) for id, asked in (line.split("\t", 1) for line in lines if line.strip())]
        relevant: defaultdict[str, set[str]] = defaultdict(set)
        for line in (folder / "qa4faq_qrel").read_text(encoding="utf-8").splitlines():
            if line.strip():
                question, faq = line.split()
                relevant[question].add(faq)
        return cls(faqs, questions, dict(relevant))


class Retriever:
    """The engine's index over FAQs; `hidden` leaves one of their fields out."""

    def __init__(self, faqs: Sequence[dict[str, str]], hidden: str = "") -> None:
        self._lexicon = Lexicon("it", weights=LONG_WEIGHTS)
        documents = [
            Document(
                (self._read(faq["question"]),),
                self._read(faq["tag"]),
                tuple(self._lexicon.read(_all_words(faq["answer"]))),
            )
            for faq in faqs
        ]
        self._index = Index([_without(document, hidden) for document in documents], LONG_ENTRIES)

    def rank(self, question: str) -> tuple[list[int], tuple[float, ...]]:
        tokens = self._read(question)
        scores: Scores = self._index.score(tokens)
        order = sorted(range(len(scores.total)), key=lambda number: -scores.total[number])
        return order, signals(scores, order, tokens, (0.0, 0.0))

    def _read(self, words: str) -> tuple[Token, ...]:
        return tuple(self._lexicon.read(text.words(words)))


def _all_words(answer: str) -> list[str]:
    return [word for part in answer.split(". ") for word in text.words(part)]


def _without(document: Document, hidden: str) -> Document:
    empty: dict[str, Document] = {
        "question": replace(document, phrasings=()),
        "tag": replace(document, tags=()),
        "answer": replace(document, answer=()),
    }
    return empty.get(hidden, document)


def main(folder: Path) -> None:
    task = Task.read(folder)
    print(f"QA4FAQ: {len(task.faqs)} FAQs, {len(task.questions)} questions; best published c@1 {PUBLISHED}")
    print(f"  {'':44}    c@1   s@1   s@5   answered   ms")
    _judge("rapidfuzz token_set_ratio, questions", task, _always(_rapidfuzz(task)), 0.0)
    _judge("rank_bm25 Okapi, all fields", task, _always(_bm25(task)), 0.0)
    retriever = Retriever(task.faqs)
    _judge("campanile, always answers", task, _always(lambda asked: retriever.rank(asked)[0]), 0.0)
    confidence, least = _from_faq_text(task)

    def careful(asked: str) -> tuple[list[int], float]:
        order, values = retriever.rank(asked)
        return order, confidence.chance(values)

    _judge("campanile, silent when unsure (strict)", task, careful, least)


def _always(rank: Callable[[str], list[int]]) -> Callable[[str], tuple[list[int], float]]:
    return lambda asked: (rank(asked), 1.0)


def _judge(name: str, task: Task, rank: Callable[[str], tuple[list[int], float]], least: float) -> None:
    right = silent = first = five = 0
    started = time.perf_counter()
    for id, asked in task.questions:
        order, chance = rank(asked)
        hits = [task.faqs[number]["id"] in task.relevant[id] for number in order[:5]]
        first += hits[0]
        five += any(hits)
        silent += chance < least
        right += hits[0] and chance >= least
    count = len(task.questions)
    spent = (time.perf_counter() - started) / count * 1000
    c_at_1 = (right + silent * right / count) / count
    shares = f"{c_at_1:.4f} {first / count:.3f} {five / count:.3f}   {1 - silent / count:.3f}"
    print(f"  {name:44} {shares}    {spent:5.2f}")


# --- when to keep silent, from the FAQ text alone ---


def _from_faq_text(task: Task) -> tuple[Logistic, float]:
    """Queries made of one field of an FAQ, put to an index that lacks that field."""
    rows: list[tuple[tuple[float, ...], bool]] = []
    queries = list(_made_up(task.faqs))
    for hidden in FIELDS:
        retriever = Retriever(task.faqs, hidden)
        for asked, number, field in queries:
            if field == hidden:
                order, values = retriever.rank(asked)
                rows.append((values, order[0] == number))
    fitted = logistic(rows)
    return fitted, _best_threshold([(fitted.chance(values), right) for values, right in rows])


def _best_threshold(chances: Sequence[tuple[float, bool]]) -> float:
    """The one with the highest c@1."""
    count, right = len(chances), 0
    best, threshold = -1.0, 0.0
    for answered, (chance, is_right) in enumerate(sorted(chances, reverse=True), 1):
        right += is_right
        value = (right + (count - answered) * right / count) / count
        if value > best:
            best, threshold = value, chance
    return threshold


def _made_up(faqs: Sequence[dict[str, str]], seed: int = 7) -> Iterator[tuple[str, int, str]]:
    """Short queries as people write them, some with a slip: query, FAQ, the field it was made of."""
    chosen = random.Random(seed)  # repeatable, not secret
    for number, faq in enumerate(faqs):
        yield faq["question"], number, "question"
        content = _content(faq["question"])
        if len(content) >= 2:
            kept = _some(content, chosen, (2, 2, 3, 3, 4))
            yield " ".join(kept), number, "question"
            slip = chosen.randrange(len(kept))
            kept[slip] = _slip(kept[slip], chosen)
            yield " ".join(kept), number, "question"
        tags = [tag.strip() for tag in faq["tag"].split(",") if tag.strip()]
        for size in (2, 3) if tags else ():
            yield " ".join(chosen.sample(tags, min(size, len(tags)))), number, "tag"
        words = _content(faq["answer"].split(". ")[0])
        if len(words) >= 3:
            size = min(len(words), chosen.choice((3, 4, 5)))
            start = chosen.randrange(max(1, min(6, len(words) - size + 1)))
            yield " ".join(words[start : start + size]), number, "answer"


def _content(sentence: str) -> list[str]:
    lexicon = Lexicon("it")
    return [word for word in text.words(sentence) if lexicon.weight(word) == 1.0]


def _some(words: Sequence[str], chosen: random.Random, sizes: Sequence[int]) -> list[str]:
    size = min(len(words), chosen.choice(sizes))
    return [words[place] for place in sorted(chosen.sample(range(len(words)), size))]


def _slip(word: str, chosen: random.Random) -> str:
    """One letter lost, doubled, swapped with the next or hit beside its key."""
    if len(word) < 5:
        return word
    at = chosen.randrange(1, len(word) - 1)
    return chosen.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + chosen.choice(NEIGHBOURS.get(word[at], word[at])) + word[at + 1 :],
        ]
    )


# --- what others use, out of the box ---


def _rapidfuzz(task: Task) -> Callable[[str], list[int]]:
    texts = [text.whole(faq["question"]) for faq in task.faqs]

    def rank(asked: str) -> list[int]:
        found = process.extract(text.whole(asked), texts, scorer=fuzz.token_set_ratio, limit=5)
        return [place for _, _, place in found]

    return rank


def _bm25(task: Task) -> Callable[[str], list[int]]:
    from rank_bm25 import BM25Okapi

    index = BM25Okapi([_all_words(" . ".join(faq[field] for field in FIELDS)) for faq in task.faqs])

    def rank(asked: str) -> list[int]:
        scores = index.get_scores(text.words(asked))
        return sorted(range(len(task.faqs)), key=lambda place: -scores[place])[:5]

    return rank

"""What residents feel: `python -m benchmarks.asked FILE [--programme FOLDER --at MOMENT] [--misses] [--semantic]`.

Each line of the file is what somebody typed, with the words that a right reply has (`must`: of each list one) and must
not have. The reply is judged as it is read: right at once; led, if a button of it gives the right reply; wrong, if it
is given as an answer and is not right (one that answers only a part of what was asked is neither). What the programme
does not say is right if the reply begins with saying so; what is asked although it is said, and called unknown, is at
best led, and counted by itself as "modest".
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any

from answers import knowledge
from answers.dialogue.decisions import (
    Answer,
    AskArea,
    Correction,
    Decision,
    DialogueState,
    Offer,
    OtherLanguage,
    Outcome,
    Question,
    Several,
    Slots,
    Unknown,
)
from answers.entries import EntryKind
from answers.evaluation.fit import Ranked
from answers.evaluation.report import LENGTHS
from answers.language import text
from answers.meaning import Encoder
from answers.search.chance import OPTIONS
from bot import settings
from bot.encoder import ready
from domain import programmes
from domain.events.events import planned
from messages import catalog
from messages.events.published import plain
from messages.localizer import Localizer
from messages.residents import answer_texts
from messages.residents.answer_texts import AnswerContext

CONTENT = Path("content/wecare")
NOW = datetime.fromisoformat("2027-10-09T10:00+02:00")
PARTS = ("facets", "two")
OUTSIDE = ("unsaid", "near", "far")


@dataclass(frozen=True)
class Asked:
    """A line of the file."""

    text: str
    language: str
    kind: str
    style: str = ""
    context: tuple[str, ...] = ()
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        return len(text.words(self.text))


@dataclass(frozen=True)
class Judged:
    """`fate`: right, led, wrong or left; for what is not said, wrong means that a fact was given for it."""

    item: Asked
    outcome: Outcome
    said: str
    fate: str
    milliseconds: float


class Judge:
    def __init__(
        self, encoder: Encoder | None = None, *, always: bool = False, folder: Path = CONTENT, now: datetime = NOW
    ) -> None:
        """`encoder` gives the second look that an unsure reply has, `always` that every one has."""
        self._encoder, self._always, self._now = encoder, always, now
        programme = programmes.load(folder)
        known = knowledge.load(programme, folder)
        self.engine = known.engine(programme)
        words = catalog.load(programme)
        self._voices = {name: Localizer(words.words(name), programme) for name in programme.languages}
        self._modest = {name: plain(voice.words("unknown")) for name, voice in self._voices.items()}
        """The words that tell that something is not known."""
        self.events = [plan.stored(number, now) for number, plan in enumerate(planned(programme, now.year, now), 1)]

    def judge(self, item: Asked) -> Judged:
        state: DialogueState | None = None
        for earlier in item.context:
            state = self._ask(earlier, item, state).state
        began = time.perf_counter()
        outcome = self._ask(item.text, item, state)
        spent = (time.perf_counter() - began) * 1000
        said = self._say(outcome.decision, outcome.language)
        return Judged(item, outcome, said, self._fate(item, outcome, said), spent)

    def _ask(self, words: str, item: Asked, state: DialogueState | None) -> Outcome:
        question = Question(words, item.language, self._now, state, (), self.events)
        outcome = self.engine.reply(question)
        if self._encoder is None or not (self._always or outcome.unsure):
            return outcome
        return self.engine.reply(replace(question, meaning=self._encoder.encode(words)))

    def _say(self, decision: Decision, language: str) -> str:
        message = answer_texts.reply(decision, AnswerContext(self.events, self._now), self._voices[language])
        read = [button.text for row in message.rows for button in row] if isinstance(decision, Correction) else []
        return unescape(plain("\n".join([message.html, *read])))

    def _behind(self, decision: Offer | Several | Unknown, outcome: Outcome) -> list[str]:
        """Return what the buttons would answer."""
        of = ((each, Slots(each.area, each.measure, each.body, each.events)) for each in decision.options)
        answers = (self.engine.option(each.entry.id, outcome.language, slots) for each, slots in of)
        return [self._say(each, outcome.language) for each in answers if each is not None]

    def ranked(self, item: Asked) -> Ranked | None:
        """Return whether the first entries that were found would answer; None if none was looked for."""
        outcome = self.judge(item).outcome
        found, slots = outcome.explanation, outcome.state.slots
        answers = [self.engine.option(id, outcome.language, slots) for id, _ in found.ranked[:OPTIONS]]
        right = [each is not None and self._answers(item, each, outcome.language) for each in answers]
        return Ranked(found.signals, right[0], any(right)) if right and found.signals else None

    def _answers(self, item: Asked, answer: Answer | AskArea, language: str) -> bool:
        if item.kind in OUTSIDE and not item.must:
            return answer.entry.kind is not EntryKind.FACT
        return _holds(item, self._say(answer, language))

    def _fate(self, item: Asked, outcome: Outcome, said: str) -> str:
        decision = outcome.decision
        if item.kind in OUTSIDE:
            return self._honest(item, outcome, said)
        if isinstance(decision, Several) and decision.options and not _holds(item, said):
            return "led" if any(_holds(item, f"{said} {each}") for each in self._behind(decision, outcome)) else "left"
        if isinstance(decision, (Offer, Unknown)):
            if isinstance(decision, Offer) and decision.known is not None and _holds(item, said):
                return "right"
            return "led" if any(_holds(item, each) for each in self._behind(decision, outcome)) else "left"
        if item.kind == "talk":
            return (
                "right"
                if _is_talk(decision)
                else "wrong"
                if isinstance(decision, (Answer, Correction, Several))
                else "left"
            )
        if _holds(item, said):
            return "right"
        if item.kind in PARTS and _holds_a_part(item, said):
            return "left"
        return "wrong" if isinstance(decision, (Answer, Correction, Several)) else "left"

    def _honest(self, item: Asked, outcome: Outcome, said: str) -> str:
        decision = outcome.decision
        parts = decision.parts if isinstance(decision, Several) else (decision,)
        entries = [each.entry for each in parts if isinstance(each, (Answer, AskArea, Correction)) and each.entry]
        if any(entry.kind is not EntryKind.FACT for entry in entries):
            return "right"
        if isinstance(decision, (Answer, Several)):
            return "right" if item.must and _holds(item, said) else "wrong"
        if isinstance(decision, Offer):
            honest = any(each.entry.kind is not EntryKind.FACT for each in decision.options)
            return "led" if honest or item.kind != "unsaid" else "left"
        modest = said.startswith(self._modest[outcome.language])
        return "right" if modest or isinstance(decision, (Correction, OtherLanguage)) else "led"


def _is_talk(decision: Decision) -> bool:
    return isinstance(decision, Answer) and (decision.entry.exact or decision.entry.kind is not EntryKind.FACT)


def _holds_a_part(item: Asked, said: str) -> bool:
    """Return True if a reply to several questions answers one of them, and says nothing that it must not."""
    return any(_holds(replace(item, must=(group,)), said) for group in item.must)


def _holds(item: Asked, said: str) -> bool:
    read = said.casefold()
    return all(any(each.casefold() in read for each in group) for group in item.must) and not any(
        each.casefold() in read for each in item.must_not
    )


def read(file: Path) -> list[Asked]:
    lines = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
    return [_asked(line) for line in lines]


def _asked(line: dict[str, Any]) -> Asked:
    return Asked(
        text=line["text"],
        language=line["language"],
        kind=line["kind"],
        style=line.get("style", ""),
        context=tuple(line.get("context") or ()),
        must=tuple(tuple(group) for group in line.get("must") or ()),
        must_not=tuple(line.get("must_not") or ()),
    )


def share(judged: Sequence[Judged], *fates: str) -> float:
    return round(sum(each.fate in fates for each in judged) / (len(judged) or 1), 4)


def table(judged: Sequence[Judged]) -> Iterable[str]:
    inside = [each for each in judged if each.item.kind not in OUTSIDE]
    yield _head("all")
    yield _line("answerable", inside)
    yield _line("not said", [each for each in judged if each.item.kind in OUTSIDE])
    modest = [each for each in inside if isinstance(each.outcome.decision, Unknown)]
    yield f"answerable, called unknown first: {len(modest)}, {100 * len(modest) / (len(inside) or 1):.1f} %"
    groups: tuple[tuple[str, Callable[[Judged], str], Sequence[Judged]], ...] = (
        ("kind", lambda each: each.item.kind, judged),
        ("language", lambda each: each.item.language, inside),
        ("style", lambda each: each.item.style, inside),
        ("words", _length, inside),
        ("turn", lambda each: "dialogue" if each.item.context else "alone", inside),
    )
    for name, key, of in groups:
        yield ""
        yield _head(name)
        by: defaultdict[str, list[Judged]] = defaultdict(list)
        for each in of:
            by[key(each)].append(each)
        yield from (_line(part, rows) for part, rows in sorted(by.items()))
    times = sorted(each.milliseconds for each in judged)
    yield f"\nmilliseconds: median {times[len(times) // 2]:.1f}, p95 {times[int(len(times) * 0.95)]:.1f}"


def _length(each: Judged) -> str:
    return next(
        f"{least:02}-{most or ''}" for least, most in LENGTHS if least <= max(1, each.item.length) <= (most or 10_000)
    )


def _head(name: str) -> str:
    return f"{name:16}{'n':>6}" + "".join(f"{fate:>8}" for fate in ("right", "+led", "wrong", "left"))


def _line(name: str, rows: Sequence[Judged]) -> str:
    values = (share(rows, "right"), share(rows, "right", "led"), share(rows, "wrong"), share(rows, "left"))
    return f"{name:16}{len(rows):6}" + "".join(f"{100 * value:8.1f}" for value in values)


def _miss(each: Judged) -> str:
    item, why = each.item, each.outcome.explanation
    ranked = " ".join(f"{id}={score:.2f}" for id, score in why.ranked[:3])
    return "\n".join(
        [
            f"[{each.fate}] {item.kind}/{item.style} {' / '.join((*item.context, item.text))}",
            f"      must {list(item.must)} not {list(item.must_not)}",
            f"      p={why.p:.2f} {why.how} {ranked}",
            f"      -> {' '.join(each.said.split())[:150]}",
        ]
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true", help="show what was not right at once: never for a frozen set")
    parser.add_argument("--semantic", action="store_true", help="with the second look of the extra `semantic`")
    parser.add_argument("--programme", type=Path, default=CONTENT, help="the folder of the programme that is asked")
    parser.add_argument("--at", type=datetime.fromisoformat, default=NOW, help="when: 2027-01-08T10:00+01:00")
    options = parser.parse_args()
    encoder = ready(settings.load({})) if options.semantic else None
    if options.semantic and encoder is None:
        parser.error("the extra `semantic` is not installed, or does not work here")
    judge = Judge(encoder, folder=options.programme, now=options.at)
    judged = [judge.judge(item) for item in read(options.file)]
    if options.misses:
        print("\n".join(map(_miss, (each for each in judged if each.fate != "right"))))
    print("\n".join(table(judged)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

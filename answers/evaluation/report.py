"""Sum the judgements up: a table to read, and the targets that are missed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from answers.dialogue.decisions import Correction
from answers.evaluation.verdicts import Verdict

FATES = ("right", "wrong", "offered", "offered_without", "abstained")


@dataclass(frozen=True)
class Target:
    """A figure of the report and the bound that it must keep."""

    figure: str
    least: float | None = None
    most: float | None = None

    def missed(self, value: float) -> bool:
        return (self.least is not None and value < self.least) or (self.most is not None and value > self.most)

    def __str__(self) -> str:
        return f"at least {self.least:g}" if self.least is not None else f"at most {self.most:g}"


TARGETS = (
    Target("right at once", least=0.7),
    Target("right entry first", least=0.88),
    Target("right, answered or offered", least=0.93),
    Target("wrong by the words of the reply", most=0.015),
    Target("wrong area, venue or measure", most=0),
    Target("out of scope, answered by a fact", most=0.06),
    Target("follow-ups led to the right entry", least=0.95),
    Target("language of the reply", least=0.99),
    Target("median milliseconds", most=1.5),
    Target("p95 milliseconds", most=4.0),
)


LENGTHS = ((1, 3), (4, 6), (7, 9), (10, 14), (15, 19), (20, 0))
"""Numbers of words, each class on its own line; the last is open."""
COMPARED = {
    "right at once": "right at once",
    "right, answered or offered": "led",
    "wrong by the words of the reply": "wrong by the words",
    "honest at once": "honest at once",
    "right entry first": "first",
    "out of scope, answered": "out of scope, answered",
}


@dataclass(frozen=True)
class Report:
    verdicts: tuple[Verdict, ...]

    @property
    def figures(self) -> dict[str, float]:
        inside, outside = self.inside, self.outside
        times = sorted(verdict.milliseconds for verdict in self.verdicts) or [0.0]
        given = [verdict for verdict in inside + outside if verdict.fate in ("right", "wrong")]
        right = sum(verdict.fate == "right" for verdict in inside)
        silent = sum(verdict.fate not in ("right", "wrong") for verdict in inside)
        count = len(inside) or 1
        return {
            "right at once": _fate(inside, "right"),
            "right entry first": _share(inside, lambda each: each.first),
            "right, answered or offered": _share(inside, lambda each: each.led),
            **{f"in scope, {fate}": _fate(inside, fate) for fate in FATES},
            "wrong answers, in scope": _fate(inside, "wrong"),
            "wrong by the words of the reply": _share(inside, lambda each: each.misled),
            "honest at once": _share(self._unsaid, lambda each: each.fate == "right"),
            "c@1": (right + silent * right / count) / count,
            "precision of answers": _share(given, lambda each: each.fate == "right"),
            "out of scope, answered": _fate(outside, "wrong"),
            "out of scope, answered by a fact": _share(outside, lambda each: each.misled),
            "out of scope, offered": _fate(outside, "offered") + _fate(outside, "offered_without"),
            "out of scope, abstained": _fate(outside, "abstained"),
            "wrong area, venue or measure": float(sum(verdict.wrong_slot for verdict in self.verdicts)),
            "follow-ups answered": _share(self._follow_ups, lambda each: each.fate == "right"),
            "follow-ups led to the right entry": _share(self._follow_ups, lambda each: each.led),
            "false premises corrected": _share(self._premises, _corrects),
            "typos, right entry first": _share(self._styled("typos", "chat", "sms"), lambda each: each.first),
            "language of the reply": _share(self.verdicts, lambda each: each.language_right),
            "median milliseconds": times[len(times) // 2],
            "p95 milliseconds": times[int(len(times) * 0.95)],
        }  # fmt: skip

    @property
    def inside(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if verdict.item.in_scope]

    @property
    def outside(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if not verdict.item.in_scope and not verdict.item.free]

    @property
    def _follow_ups(self) -> list[Verdict]:
        return [verdict for verdict in self.inside if verdict.item.follow_up]

    @property
    def _unsaid(self) -> list[Verdict]:
        """Return the questions about what the programme does not say."""
        return [verdict for verdict in self.inside if verdict.unsaid]

    @property
    def _premises(self) -> list[Verdict]:
        return [verdict for verdict in self.inside if verdict.item.decision == "correction"]

    def _styled(self, *styles: str) -> list[Verdict]:
        return [verdict for verdict in self.inside if verdict.item.style in styles]

    def failures(self, targets: Iterable[Target] = TARGETS) -> list[str]:
        figures = self.figures
        return [
            f"{target.figure}: {figures[target.figure]:.3f}, must be {target}"
            for target in targets
            if target.missed(round(figures[target.figure], 4))
        ]

    def worst(self, count: int = 10) -> list[tuple[str, int, int]]:
        """Return the entries most often missed: id, misses, questions."""
        asked: Counter[str] = Counter()
        missed: Counter[str] = Counter()
        for verdict in self.inside:
            asked[verdict.item.expect[0]] += 1
            missed[verdict.item.expect[0]] += not verdict.led
        ranked = sorted(asked, key=lambda id: (-missed[id] / asked[id], -missed[id]))
        return [(id, missed[id], asked[id]) for id in ranked if missed[id]][:count]

    def bins(self, count: int = 5) -> list[tuple[float, float, int]]:
        """Return the calibration: mean predicted chance, share right and number of questions per fifth of the scale."""
        groups: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
        for verdict in self.inside + self.outside:
            why = verdict.outcome.explanation
            if why.ranked:
                right = why.ranked[0][0] in (*verdict.item.expect, *verdict.item.tolerated)
                groups[min(int(why.p * count), count - 1)].append((why.p, right))
        return [
            (sum(p for p, _ in rows) / len(rows), sum(right for _, right in rows) / len(rows), len(rows))
            for _, rows in sorted(groups.items())
        ]

    def table(self) -> str:
        parts = (self._general(), self._languages(), self._lengths(), self._details())
        return "\n\n".join("\n".join(part) for part in parts)

    def _general(self) -> list[str]:
        bounds = {target.figure: target for target in TARGETS}
        lines = [f"{len(self.inside)} questions in scope, {len(self.outside)} out of scope"]
        for name, value in self.figures.items():
            target = bounds.get(name)
            missed = "  MISSED" if target and target.missed(round(value, 4)) else ""
            lines.append(f"  {name:36} {value:7.3f}" + (f"   {target}{missed}" if target else ""))
        return lines

    def _languages(self) -> list[str]:
        named = {verdict.item.language for verdict in self.inside}
        return self._compared("language", {name: [v for v in self.verdicts if v.item.language == name]
                                           for name in sorted(named)})  # fmt: skip

    def _lengths(self) -> list[str]:
        """Show the figures by length: real questions are longer than those that authors make up."""
        classes = {f"{least}-{most}" if most else f"{least}+": (least, most or 1000) for least, most in LENGTHS}
        return self._compared("words", {name: [v for v in self.verdicts if least <= v.length <= most]
                                        for name, (least, most) in classes.items()})  # fmt: skip

    @staticmethod
    def _compared(by: str, parts: Mapping[str, Sequence[Verdict]]) -> list[str]:
        lines = [f"  {by:10}{'questions':>10}" + "".join(f"{name:>28}" for name in COMPARED.values())]
        for name, verdicts in parts.items():
            part = Report(tuple(verdicts))
            values = "".join(f"{part.figures[figure]:28.3f}" for figure in COMPARED)
            lines.append(f"  {name:10}{len(part.inside):10}{values}")
        return lines

    def _details(self) -> list[str]:
        worst = (f"  {id:30} {missed} of {asked} not led to" for id, missed, asked in self.worst())
        bins = (f"  predicted {p:.2f}   right {right:.2f}   of {n}" for p, right, n in self.bins())
        return ["worst entries", *worst, "", "calibration", *bins]


def _corrects(verdict: Verdict) -> bool:
    return isinstance(verdict.outcome.decision, Correction)


def _share(verdicts: Sequence[Verdict], holds: Callable[[Verdict], bool]) -> float:
    return sum(map(holds, verdicts)) / len(verdicts) if verdicts else 0.0


def _fate(verdicts: Sequence[Verdict], fate: str) -> float:
    return _share(verdicts, lambda verdict: verdict.fate == fate)

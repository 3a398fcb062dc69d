"""What authors of the knowledge do from the command line."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from pathlib import Path

from answers import evaluate as evaluation
from answers import knowledge
from answers.decisions import Explanation, Outcome, Question
from answers.engine import Engine
from bot import inspection
from bot.app import wall_clock
from bot.settings import Settings
from domain import programme as programmes
from domain.events import Event, coming_year, planned
from domain.programme import Programme
from messages import catalog as catalogs
from messages import questions as replies
from messages.voice import Voice


def ask(settings: Settings, text: str, language: str, *, explain: bool) -> str:
    """The reply in plain text, by the programme file: no database is needed."""
    programme = programmes.load(settings.programme_dir)
    now = wall_clock()
    events = assumed_events(programme, settings.programme_year, now)
    outcome = engine(settings, programme).reply(Question(text, language, now, events=events))
    voice = Voice(catalogs.load(default=programme.language).words(outcome.language), programme)
    message = replies.reply(outcome.decision, replies.Facts(events, now), voice, foreign=outcome.foreign)
    buttons = [f"[{button.text}]" for row in message.rows for button in row]
    lines = [unescape(re.sub(r"<[^>]*>", "", message.html)), " ".join(buttons)]
    if explain:
        lines += ["", *_explained(outcome, outcome.explanation)]
    return "\n".join(lines).rstrip()


def engine(settings: Settings, programme: Programme) -> Engine:
    known = knowledge.load(programme, settings.programme_dir)
    return Engine.build(known.entries, programme, synonyms=known.synonyms)


def assumed_events(programme: Programme, year: int | None, now: datetime) -> list[Event]:
    """The file's events as rows would hold them."""
    plans = planned(programme, year or coming_year(programme, now))
    confirmed = now if year else None
    return [
        Event(number, plan.slug, plan.town, plan.venue, plan.starts_at, plan.ends_at, confirmed_at=confirmed)
        for number, plan in enumerate(plans, 1)
    ]


def _explained(outcome: Outcome, why: Explanation) -> list[str]:
    ranked = ", ".join(f"{entry} {score:.2f}" for entry, score in why.ranked[:5])
    return [
        f"decision: {type(outcome.decision).__name__}, by {why.how}, p {why.p:.2f}, in {outcome.language}",
        f"words: {' '.join(why.words)}",
        f"entities: {', '.join(why.entities) or '-'}",
        f"ranked: {ranked or '-'}",
    ]


def evaluate(settings: Settings, file: Path, *, cross_validate: bool) -> tuple[str, bool]:
    """The table of measures, and whether every target is met."""
    programme = programmes.load(settings.programme_dir)
    now = wall_clock()
    events = assumed_events(programme, settings.programme_year, now)
    measure = evaluation.cross_validate if cross_validate else evaluation.evaluate
    report = measure(engine(settings, programme), evaluation.read(file), events, now)
    failures = report.failures()
    return "\n".join([report.table(), "", *(failures or ["every target is met"])]), not failures


def check(settings: Settings) -> tuple[str, bool]:
    findings = inspection.findings(settings.programme_dir)
    lines = [str(finding) for finding in findings] or ["nothing to look at"]
    return "\n".join(lines), not any(finding.error for finding in findings)

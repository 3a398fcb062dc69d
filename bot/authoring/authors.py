"""Commands for the authors of the answers."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from importlib.util import find_spec
from pathlib import Path

from answers import knowledge
from answers.dialogue.decisions import Question
from answers.engine import Engine
from answers.evaluation import entry_training, judge_all, meaning_training
from answers.evaluation.boxes import opened
from answers.layers.entry_layer import EntryLayer
from answers.layers.meaning_layer import MeaningLayer
from bot.app import wall_clock
from bot.authoring import explained, inspection
from bot.encoder import ready
from bot.settings import Settings
from domain import programmes
from domain.events.events import Event, planned
from domain.programmes import Programme
from messages import catalog
from messages.localizer import Localizer
from messages.residents import answer_texts


def ask(settings: Settings, text: str, language: str, *, explain: bool) -> str:
    """Return the reply as plain text, from the programme file: no database is needed."""
    programme = programmes.load(settings.programme_dir)
    now = wall_clock()
    events = assumed_events(programme, settings.programme_year, now)
    boxes = opened(engine(settings, programme), Question(text, language, now, events=events))
    outcome = boxes.reply
    voice = Localizer(catalog.load(programme).words(outcome.language), programme)
    message = answer_texts.whole(outcome, answer_texts.AnswerContext(events, now), voice)
    buttons = [f"[{button.text}]" for row in message.rows for button in row]
    lines = [unescape(re.sub(r"<[^>]*>", "", message.html)), " ".join(buttons)]
    if explain:
        lines += ["", explained.told(boxes)]
    return "\n".join(lines).rstrip()


def engine(settings: Settings, programme: Programme) -> Engine:
    return knowledge.load(programme, settings.programme_dir).engine(programme)


def learn(settings: Settings) -> str:
    """Write the layers for each language of the programme, and return a line for each.

    That of meanings where sentences can be encoded.
    """
    programme = programmes.load(settings.programme_dir)
    known = knowledge.load(programme, settings.programme_dir)
    fresh, lines = known.engine(programme), []
    encoder = ready(settings) if find_spec("numpy") else None
    for language in known.entries:
        asides = knowledge.asides(language)
        file = knowledge.layer_file(settings.programme_dir, language)
        words = None if language in known.layers else entry_training.trained(fresh.collection(language), asides)
        lines.append(_written(file, words))
        file = knowledge.meaning_file(settings.programme_dir, language)
        layer = known.meanings.get(language)
        if encoder is not None:
            old = layer is None or layer.encoder != encoder.name
            areas = [programme.say(area.name, language) for area in programme.areas]
            new = meaning_training.trained(known.entries[language], areas, asides, encoder) if old else None
            lines.append(_written(file, new))
        elif file.is_file() and layer is None:
            lines.append(f"{file}: of other phrasings, not used; the extra 'semantic' makes it anew")
    return "\n".join(lines)


def _written(file: Path, layer: EntryLayer | MeaningLayer | None) -> str:
    return f"{file}: up to date" if layer is None else f"{file}: written, {layer.write(file) // 1024} KB"


def assumed_events(programme: Programme, year: int | None, now: datetime) -> list[Event]:
    """Return the events of the file as the database would hold them."""
    plans = planned(programme, year, now)
    return [plan.stored(number, now) for number, plan in enumerate(plans, 1)]


def evaluate(settings: Settings, file: Path, *, cross_validate: bool) -> tuple[str, bool]:
    """Return the table of measures, and True if every target is met."""
    programme = programmes.load(settings.programme_dir)
    now = wall_clock()
    events = assumed_events(programme, settings.programme_year, now)
    measure = judge_all.cross_validate if cross_validate else judge_all.evaluate
    report = measure(engine(settings, programme), judge_all.read(file), events, now)
    failures = report.failures()
    return "\n".join([report.table(), "", *(failures or ["every target is met"])]), not failures


def check(settings: Settings) -> tuple[str, bool]:
    findings = inspection.findings(settings.programme_dir, settings.programme_year, wall_clock())
    lines = [str(finding) for finding in findings] or ["nothing to look at"]
    return "\n".join(lines), not any(finding.error for finding in findings)

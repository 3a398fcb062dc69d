"""Evaluate the answers on labelled questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from answers.engine import Engine
from answers.evaluation.fit import cross_validated
from answers.evaluation.labelled import LabelError, Labelled, read
from answers.evaluation.report import TARGETS, Report, Target
from answers.evaluation.verdicts import Setting, judge

if TYPE_CHECKING:
    from domain.events.events import Event

__all__ = ["TARGETS", "LabelError", "Labelled", "Report", "Target", "cross_validate", "evaluate", "read"]


def evaluate(
    engine: Engine, labelled: Sequence[Labelled], events: Sequence[Event], now: datetime, resident: str = ""
) -> Report:
    """Judge the engine as it is. `resident`: a language that every resident has, whatever they write in."""
    setting = Setting(events, now, resident)
    return Report(tuple(judge(engine, item, setting) for item in labelled))


def cross_validate(engine: Engine, labelled: Sequence[Labelled], events: Sequence[Event], now: datetime) -> Report:
    """Judge every question by a calibration fitted without the entry that it asks for."""
    return Report(tuple(cross_validated(engine, labelled, Setting(events, now))))

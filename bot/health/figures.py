"""Read what the parts of the bot have counted, and what waits in the database. No figure tells of a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from telegram import Update

from delivery.rate_limiter import RateLimiter
from delivery.sender import Sender
from domain.figures import Answered, Figure, FigureKind, Figures
from domain.readiness import WELL, Readiness
from scheduler.job_clock import JobClock
from storage.database import UNUSABLE, Database
from storage.outbox import deliveries
from storage.team import tickets

COUNTER, GAUGE, HISTOGRAM = FigureKind


class UpdateCounts:
    """Counts updates by their kind, as they begin to be handled."""

    def __init__(self, kinds: list[str]) -> None:
        self.kinds = dict.fromkeys(kinds, 0)

    async def count(self, update: Update, _: Any) -> None:
        kind = next((each for each in self.kinds if getattr(update, each) is not None), None)
        if kind is not None:
            self.kinds[kind] += 1


@dataclass(frozen=True, kw_only=True)
class Meter:
    """The parts that count. What the database cannot tell just now is left out."""

    heard: UpdateCounts
    answered: Answered
    sender: Sender
    pace: RateLimiter
    clock: JobClock
    database: Database
    now: Callable[[], datetime]

    async def read(self, how: Readiness, *, owns: bool) -> Figures:
        return [*self._counted(), *self._states(how, owns), *(await self._waiting())]

    def _counted(self) -> Figures:
        done = {job: at.timestamp() for job, at in self.clock.succeeded.items()}
        return [
            Figure("campanile_updates", "Updates of Telegram that were heard.", COUNTER, self.heard.kinds, "kind"),
            Figure("campanile_answers", "Questions by what came of them.", COUNTER, self.answered.outcomes, "outcome"),
            Figure(
                "campanile_answer_duration_seconds",
                "From a question to the reply at Telegram.",
                HISTOGRAM,
                durations={"": self.answered.durations},
            ),
            Figure("campanile_deliveries", "Messages tried, by their state.", COUNTER, self.sender.settled, "state"),
            Figure(
                "campanile_send_wait_seconds",
                "How long calls waited for their turn.",
                HISTOGRAM,
                label="lane",
                durations=self.pace.waits,
            ),
            Figure("campanile_telegram_pauses", "Waits that Telegram asked for.", COUNTER, self.pace.pauses, "scope"),
            Figure("campanile_job_last_success_timestamp_seconds", "When each job was last done.", GAUGE, done, "job"),
        ]

    def _states(self, how: Readiness, owns: bool) -> Figures:
        parts = {part: float(said == WELL) for part, said in how.parts.items()}
        return [
            Figure("campanile_ready", "Whether each part does its work.", GAUGE, parts, "part"),
            Figure("campanile_owner", "1 for the bot of the database, 0 for who stands by.", GAUGE, {"": float(owns)}),
            Figure("campanile_build_info", "The version that runs.", GAUGE, {_version(): 1.0}, "version"),
        ]

    async def _waiting(self) -> Figures:
        now = self.now()
        try:
            async with self.database.read() as session:
                count, oldest = await deliveries.due(session, now)
                questions = await tickets.waiting(session)
        except UNUSABLE:
            return []
        late = (now - oldest).total_seconds() if oldest else 0.0
        return [
            Figure("campanile_outbox_pending", "Messages that are due and not sent.", GAUGE, {"": count}),
            Figure("campanile_outbox_oldest_seconds", "For how long the oldest of them is due.", GAUGE, {"": late}),
            Figure("campanile_questions_open", "Questions that wait for an organiser.", GAUGE, {"": questions}),
        ]


def _version() -> str:
    try:
        return version("campanile-bot")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "unknown"

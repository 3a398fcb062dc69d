"""The one context that every job is made with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.calendar import QuietHours
from messages.catalog import Catalog
from messages.localizer import Localizer
from services.environment import Environment
from storage.database import Database


@dataclass(frozen=True, kw_only=True)
class JobContext:
    """Everything a job works with besides the moment of its tick.

    `voice(language)` localizes, `wake` tells the sender of new rows, `username` is the bot's, "" before Telegram was
    reached, and `owners` are those of the settings. `environment` is what an act below every door needs.
    """

    environment: Environment
    database: Database
    catalog: Catalog
    voice: Callable[[str], Localizer]
    quiet: QuietHours
    owners: frozenset[int]
    wake: Callable[[], None]
    username: Callable[[], str]

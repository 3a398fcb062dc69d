"""Whatever comes in, in whatever order: no error, no call that Telegram refuses, and rows that add up."""

from __future__ import annotations

import logging
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from sandbox.people.people import Person
from tests.journeys.acts import NAMES, Act, acts
from tests.spared_jobs import written
from tests.world import MONICA, PIAZZA, World

WHO = {name: 5000 + number for number, name in enumerate(NAMES)}
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failing example runs through the whole bot: making it smaller would take minutes."""
HARMLESS = "message is not modified"
"""A button pressed twice: the message shows what it should already."""


@pytest.mark.one_database
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=WITHOUT_SHRINKING,
    max_examples=settings().max_examples // 3,  # of the profile's: each is a story
)
@given(
    name=st.sampled_from([*NAMES, "Monica"]),
    language=st.sampled_from(["it", "en", "fr-CA", "de", ""]),
    doings=st.lists(acts, min_size=1, max_size=12),
)
async def test_nothing_that_comes_in_does_harm(
    world: World, caplog: pytest.LogCaptureFixture, name: str, language: str, doings: list[Act]
) -> None:
    """One world for all examples: what earlier ones left behind is part of the trial."""
    caplog.set_level(logging.WARNING)
    caplog.clear()
    world.telegram.complaints.clear()
    who = _person(world, name, language)
    group = world.group(PIAZZA)
    if not group.messages:
        group.add_bot(who)
    for what, do in doings:
        do(world, who, group)
        await world.settle()
        assert [each for each in world.telegram.complaints if HARMLESS not in each] == [], what
        assert _logged(caplog) == [], what
    await _check_rows(world)
    await _check_jobs(world)


def _logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Warnings and errors, but for the refusals of the guards, which are as they should be."""
    return [record.getMessage() for record in caplog.records if record.name != "handlers.gate.permissions"]


def _person(world: World, name: str, language: str) -> Person:
    number = MONICA if name == "Monica" else WHO[name]
    if number not in world.telegram.people:
        return world.telegram.person(number, name, last_name=name, language_code=language)
    return world.telegram.people[number]


BROKEN = {
    "left on its way": "SELECT count(*) FROM deliveries WHERE state = 'sending'",
    "of no known state": "SELECT count(*) FROM deliveries WHERE state NOT IN "
    "('pending', 'paused', 'sent', 'blocked', 'failed', 'skipped', 'uncertain')",
    "sent twice of one thing": "SELECT count(*) FROM (SELECT 1 FROM deliveries WHERE chat_id IS NOT NULL "
    "GROUP BY thing, chat_id HAVING count(*) > 1) AS twice",
    "delivered as another thing": "SELECT count(*) FROM deliveries JOIN outgoing "
    "ON outgoing.id = outgoing_id WHERE deliveries.thing <> outgoing.thing "
    "AND kind NOT IN ('reminder', 'card')",  # told together, or several in a chat
    "sent but not dated": "SELECT count(*) FROM deliveries WHERE state = 'sent' AND sent_at IS NULL",
    "refused by Telegram": "SELECT count(*) FROM deliveries WHERE state IN ('failed', 'uncertain')",
}


async def _check_jobs(world: World) -> None:
    """The jobs that the world spared itself would have done nothing."""
    known = written.copy()
    for job in world.jobs:
        await job.run(world.clock.at)
    assert written - known == Counter()


async def _check_rows(world: World) -> None:
    async with world.app.database.read() as session:
        for what, query in BROKEN.items():
            assert await session.scalar(text(query)) == 0, what

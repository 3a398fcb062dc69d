"""One resident does two things at the same moment: the rows are those of one after the other."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.journeys.at_once import at_once, count, press
from tests.world import World

pytestmark = pytest.mark.usefixtures("no_errors")


async def test_a_new_person_who_writes_twice_at_once(world: World) -> None:
    await at_once(world, lambda: world.anna.start("pinerolo"), lambda: world.anna.say("ciao"))

    assert await count(world, "residents") == 1


@pytest.mark.parametrize(
    ("label", "table", "rows"),
    [("🔔", "subscriptions", 1), ("Ci vengo", "attendances", 1)],
)
async def test_a_button_pressed_twice_does_it_once(world: World, label: str, table: str, rows: int) -> None:
    await world.say(world.anna, "/start pinerolo")
    button = press(world.anna, label)
    await at_once(world, button, button, button)

    assert await count(world, table) == rows


async def test_leaving_twice_at_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    leave = press(world.anna, "🔕")
    await at_once(world, leave, leave)

    assert await count(world, "subscriptions") == 0


async def test_two_choices_of_reminders_at_once_both_count(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await at_once(
        world,
        lambda: world.anna.press_data("lead:pinerolo:w:1", world.anna.last.id),
        lambda: world.anna.press_data("lead:pinerolo:t:0", world.anna.last.id),
    )
    async with world.app.database.read() as session:
        leads = await session.scalar(text("SELECT leads FROM subscriptions"))
    assert "week" in str(leads)
    assert "two_hours" not in str(leads)


async def test_a_rating_given_twice_at_once(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.press(world.anna, "Ci vengo")
    await world.travel("2027-10-23 20:30")
    await world.travel("2027-10-24 10:00")
    rate = press(world.anna, "4")
    await at_once(world, rate, rate, rate)

    assert await count(world, "feedback") == 1


@pytest.mark.parametrize("other", ["🔕", "🔔"])
async def test_erasing_while_something_is_followed_leaves_nothing_half(world: World, other: str) -> None:
    """Either it was followed before, and is erased, or after, by somebody new."""
    await world.follow(world.anna, "pinerolo")
    world.anna.start("torre-pellice")
    await world.settle()
    follow = press(world.anna, "🔔") if other == "🔔" else press(world.anna, other)
    await world.say(world.anna, "/privacy")
    await world.press(world.anna, "🗑")
    await at_once(world, press(world.anna, "✅ Sì"), follow)

    theirs = f"chat_id = {world.anna.id}"
    followed = await count(world, "subscriptions", theirs)
    assert followed <= 1
    assert await count(world, "residents", theirs) >= (1 if followed else 0)
    assert await count(world, "subscriptions", f"{theirs} AND feed = 'wecare/pinerolo'") == 0

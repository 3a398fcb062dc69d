"""Who waits for an answer gets it, though Telegram stumbles."""

import pytest

from sandbox.api.faults import Kind
from tests.world import World, received

MEETINGS = "Gli incontri We.Ca.Re."


@pytest.mark.parametrize(("kind", "answers"), [("error", 1), ("cut_before", 1), ("cut_after", 2)])
async def test_an_answer_survives(world: World, kind: Kind, answers: int) -> None:
    world.telegram.faults.next_message(kind)
    await world.say(world.anna, "/incontri")

    assert received(world.anna, MEETINGS) == answers


async def test_a_button_is_answered_and_does_what_it_says(world: World) -> None:
    await world.say(world.anna, "/start pinerolo")
    world.telegram.faults.next_error()
    reply = await world.press(world.anna, "🔔 Avvisami")

    assert "Ora segui gli incontri a Pinerolo" in reply.text
    assert world.telegram.queries.unanswered == []


async def test_what_telegram_refuses_is_not_tried_again_but_apologised_for(world: World) -> None:
    world.telegram.faults.next_message("refusal")
    reply = await world.say(world.anna, "/incontri")

    assert "qualcosa non ha funzionato" in reply.text
    assert received(world.anna, MEETINGS) == 0

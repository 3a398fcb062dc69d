"""Who waits for an answer gets it, though Telegram stumbles."""

from datetime import timedelta

import pytest

from sandbox.api.faults import Kind
from tests.world import ANNA, World, received

pytestmark = pytest.mark.one_database  # `services` and `storage` are tried on both

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


async def _announce_through_a_filter(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Parola vietata", "✅")
    world.telegram.faults.objection = lambda asked: asked.get("chat_id") == ANNA and "vietata" in str(asked)
    await _later(world, 11)


async def _later(world: World, seconds: float) -> None:
    """Telegram itself answers what the poller asks."""
    world.clock.at += timedelta(seconds=seconds)
    world.app.outage.reached("listening")
    await world.settle()


async def test_what_a_filter_refuses_for_ever_is_told_and_given_up(world: World) -> None:
    await _announce_through_a_filter(world)
    assert received(world.monica, "rifiuta alcuni") == 0
    for _ in range(22):
        await _later(world, 30 * 60)
    refused = world.telegram.faults.count["stranger"]
    assert refused == 20
    assert received(world.monica, "Qualcosa fra me e Telegram") == 1
    assert "Pinerolo" in (await world.say(world.anna, "/incontri")).text, "everything else goes through"
    assert received(world.anna, "vietata") == 0
    assert any("1" in message.text and "non" in message.text for message in world.monica.messages[-3:])


async def test_what_a_filter_lets_through_at_last_arrives_once(world: World) -> None:
    await _announce_through_a_filter(world)
    for _ in range(8):
        await _later(world, 10 * 60)
    world.telegram.faults.objection = None
    await world.wait(30 * 60)
    assert received(world.anna, "vietata") == 1

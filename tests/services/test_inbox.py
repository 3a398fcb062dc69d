"""Acts of the inbox, without a chat: what they return, and that a second door can call them."""

from __future__ import annotations

from answers.search.similarity import Gist
from domain.team.organisers import Organiser, Role
from services.results import Done, Refusal, Refused, Stale
from services.team import inbox
from storage.team import audit, tickets
from tests.world import MONICA, World

OWNER = Organiser(MONICA, Role.OWNER, name="Monica")
HELPER = Organiser(5_000_003_001, Role.HELPER, name="Elio")
GONE = 999


async def asked(world: World) -> int:
    """Anna has escalated a question."""
    await world.say(world.monica, "/start")
    await world.say(world.anna, "/start")
    async with world.app.database.begin() as session:
        ticket = await tickets.begin(session, Gist("it", "unknown", frozenset(), frozenset({"cane"})), world.clock.at)
        await tickets.add(session, ticket, world.anna.id, "it", "Posso portare il cane?", "posso", world.clock.at)
    return ticket


async def drafted(world: World, who: Organiser, ticket: int) -> int:
    env = world.app.services.environment
    result = await inbox.draft_answer(env, who=who, ticket=ticket, html="Sì.", now=world.clock.at)
    assert isinstance(result, Done)
    return result.value.answer.id


async def test_an_answer_is_sent_once_and_recorded(world: World) -> None:
    env, ticket = world.app.services.environment, await asked(world)
    answer = await drafted(world, OWNER, ticket)
    sent = await inbox.send_answer(env, who=OWNER, answer=answer, now=world.clock.at)
    again = await inbox.send_answer(env, who=OWNER, answer=answer, now=world.clock.at)
    await world.settle()
    assert isinstance(sent, Done)
    assert sent.count == 1
    assert again == Stale()
    assert "Sì." in world.anna.last.text
    async with world.app.database.read() as session:
        assert [each.act for each in await audit.latest(session, 5)] == ["answered"]


async def test_who_is_second_hears_the_answer_of_the_first(world: World) -> None:
    env, ticket = world.app.services.environment, await asked(world)
    first, second = await drafted(world, OWNER, ticket), await drafted(world, HELPER, ticket)
    await inbox.send_answer(env, who=OWNER, answer=first, now=world.clock.at)
    for late in (
        await inbox.send_answer(env, who=HELPER, answer=second, now=world.clock.at),
        await inbox.draft_answer(env, who=HELPER, ticket=ticket, html="No.", now=world.clock.at),
        await inbox.ask_answer(env, who=HELPER, ticket=ticket, now=world.clock.at),
        await inbox.dismiss(env, who=HELPER, ticket=ticket, now=world.clock.at),
        await inbox.reopen(env, who=HELPER, ticket=ticket, now=world.clock.at),
        await inbox.look(env, who=HELPER, ticket=ticket),
    ):
        assert isinstance(late, Stale)
        assert late.now is not None
        assert late.now.html == "Sì."


async def test_an_answer_is_its_authors(world: World) -> None:
    env, ticket = world.app.services.environment, await asked(world)
    answer = await drafted(world, OWNER, ticket)
    assert await inbox.send_answer(env, who=HELPER, answer=answer, now=world.clock.at) == Stale()
    assert await inbox.drop_answer(env, who=HELPER, answer=answer) == Stale()
    await inbox.send_answer(env, who=OWNER, answer=answer, now=world.clock.at)
    refused = await inbox.learn(env, who=HELPER, answer=answer, now=world.clock.at)
    assert refused == Refused(Refusal.NOT_YOURS)


async def test_an_answer_is_learned_once_after_it_was_sent(world: World) -> None:
    env, ticket = world.app.services.environment, await asked(world)
    answer = await drafted(world, OWNER, ticket)
    assert await inbox.learn(env, who=OWNER, answer=answer, now=world.clock.at) == Stale()
    await inbox.send_answer(env, who=OWNER, answer=answer, now=world.clock.at)
    assert isinstance(await inbox.learn(env, who=OWNER, answer=answer, now=world.clock.at), Done)
    assert await inbox.learn(env, who=OWNER, answer=answer, now=world.clock.at) == Stale()


async def test_a_dismissal_can_be_taken_back(world: World) -> None:
    env, ticket = world.app.services.environment, await asked(world)
    assert isinstance(await inbox.dismiss(env, who=HELPER, ticket=ticket, now=world.clock.at), Done)
    assert await inbox.dismiss(env, who=HELPER, ticket=ticket, now=world.clock.at) == Stale()
    assert isinstance(await inbox.reopen(env, who=HELPER, ticket=ticket, now=world.clock.at), Done)
    assert await inbox.reopen(env, who=HELPER, ticket=ticket, now=world.clock.at) == Stale()


async def test_nothing_is_done_to_a_ticket_that_is_not_there(world: World) -> None:
    env, now = world.app.services.environment, world.clock.at
    assert await inbox.ask_answer(env, who=OWNER, ticket=GONE, now=now) == Stale()
    assert await inbox.dismiss(env, who=OWNER, ticket=GONE, now=now) == Stale()
    assert await inbox.reopen(env, who=OWNER, ticket=GONE, now=now) == Stale()


async def test_nothing_is_done_with_an_answer_that_is_not_there(world: World) -> None:
    env = world.app.services.environment
    assert await inbox.send_answer(env, who=OWNER, answer=GONE, now=world.clock.at) == Stale()
    assert await inbox.drop_answer(env, who=OWNER, answer=GONE) == Stale()
    assert await inbox.learn(env, who=OWNER, answer=GONE, now=world.clock.at) == Stale()
    assert await inbox.forget(env, who=OWNER, lesson=GONE, now=world.clock.at) == Stale()

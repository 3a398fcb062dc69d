"""Stories of organisers and the questions of residents."""

from tests.world import World, received


async def test_a_question_comes_back_answered_and_is_learned(world: World) -> None:
    await world.say(world.monica, "/start")
    await world.say(world.anna, "si può portare il cane?")
    await world.press(world.anna, "✉️")
    assert "passato la tua domanda" in world.anna.last.text
    await world.say(world.marco, "Si può portare il cane")
    await world.press(world.marco, "✉️")
    assert received(world.monica, "Un residente chiede") == 1

    inbox = await world.say(world.monica, "/domande")
    assert "L'hanno chiesto 2 persone" in inbox.text
    await world.press(world.monica, "✏️ Rispondi")
    await world.say(world.monica, "Sì, se è tranquillo & al guinzaglio.")
    assert received(world.anna, "Sì, se è tranquillo & al guinzaglio.") == 1
    assert received(world.marco, "Sì, se è tranquillo & al guinzaglio.") == 1
    await world.press(world.monica, "✅ Usala")

    rosa = world.telegram.person(2005, "Rosa")
    assert "al guinzaglio" in (await world.say(rosa, "si può portare il cane?")).text

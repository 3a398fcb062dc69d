"""What asks for typing has a way out."""

import pytest

from tests.world import World

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(
    ("text", "buttons"),
    [
        ("/annuncia", ()),
        ("/modifica", ("Pinerolo", "🕘 Giorno")),
        ("/modifica", ("Pinerolo", "🕘 Orario")),
        ("/modifica", ("Pinerolo", "✏️ Nota")),
        ("/modifica", ("Nuovo incontro", "Pinerolo")),
    ],
)
async def test_who_lets_it_be_is_heard_as_usual(world: World, text: str, buttons: tuple[str, ...]) -> None:
    await world.say(world.monica, text)
    left = await world.press(world.monica, *buttons, "❌ Lascia stare")
    assert left.text == "❌ Va bene, lascio stare."
    assert left.labels == []

    assert "via Podgora 22" in (await world.say(world.monica, "dove si fa a Pinerolo?")).text


@pytest.mark.parametrize(
    "buttons",
    [("✏️ Cambia il contenuto",), ("🕘 Quando", "🕘 Scegli giorno e ora"), ("🔗 Bottoni", "Aggiungi un")],
)
async def test_a_change_of_a_draft_is_let_be(world: World, buttons: tuple[str, ...]) -> None:
    await world.announce("Alle 17")
    await world.press(world.monica, *buttons, "❌ Lascia stare")

    assert "via Podgora 22" in (await world.say(world.monica, "dove si fa a Pinerolo?")).text


async def test_a_correction_is_let_be(world: World) -> None:
    await world.follow(world.anna, "pinerolo")
    await world.announce("Alle 17", "✅")
    await world.wait()
    await world.press(world.monica, "✏️ Correggi per tutti", "❌ Lascia stare")

    assert "via Podgora 22" in (await world.say(world.monica, "dove si fa a Pinerolo?")).text


async def test_an_answer_is_let_be(world: World) -> None:
    await world.say(world.anna, "c'è il parcheggio per i camion?")
    await world.press(world.anna, "✉️")
    await world.say(world.monica, "/domande")
    await world.press(world.monica, world.monica.last.labels[0], "✏️", "❌ Lascia stare")

    assert "via Podgora 22" in (await world.say(world.monica, "dove si fa a Pinerolo?")).text


async def test_the_way_out_of_an_older_prompt_leaves_the_newer_one(world: World) -> None:
    await world.say(world.monica, "/modifica")
    older = await world.press(world.monica, "Pinerolo", "✏️ Nota")
    await world.say(world.monica, "/annuncia")
    world.monica.press_data(older.buttons[0][0]["callback_data"], older.id)
    await world.settle()

    await world.say(world.monica, "Si comincia alle 17")
    assert "🕘" in "".join(world.monica.last.labels)


async def test_an_announcement_may_speak_of_danger(world: World) -> None:
    await world.say(world.monica, "/annuncia")

    shown = await world.say(world.monica, "C'è un incendio nel bosco: chiamate i pompieri")

    assert "A chi: tutti" in shown.text, "the draft is shown, not 112"


@pytest.mark.parametrize("buttons", [("🕘 Quando", "🕘 Scegli giorno e ora"), ("🔗 Bottoni", "Aggiungi un")])
async def test_a_cry_for_help_is_heard_where_something_else_is_awaited(world: World, buttons: tuple[str, ...]) -> None:
    await world.announce("Alle 17")
    await world.press(world.monica, *buttons)

    assert "112" in (await world.say(world.monica, "mio padre non respira")).text

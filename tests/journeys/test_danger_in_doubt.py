"""Where a question may be a cry for help, the answer stays, and one line below says whom to call."""

from __future__ import annotations

import pytest

from answers.language import emergency
from tests.world import World

pytestmark = pytest.mark.one_database

LINES = {
    "dove si fa a Pinerolo?": "⚠️ Se qualcuno è in pericolo, chiama subito il 112.",
    "where is it in Pinerolo?": "⚠️ If anyone is in danger, call 112 at once.",
    "c'est où à Pinerolo ?": "⚠️ Si quelqu’un est en danger, appelez tout de suite le 112.",
}


@pytest.fixture
def doubting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any message may be a cry."""
    monkeypatch.setattr(emergency, "DOUBTED_FROM", -100.0)


@pytest.mark.usefixtures("doubting")
async def test_a_doubtful_question_is_answered_and_told_whom_to_call(world: World) -> None:
    for question, line in LINES.items():
        reply = await world.say(world.anna, question)

        assert "via Podgora 22" in reply.text
        assert reply.text.endswith(f"\n\n{line}")


@pytest.mark.usefixtures("doubting")
async def test_what_is_not_understood_is_told_so_too(world: World) -> None:
    reply = await world.say(world.anna, "zzgrt plokk brumm tarv vask?")

    assert reply.text.split("\n\n")[-1] in LINES.values()
    assert "✉️" in "".join(reply.labels)


@pytest.mark.usefixtures("doubting")
async def test_a_cry_that_is_heard_and_a_card_say_it_once(world: World) -> None:
    cry = await world.say(world.anna, "mio nonno non respira più, aiuto")
    card = await world.say(world.anna, "Wann ist das Treffen?")

    assert cry.text.count("112") == 1
    assert "⚠️ Se qualcuno" not in cry.text
    assert "⚠️ Se qualcuno" not in card.text


async def test_a_plain_question_is_told_nothing_of_danger(world: World) -> None:
    for question in LINES:
        assert "⚠️" not in (await world.say(world.anna, question)).text

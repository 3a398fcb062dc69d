"""A card for other chats: by inline query, and by the button on it."""

from urllib.parse import parse_qs, urlsplit

import pytest

from storage.people import residents
from tests.world import World

pytestmark = pytest.mark.one_database


async def test_an_inline_query_finds_the_card_in_every_language(world: World) -> None:
    asked = world.anna.inline("pine")
    await world.settle()

    assert [result["title"] for result in asked.results] == [
        "Pinerolo: incontro We.Ca.Re.",
        "Pinerolo: We.Ca.Re. meeting",
        "Pinerolo\u00a0: rencontre We.Ca.Re.",
    ]
    italian = asked.results[0]
    assert "via Podgora 22" in italian["input_message_content"]["message_text"]
    assert "sabato 9 ottobre 2027" in italian["input_message_content"]["message_text"]
    buttons = [button for row in italian["reply_markup"]["inline_keyboard"] for button in row]
    assert buttons[0]["url"] == "https://t.me/campanile_bot?start=e2"
    assert world.telegram.complaints == []


async def test_it_is_cached_for_a_short_time_and_for_everyone(world: World) -> None:
    world.anna.inline("Pignerol")
    await world.settle()
    (call,) = (call for call in world.telegram.calls if call.method == "answerInlineQuery")

    assert 0 < call.params["cache_time"] <= 300
    assert not call.params["is_personal"]


async def test_whatever_is_typed_finds_the_meetings_ahead(world: World) -> None:
    assert world.anna.messages == []
    for query in ("", "qualcosa", "<b>", "x" * 256):
        asked = world.anna.inline(query)
        await world.settle()
        assert len(asked.results) == 9
    await world.travel("2027-11-01 10:00")
    asked = world.anna.inline("")
    await world.settle()

    assert asked.answered
    assert asked.results == []


async def test_who_only_searched_is_not_remembered(world: World) -> None:
    world.anna.inline("pinerolo")
    await world.settle()
    async with world.app.database.read() as session:
        assert await residents.language(session, world.anna.id) is None


async def test_the_button_on_the_card_shares_when_and_where(world: World) -> None:
    card = await world.say(world.anna, "/start pinerolo")
    (share,) = (button for row in card.buttons for button in row if button["text"] == "Condividi")
    address = urlsplit(share["url"])
    given = parse_qs(address.query)

    assert address.netloc + address.path == "t.me/share/url"
    assert given["url"] == ["https://t.me/campanile_bot?start=e2"]
    assert "sabato 23 ottobre 2027, ore 18:00–20:30" in given["text"][0]


async def test_a_card_of_ours_is_no_question(world: World) -> None:
    await world.say(world.anna, "/start")
    count = len(world.anna.messages)
    me = world.telegram.profile.user
    world.anna.send(text="Incontro a Pinerolo, @campanile_bot", via_bot=me)
    await world.settle()

    assert len(world.anna.messages) == count + 1

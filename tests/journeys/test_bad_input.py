"""Whatever comes in gets a polite answer or silence; the pretend Telegram refuses nothing we say."""

import pytest

from tests.world import PIAZZA, World

pytestmark = pytest.mark.one_database

LONG = "parola " * 585


@pytest.mark.parametrize(
    "text",
    [
        "/nonesiste",
        "😀😀",
        "<b>ciao",
        "a & b < c",
        "TUTTO MAIUSCOLO",
        LONG,
        "​",
        "/start " + "x" * 64,
        "привіт",
    ],
)
async def test_any_text_gets_an_answer(world: World, text: str) -> None:
    reply = await world.say(world.anna, text)

    assert reply.text
    assert world.telegram.complaints == []


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
                     "is_animated": False, "is_video": False}},
        {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]},
        {"contact": {"phone_number": "1", "first_name": "A"}},
        {"dice": {"emoji": "🎲", "value": 3}},
    ],
    ids=lambda content: next(iter(content)),
)  # fmt: skip
async def test_other_media_gets_a_kind_word(world: World, content: dict[str, object]) -> None:
    world.anna.send(**content)
    await world.settle()

    assert "Capisco solo i messaggi scritti" in world.anna.last.text


@pytest.mark.parametrize(
    "data",
    ["", "x", "event:999999", "event:abc", "sub:atlantide", "unsub:atlantide", "sub:pinerolo:extra",
     "lang:xx", "pick:nessuna:::", "pick:meeting.where:atlantide::", "asend:1:1", "dates!", "qlearn:5",
     "\x00", "a" * 64],
)  # fmt: skip
async def test_forged_and_old_buttons_do_no_harm(world: World, data: str) -> None:
    await world.say(world.anna, "/start")
    world.anna.press_data(data, world.anna.last.id)
    await world.settle()

    assert world.telegram.complaints == []


async def test_silence_in_groups(world: World) -> None:
    group = world.telegram.group(PIAZZA, "Piazza")
    group.add_bot(world.anna)
    group.say(world.anna, "quando è l'incontro?")
    await world.settle()

    assert len(world.telegram.sent(PIAZZA)) == 1, "only the introduction"


async def test_an_update_that_cannot_be_read_is_passed_over(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.telegram.inject({"update_id": 10**6, "message": {"text": "secret", "date": "no"}})
    reply = await world.say(world.anna, "/incontri")

    assert "Pinerolo" in reply.text
    assert "update 1000000 cannot be read" in caplog.text
    assert "secret" not in caplog.text


async def test_a_name_full_of_html_breaks_nothing(world: World) -> None:
    person = world.telegram.person(4001, "<b>&</i>", last_name="</a>")
    await world.say(person, "/start")
    await world.say(person, "chi sei?")

    assert world.telegram.complaints == []

"""Forums: what was subscribed or asked in a topic is said there; and groups that refuse for a while."""

import pytest
from sqlalchemy import text

from messages.actions.announcements.drafts import ChooseTarget
from messages.actions.events.groups import LinkGroup
from messages.actions.team.members import ConfirmRevoke, Revoke
from sandbox.people.groups import GroupChat
from sandbox.people.messages import SentMessage
from tests.world import World, received

pytestmark = pytest.mark.one_database  # `services` and `storage` are tried on both

EVENING_BEFORE, SAME_DAY = "2027-10-22 18:00", "2027-10-23 16:00"


@pytest.fixture
async def forum(world: World) -> GroupChat:
    await world.say(world.monica, "/start")
    group = world.group(title="Valli")
    group.join(world.marco)
    group.add_bot(world.anna)
    await world.settle()
    return group


def where(message: SentMessage) -> int | None:
    return message.raw.get("message_thread_id")


def said(group: GroupChat, words: str) -> list[SentMessage]:
    return [message for message in group.messages if message.from_bot and words in message.text]


async def _subscribe(world: World, group: GroupChat, topic: int, area: str = "Pinerolo") -> None:
    group.say(world.anna, f"/start {area.lower().replace(' ', '-')}", topic=topic)
    await world.settle()
    group.press(world.anna, "🔔")
    await world.settle()


async def test_a_reminder_comes_where_it_was_asked_for(world: World, forum: GroupChat) -> None:
    meetings, market = forum.topic("Incontri"), forum.topic("Mercatino")
    await _subscribe(world, forum, meetings)
    assert where(forum.last) == meetings
    await _subscribe(world, forum, market, "Torre Pellice")
    await world.restart()
    await world.travel(EVENING_BEFORE)
    await world.travel("2027-10-29 18:00")

    assert [where(each) for each in said(forum, "Domani alle")] == [meetings, market]
    assert world.telegram.complaints == []


async def test_in_a_group_without_topics_a_thread_is_none(world: World, forum: GroupChat) -> None:
    """Replies form threads in any supergroup; only topics are places."""
    forum.say(world.marco, "ciao")
    asked = {"entities": [{"type": "mention", "offset": 0, "length": 14}], "message_thread_id": 77}
    forum.send(world.anna, text="@campanile_bot dove si fa a Pinerolo?", **asked)
    await world.settle()

    assert "via Podgora" in forum.last.text
    assert where(forum.last) is None


async def test_a_question_is_answered_in_its_topic_also_later(world: World, forum: GroupChat) -> None:
    topic = forum.topic("Domande")
    forum.say(world.marco, "@campanile_bot si può portare il cane?", topic=topic)
    await world.settle()
    assert where(forum.last) == topic
    forum.press(world.marco, "✉️")
    await world.settle()
    assert where(forum.last) == topic
    await world.say(world.monica, "/domande")
    await world.press(world.monica, "1", "✏️ Rispondi")
    await world.say(world.monica, "Sì.")
    await world.press(world.monica, "✅ Manda")

    assert [where(each) for each in said(forum, "Sì.")] == [topic]


async def test_general_stays_general(world: World, forum: GroupChat) -> None:
    forum.topic("Altro")
    await _subscribe(world, forum, 0)
    await world.travel(EVENING_BEFORE)

    assert [where(each) for each in said(forum, "Domani alle")] == [None]


@pytest.mark.parametrize("topic", ["General", "Incontri"])
async def test_a_closed_topic_is_told(world: World, forum: GroupChat, topic: str) -> None:
    number = 0 if topic == "General" else forum.topic(topic)
    await _subscribe(world, forum, number)
    forum.topic("Un altro")
    forum.close_topic(number)
    await world.travel(EVENING_BEFORE)
    assert said(forum, "Domani alle") == []
    assert received(world.monica, "non mi lasciano scrivere") == 1
    await world.travel(SAME_DAY)
    assert received(world.monica, "non mi lasciano scrivere") == 1, "once"


async def test_a_topic_that_is_gone_sends_to_the_whole_group_and_is_told(world: World, forum: GroupChat) -> None:
    topic = forum.topic("Incontri")
    await _subscribe(world, forum, topic)
    forum.delete_topic(topic)
    await world.travel(EVENING_BEFORE)
    await world.wait(1)

    assert [where(each) for each in said(forum, "Domani alle")] == [None]


@pytest.mark.one_database
@pytest.mark.parametrize(
    "refusal",
    [
        "CHAT_WRITE_FORBIDDEN",
        "not enough rights to send text messages to the chat",
        "have no rights to send a message",
        "need administrator rights in the channel chat",
        "CHAT_SEND_PLAIN_FORBIDDEN",
        "CHAT_RESTRICTED",
    ],
)
async def test_one_refusal_ends_nothing_and_two_are_told(world: World, forum: GroupChat, refusal: str) -> None:
    await _subscribe(world, forum, 0)
    forum.chat.refusal = refusal
    await world.travel(EVENING_BEFORE)
    assert received(world.monica, "non mi lasciano scrivere") == 0
    forum.chat.refusal = None
    await world.travel(SAME_DAY)
    assert len(said(forum, "Oggi alle")) == 1

    await _subscribe(world, forum, 0, "Torre Pellice")
    forum.chat.refusal = refusal
    await world.travel("2027-10-29 18:00")
    await world.travel("2027-10-30 17:00")
    assert received(world.monica, "non mi lasciano scrivere") == 1
    assert "Valli" in world.monica.last.text
    await world.restart()
    await world.wait(120)
    assert received(world.monica, "non mi lasciano scrivere") == 1


async def test_thrown_out_is_gone_and_a_block_is_a_block(world: World, forum: GroupChat) -> None:
    await _subscribe(world, forum, 0)
    await world.follow(world.marco, "pinerolo")
    world.marco.block()
    forum.remove_bot(world.anna)
    await world.settle()
    calls = len(world.telegram.calls)
    await world.travel(EVENING_BEFORE)
    later = [call.params.get("chat_id") for call in world.telegram.calls[calls:]]
    assert {forum.id, world.marco.id}.isdisjoint(later)


async def test_ids_of_groups_and_people_fit_their_buttons(world: World, forum: GroupChat) -> None:
    assert "Valli" in world.monica.last.text
    await world.press(world.monica, "✅ Sì, per gli annunci")
    assert "è collegato" in world.monica.last.text
    async with world.app.database.read() as session:
        assert await session.scalar(text("SELECT linked FROM residents WHERE kind = 'group'"))


@pytest.mark.parametrize("number", [-1001234567890, -1009999999999999, 2**31, 2**52, 2**63 - 1, -(2**63)])
def test_a_button_carries_64_bits(number: int) -> None:
    for made in (
        LinkGroup(number),
        ChooseTarget(2**31 - 1, 2**31 - 1, number),
        Revoke(number, 2**40),
        ConfirmRevoke(number, 2**40),
    ):
        assert type(made).unpack(made.pack()) == made
    assert LinkGroup.unpack(f"glink:{2**63}") is None

"""Over real HTTP: a real client, the page's endpoints, and lines that are cut."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
import telegram as ptb
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter

from sandbox.api.telegram import Telegram
from sandbox.web.cast import Cast, GroupCast, Stop
from sandbox.web.clock import Clock
from sandbox.web.server import Server, create_app

START = datetime(2027, 10, 8, 16, tzinfo=UTC)
PEOPLE = [
    Cast(1, "Anna", "it", {"it": "abita a Perosa", "en": "lives in Perosa"}),
    Cast(2, "Monica", "it", "assistente sociale", organiser=True),
]
GROUPS = [GroupCast(-100, "Piazza", admin=1)]
STOPS = [Stop("ieri", START - timedelta(days=1)), Stop({"it": "la sera"}, START + timedelta(hours=2))]


class House:
    """A running sandbox with its page's client."""

    session: aiohttp.ClientSession

    def __init__(self) -> None:
        self.clock = Clock(START)
        self.telegram = Telegram(now=self.clock)
        self.passed: list[datetime] = []
        app = create_app(self.telegram, self.clock, stops=STOPS, pass_time=self.pass_time, people=PEOPLE, groups=GROUPS)
        self.server = Server(app, port=0)

    async def pass_time(self, now: datetime) -> None:
        self.passed.append(now)

    async def get(self, path: str) -> Any:
        async with self.session.get(f"{self.server.url}{path}") as response:
            return await response.json()

    async def post(self, path: str, **body: Any) -> int:
        async with self.session.post(f"{self.server.url}/sandbox/{path}", json=body) as response:
            return response.status

    def bot(self) -> ptb.Bot:
        base = f"{self.server.url}/bot"
        return ptb.Bot(self.telegram.token, base_url=base, base_file_url=f"{self.server.url}/file/bot")


@pytest.fixture
async def house() -> AsyncIterator[House]:
    house = House()
    await house.server.start()
    async with aiohttp.ClientSession(cookies=house.server.cookies) as session:
        house.session = session
        yield house
    await house.server.stop()


async def test_a_real_client(house: House) -> None:
    anna = house.telegram.people[1]
    anna.start()
    async with house.bot() as bot:
        updates = await bot.get_updates(timeout=1)
        assert updates[0].message is not None
        assert updates[0].message.text == "/start"
        button = ptb.InlineKeyboardButton("🔔", callback_data="on", style="primary")
        await bot.send_message(1, "<b>Ciao</b> è", parse_mode="HTML", reply_markup=ptb.InlineKeyboardMarkup([[button]]))
        sent = await bot.send_document(1, b"BEGIN", filename="a.ics", caption="Ecco")
        assert sent.document is not None
        file = await sent.document.get_file()
        assert await file.download_as_bytearray() == b"BEGIN"
        await bot.set_my_commands([("aiuto", "Aiuto")], scope=ptb.BotCommandScopeChat(1), language_code="it")
        await bot.send_media_group(1, [ptb.InputMediaPhoto(b"a"), ptb.InputMediaPhoto(b"b", caption="c")])
        await bot.edit_message_text("Nuovo", 1, anna.messages[1].id)
    assert anna.messages[1].text == "Nuovo"
    assert house.telegram.profile.menu(1, "it")[0]["command"] == "aiuto"
    assert house.telegram.complaints == []


async def test_refusals_reach_the_client(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    house.telegram.people[1].start()
    async with house.bot() as bot:
        with pytest.raises(BadRequest, match="Can't parse entities"):
            await bot.send_message(1, "<b>", parse_mode="HTML")
        house.telegram.faults.next_flood(3)
        with pytest.raises(RetryAfter):
            await bot.send_message(1, "a")
        await bot.set_webhook("https://example.org")
        with pytest.raises(Conflict):
            await bot.get_updates()
    stranger = ptb.Bot("1:wrong", base_url=f"{house.server.url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


@pytest.mark.parametrize(("accepted", "count"), [(False, 0), (True, 1)])
async def test_cut_lines(house: House, accepted: bool, count: int) -> None:
    house.telegram.people[1].start()
    async with house.bot() as bot:
        house.telegram.faults.next_cut(accepted=accepted)
        with pytest.raises(NetworkError, match=r"disconnected|ReadError"):
            await bot.send_message(1, "a")
        assert len(house.telegram.sent(1)) == count
        await bot.send_message(1, "b")


async def test_json_and_addresses_are_read_too(house: House) -> None:
    house.telegram.people[1].start()
    address = f"{house.server.url}/bot{house.telegram.token}/sendMessage"
    async with house.session.post(address, json={"chat_id": 1, "text": "a"}) as response:
        assert response.status == 200
    async with house.session.get(address, params={"chat_id": "1", "text": "b"}) as response:
        assert (await response.json())["result"]["text"] == "b"
    async with house.session.post(address, data="{", headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400
    async with house.session.get(f"{house.server.url}/file/bot1:no/x") as response:
        assert response.status == 404


async def test_acting_through_the_page(house: House) -> None:
    assert await house.post("say", person=1, text=" /start ") == 200
    assert await house.post("say", person=1, text="  ") == 200
    assert await house.post("press", person=1, message=1, data="on") == 200
    assert await house.post("block", person=1, blocked=True) == 200
    assert (await house.get("/sandbox/people"))[0]["blocked"] is True
    assert await house.post("block", person=1, blocked=False) == 200
    assert await house.post("say", person=99, text="a") == 400
    kinds = [sorted(update)[0] for update in house.telegram.updates.pending]
    assert kinds == ["message", "callback_query", "my_chat_member", "my_chat_member"]


async def test_acting_in_a_group(house: House) -> None:
    assert await house.post("invite", person=1, chat=-100, inside=True) == 200
    assert await house.post("say", person=1, chat=-100, text="/incontri") == 200
    assert await house.post("press", person=1, chat=-100, message=2, data="on") == 200
    assert await house.post("choose", person=1, chat=-100, result="1") == 400
    assert await house.post("say", person=2, chat=-100, text="a") == 400
    assert await house.post("say", person=2, chat=-7, text="a") == 400
    assert await house.post("invite", person=1, inside=True) == 400
    state = await house.get("/sandbox/state?person=1&chat=-100")
    assert [message.get("text") for message in state["chat"]["messages"]] == [None, "/incontri"]
    (group,) = state["groups"]
    assert (group["members"], group["has_bot"]) == ([{"id": 1, "admin": True}], True)
    assert await house.post("invite", person=1, chat=-100, inside=False) == 200
    kinds = [sorted(update)[0] for update in house.telegram.updates.pending]
    assert kinds == ["my_chat_member", "message", "message", "callback_query", "my_chat_member"]


async def test_attaching_through_the_page(house: House) -> None:
    picture = {"name": "a.png", "mime": "image/png", "data": "cG5n"}
    film = {"name": "b.mp4", "mime": "video/mp4", "data": "bXA0"}
    assert await house.post("attach", person=1, files=[picture, film], caption="Ecco") == 200
    assert await house.post("place", person=1, latitude=44.9, longitude=7.3) == 200
    assert await house.post("attach", person=1, files=[picture | {"data": "?"}]) == 400
    assert await house.post("attach", person=1, files=[picture] * 11) == 400

    first, second, place = house.telegram.people[1].messages
    assert first.text == "Ecco"
    assert first.raw["media_group_id"] == second.raw["media_group_id"]
    assert ("photo" in first.raw, "video" in second.raw) == (True, True)
    assert place.raw["location"] == {"latitude": 44.9, "longitude": 7.3}


async def test_other_sites_cannot_act(house: House) -> None:
    async with house.session.post(f"{house.server.url}/sandbox/say", data={"person": "1"}) as response:
        assert response.status == 415


async def test_the_state(house: House) -> None:
    house.telegram.people[1].start()
    await house.telegram.call("sendMessage", {"chat_id": 1, "text": "Ciao"})
    state = await house.get("/sandbox/state?person=1")
    assert [one["text"] for one in state["chat"]["messages"]] == ["/start", "Ciao"]
    assert state["people"][1]["role"] == {"": "assistente sociale"}
    assert [stop["past"] for stop in state["stops"]] == [True, False]
    assert state["calls"][0] | {"at": ""} == {
        "number": 0,
        "method": "sendMessage",
        "chat": "Anna",
        "status": 200,
        "at": "",
    }
    assert (await house.get("/sandbox/calls/0"))["params"] == {"chat_id": 1, "text": "Ciao"}
    for missing in ("state?person=99", "state", "calls/7", "files/x"):
        assert "error" in await house.get(f"/sandbox/{missing}")


async def test_travelling(house: House) -> None:
    to = START + timedelta(hours=3)
    assert await house.post("travel", at=to.isoformat()) == 200
    assert STOPS[1].at in house.passed
    assert house.passed[-1] == to
    assert house.clock.now() >= to
    assert len(house.passed) == 7
    assert await house.post("travel", minutes=30) == 200
    assert await house.post("travel", at=START.isoformat()) == 400


async def test_switching_faults(house: House) -> None:
    off = dict.fromkeys(("errors", "latency", "cut_before", "cut_after", "outage"), False)
    assert await house.post("faults", **(off | {"flood": "strict", "errors": True, "outage": True})) == 200
    faults = house.telegram.faults
    assert (faults.flood, faults.error_rate > 0, faults.out) == ("strict", True, True)
    assert await house.post("faults", **off, flood=None) == 200
    assert (faults.flood, faults.error_rate, faults.out) == (None, 0, False)
    assert await house.post("faults", **off, flood="wild") == 400
    assert await house.post("next", kind="wait", seconds=0) == 400
    assert await house.post("next", kind="storm") == 400
    assert await house.post("next", kind="error") == 200
    house.telegram.people[1].block()
    assert (await house.get("/sandbox/state?person=1"))["faults"]["planned"] == 1
    assert await house.post("mend") == 200
    assert (faults.planned, house.telegram.people[1].chat.closed) == (0, None)


async def test_changes_are_streamed(house: House) -> None:
    async with house.session.get(f"{house.server.url}/sandbox/stream") as response:
        assert await response.content.readline() == b"data: change\n"
        await response.content.readline()
        house.telegram.people[1].start()
        assert await asyncio.wait_for(response.content.readline(), 2) == b"data: change\n"


async def test_the_page_and_its_headers(house: House) -> None:
    for path in ("/", "/page/page.js", "/page/page.css", "/page/bell.svg"):
        async with house.session.get(f"{house.server.url}{path}") as response:
            assert response.status == 200
            assert "default-src 'self'" in response.headers["content-security-policy"]


async def test_files_cannot_run_on_the_page(house: House) -> None:
    house.telegram.people[1].start()
    async with house.bot() as bot:
        await bot.send_document(1, b"<script>", filename="éa.html")
    file_id = house.telegram.people[1].last.raw["document"]["file_id"]
    async with house.session.get(f"{house.server.url}/sandbox/files/{file_id}") as response:
        assert response.headers["content-disposition"] == 'attachment; filename="a.html"'


async def test_a_port_that_is_taken(house: House) -> None:
    port = int(house.server.url.rsplit(":", 1)[1])
    with pytest.raises(OSError, match=f"port {port} on 127.0.0.1 is not free"):
        await Server(House().server._app, port=port).start()


async def test_it_listens_until_it_is_stopped() -> None:
    house = House()
    await house.server.start()
    async with aiohttp.ClientSession(cookies=house.server.cookies) as session:
        async with session.get(house.server.url) as response:
            assert response.status == 200
        await house.server.stop()
        with pytest.raises(aiohttp.ClientConnectionError):
            await session.get(house.server.url)

"""The page in a real browser: a newcomer talks to a bot, presses buttons, travels, breaks things."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Page, expect

from sandbox.api.telegram import Telegram
from sandbox.people.messages import UploadedFile
from sandbox.web.cast import Cast, GroupCast, Stop
from sandbox.web.clock import Clock
from sandbox.web.server import Server, create_app
from tests.chromium import needs_chromium, new_page
from tests.sandbox.echo import Echo

START = datetime(2027, 10, 8, 18, tzinfo=ZoneInfo("Europe/Rome"))
PEOPLE = [
    Cast(1, "Anna", "it", "abita a Perosa"),
    Cast(2, "Monica", "it", "assistente sociale", organiser=True),
]
GROUPS = [GroupCast(-100, "Piazza", admin=1, members=(2,))]
STOPS = [Stop({"it": "L’incontro", "en": "The meeting"}, START + timedelta(hours=22))]

pytestmark = needs_chromium


class Visit:
    """A sandbox with the echo bot, and a browser page that looks at it."""

    def __init__(self) -> None:
        clock = Clock(START)
        self.telegram = Telegram(now=clock)
        app = create_app(self.telegram, clock, stops=STOPS, people=PEOPLE, groups=GROUPS)
        self.server = Server(app, port=0)
        self.errors: list[str] = []

    def watch(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)


@pytest.fixture
async def visit(chromium: str) -> AsyncIterator[Visit]:
    visit = Visit()
    await visit.server.start()
    bot = asyncio.create_task(Echo(visit.server.url, visit.telegram.token).run())
    async with new_page(chromium, viewport={"width": 1280, "height": 800}, reduced_motion="reduce") as page:
        visit.watch(page)
        await page.goto(visit.server.url)
        yield visit
    bot.cancel()
    await asyncio.wait([bot])
    await visit.server.stop()
    assert visit.errors == []


async def test_a_newcomer_talks_to_the_bot(visit: Visit) -> None:
    page = visit.page
    await expect(page.get_by_text("Scrivi /start o premi Avvia")).to_be_visible()
    await expect(page.locator("#clock")).to_have_text("venerdì 8 ottobre 2027, 18:00")
    await page.get_by_role("button", name="Avvia").click()
    await expect(page.locator(".theirs strong")).to_have_text("Benvenuta!")
    await expect(page.get_by_role("link", name="📍 Mappa")).to_have_attribute("target", "_blank")
    await page.get_by_role("button", name="🔔 Ricordamelo").click()
    await expect(page.locator(".theirs .foot")).to_contain_text("modificato")
    await expect(page.locator("#toasts")).to_contain_text("Fatto")
    await page.get_by_label("Scrivi un messaggio").fill("<b>ciao</b>")
    await page.keyboard.press("Enter")
    await expect(page.locator(".theirs").last).to_contain_text("Hai scritto: <b>ciao</b>")


async def test_files_windows_and_the_command_menu(visit: Visit) -> None:
    page = visit.page
    await page.get_by_role("button", name="Avvia").click()
    await page.get_by_role("button", name="📅 Calendario").click()
    async with page.expect_download() as download:
        await page.get_by_role("link", name="incontro.ics").click()
    assert (await (await download.value).path()).read_bytes().startswith(b"BEGIN:VCALENDAR")
    await page.get_by_role("button", name="❌ Annulla").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Fatto")
    await page.get_by_role("button", name="Va bene").click()
    await page.get_by_role("button", name="Comandi").click()
    await page.get_by_role("button", name="/incontri").click()
    await expect(page.locator(".mine").last).to_contain_text("/incontri")


async def test_several_people_and_languages(visit: Visit) -> None:
    page = visit.page
    visit.telegram.people[2].start()
    await expect(page.locator("#cast .badge")).to_have_text("1")
    await page.locator("#cast").get_by_role("button", name="Monica").click()
    await expect(page.locator(".theirs")).to_contain_text("Benvenuta!")
    await expect(page.locator("#cast .badge")).to_have_count(0)
    await page.get_by_role("button", name="English").click()
    await expect(page.locator("#status")).to_have_text("Monica talks to the bot")
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.locator("#stops")).to_contain_text("The meeting")


async def test_travelling(visit: Visit) -> None:
    page = visit.page
    await page.get_by_role("button", name="L’incontro").click()
    await expect(page.locator("#clock")).to_have_text("sabato 9 ottobre 2027, 16:00")
    await expect(page.get_by_role("button", name="L’incontro")).to_be_disabled()
    await page.get_by_role("button", name="+1 ora").click()
    await expect(page.locator("#hour")).to_have_text("17:00")


async def test_breaking_things(visit: Visit) -> None:
    page = visit.page
    await page.get_by_text("Guasti", exact=True).click()
    await page.get_by_label("severo").check()
    await page.get_by_text("Telegram non risponde").click()
    await expect(page.locator("#faults-on")).to_have_text("attivi: 2")
    assert (visit.telegram.faults.flood, visit.telegram.faults.out) == ("strict", True)
    await page.get_by_text("Telegram non risponde").click()
    await page.get_by_text("Anna blocca il bot").click()
    await expect(page.locator("#status")).to_have_text("Anna ha bloccato il bot")
    await visit.telegram.call("sendMessage", {"chat_id": 1, "text": "a"})
    await page.locator("#calls summary", has_text="403").click()
    await expect(page.locator("#calls pre")).to_contain_text("bot was blocked by the user")


async def test_one_message_goes_wrong(visit: Visit) -> None:
    page, anna = visit.page, visit.telegram.people[1]
    anna.start()
    await page.get_by_text("Guasti", exact=True).click()
    await page.get_by_label("Che cosa succede").select_option("400: messaggio rifiutato")
    await expect(page.get_by_label("Secondi")).to_be_hidden()
    await page.get_by_role("button", name="Prepara").click()
    await expect(page.locator("#planned")).to_have_text("Pronti per il prossimo messaggio: 1.")
    assert (await visit.telegram.call("sendMessage", {"chat_id": 1, "text": "a"})).status == 400
    await page.get_by_label("Che cosa succede").select_option("429: aspettare alcuni secondi")
    await page.get_by_label("Secondi").fill("70")
    await page.get_by_role("button", name="Prepara").click()
    await expect(page.locator("#planned")).to_contain_text("Pronti")
    reply = await visit.telegram.call("sendMessage", {"chat_id": 1, "text": "a"})
    assert reply.body["parameters"] == {"retry_after": 70}
    await expect(page.locator("#waiting")).to_contain_text("429 ancora per")
    await page.get_by_role("button", name="Spegni tutti i guasti").click()
    await expect(page.locator("#faults-on")).to_be_hidden()
    assert (await visit.telegram.call("sendMessage", {"chat_id": 1, "text": "a"})).status == 200


async def test_a_group(visit: Visit) -> None:
    page = visit.page
    await page.locator("#groups").get_by_role("button", name="Piazza").click()
    await page.get_by_role("button", name="Aggiungi il bot").click()
    await expect(page.locator("#messages")).to_contain_text("Anna ha aggiunto Campanile")
    await expect(page.locator(".theirs .sender")).to_have_text("Campanile")
    await page.get_by_role("group", name="Chi scrive").get_by_role("button", name="Monica").click()
    await expect(page.get_by_role("button", name="Togli il bot")).to_be_hidden()
    await page.get_by_role("button", name="🔔 Ricordamelo").click()
    await expect(page.locator("#toasts")).to_contain_text("Fatto")
    await page.get_by_role("button", name="Comandi").click()
    await page.get_by_role("button", name="/incontri").click()
    await expect(page.locator(".mine")).to_contain_text("/incontri@campanile_bot")
    await page.get_by_role("button", name="Anna (amministra)").click()
    await expect(page.locator(".theirs .sender", has_text="Monica")).to_be_visible()
    await page.get_by_role("button", name="Togli il bot").click()
    await expect(page.locator("#status")).to_have_text("Anna, Monica, senza bot")


async def test_inline_mode_with_the_keyboard(visit: Visit) -> None:
    page = visit.page
    await page.locator("#groups").get_by_role("button", name="Piazza").click()
    await page.get_by_label("Scrivi un messaggio").fill("@campanile_bot perosa")
    await expect(page.locator("#found")).to_have_text("@campanile_bot ha trovato 2 schede da mandare qui")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("button", name="Incontro di domenica")).to_be_focused()
    await expect(page.get_by_role("list", name="Schede trovate")).to_contain_text("Per chi cerca perosa")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine strong")).to_have_text("domenica")
    await expect(page.locator(".mine .sender")).to_have_text("tramite @campanile_bot")
    await expect(page.get_by_label("Scrivi un messaggio")).to_be_focused()
    await expect(page.locator("#search")).to_be_hidden()


async def test_what_is_shared_can_be_sent_to_the_group(visit: Visit) -> None:
    page = visit.page
    await page.get_by_role("button", name="Avvia").click()
    share = "https://t.me/share/url?url=https%3A%2F%2Fexample.org%2F&text=Venite%20tutti"
    keyboard = {"inline_keyboard": [[{"text": "Condividi", "url": share}]]}
    await visit.telegram.call("sendMessage", {"chat_id": 1, "text": "Ecco", "reply_markup": keyboard})
    await page.get_by_role("button", name="Condividi").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Venite tutti")
    await page.get_by_role("button", name="Anna lo manda in Piazza").click()
    await expect(page.locator("#chat-title")).to_have_text("Piazza")
    await expect(page.locator(".mine")).to_contain_text("https://example.org/\nVenite tutti")


async def test_the_phone(visit: Visit) -> None:
    page = visit.page
    await page.set_viewport_size({"width": 360, "height": 740})
    await expect(page.locator("#people")).to_be_hidden()
    await page.locator("#tabs").get_by_role("button", name="Persone").click()
    await page.locator("#cast").get_by_role("button", name="Monica").click()
    await page.get_by_role("button", name="Avvia").click()
    await expect(page.locator(".theirs")).to_contain_text("Benvenuta!")
    await page.locator("#tabs").get_by_role("button", name="Persone").click()
    await page.locator("#groups").get_by_role("button", name="Piazza").click()
    await page.get_by_label("Scrivi un messaggio").fill("@campanile_bot perosa")
    await expect(page.locator("#results")).to_contain_text("domenica")
    for tab in ("Persone", "Chat", "Tempo"):
        await page.locator("#tabs").get_by_role("button", name=tab).click()
        assert await page.evaluate("document.documentElement.scrollWidth") == 360


async def test_the_keyboard_reaches_everything(visit: Visit) -> None:
    page = visit.page
    await page.get_by_label("Scrivi un messaggio").focus()
    await page.keyboard.type("/start")
    await page.keyboard.press("Enter")
    await expect(page.locator(".keys")).to_be_visible()
    for _ in ("Allega", "Comandi", "❌ Annulla"):
        await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("button", name="❌ Annulla")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_visible()


async def test_replying_to_a_message(visit: Visit) -> None:
    page = visit.page
    await page.get_by_role("button", name="Avvia").click()
    await page.get_by_role("button", name="Rispondi").first.click()
    await expect(page.locator("#replying")).to_contain_text("Benvenuta!")
    await page.get_by_label("Scrivi un messaggio").fill("grazie")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine .quoted")).to_contain_text("Benvenuta!")
    await expect(page.locator("#replying")).to_be_hidden()


async def test_a_link_to_the_bot_is_opened_by_whoever_should(visit: Visit) -> None:
    page = visit.page
    await page.get_by_role("button", name="Avvia").click()
    link = "https://t.me/campanile_bot?start=pinerolo_poster"
    await visit.telegram.call("sendMessage", {"chat_id": 1, "text": f"Il link: {link}"})
    await page.get_by_role("button", name=link, exact=True).click()
    await page.get_by_role("dialog").get_by_role("button", name="Monica").click()
    await expect(page.locator("#status")).to_have_text("Monica parla con il bot")
    await expect(page.locator(".mine").first).to_contain_text("/start pinerolo_poster")


HOSTILE = [
    '<img src=x onerror="window.hacked=1">',
    "<script>window.hacked=1</script>",
    '"><svg onload=window.hacked=1>',
    "' onmouseover='window.hacked=1' x='",
    "javascript:window.hacked=1",
    "\u202egnp.exe\u202c\u200f",
    "{{constructor.constructor('window.hacked=1')()}}",
]


async def test_hostile_names_are_only_names(visit: Visit) -> None:
    page, telegram = visit.page, visit.telegram
    for number, text in enumerate(HOSTILE):
        telegram.people[1].user["first_name"] = text
        telegram.people[1].say(text)
        telegram.people[1].attach(UploadedFile(f"{text}.html", b"<script>top.hacked=1</script>", "text/html"))
        telegram.people[1].attach(UploadedFile(f"{number}.svg", b"<svg onload='top.hacked=1'/>", "image/svg+xml"))
    links = [
        {"type": "text_link", "offset": 0, "length": 2, "url": "javascript:window.hacked=1"},
        {"type": "text_link", "offset": 3, "length": 2, "url": " JaVaScRiPt:window.hacked=1"},
        {
            "type": "text_link",
            "offset": 6,
            "length": 2,
            "url": "data:text/html,<script>top.hacked=1</script>",
        },
    ]
    rows = [[{"text": text, "callback_data": "x"}] for text in HOSTILE]
    params = {"chat_id": 1, "text": "aa bb cc", "entities": links, "reply_markup": {"inline_keyboard": rows}}
    assert (await telegram.call("sendMessage", params)).status == 200
    await expect(page.get_by_role("button", name=HOSTILE[0], exact=True)).to_be_visible()
    addresses = await page.evaluate("[...document.querySelectorAll('a')].map((a) => a.href)")
    assert [each for each in addresses if not each.startswith(("http://", "https://"))] == []
    for node in await page.locator("#scroll .theirs .command, #scroll .theirs a").all():
        await node.dispatch_event("mouseover")
    assert await page.evaluate("window.hacked") is None
    assert await page.evaluate("document.querySelectorAll('#scroll script, #scroll svg, [onerror]').length") == 0
    assert visit.errors == []

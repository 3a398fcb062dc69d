"""A tiny bot over HTTP, to have somebody to talk to on the page."""

import asyncio
import json
from typing import Any

import aiohttp

GREETING = (
    "<b>Benvenuta!</b> 🔔\nTi racconto gli incontri del programma e te li ricordo.\n\n"
    '<blockquote>Il prossimo: <tg-time unix="1823353200" format="wDT">sabato 9 ottobre, 16:00</tg-time>, '
    "<i>Perosa</i></blockquote>\nChiedimi pure, oppure tocca un bottone. "
    '<tg-spoiler>Sorpresa!</tg-spoiler> <a href="https://example.org/">Il programma</a> · /aiuto'
)
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "🔔 Ricordamelo", "callback_data": "remind", "style": "primary"}],
        [
            {"text": "📅 Calendario", "callback_data": "calendar"},
            {"text": "📍 Mappa", "url": "https://example.org/map"},
        ],
        [{"text": "❌ Annulla", "callback_data": "cancel", "style": "danger"}],
    ]
}
COMMANDS = [
    {"command": "incontri", "description": "Gli incontri del programma"},
    {"command": "promemoria", "description": "I tuoi promemoria"},
    {"command": "aiuto", "description": "Che cosa so fare"},
]


class Echo:
    """Greets, echoes, answers buttons; runs until cancelled."""

    def __init__(self, base: str, token: str) -> None:
        self._base = f"{base}/bot{token}"

    async def run(self) -> None:
        async with aiohttp.ClientSession() as session:
            self._session = session
            await self.call("setMyCommands", commands=COMMANDS)
            await self.call(
                "setMyDescription", description="Ciao! Sono il bot del programma nelle valli del Pinerolese."
            )
            await self._poll()

    async def call(self, method: str, **params: Any) -> Any:
        data = {key: value if isinstance(value, str) else json.dumps(value) for key, value in params.items()}
        async with self._session.post(f"{self._base}/{method}", data=data) as response:
            return (await response.json()).get("result")

    async def _poll(self) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20) or []:
                offset = update["update_id"] + 1
                await self._handle(update)

    async def _handle(self, update: dict[str, Any]) -> None:
        if query := update.get("callback_query"):
            await self._pressed(query)
        elif query := update.get("inline_query"):
            await self._searched(query)
        elif message := update.get("message"):
            said = "/start" if "new_chat_members" in message else message.get("text", "")
            await self._said(message["chat"]["id"], said)

    async def _said(self, chat: int, text: str) -> None:
        if text.startswith("/start"):
            await self.call("sendMessage", chat_id=chat, text=GREETING, parse_mode="HTML", reply_markup=KEYBOARD)
        else:
            await self.call("sendChatAction", chat_id=chat, action="typing")
            await asyncio.sleep(0.05)
            await self.call("sendMessage", chat_id=chat, text=f"Hai scritto: {text}")

    async def _pressed(self, query: dict[str, Any]) -> None:
        chat, message = query["message"]["chat"]["id"], query["message"]["message_id"]
        if query["data"] == "calendar":
            await self._send_file(chat)
        if query["data"] == "remind":
            text = "🔔 Fatto: te lo ricordo la sera prima, alle 18:00."
            await self.call("editMessageText", chat_id=chat, message_id=message, text=text)
        show_alert = query["data"] == "cancel"
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text="Fatto", show_alert=show_alert)

    async def _searched(self, query: dict[str, Any]) -> None:
        results = [
            {
                "type": "article",
                "id": day,
                "title": f"Incontro di {day}",
                "description": f"Per chi cerca {query['query']}",
                "input_message_content": {"message_text": f"<b>{day}</b> alle 18", "parse_mode": "HTML"},
            }
            for day in ("sabato", "domenica")
        ]
        await self.call("answerInlineQuery", inline_query_id=query["id"], results=results)

    async def _send_file(self, chat: int) -> None:
        form = aiohttp.FormData({"chat_id": str(chat), "caption": "Per il tuo calendario"})
        form.add_field(
            "document",
            b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
            filename="incontro.ics",
            content_type="text/calendar",
        )
        async with self._session.post(f"{self._base}/sendDocument", data=form) as response:
            await response.read()

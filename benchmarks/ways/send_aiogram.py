"""Messages through aiogram's objects: URL COUNT. Prints DONE and CPU seconds."""

from __future__ import annotations

import asyncio
import sys
import time

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

TOKEN = "123456789:SANDBOX-token"
AT_ONCE = 64


async def main(url: str, count: int) -> None:
    async with Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url))) as bot:
        waiting = iter(range(1, count + 1))

        async def work() -> None:
            for chat in waiting:
                await bot.send_message(chat, "hello")

        await bot.send_message(1, "warm")
        started, began = time.process_time(), time.perf_counter()
        await asyncio.gather(*(work() for _ in range(AT_ONCE)))
        print("DONE", time.process_time() - started, time.perf_counter() - began, flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))

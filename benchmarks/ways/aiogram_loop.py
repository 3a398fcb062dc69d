"""aiogram: the broadcast loop of its own examples, which waits out a flood and sleeps 0.05 s after a send."""

from __future__ import annotations

import asyncio
import logging
import sys
import time

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiogram.filters import Command
from aiogram.types import Message

TOKEN = "123456789:SANDBOX-token"


async def send(bot: Bot, chat: int) -> bool:
    try:
        await bot.send_message(chat, "hello")
    except TelegramRetryAfter as flood:
        await asyncio.sleep(flood.retry_after)
        return await send(bot, chat)
    except TelegramAPIError:
        return False
    return True


async def main(url: str, chats: int) -> None:
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    dispatcher = Dispatcher()

    @dispatcher.message(Command("broadcast"))
    async def start(_: Message) -> None:
        started = time.process_time()
        for chat in range(1, chats + 1):
            await send(bot, chat)
            await asyncio.sleep(0.05)
        print("DONE", time.process_time() - started, flush=True)

    @dispatcher.message(Command("ping"))
    async def ping(message: Message) -> None:
        await message.answer((message.text or "").replace("/ping", "pong"))

    await dispatcher.start_polling(bot, polling_timeout=10)


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))

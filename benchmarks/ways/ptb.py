"""python-telegram-bot: `limiter` is AIORateLimiter with gather, `sleep` the loop with a pause of 0.05 s."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, Application, CommandHandler

TOKEN = "123456789:SANDBOX-token"


async def gather(bot: Bot, chats: int) -> None:
    sends = (bot.send_message(chat, "hello") for chat in range(1, chats + 1))
    await asyncio.gather(*sends, return_exceptions=True)


async def loop(bot: Bot, chats: int) -> None:
    for chat in range(1, chats + 1):
        try:
            await bot.send_message(chat, "hello")
        except TelegramError:
            logging.debug("not sent")
        await asyncio.sleep(0.05)


def main(url: str, chats: int, way: str) -> None:
    async def broadcast(bot: Bot) -> None:
        started = time.process_time()
        await (gather if way == "limiter" else loop)(bot, chats)
        print("DONE", time.process_time() - started, flush=True)

    async def start(_: Update, context: Any) -> None:
        context.application.create_task(broadcast(context.bot))

    async def ping(update: Update, _: Any) -> None:
        assert update.message is not None
        await update.message.reply_text((update.message.text or "").replace("/ping", "pong"))

    builder = Application.builder().token(TOKEN).base_url(f"{url}/bot")
    if way == "limiter":
        builder = builder.rate_limiter(AIORateLimiter(max_retries=3))
    application = builder.build()
    application.add_handler(CommandHandler("broadcast", start))
    application.add_handler(CommandHandler("ping", ping))
    application.run_polling(timeout=10)


if __name__ == "__main__":
    os.environ["PTB_TIMEDELTA"] = "true"
    logging.disable(logging.CRITICAL)
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])

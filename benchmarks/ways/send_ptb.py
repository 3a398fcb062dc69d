"""Messages through PTB's objects: URL COUNT default|campanile|sender. Prints DONE, seconds of CPU, of time.

`sender` makes no object of the answer, as the outbox's sender does.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time

os.environ["PTB_TIMEDELTA"] = "true"

from telegram import Bot

TOKEN = "123456789:SANDBOX-token"
AT_ONCE = 64


async def main(url: str, count: int, transport: str) -> None:
    request = None
    if transport != "default":
        from delivery.transport import AiohttpRequest

        request = AiohttpRequest()
    async with Bot(TOKEN, base_url=f"{url}/bot", request=request) as bot:
        waiting = iter(range(1, count + 1))

        async def work() -> None:
            for chat in waiting:
                if transport == "sender":
                    await bot.do_api_request("send__message", {"chat_id": chat, "text": "hello"})
                else:
                    await bot.send_message(chat, "hello")

        await bot.send_message(1, "warm")
        started, began = time.process_time(), time.perf_counter()
        await asyncio.gather(*(work() for _ in range(AT_ONCE)))
        print("DONE", time.process_time() - started, time.perf_counter() - began, flush=True)


if __name__ == "__main__":
    work = main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
    if sys.argv[3] != "default":
        import uvloop

        uvloop.run(work)
    else:
        asyncio.run(work)

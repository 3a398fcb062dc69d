"""The Bot API over HTTP: reads a request, asks the pretend Telegram, and hangs up where a fault says so."""

import asyncio
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from sandbox.api.refusals import ConnectionCut, RefusedCall, Stranger
from sandbox.api.telegram import Telegram
from sandbox.people.messages import UploadedFile
from sandbox.web.desk import served

Parsed = tuple[dict[str, Any], dict[str, UploadedFile]]


class BotApi:
    """Answers /bot<token>/<method>, with parameters in the address, a form, a multipart form or JSON."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except ConnectionCut:
            await _hang_up(receive)
        except Stranger as stranger:
            await Response(stranger.page, stranger.status, media_type="text/html")(scope, receive, send)
        else:
            await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        try:
            params, files = await _parsed(request)
        except ValueError:
            return JSONResponse(RefusedCall(400, "Bad Request: can't parse the request").body(), 400)
        path = request.path_params
        reply = await self._telegram.call(path["method"], params, files, token=path["token"])
        return JSONResponse(reply.body, reply.status)


class Files:
    """Answers /file/bot<token>/<file_path>, where file_path comes from getFile."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path_params"]
        file = self._telegram.files.get(path["path"].split("/")[0])
        response: Response = PlainTextResponse("Not Found", 404)
        if file is not None and path["token"] == self._telegram.token:
            response = served(file)
        await response(scope, receive, send)


async def _parsed(request: Request) -> Parsed:
    params: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        return await _multipart(request, params)
    if kind.startswith("application/json"):
        return params | await request.json(), {}
    body = (await request.body()).decode()
    return params | dict(parse_qsl(body, keep_blank_values=True)), {}


async def _multipart(request: Request, params: dict[str, Any]) -> Parsed:
    files: dict[str, UploadedFile] = {}
    async with request.form() as form:
        for name, value in form.items():
            if isinstance(value, UploadFile):
                mime = value.content_type or "application/octet-stream"
                files[name] = UploadedFile(value.filename or name, await value.read(), mime)
            else:
                params[name] = value
    return params, files


async def _hang_up(receive: Receive) -> None:
    """Close the socket without an answer.

    ASGI has no word for it, but uvicorn's `receive` is bound to the object that holds the transport.
    """
    transport = getattr(getattr(receive, "__self__", None), "transport", None)
    if transport is not None:
        transport.abort()
        await asyncio.sleep(0)

"""Guard the sandbox: it listens on a port that every page in the same browser can reach."""

import secrets
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "campanile-sandbox"
OWN = "/sandbox/"
"""What only the page may ask for; the bot has a token of its own in its address."""

# Whatever a bot sends is data: nothing on the page may load from elsewhere or run a script that is not ours.
_POLICY = (
    b"default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    b"frame-ancestors 'none'"
)
_HEADERS = [
    (b"content-security-policy", _POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
]


def new_token() -> str:
    return secrets.token_urlsafe(24)


class Door:
    """Lets in whoever calls the sandbox by its own address, from its own page, with this start's token.

    A foreign site can point a name of its own at this machine (its Host gives it away), or send requests
    here (its Origin does); neither can read the cookie that the page is given. `address` (host and port) is what a
    browser calls the sandbox where that is another name: behind a port mapping or a proxy.
    """

    def __init__(self, app: ASGIApp, token: str, address: str = "") -> None:
        self._app, self._token, self._address = app, token, address.lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        path, app = str(scope["path"]), self._app
        if refusal := _foreign(scope, headers, self._address):
            app = PlainTextResponse(refusal, 403)
        elif path.startswith(OWN) and not self._known(headers):
            app = PlainTextResponse("Open the page first: this address needs its token.", 403)
        added = list(_HEADERS)
        if path == "/":
            added.append((b"set-cookie", self._cookie().encode()))

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *added]
            await send(message)

        await app(scope, receive, guarded)

    # A token in the address would be seen in histories; a header would not go along with pictures and the stream.
    def _cookie(self) -> str:
        return f"{COOKIE}={self._token}; Path=/; HttpOnly; SameSite=Strict"

    def _known(self, headers: Headers) -> bool:
        given = SimpleCookie()
        try:
            given.load(headers.get("cookie", ""))
        except CookieError:
            return False
        morsel = given.get(COOKIE)
        return morsel is not None and secrets.compare_digest(morsel.value.encode(), self._token.encode())


def _foreign(scope: Scope, headers: Headers, address: str) -> str:
    """Return why it is refused; empty if it comes from here."""
    hosts = _own_hosts(scope)
    origins = [f"http://{host}" for host in hosts]
    if address:
        hosts.append(address)
        origins += [f"http://{address}", f"https://{address}"]
    if headers.getlist("host") not in [[host] for host in hosts]:
        return "This sandbox answers only to its own address."
    if any(origin not in origins for origin in headers.getlist("origin")):
        return "This sandbox answers only to its own page."
    if headers.get("sec-fetch-site", "same-origin") == "cross-site" and scope["path"] != "/":
        return "This sandbox answers only to its own page."
    return ""


def _own_hosts(scope: Scope) -> list[str]:
    """Return the address that the connection came in at, as a browser writes it."""
    address, port = scope["server"] or ("", None)
    names = [f"[{address}]" if ":" in address else address]
    if address == "::1" or address.startswith("127."):
        names.append("localhost")
    ends = [f":{port}", ""] if port == 80 else [f":{port}"]
    return [f"{name}{end}" for name in names for end in ends]

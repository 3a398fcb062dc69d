"""The two ways a call to Telegram ends badly: a refusal with a text, or silence."""

from typing import Any


class RefusedCall(Exception):
    """An answer with `ok: false`; `description` is Telegram's own wording, prefix included."""

    def __init__(self, status: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """Return the JSON object that Telegram answers with."""
        body = {"ok": False, "error_code": self.status, "description": self.description}
        return body | {"parameters": self.parameters} if self.parameters else body


class ConnectionCut(Exception):
    """The connection ended without an answer; `accepted` says whether the call took effect before that."""

    def __init__(self, *, accepted: bool) -> None:
        super().__init__("after acceptance" if accepted else "before acceptance")
        self.accepted = accepted


class Stranger(Exception):
    """Not Telegram answers but a firewall or a proxy on the way, with a page of its own."""

    def __init__(self, status: int, page: bytes) -> None:
        super().__init__(f"a stranger's {status}")
        self.status = status
        self.page = page


def bad(description: str) -> RefusedCall:
    """Return a 400."""
    return RefusedCall(400, f"Bad Request: {description}")


def forbidden(description: str) -> RefusedCall:
    """Return a 403, which is permanent for this chat."""
    return RefusedCall(403, f"Forbidden: {description}")


def conflict(description: str) -> RefusedCall:
    """Return a 409: somebody else is receiving the updates."""
    return RefusedCall(409, f"Conflict: {description}")


def flood(retry_after: int) -> RefusedCall:
    """Return a 429 with the seconds to wait, in the text and in `parameters` as Telegram does."""
    text = f"Too Many Requests: retry after {retry_after}"
    return RefusedCall(429, text, {"retry_after": retry_after})

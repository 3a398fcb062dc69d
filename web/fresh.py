"""Tell browsers for how long an answer is good, and let them ask whether it still is."""

from __future__ import annotations

from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

SECONDS = 60


def fresh(request: Request, answer: Response) -> Response:
    """Return the answer with its mark, or only that nothing has changed since the browser's."""
    mark = f'"{sha256(answer.body).hexdigest()[:24]}"'
    answer.headers["etag"] = mark
    answer.headers["cache-control"] = f"public, max-age={SECONDS}"
    known = request.headers.get("if-none-match", "")
    if mark not in [each.strip().removeprefix("W/") for each in known.split(",")]:
        return answer
    kept = {name: value for name, value in answer.headers.items() if not name.startswith("content-")}
    return Response(status_code=304, headers=kept)

"""Use PostgreSQL's own tools, where they are installed, to copy a database and to look into a copy."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from sqlalchemy import URL

MAGIC = b"PGDMP"
"""How a dump begins."""
_TABLE = re.compile(r'COPY (?:\w+\.)?"?(\w+)"? .*FROM stdin;$')
_END = "\\."


class ToolError(Exception):
    """A tool is missing, or complains; the message says which and what."""


def dump(parsed: URL, target: Path) -> None:
    """Write a dump in the custom format. Raise `ToolError`."""
    where = {"host": parsed.host, "port": parsed.port, "username": parsed.username, "dbname": parsed.database}
    given = {**where, "schema": parsed.query.get("schema")}
    # Not as an argument: everybody on the machine can read those.
    secret = {"PGPASSWORD": parsed.password or "", "PGSSLMODE": str(parsed.query.get("ssl", ""))}
    command = [_tool("pg_dump"), "--format=custom", "--no-password", f"--file={target}"]
    done = subprocess.run(
        [*command, *(f"--{name}={value}" for name, value in given.items() if value)],
        env={**os.environ, **{name: value for name, value in secret.items() if value}},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ToolError(_complaint(done.stderr))


def rows(source: Path) -> tuple[str | None, Counter[str]]:
    """Read a dump to its end. Return its schema's revision and the rows of each table. Raise `ToolError`."""
    counted: Counter[str] = Counter()
    table, revision = "", None
    command = [_tool("pg_restore"), "--data-only", "--file=-", str(source)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        for line in reading.stdout:
            if not table:
                table = found[1] if (found := _TABLE.match(line)) else ""
            elif line.rstrip("\n") == _END:
                table = ""
            else:
                counted[table] += 1
                revision = line.strip() if table == "alembic_version" else revision
        complaint = reading.stderr.read()
    if reading.returncode:
        raise ToolError(_complaint(complaint))
    return revision, counted


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise ToolError(
            f"{name} is not installed here: install PostgreSQL's client tools, or copy the database on its server"
        )
    return found


def _complaint(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip()), "it says nothing")[:200]

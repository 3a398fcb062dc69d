"""Draw the tables as a Mermaid diagram: `python -m tests.diagram` writes docs/tables.md anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Column, Table

from storage.models import Base

FILE = Path(__file__).parent.parent / "docs" / "tables.md"
UNDECLARED = (
    ("outgoing", "deliveries", "outgoing_id"),
    ("outgoing", "outgoing", "follows"),
    ("residents", "deliveries", "chat_id"),
    ("announcements", "repairs", "announcement"),
    ("events", "announcements", "event"),
    ("answers", "learned_answers", "answer_id"),
)
"""References that the database does not enforce: a foreign key would cost a look-up for each row, or an erasure."""
BLOCK = re.compile(r"```mermaid\n.*?```\n", re.DOTALL)


def diagram() -> str:
    """Return every table with its columns, and the references between them."""
    tables = Base.metadata.sorted_tables
    lines = [line for table in tables for line in (*_references(table), *_entity(table))]
    implied = [f'    {one} |o..o{{ {many} : "{column}"' for one, many, column in UNDECLARED]
    return "\n".join(["```mermaid", "erDiagram", *implied, *lines, "```", ""])


def _entity(table: Table) -> Iterator[str]:
    yield f"    {table.name} {{"
    for column in table.columns:
        yield f"        {_kind(column)} {column.name}{_marks(column)}"
    yield "    }"


def _kind(column: Column[object]) -> str:
    """Return the type without its length: Mermaid takes one word."""
    return type(column.type).__name__.lower()


def _marks(column: Column[object]) -> str:
    marks = ["PK"] * column.primary_key + ["FK"] * bool(column.foreign_keys)
    return f" {', '.join(marks)}" if marks else ""


def _references(table: Table) -> Iterator[str]:
    for column in table.columns:
        for key in column.foreign_keys:
            one = "|o" if column.nullable else "||"
            yield f'    {key.column.table.name} {one}--o{{ {table.name} : "{column.name}"'


if __name__ == "__main__":
    FILE.write_text(BLOCK.sub(lambda _: diagram(), FILE.read_text()))

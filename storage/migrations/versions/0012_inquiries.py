"""questions that are alike are one inquiry"""

from html import escape

import sqlalchemy as sa
from alembic import op

from storage.database import DatabaseError
from storage.instants import Instant

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def _learned_answers(*more: str) -> sa.TableClause:
    names = ("id", "language", "answer", "author", *more)
    phrasings, created_at = sa.column("phrasings", sa.JSON()), sa.column("created_at", Instant())
    return sa.table("learned_answers", *(sa.column(name) for name in names), phrasings, created_at)


_ANSWERS = sa.table(
    "answers",
    *(sa.column(name) for name in ("inquiry_id", "name", "html")),
    *(sa.column(name, Instant()) for name in ("created_at", "sent_at")),
)


def upgrade() -> None:
    op.drop_index("ix_questions_chat_id", "questions")
    op.drop_index("ix_questions_state", "questions")
    op.rename_table("questions", "old_questions")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE old_questions RENAME CONSTRAINT pk_questions TO pk_old_questions")
        op.execute("ALTER SEQUENCE questions_id_seq RENAME TO old_questions_id_seq")
    _create()
    _move()
    op.drop_table("old_questions")
    learned = [dict(row) for row in op.get_bind().execute(sa.select(_learned_answers())).mappings()]
    op.drop_table("learned_answers")
    op.create_table(
        "learned_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("phrasings", sa.JSON(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_learned_answers"),
        sqlite_autoincrement=True,
    )
    _learn_again(learned)


def _create() -> None:
    op.create_table(
        "inquiries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("gist", sa.JSON(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_inquiries"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inquiries_state", "inquiries", ["state"])
    op.create_table(
        "questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inquiry_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["inquiry_id"], ["inquiries.id"], name="fk_questions_inquiry_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["chat_id"], ["residents.chat_id"], name="fk_questions_chat_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
    )
    op.create_index("ix_questions_chat_id", "questions", ["chat_id"])
    op.create_index("ix_questions_inquiry_id", "questions", ["inquiry_id"])
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inquiry_id", sa.Integer(), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=True),  # of what is moved, nobody knows it
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["inquiry_id"], ["inquiries.id"], name="fk_answers_inquiry_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_answers_inquiry_id", "answers", ["inquiry_id"])


def _move() -> None:
    """Questions in the same words become one inquiry, with the answer that was given to them."""
    empty = """'{"language": "it", "gap": null, "stems": []}'"""
    op.execute(
        "INSERT INTO inquiries (id, state, names, gist, created_at) "
        f"SELECT min(id), state, '', {empty}, min(created_at) FROM old_questions "
        "GROUP BY folded, state, coalesce(answer, '')"
    )
    op.execute(
        "INSERT INTO questions (id, inquiry_id, chat_id, language, text, folded, created_at) "
        "SELECT id, (SELECT min(first.id) FROM old_questions AS first "
        "WHERE first.folded = old_questions.folded AND first.state = old_questions.state "
        "AND coalesce(first.answer, '') = coalesce(old_questions.answer, '')), "
        "chat_id, language, text, folded, created_at FROM old_questions"
    )
    given = sa.text(
        "SELECT id, answer, created_at FROM old_questions WHERE answer IS NOT NULL AND id IN "
        "(SELECT id FROM inquiries) ORDER BY id"
    ).columns(created_at=Instant())
    rows = [
        {"inquiry_id": row.id, "name": "—", "html": _html(row.answer)}
        | {"created_at": row.created_at, "sent_at": row.created_at}
        for row in op.get_bind().execute(given)
    ]
    if rows:
        op.bulk_insert(_ANSWERS, rows)
    _go_on_counting("inquiries", "questions")


def _learn_again(learned: list[dict[str, object]]) -> None:
    """What the bot has learned stays; it had no row of its own for the answer."""
    rows = [row | {"answer_id": -int(str(row["id"])), "answer": _html(str(row["answer"]))} for row in learned]
    if rows:
        op.bulk_insert(_learned_answers("answer_id"), rows)
    _go_on_counting("learned_answers")


def _go_on_counting(*tables: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in tables:
            op.execute(f"SELECT setval('{table}_id_seq', coalesce((SELECT max(id) FROM {table}), 0) + 1, false)")


def _html(plain: str) -> str:
    """Answers were plain text, and are Telegram HTML from now on."""
    return escape(plain, quote=False)


def downgrade() -> None:
    raise DatabaseError("0012 joined questions for good: to go back, restore a backup made before it.")

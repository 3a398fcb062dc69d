"""questions that are alike are one inquiry"""

import sqlalchemy as sa
from alembic import op

from storage.database import DatabaseError
from storage.models import Instant

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


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
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiries.id"], name="fk_questions_inquiry_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["residents.chat_id"], name="fk_questions_chat_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
    )
    op.create_index("ix_questions_chat_id", "questions", ["chat_id"])
    op.create_index("ix_questions_inquiry_id", "questions", ["inquiry_id"])
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inquiry_id", sa.Integer(), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiries.id"], name="fk_answers_inquiry_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_answers_inquiry_id", "answers", ["inquiry_id"])


def _move() -> None:
    """Questions in the same words become one inquiry; what organisers answered them is in the chats."""
    empty = """'{"language": "it", "gap": null, "stems": []}'"""
    op.execute(
        "INSERT INTO inquiries (id, state, names, gist, created_at) "
        f"SELECT min(id), state, '', {empty}, min(created_at) FROM old_questions GROUP BY folded, state"
    )
    op.execute(
        "INSERT INTO questions (id, inquiry_id, chat_id, language, text, folded, created_at) "
        "SELECT id, (SELECT min(first.id) FROM old_questions AS first "
        "WHERE first.folded = old_questions.folded AND first.state = old_questions.state), "
        "chat_id, language, text, folded, created_at FROM old_questions"
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in ("inquiries", "questions"):
            op.execute(
                f"SELECT setval('{table}_id_seq', coalesce((SELECT max(id) FROM {table}), 0) + 1, false)"
            )


def downgrade() -> None:
    raise DatabaseError("0012 joined questions for good: to go back, restore a backup made before it.")

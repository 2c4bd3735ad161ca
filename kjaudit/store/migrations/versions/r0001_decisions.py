"""Settings, documents and verdicts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables; verdicts can be added only."""
    op.execute("PRAGMA application_id = 0x6B6A6175")
    op.create_table(
        "setting",
        sa.Column("name", sa.Text, primary_key=True, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "document",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True, nullable=False),
        sa.Column("path", sa.Text, nullable=False, unique=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("audited_at", sa.Text),
        sa.Column("removed", sa.Integer, nullable=False),
    )
    op.create_table(
        "verdict",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True, nullable=False),
        sa.Column("finding", sa.Text, nullable=False),
        sa.Column("document", sa.Integer, sa.ForeignKey("document.number"), nullable=False),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("seen", sa.Text, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
    )
    op.create_index("verdict_finding", "verdict", ["finding"])
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER verdict_no_{action.lower()} BEFORE {action} ON verdict "
            "BEGIN SELECT RAISE(ABORT, 'a verdict is never changed or deleted'); END"
        )

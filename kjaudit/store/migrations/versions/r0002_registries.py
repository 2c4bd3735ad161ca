"""Look-ups, the cache of registry answers and the trail of what was sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of registries; the trail can be added to only."""
    op.create_table(
        "lookup",
        sa.Column("document", sa.Integer, sa.ForeignKey("document.number"), primary_key=True, nullable=False),
        sa.Column("entry", sa.Text, primary_key=True, nullable=False),
        sa.Column("slot", sa.Text, primary_key=True, nullable=False),
        sa.Column("registry", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("asked_at", sa.Text),
        sa.Column("lookup", sa.Text, nullable=False),
    )
    op.create_table(
        "answer",
        sa.Column("request", sa.Text, primary_key=True, nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("content_type", sa.Text, nullable=False),
        sa.Column("fetched_at", sa.Text, nullable=False),
    )
    op.create_table(
        "sent",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("registry", sa.Text, nullable=False),
        sa.Column("request", sa.Text, nullable=False),
    )
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER sent_no_{action.lower()} BEFORE {action} ON sent "
            "BEGIN SELECT RAISE(ABORT, 'what was sent is never changed or deleted'); END"
        )

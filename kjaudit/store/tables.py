"""The rows of a project file. The migrations make them; a test holds the two together."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Integer, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """All rows."""


class SettingRow(Base):
    """One setting of the project."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class DocumentRow(Base):
    """A document; `number` is its id without the "d". A removed one stays, marked so, for its verdicts' sake."""

    __tablename__ = "document"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    path: Mapped[str] = mapped_column(Text, unique=True)
    title: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    audited_at: Mapped[str | None] = mapped_column(Text)
    removed: Mapped[int] = mapped_column(Integer)


class VerdictRow(Base):
    """A decision; triggers refuse to change or delete one."""

    __tablename__ = "verdict"
    __table_args__ = (Index("verdict_finding", "finding"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    finding: Mapped[str] = mapped_column(Text)
    document: Mapped[int] = mapped_column(ForeignKey("document.number"))
    decision: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    reviewer: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    seen: Mapped[str] = mapped_column(Text)
    quote: Mapped[str] = mapped_column(Text)
    sentence: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)


class LookupRow(Base):
    """
    What came of asking one registry about one entry; `lookup` is the model's value as JSON.

    `slot` is the look-up's key without that of its entry: one registry may be asked twice, by DOI and by search.
    """

    __tablename__ = "lookup"

    document: Mapped[int] = mapped_column(ForeignKey("document.number"), primary_key=True)
    entry: Mapped[str] = mapped_column(Text, primary_key=True)
    slot: Mapped[str] = mapped_column(Text, primary_key=True)
    service: Mapped[str] = mapped_column("registry", Text)
    outcome: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[str | None] = mapped_column(Text)
    lookup: Mapped[str] = mapped_column(Text)


class AnswerRow(Base):
    """An answer of a registry, as it came."""

    __tablename__ = "answer"

    request: Mapped[str] = mapped_column(Text, primary_key=True)
    status: Mapped[int] = mapped_column(Integer)
    body: Mapped[str] = mapped_column(Text)
    content_type: Mapped[str] = mapped_column(Text)
    fetched_at: Mapped[str] = mapped_column(Text)


class SentRow(Base):
    """What left the machine; triggers refuse to change or delete a line."""

    __tablename__ = "sent"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    at: Mapped[str] = mapped_column(Text)
    service: Mapped[str] = mapped_column("registry", Text)
    request: Mapped[str] = mapped_column(Text)

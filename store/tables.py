"""The database as SQLModel tables. They never leave the store: what leaves it is in `facts.py`.

Votes belong to the statement that says them, so the record and what other sources say stand side by side; of all statements
on a roll call, the one with `counts` gives the votes. The search table is made by the migrations, since it differs by engine.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Index, Integer, LargeBinary, SmallInteger, Text
from sqlmodel import Field, SQLModel


class ImportedFileRow(SQLModel, table=True):
    """One file that was read. `first` and `until`: the days of voting in it; `reading`: the version of the importers."""

    __tablename__ = "imported_file"

    id: int = Field(primary_key=True)
    dataset: str
    name: str
    checksum: str
    size: int = Field(sa_column=Column(BigInteger, nullable=False))
    rows: int
    roll_calls: int
    first: dt.date = Field(sa_column=Column(Date, nullable=False))
    until: dt.date = Field(sa_column=Column(Date, nullable=False))
    reading: int
    imported_at: dt.datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))


class RollCallRow(SQLModel, table=True):
    """The facts of one roll call, merged from its statements. Lists are JSON texts, empty where there is nothing."""

    __tablename__ = "roll_call"

    id: int = Field(primary_key=True)
    key: str
    symbol: str
    draft: str | None
    body: str
    date: dt.date = Field(sa_column=Column(Date, nullable=False))
    title: str = Field(sa_column=Column(Text, nullable=False))
    kind: str
    outcome: str
    mode: str
    yes: int | None
    no: int | None
    abstain: int | None
    non_voting: int | None
    url: str | None
    dataset: str
    session: str | None
    meeting: str | None
    agenda: str | None = Field(sa_column=Column(Text))
    subjects: str = Field(sa_column=Column(Text, nullable=False))
    nicknames: str = Field(sa_column=Column(Text, nullable=False))
    parent: str | None
    vetoed_by: str
    links: str = Field(sa_column=Column(Text, nullable=False))
    remarks: str = Field(sa_column=Column(Text, nullable=False))


class StatementRow(SQLModel, table=True):
    """What one dataset says about one roll call. `said`: the fragment without its roll, as JSON; `digest`: of all of it."""

    __tablename__ = "statement"
    __table_args__ = (
        Index("statement_of_record", "dataset", "record_id", unique=True),
        Index("statement_of_roll_call", "roll_call_id", "counts"),
        # Holds all that coverage asks for, so that the long texts need not be read past.
        Index("statement_of_dataset", "dataset", "body", "date", "counts", "votes"),
    )

    id: int = Field(primary_key=True)
    dataset: str
    record_id: str
    file_id: int = Field(foreign_key="imported_file.id")
    roll_call_id: int = Field(foreign_key="roll_call.id")
    key: str
    body: str
    date: dt.date = Field(sa_column=Column(Date, nullable=False))
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    said: str = Field(sa_column=Column(Text, nullable=False))
    votes: int
    counts: bool = Field(sa_column=Column(Boolean, nullable=False))


class MemberCodeRow(SQLModel, table=True):
    """A small number for each member's code."""

    __tablename__ = "member_code"

    id: int = Field(primary_key=True)
    code: str = Field(unique=True)


class VoteRow(SQLModel, table=True):
    """One member's position in one statement; `position` counts from 1 in the order of `store.facts.Position`.

    The parents of a vote are not declared: to look up both for each of a million takes most of an import on PostgreSQL.
    """

    __tablename__ = "vote"
    # Found by statement through the key, and by member through the index, which holds all three and so answers alone.
    __table_args__ = (Index("vote_of_member", "member_id", "statement_id", "position"), {"sqlite_with_rowid": False})

    statement_id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    member_id: int = Field(sa_column=Column(SmallInteger, primary_key=True, autoincrement=False))
    position: int = Field(sa_column=Column(SmallInteger, nullable=False))


class WordRow(SQLModel, table=True):
    """A folded word of titles, agenda and subjects, its stem, and in how many roll calls it stands."""

    __tablename__ = "word"

    word: str = Field(primary_key=True)
    stem: str
    roll_calls: int


class MemberNameRow(SQLModel, table=True):
    """One name of a member state, as the file of names has it. `member`: its code; `said`: when, and what else, as JSON."""

    __tablename__ = "member_name"

    id: int = Field(primary_key=True)
    file_id: int = Field(foreign_key="imported_file.id")
    member: str
    name: str
    said: str = Field(sa_column=Column(Text, nullable=False))


class StoreStateRow(SQLModel, table=True):
    """One row. `generation` rises with every import, so that a reader sees that what it holds is old."""

    __tablename__ = "store_state"

    id: int = Field(primary_key=True)
    generation: int
